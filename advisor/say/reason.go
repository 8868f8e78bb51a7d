package say

import (
	"cmp"
	"strings"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/rules/numeral"
)

// Reason is why one option is ahead of another; what rests on an open answer is a possibility, not a fact.
func Reason(r *explain.Reason) string {
	if len(r.Quotes) != 2 {
		if r.Possible() {
			return text("if it is so, which you left open: %s", Quoted(r))
		}
		return spoken(Quoted(r))
	}
	a, b := r.Quotes[0], r.Quotes[1] // of a measure, that of the leader first
	both := text("%s: %s; %s: %s", a.Architecture, a.Because, b.Architecture, b.Because)
	switch r.Basis {
	case explain.OnAverage:
		return text("on average over what is open, %s", both)
	case explain.AgainstCentre:
		return text("at the central inputs %s; over the range of what is open it is more often the other way round", both)
	}
	return both
}

// Quoted is what the pack says.
func Quoted(r *explain.Reason) string {
	if len(r.Quotes) == 0 {
		return ""
	}
	return r.Quotes[0].Because
}

// Contribution is what a statement of the pack says of an option.
func Contribution(c *advisor.Contribution) string { return spoken(c.Because) }

// Gate is why a gate stops an option.
func Gate(g *advisor.GateHit) string {
	if g.Exclusion {
		return text("you excluded it (constraints.exclude)")
	}
	return spoken(g.Because)
}

// GateHit is what a gate does to an option, with the reason.
func GateHit(architecture string, g *advisor.GateHit) string {
	if g.Share < 1 {
		return text("%s would be stopped in %s of the draws: %s", architecture, numeral.Percent(g.Share), Gate(g))
	}
	return text("%s is ruled out: %s", architecture, Gate(g))
}

// Margin is how far the facts of a statement are from its thresholds. An open field is told as open.
func Margin(m *advisor.Margin) string {
	if m.Scaled {
		return text("%s of 100 on its scale", numeral.Whole(m.Value))
	}
	return strings.Join(All(m.Terms, term), "; ")
}

func term(t *advisor.Term) string {
	switch {
	case t.Open && t.Wanted == "":
		return text("%s is open", t.Name)
	case t.Open:
		return text("%s is open, threshold %s %s", t.Name, t.Op, t.Wanted)
	case t.Wanted == "":
		return text("%s is %s", t.Name, t.Shown)
	case t.Away == "":
		return text("%s is %s, asked is %s %s", t.Name, t.Shown, t.Op, t.Wanted)
	}
	return text("%s is %s, asked is %s %s, %s away", t.Name, t.Shown, t.Op, t.Wanted, t.Away)
}

// Sources is what a statement rests on, in one line.
func Sources(cited []string) string { return strings.Join(cited, "; ") }

// Shift is what a statement of the pack gives each option now and gave when a decision was recorded.
type Shift struct {
	ID, Kind, Because string // kind "" for a statement that is gone
	Now, Was          [3]float64
	Stopped           float64 // points from which on, downwards, an option is ruled out
}

// String says what the statement does now that it did not do before.
func (s Shift) String() string {
	kind := cmp.Or(s.Kind, text("statement"))
	if s.Kind == "gate" {
		return text("%s %s now rules out: %s", kind, Line(s.ID), Clause(s.Because))
	}
	return text("%s %s now gives %s (was %s)", kind, Line(s.ID), s.points(s.Now), s.points(s.Was))
}

// points writes the points of a statement: "monolith +4.2, serverless −1.0".
func (s Shift) points(points [3]float64) string {
	var parts []string
	for i, a := range profile.Architectures {
		switch {
		case points[i] <= s.Stopped:
			parts = append(parts, text("%s ruled out", a))
		case points[i] != 0:
			parts = append(parts, text("%s %s", a, numeral.Signed(points[i])))
		}
	}
	return cmp.Or(strings.Join(parts, ", "), text("nothing"))
}

// Edited says that the profile of a record is not the one that was recorded.
func Edited() string { return text("the profile in the record was edited") }

// OtherPack says that a record was made with other rules.
func OtherPack(was, is string) string {
	return text("the rule pack changed (%s, now %s)", Line(was), Line(is))
}

// OtherPrices says that a record was made with other prices.
func OtherPrices(was, is string) string {
	return text("prices were of %s, now of %s", Line(was), Line(is))
}

// OtherVerdict says that a decision is as sure as another verdict says, with the probabilities.
func OtherVerdict(was, is string, p, q float64) string {
	return text("the verdict was %s (%s) and is %s (%s)", was, numeral.ProbabilityInWords(p), is, numeral.ProbabilityInWords(q))
}

// PartsMoved and Fell are in few words what does not hold of a decision whose option leads still.
func PartsMoved() string { return text("components moved") }

// Fell says that another option is within reach of one that was recommended.
func Fell() string { return text("no longer recommended") }

// Scored says how the score of an option changed.
func Scored(architecture string, was, is float64) string {
	return text("%s scored %s, now %s", architecture, score(was), score(is))
}
