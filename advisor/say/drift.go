package say

import (
	"cmp"
	"strings"

	"archadvisor/advisor/profile"
	"archadvisor/rules/numeral"
)

// Shift is what a statement of the pack gives each option now and gave when a
// decision was recorded, in the order of profile.Architectures.
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

// OtherVerdict says that a decision that holds is as sure as another verdict says.
func OtherVerdict(was, is string) string { return text("the verdict was %s and is %s", was, is) }

// Scored says how the score of an option changed.
func Scored(architecture string, was, is float64) string {
	return text("%s scored %s, now %s", architecture, score(was), score(is))
}
