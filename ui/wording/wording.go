package wording

import (
	"fmt"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/rules/numeral"
)

// LabelOf is the label of a field by its name, or the name itself if there is no
// such field.
func LabelOf(name string) string {
	if id, ok := profile.Lookup(name); ok {
		return say.Label(id)
	}
	return profile.Clean(name)
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
