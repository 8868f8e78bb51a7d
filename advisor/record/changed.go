package record

import (
	"fmt"
	"math"
	"sort"
	"strings"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/rules/numeral"
)

// How much must change to be worth a word, and how many changes are told.
const (
	minShift     = 0.5  // points between the two options
	minChange    = 0.05 // of an estimate, relative
	maxStatement = 3
	maxEstimate  = 3
)

// whatChanged tells why another option leads now: what was measured anew,
// which statements of the pack moved the lead, which estimates changed, and
// whether the rules or prices did.
func whatChanged(r *Record, now *explain.Decision, set []string) string {
	var parts []string
	for _, s := range set {
		parts = append(parts, "--set "+Line(s))
	}
	if r.Edited {
		parts = append(parts, "the profile in the record was edited")
	}
	parts = append(parts, statementChanges(r, now)...)
	parts = append(parts, estimateChanges(r, now)...)
	if r.PackHash != "" && r.PackHash != now.PackHash {
		parts = append(parts, fmt.Sprintf("the rule pack changed (%s, now %s)", Line(r.Pack), Line(now.Pack)))
	}
	if r.Prices != "" && r.Prices != now.Prices {
		parts = append(parts, fmt.Sprintf("prices were of %s, now of %s", Line(r.Prices), Line(now.Prices)))
	}
	if len(parts) == 0 {
		parts = append(parts, teller{now, r.Profile}.reasonsNow()...)
	}
	if len(parts) == 0 {
		parts = append(parts, scoreChange(r, now))
	}
	return strings.Join(parts, "; ")
}

// shift is a statement that moved the lead towards the option that leads now.
type shift struct {
	id       string
	by       float64 // points
	was, now statement
}

// statementChanges names the statements that moved most of the lead.
func statementChanges(r *Record, now *explain.Decision) []string {
	if len(r.points) == 0 {
		return nil
	}
	from, to := architectureIndex(r.Recommendation), architectureIndex(now.Recommendation)
	today := pointsOf(now)
	var shifts []shift
	for id := range union(today, r.points) {
		s := shift{id: id, was: statement{points: r.points[id]}, now: today[id]}
		s.by = lead(s.now.points, from, to) - lead(s.was.points, from, to)
		if to < 0 && s.now.kind != "gate" {
			continue // no option is left: only what rules them out tells why
		}
		if s.by >= minShift {
			shifts = append(shifts, s)
		}
	}
	sort.Slice(shifts, func(i, j int) bool {
		if shifts[i].by != shifts[j].by {
			return shifts[i].by > shifts[j].by
		}
		return shifts[i].id < shifts[j].id
	})
	var out []string
	for _, s := range shifts[:min(len(shifts), maxStatement)] {
		out = append(out, s.String())
	}
	return out
}

// lead is how far one option is ahead of another under one statement; an
// option that does not exist (infeasible) counts nothing.
func lead(points [3]float64, from, to int) float64 {
	v := 0.0
	if to >= 0 {
		v += points[to]
	}
	if from >= 0 {
		v -= points[from]
	}
	return v
}

// union is the set of keys of both maps.
func union(a map[string]statement, b map[string][3]float64) map[string]bool {
	out := map[string]bool{}
	for id := range a {
		out[id] = true
	}
	for id := range b {
		out[id] = true
	}
	return out
}

// String says what a statement does now that it did not do before.
func (s shift) String() string {
	kind := s.now.kind
	if kind == "" {
		kind = "statement"
	}
	nothing := [3]float64{}
	what := "now gives " + pointsText(s.now.points) + " (was " + pointsText(s.was.points) + ")"
	switch {
	case kind == "gate":
		what = "now rules out: " + told(s.now.text)
	case s.now.points == nothing:
		what = "now gives nothing (was " + pointsText(s.was.points) + ")"
	case s.was.points == nothing:
		what = "now gives " + pointsText(s.now.points) + " (was nothing)"
	}
	return kind + " " + Line(s.id) + " " + what
}

// pointsText writes the points of a statement: "monolith +4.2, serverless -1".
func pointsText(points [3]float64) string {
	var parts []string
	for i, a := range profile.Architectures {
		if points[i] <= stopPoints/10 {
			parts = append(parts, a+" ruled out")
			continue
		}
		if points[i] != 0 {
			parts = append(parts, a+" "+numeral.Signed(points[i]))
		}
	}
	if len(parts) == 0 {
		return "nothing"
	}
	return strings.Join(parts, ", ")
}

// estimateChanges names the figures that changed most, in the order of
// quantities and, within one, of profile.Architectures.
func estimateChanges(r *Record, now *explain.Decision) []string {
	type change struct {
		text string
		by   float64
	}
	var changes []change
	for _, q := range quantities()[1:] {
		was, ok := r.figures[q]
		if !ok {
			continue
		}
		for i, a := range profile.Architectures {
			o := optionOf(now, a)
			if o == nil || a != r.Recommendation && a != now.Recommendation {
				continue
			}
			v := quantity(*o, q)
			if by := relative(was[i], v); by >= minChange || q == "availability_pct" && math.Abs(was[i]-v) >= 0.01 {
				changes = append(changes, change{fmt.Sprintf("%s of %s was %s, is %s", quantityName(q), a, exact(q, was[i]), exact(q, v)), by})
			}
		}
	}
	sort.SliceStable(changes, func(i, j int) bool { return changes[i].by > changes[j].by })
	var out []string
	for _, c := range changes[:min(len(changes), maxEstimate)] {
		out = append(out, c.text)
	}
	return out
}

// relative is how far two figures are apart, as a factor less one.
func relative(a, b float64) float64 {
	low, high := math.Min(math.Abs(a), math.Abs(b)), math.Max(math.Abs(a), math.Abs(b))
	if high == 0 {
		return 0
	}
	return high/math.Max(low, 1e-9) - 1
}

// quantityName is a figure in words.
func quantityName(q string) string {
	switch q {
	case "cost_monthly_usd":
		return "cost a month"
	case "p99_ms":
		return "99th percentile"
	case "availability_pct":
		return "availability"
	}
	return "people to run it"
}

// exact writes a figure of a quantity.
func exact(q string, v float64) string {
	switch q {
	case "cost_monthly_usd":
		return numeral.Money(v)
	case "p99_ms":
		return numeral.Milliseconds(v)
	case "availability_pct":
		return numeral.Availability(v)
	}
	return numeral.People(v)
}

// reasonsNow are the reasons of today's decision, for a record that does not
// say what it rested on.
func (t teller) reasonsNow() []string {
	now := t.decision
	var out []string
	for _, reason := range now.Reasons[:min(len(now.Reasons), maxStatement)] {
		out = append(out, fmt.Sprintf("%s: %s", Line(reason.ID), t.reason(reason)))
	}
	return out
}

// scoreChange is the last thing to say: the scores.
func scoreChange(r *Record, now *explain.Decision) string {
	var parts []string
	for i, a := range profile.Architectures {
		if o := optionOf(now, a); o != nil {
			parts = append(parts, fmt.Sprintf("%s scored %s, now %s", a, numeral.Figure(r.figures["score"][i]), numeral.Figure(o.Score)))
		}
	}
	return strings.Join(parts, ", ")
}
