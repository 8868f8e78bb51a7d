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
// rest on an answered field and would not be the same with all fields unknown;
// where there are fewer than three, the largest others that rest on an answer.
func (r *reading) reasons(order [numOptions]int, c *advisor.Centre) []Reason {
	lead, runner := order[0], r.rival()
	if runner < 0 {
		return []Reason{}
	}
	var room, more [64]difference
	list, common := room[:0], more[:0]
	for i := range r.Advisor.Statements {
		points := r.Contribution(i, lead) - r.Contribution(i, runner)
		if r.Advisor.Statements[i].Kind == advisor.KindGate && r.RuledOut[lead] && r.RuledOut[runner] {
			continue // both are stopped: the gates are told with the options
		}
		switch {
		case math.Abs(points) < leastReason || !r.Answered(i):
		case r.sameAsUnknown(i):
			common = append(common, difference{i, points})
		default:
			list = append(list, difference{i, points})
		}
	}
	byPoints(list)
	byPoints(common)
	list = append(list, common[:min(max(fewReasons-len(list), 0), len(common))]...)
	return r.told(list, lead, runner, c)
}

// difference is what a statement gives the leader more than its rival.
type difference struct {
	statement int
	points    float64
}

// told are the largest of some differences, with what the pack says of them.
func (r *reading) told(list []difference, lead, runner int, c *advisor.Centre) []Reason {
	byPoints(list)
	out := make([]Reason, min(len(list), maxReasons))
	for k := range out {
		out[k] = r.reason(list[k].statement, lead, runner, list[k].points)
		r.quote(&out[k], c)
	}
	return out
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

func byPoints(list []difference) {
	slices.SortStableFunc(list, func(x, y difference) int { return cmp.Compare(math.Abs(y.points), math.Abs(x.points)) })
}

// A decision carries so many reasons, of at least so many points; explain has every difference.
const (
	fewReasons  = 3
	leastReason = 0.05
)

// maxReasons is how many differences a decision carries; explain has them all.
const maxReasons = 6

// worthTelling is the least difference, in points, that is told as an objection.
const worthTelling = 0.25

// How far a statement may lie from what it says of an empty profile and still
// count as the same: what the first draws resolve.
const (
	sameShare = 0.02 // of the draws in which a rule or gate fires
	sameValue = 1.0  // of the 100 of a measure
)

// sameAsUnknown reports whether the statement says of the options what it would
// say with every field unknown, whatever the weights.
func (r *reading) sameAsUnknown(i int) bool {
	base := r.ex.baseline()
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

// baseline is the force of every statement for a profile that says nothing.
func (a *Explainer) baseline() [][numOptions]float64 {
	a.unknownOnce.Do(func() {
		r := a.Draw(profile.New("unknown"), advisor.Options{Draws: advisor.MinDraws})
		a.unknown = make([][numOptions]float64, len(a.Statements))
		for i := range a.unknown {
			for o := range a.unknown[i] {
				a.unknown[i][o] = r.Force(i, o)
			}
		}
	})
	return a.unknown
}

// reason tells a difference from the side of the option that gains by it.
func (r *reading) reason(i, lead, runner int, diff float64) Reason {
	a := r.Advisor
	q := Reason{ID: a.Statements[i].ID, For: estimate.Architecture(lead).String(), Against: estimate.Architecture(runner).String(),
		Points: diff, index: i, lead: lead, runner: runner}
	if diff < 0 {
		q.For, q.Against, q.Points = q.Against, q.For, -diff
	}
	if c := a.Statements[i].Criterion; c >= 0 {
		q.Criterion = a.Criteria[c].ID
	}
	return q
}
