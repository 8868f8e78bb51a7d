package explain

import (
	"cmp"
	"math"
	"slices"

	"archadvisor/advisor"
	"archadvisor/advisor/estimate"
	"archadvisor/advisor/profile"
)

// reasons are the largest differences between the leader and the runner-up that rest on an answered field, would not be
// the same with all fields unknown, and do not speak for the third option; where there are fewer than three, the largest
// others that rest on an answer. Those that tell most of the two stand first.
func (r *reading) reasons(order [numOptions]int, c *advisor.Centre) []Reason {
	lead, runner := order[0], r.rival()
	if runner < 0 {
		return []Reason{}
	}
	var list, common []difference
	for i := precedents; i < len(r.Advisor.Statements); i++ {
		switch d := (difference{i, r.points(i, lead) - r.points(i, runner)}); {
		case d.size() < leastReason || i != precedents && !r.Answered(i) || r.takenBack(d, lead, runner):
		case i != precedents && (r.sameAsUnknown(i) || r.elsewhere(i, lead, runner)):
			common = append(common, d)
		default:
			list = append(list, d)
		}
	}
	sortDown(common, difference.size)
	list = append(list, common[:min(max(fewReasons-len(list), 0), len(common))]...)
	return r.told(list, lead, runner, c)
}

// elsewhere reports whether a rule speaks most for the option that is not compared: what it says is no reason for either.
func (r *reading) elsewhere(i, lead, runner int) bool {
	third := 0 + 1 + 2 - lead - runner
	return i != precedents && r.Advisor.Statements[i].Kind == advisor.KindRule &&
		r.Contribution(i, third) > max(r.Contribution(i, lead), r.Contribution(i, runner))+leastReason
}

// takenBack reports whether a rule that adds to another, or that another adds to, takes most of a difference back.
func (r *reading) takenBack(d difference, lead, runner int) bool {
	return d.statement != precedents && slices.ContainsFunc(r.Advisor.Statements[d.statement].Related, func(i int) bool {
		return -(r.points(i, lead)-r.points(i, runner))/d.points > 0.5
	})
}

// difference is what a statement gives the leader more than its rival.
type difference struct {
	statement int
	points    float64
}

// precedents is the place of what documented decisions with the same answers add, which is no statement of the pack.
const precedents = -1

func (r *reading) points(statement, o int) float64 {
	if statement == precedents {
		return r.Precedent(o)
	}
	return r.Contribution(statement, o)
}

func (d difference) size() float64 { return math.Abs(d.points) }

func sortDown(list []difference, by func(difference) float64) {
	slices.SortStableFunc(list, func(x, y difference) int { return cmp.Compare(by(y), by(x)) })
}

const (
	fewReasons  = 3    // so many are told if that many rest on an answer
	maxReasons  = 6    // how many a decision carries; explain has every difference
	leastReason = 0.05 // in points
)

// telling is the size of a difference times its share of all that the statement tells apart: what is chiefly said of the
// third option tells little of the two that are compared.
func (r *reading) telling(d difference) float64 {
	of := []float64{r.points(d.statement, 0), r.points(d.statement, 1), r.points(d.statement, 2)}
	return d.points * d.points / (slices.Max(of) - slices.Min(of))
}

// told are the largest of some differences, the most telling first, with what the pack says of them.
func (r *reading) told(list []difference, lead, runner int, c *advisor.Centre) []Reason {
	sortDown(list, difference.size)
	list = list[:min(len(list), maxReasons)]
	sortDown(list, r.telling)
	out := make([]Reason, len(list))
	for k := range out {
		out[k] = r.reason(list[k], lead, runner, c)
	}
	return out
}

// reason tells a difference from the side of the option that gains by it, with what the pack says of it: a rule's
// because, or what a measure says of the two options that are compared.
func (r *reading) reason(d difference, lead, runner int, c *advisor.Centre) Reason {
	q := Reason{For: estimate.Architecture(lead).String(), Against: estimate.Architecture(runner).String(), Points: d.points, Share: 1}
	if d.points < 0 {
		q.For, q.Against, q.Points = q.Against, q.For, -d.points
	}
	if d.statement == precedents {
		q.ID, q.Criterion, q.Fields = advisor.Precedents, advisor.Precedents, r.TopTraits(lead, runner)
		return q
	}
	s := &r.Advisor.Statements[d.statement]
	q.ID, q.Criterion = s.ID, r.Advisor.Criteria[s.Criterion].ID // no gate: that gives no points
	if s.Kind == advisor.KindRule {
		q.Quotes, q.Share = []Quote{r.said(d.statement, lead, c)}, r.Firing(d.statement)
		return q
	}
	switch d.points >= 0 {
	case r.favours(s.At, lead, runner, c.Facts):
	case r.favours(s.At, lead, runner, r.MeanFacts(c)):
		q.Basis, c = OnAverage, &advisor.Centre{Facts: r.MeanFacts(c)}
	default:
		q.Basis = AgainstCentre
	}
	q.Quotes = []Quote{r.said(d.statement, lead, c), r.said(d.statement, runner, c)}
	return q
}

// said is what a statement of the pack says of an option.
func (r *reading) said(statement, option int, c *advisor.Centre) Quote {
	return Quote{estimate.Architecture(option).String(), r.Because(statement, option, c)}
}

// favours reports whether the figures that a measure reads speak for the first option rather than the second: by
// value, or by the figure itself where both are at an end of the scale.
func (r *reading) favours(m, first, second int, facts []float64) bool {
	p := r.Advisor.Program()
	if d := p.Value(m, first, facts) - p.Value(m, second, facts); d != 0 {
		return d > 0
	}
	points := r.Advisor.Pack().Measures[m].Points
	rising := points[len(points)-1][1] > points[0][1]
	return rising == (p.Input(m, first, facts) > p.Input(m, second, facts))
}

// rival is the option that the first of the ranking is compared with: the best that is left, else, since those stand
// last, the best that a limit rules out; -1 if the user excluded all the others.
func (r *reading) rival() int {
	order, excluded := r.Ranking(), advisor.ExcludedBy(r.Profile)
	for _, o := range order[1:] {
		if !excluded[o] {
			return o
		}
	}
	return -1
}

// How far a statement may lie from what it says of an empty profile and still count as the same.
const (
	sameShare = 0.02 // of the draws in which a rule or gate fires
	sameValue = 1.0  // of the 100 of a measure
)

// sameAsUnknown reports whether the statement says of the options what it would with every field unknown.
func (r *reading) sameAsUnknown(i int) bool {
	base := r.ex.unknown()
	tolerance := sameShare
	if r.Advisor.Statements[i].Kind == advisor.KindMeasure {
		tolerance = sameValue
	}
	for o := 0; o < numOptions; o++ {
		if math.Abs(r.Force(i, o)-base[i][o]) > tolerance {
			return false
		}
	}
	return true
}

// forces are the force of every statement for a profile that says nothing.
func (a *Explainer) forces() [][numOptions]float64 {
	r := a.Draw(profile.New("unknown"), advisor.Options{Draws: advisor.MinDraws})
	out := make([][numOptions]float64, len(a.Statements))
	for i := range out {
		for o := range out[i] {
			out[i][o] = r.Force(i, o)
		}
	}
	return out
}
