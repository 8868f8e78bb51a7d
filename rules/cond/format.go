package cond

import (
	"cmp"
	"math"
	"strings"

	"archadvisor/rules/numeral"
)

// withUnit writes a value with the unit that people want to see beside it: none
// for counts, per cent for shares.
func withUnit(x float64, u unit) string {
	switch {
	case u.dim == people && x < 10:
		return numeral.People(x)
	case u.dim.isCount():
		if math.Abs(x) >= 10 && x != math.Trunc(x) {
			x = math.Round(x*10) / 10
		}
		return numeral.Plain(x)
	case u.name == "USD":
		return numeral.With(x, u.name, numeral.Amount)
	case u.name == "%":
		return numeral.Availability(x)
	}
	return numeral.With(x, u.name, numeral.Plain)
}

// Format writes the value of a fact for people: with its unit unless it is plain, the
// word of an option, yes or no.
func (s *Schema) Format(fact int, x float64, plain bool) string {
	f := &s.facts[fact]
	switch {
	case x != x:
		return "unknown"
	case f.Kind == FactBool:
		if x != 0 {
			return "yes"
		}
		return "no"
	case f.Kind == FactOption:
		if i := int(x); i >= 0 && i < len(f.Options) {
			return f.Options[i]
		}
		return "unknown"
	case f.Kind == FactList:
		return f.words(x)
	case plain:
		return numeral.Plain(x)
	}
	return withUnit(x, s.units[fact])
}

// words are those that a list holds.
func (f *Fact) words(x float64) string {
	var held []string
	for i, o := range f.Options {
		if holds(x, float64(i)) == 1 {
			held = append(held, o)
		}
	}
	return cmp.Or(strings.Join(held, ", "), "none")
}

// Unstated are the words for a fact that nobody stated.
func (s *Schema) Unstated(fact int) string {
	f, d := &s.facts[fact], s.units[fact].dim
	switch {
	case f.Kind != FactNumber:
		return "an unstated answer"
	case d.isCount():
		return "an unstated number of"
	case d == money:
		return "an unstated amount"
	case d == timeSpan:
		return "an unstated time"
	case d == size:
		return "an unstated size"
	case d == requestRate || d == frequency:
		return "an unstated rate"
	}
	return "an unstated share"
}
