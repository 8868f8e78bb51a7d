package advisor

import (
	"fmt"
	"math"

	"archadvisor/advisor/estimate"
	"archadvisor/advisor/profile"
)

// Statements are numbered as the program numbers them: measures, rules, gates.

func (a *Advisor) statements() int { return len(a.measures) + len(a.rules) + len(a.gates) }

func (a *Advisor) gateIndex(g int) int { return len(a.measures) + len(a.rules) + g }

// kindOf splits a statement's number into its kind and its place in that kind.
func (a *Advisor) kindOf(i int) (kind string, at int) {
	if i < len(a.measures) {
		return "measure", i
	}
	if i -= len(a.measures); i < len(a.rules) {
		return "rule", i
	}
	return "gate", i - len(a.rules)
}

// contribution is the mean points over the draws that statement i gives option
// o: the contributions of an option sum to its score.
func (r *run) contribution(out *outcome, i, o int) float64 {
	a, s := r.e.a, r.s
	k := float64(s.scored)
	switch kind, at := a.kindOf(i); kind {
	case "measure":
		return s.measureSum[at*numOptions+o] / k
	case "rule":
		return a.rules[at].points[o] * s.ruleWeight[at] / k
	default:
		return out.gateSum[at*numOptions+o] / k
	}
}

// depends are the profile fields behind a statement.
func (a *Advisor) depends(i int) []profile.ID {
	switch kind, at := a.kindOf(i); kind {
	case "measure":
		return a.measures[at].from
	case "rule":
		return a.rules[at].from
	default:
		return a.gates[at].from
	}
}

// isAnswered reports whether the statement reads at least one field that the
// user stated.
func (r *run) isAnswered(i int) bool {
	for _, id := range r.e.a.depends(i) {
		if r.s.profile.Known(id) {
			return true
		}
	}
	return false
}

// How far a statement may lie from what it says of an empty profile and still
// count as the same: what 512 draws resolve.
const (
	sameShare = 0.02 // of the draws in which a rule or gate fires
	sameValue = 1.0  // of the 100 of a measure
)

// sameAsUnknown reports whether the statement says of the options what it would
// say with every field unknown, whatever the weights.
func (r *run) sameAsUnknown(out *outcome, i int) bool {
	base := r.e.a.baseline()
	tolerance := sameShare
	if kind, _ := r.e.a.kindOf(i); kind == "measure" {
		tolerance = sameValue
	}
	for o := 0; o < numOptions; o++ {
		if math.Abs(r.force(out, i, o)-base[i][o]) > tolerance {
			return false
		}
	}
	return true
}

// force is how strongly a statement speaks before points and weights: the mean
// value of a measure, the share of the draws in which a rule or a gate fires.
func (r *run) force(out *outcome, i, o int) float64 {
	a, s := r.e.a, r.s
	switch kind, at := a.kindOf(i); kind {
	case "measure":
		c := a.measures[at].criterion
		if s.weightSum[c] == 0 {
			return 0
		}
		return s.measureSum[at*numOptions+o] / (s.weightSum[c] * a.criteria[c].scale)
	case "rule":
		return float64(s.ruleCount[at]) / float64(s.scored)
	default:
		return out.gateHits[at]
	}
}

// baseline is the force of every statement for a profile that says nothing.
func (a *Advisor) baseline() [][numOptions]float64 {
	a.unknownOnce.Do(func() {
		e := newEvaluator(a)
		r := e.begin(profile.New("unknown"), Default)
		r.extend(minDraws)
		out := r.judge([numOptions]bool{})
		a.unknown = make([][numOptions]float64, a.statements())
		for i := range a.unknown {
			for o := range a.unknown[i] {
				a.unknown[i][o] = r.force(out, i, o)
			}
		}
	})
	return a.unknown
}

// state is fired, asleep or undecided, with the share of draws in which the
// statement fired. A measure is undecided if its target was not stated.
func (r *run) state(out *outcome, i int) (string, float64) {
	a := r.e.a
	kind, at := a.kindOf(i)
	switch kind {
	case "measure":
		if t := a.measures[at].target; t != profile.Schema && !r.s.profile.Known(t) {
			return "undecided", 1
		}
		return "fired", 1
	case "rule":
		if r.still {
			return r.stillState(at)
		}
		return stateOf(float64(r.s.ruleCount[at]) / float64(r.s.scored))
	}
	return stateOf(out.gateHits[at])
}

func stateOf(share float64) (string, float64) {
	switch share {
	case 0:
		return "asleep", 0
	case 1:
		return "fired", 1
	}
	return "undecided", share
}

// stillState is the state of a rule without draws: three-valued.
func (r *run) stillState(at int) (string, float64) {
	if r.s.ruleCount[at] > 0 {
		return "fired", 1
	}
	if r.s.open && r.e.keep.may[at>>6]>>(at&63)&1 == 1 {
		return "undecided", 0
	}
	return "asleep", 0
}

// contributions is the whole account of one option: every statement that could
// speak of it.
func (r *run) contributions(out *outcome, o int, c *central) []Contribution {
	a := r.e.a
	list := []Contribution{}
	for i := 0; i < a.statements(); i++ {
		if !a.speaksOf(i, o) {
			continue
		}
		list = append(list, r.describe(out, i, o, c))
	}
	return list
}

func (a *Advisor) speaksOf(i, o int) bool {
	switch kind, at := a.kindOf(i); kind {
	case "rule":
		return a.rules[at].points[o] != 0
	case "gate":
		return a.gates[at].stops[o]
	}
	return true
}

func (r *run) describe(out *outcome, i, o int, c *central) Contribution {
	a := r.e.a
	kind, at := a.kindOf(i)
	k := Contribution{Kind: kind, Points: r.contribution(out, i, o), Answered: r.isAnswered(i),
		Text: r.text(i, o, c), Facts: r.factsOf(i, o, c)}
	k.State, k.Share = r.state(out, i)
	switch kind {
	case "measure":
		m := &a.pack.Measures[at]
		k.ID, k.Criterion, k.Source = m.ID, m.Criterion, a.pack.Cite(m.Sources)
		k.Margin = fmt.Sprintf("%.0f of 100 on its scale", a.program.Value(at, o, c.facts))
	case "rule":
		q := &a.pack.Rules[at]
		k.ID, k.Criterion, k.Source = q.ID, q.Criterion, a.pack.Cite(q.Sources)
		k.Margin = r.margin(i, c)
	default:
		g := &a.pack.Gates[at]
		k.ID, k.Source = g.ID, a.pack.Cite(g.Sources)
		k.Margin = r.margin(i, c)
	}
	if kind != "gate" {
		k.Weight = r.s.weightSum[a.criterionOf(i)] / float64(r.s.scored)
	}
	return k
}

func (a *Advisor) criterionOf(i int) int {
	if kind, at := a.kindOf(i); kind == "measure" {
		return a.measures[at].criterion
	} else if kind == "rule" {
		return a.rules[at].criterion
	}
	return -1
}

// reason tells a difference from the side of the option that gains by it.
func (r *run) reason(i, lead, runner int, diff float64) Reason {
	a := r.e.a
	q := Reason{For: estimate.Architecture(lead).String(), Against: estimate.Architecture(runner).String(), Points: diff}
	if diff < 0 {
		q.For, q.Against, q.Points = q.Against, q.For, -diff
	}
	q.ID = a.statementID(i)
	if c := a.criterionOf(i); c >= 0 {
		q.Criterion = a.criteria[c].id
	}
	q.index, q.lead, q.runner = i, lead, runner
	return q
}

func (a *Advisor) statementID(i int) string {
	switch kind, at := a.kindOf(i); kind {
	case "measure":
		return a.measures[at].id
	case "rule":
		return a.rules[at].id
	default:
		return a.gates[at].id
	}
}
