package wording

import (
	"fmt"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/rules/numeral"
	"archadvisor/ui/theme"
)

// LabelOf is the label of a field by its name, or the name itself if there is no
// such field.
func LabelOf(name string) string {
	if id, ok := profile.Lookup(name); ok {
		return say.Label(id)
	}
	return profile.Clean(name)
}

// money writes a bill with its range: "$240 ($180 to $420)".
func money(b advisor.Band) string {
	return numeral.Between(b.Low, b.Expected, b.High, numeral.MoneyShort)
}

// Estimates writes what everybody asks of an option, in words.
func Estimates(o advisor.Option) []string {
	e := o.Estimates
	return []string{
		money(e.Cost) + " a month",
		"p99 " + numeral.Milliseconds(e.P99.Expected),
		numeral.Availability(e.Availability.Expected),
		numeral.People(e.OpsFTE.Expected) + " people to run it",
	}
}

// Flip says what a flip needs, cleaned for the screen.
func Flip(f explain.Flip) string { return profile.Clean(say.Flip(&f)) }

// FlipShort is Flip for a list: "mean load = 520 req/s → monolith".
func FlipShort(f explain.Flip) string { return profile.Clean(say.FlipShort(&f)) }

// Any writes a value of a flip.
func Any(v any) string {
	switch v := v.(type) {
	case nil:
		return "unknown"
	case float64:
		return numeral.Figure(v)
	case bool:
		if v {
			return "yes"
		}
		return "no"
	case []float64:
		if len(v) == 2 {
			return numeral.Figure(v[0]) + " to " + numeral.Figure(v[1])
		}
	case [2]float64:
		return numeral.Figure(v[0]) + " to " + numeral.Figure(v[1])
	}
	return profile.Clean(fmt.Sprint(v))
}

// Score writes the score of an option.
func Score(o advisor.Option) string { return numeral.Whole(o.Score) }

// OptionOf finds an option of a decision by its architecture.
func OptionOf(d *explain.Decision, name string) advisor.Option {
	for _, o := range d.Ranking {
		if o.Architecture == name {
			return o
		}
	}
	return advisor.Option{}
}

// Leader is the option that is recommended, or else the first one.
func Leader(d *explain.Decision) advisor.Option {
	if d.Recommendation == "" && len(d.Ranking) > 0 {
		return d.Ranking[0]
	}
	return OptionOf(d, d.Recommendation)
}

// Waiting says that something is computed, or why it could not be.
func Waiting(fault error) string {
	if fault != nil {
		return theme.Stop + " " + profile.Clean(fault.Error())
	}
	return "Computing …"
}
