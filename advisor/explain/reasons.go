package explain

import (
	"cmp"
	"math"
	"slices"

	"archadvisor/advisor"
	"archadvisor/advisor/estimate"
	"archadvisor/advisor/profile"
)

// reasons are the largest differences between the leader and the runner-up that
// rest on an answered field, would not be the same with all fields unknown, and do not speak
// for the third option; where there are fewer than three, the largest others that rest on an answer.
func (r *reading) reasons(order [numOptions]int, c *advisor.Centre) []Reason {
	lead, runner := order[0], r.rival()
	if runner < 0 {
		return []Reason{}
	}
	var list, common []difference
	for i := range r.Advisor.Statements {
		points := r.Contribution(i, lead) - r.Contribution(i, runner)
		if r.Advisor.Statements[i].Kind == advisor.KindGate && r.RuledOut[lead] && r.RuledOut[runner] {
			continue // both are stopped: the gates are told with the options
		}
		switch {
		case math.Abs(points) < leastReason || !r.Answered(i):
		case r.sameAsUnknown(i) || r.elsewhere(i, lead, runner):
			common = append(common, difference{i, points})
		default:
			list = append(list, difference{i, points})
		}
	}
	byPoints(common)
	if points := r.Precedent(lead) - r.Precedent(runner); math.Abs(points) >= leastReason {
		list = append(list, difference{precedents, points})
	}
	list = append(list, common[:min(max(fewReasons-len(list), 0), len(common))]...)
	return r.told(list, lead, runner, c)
}

// elsewhere reports whether a rule speaks most for the option that is not compared: what it says is no reason for either.
func (r *reading) elsewhere(i, lead, runner int) bool {
	third := 0 + 1 + 2 - lead - runner
	return r.Advisor.Statements[i].Kind == advisor.KindRule &&
		r.Contribution(i, third) > max(r.Contribution(i, lead), r.Contribution(i, runner))+leastReason
}

// difference is what a statement gives the leader more than its rival.
type difference struct {
	statement int
	points    float64
}

// precedents is the place of what documented decisions with the same answers add, which is no statement of the pack.
const precedents = -1

func byPoints(list []difference) {
	slices.SortStableFunc(list, func(x, y difference) int { return cmp.Compare(math.Abs(y.points), math.Abs(x.points)) })
}

const (
	fewReasons  = 3    // so many are told if that many rest on an answer
	maxReasons  = 6    // how many a decision carries; explain has every difference
	leastReason = 0.05 // in points
)

// told are the largest of some differences, with what the pack says of them.
func (r *reading) told(list []difference, lead, runner int, c *advisor.Centre) []Reason {
	byPoints(list)
	out := make([]Reason, min(len(list), maxReasons))
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
	q.ID = s.ID
	if s.Criterion >= 0 {
		q.Criterion = r.Advisor.Criteria[s.Criterion].ID
	}
	if s.Kind != advisor.KindMeasure {
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

// rival is the option that the first of the ranking is compared with: the best that is left, else the best that a
// limit rules out; -1 if the user excluded all the others.
func (r *reading) rival() int {
	order := r.Ranking()
	for _, o := range order[1:] {
		if !r.RuledOut[o] {
			return o
		}
	}
	excluded := advisor.ExcludedBy(r.Profile)
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
