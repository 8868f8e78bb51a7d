package cond

import (
	"cmp"
	"math"
	"strings"

	"archadvisor/rules/numeral"
)

// Margin is one comparison of a condition: on which values it was decided and how far from the threshold.
type Margin struct {
	Fact      int     // compared; -1 if it is an expression of several facts
	Name, Op  string  // what is compared, as written, and how
	Threshold float64 // not-a-number for a list
	Shown     string  // the value, with its unit
	Wanted    string  // the threshold, with its unit; "" for a yes or no that stands alone
	Away      string  // how far they are apart, with its unit; "" unless both are numbers that are known
}

// Margins returns the comparisons of a condition, in the order written.
func (c *Condition) Margins(s *Schema, v []float64) []Margin {
	out := []Margin{}
	c.walk(func(a *Condition) {
		if a.comparison != nil {
			out = append(out, s.margin(a, v))
		}
	})
	return out
}

func (s *Schema) margin(a *Condition, v []float64) Margin {
	m := Margin{Fact: -1, Name: a.shown, Op: a.op, Threshold: nan}
	left, value := a.x, a.x.Eval(v)
	known := value == value
	switch {
	case a.x.op == 'c':
		right := a.x.r
		if left = a.x.l; a.swapped {
			left, right, m.Op = right, left, flipped[a.op]
		}
		value, m.Threshold = left.Eval(v), right.Eval(v)
	case a.x.op == 'w': // told as the list and the words that it is asked for
		m.Fact, value, m.Threshold = a.x.fact, v[a.x.fact], a.x.k
	case len(a.wants) == 1:
		m.Threshold = a.wants[0]
	}
	if left.op == 'f' {
		m.Fact = left.fact
	}
	show := func(x float64) string {
		switch {
		case x != x:
			return "unknown"
		case m.Fact >= 0:
			return s.Format(m.Fact, x, false)
		}
		return withUnit(x, a.in)
	}
	if m.Shown = show(value); a.named {
		return m
	}
	m.Wanted = show(m.Threshold)
	if len(a.wants) > 1 {
		m.Wanted = ""
		for _, w := range a.wants {
			m.Wanted += ", " + show(w)
		}
		m.Wanted = m.Wanted[len(", "):]
	}
	if away := math.Abs(value - m.Threshold); a.kind == FactNumber && known && away > 0 && !math.IsInf(away, 0) {
		m.Away = show(away)
	}
	return m
}

// withUnit writes a value with the unit that people want to see beside it: none for counts, per cent for shares.
func withUnit(x float64, u unit) string {
	switch {
	case u.dim == "people" && x < 10:
		return numeral.People(x)
	case u.isCount():
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

// Format writes the value of a fact for people: with its unit unless it is plain, the word of an option, yes or no.
func (s *Schema) Format(fact int, x float64, plain bool) string {
	f := &s.Facts[fact]
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

func (f *Fact) words(x float64) string {
	var held []string
	for i, o := range f.Options {
		if holds(x, math.Exp2(float64(i))) == 1 {
			held = append(held, o)
		}
	}
	return cmp.Or(strings.Join(held, ", "), "none")
}

// Unstated are the words for a fact that nobody stated.
func (s *Schema) Unstated(fact int) string {
	if s.Facts[fact].Kind != FactNumber {
		return "an unstated answer"
	}
	return "an unstated " + cmp.Or(measured[s.units[fact].dim], "number of")
}
