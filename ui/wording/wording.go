package wording

import (
	"fmt"
	"strings"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/rules/numeral"
	"archadvisor/ui/theme"
)

// ArchTitle is the name of an architecture as a heading.
func ArchTitle(arch string) string {
	if arch == "" {
		return ""
	}
	return strings.ToUpper(arch[:1]) + arch[1:]
}

// Label names a field in a few words.
func Label(id profile.ID) string { return id.Field().Label }

// LabelOf is Label by name, or the name itself if there is no such field.
func LabelOf(name string) string {
	if id, ok := profile.Lookup(name); ok {
		return Label(id)
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

// Verdict says how far the recommendation carries, in one sentence.
func Verdict(d *explain.Decision) string {
	leader := ArchTitle(d.Recommendation)
	switch d.Verdict {
	case advisor.Recommended:
		return leader + " is recommended"
	case advisor.CloseCall:
		return "Close call: " + leader + " leads, but " + ArchTitle(RunnerUp(d)) + " is within reach"
	case advisor.NotEnough:
		return leader + " leads, but the missing answers decide"
	}
	return "No option passes: something must be relaxed"
}

// VerdictShort is Verdict for narrow windows.
func VerdictShort(d *explain.Decision) string {
	leader := ArchTitle(d.Recommendation)
	switch d.Verdict {
	case advisor.CloseCall:
		return "Close call: " + leader + " or " + ArchTitle(RunnerUp(d))
	case advisor.NotEnough:
		return leader + " leads: answers missing"
	case advisor.Infeasible:
		return "No option passes"
	}
	return Verdict(d)
}

// RunnerUp is the best option beside the leader, "" if there is none.
func RunnerUp(d *explain.Decision) string {
	for _, o := range d.Ranking {
		if o.Architecture != d.Recommendation && o.Feasible {
			return o.Architecture
		}
	}
	for _, o := range d.Ranking {
		if o.Architecture != d.Recommendation {
			return o.Architecture
		}
	}
	return ""
}

// Flip says what one flip needs, cleaned for the screen.
func Flip(f explain.Flip) string {
	if f.Text != "" {
		return profile.Clean(f.Text)
	}
	fields, tos := f.Fields, f.Tos
	if f.Field != "" {
		fields, tos = []string{f.Field}, []any{f.To}
	}
	parts := make([]string, 0, len(fields))
	for i, name := range fields {
		to, equals := "unknown", " = "
		if i < len(tos) {
			to = unitValue(name, tos[i])
		}
		if f.About {
			equals = " ≈ "
		}
		parts = append(parts, LabelOf(name)+equals+to)
	}
	return strings.Join(parts, " and ") + " → " + f.Recommendation
}

// FlipShort is Flip for a list: "mean rps = 520 req/s → monolith".
func FlipShort(f explain.Flip) string {
	f.Text = ""
	return Flip(f)
}

// unitValue writes a value of a flip with the unit of its field.
func unitValue(name string, v any) string {
	if id, ok := profile.Lookup(name); ok {
		switch v := v.(type) {
		case float64:
			return profile.Format(id, profile.Number(v))
		case []float64:
			if len(v) == 2 {
				return profile.Format(id, profile.Between(v[0], v[1]))
			}
		}
	}
	return Any(v)
}

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
func Score(o advisor.Option) string { return fmt.Sprintf("%.0f", o.Score) }

// OptionOf finds an option of a decision by its architecture.
func OptionOf(d *explain.Decision, name string) advisor.Option {
	for _, o := range d.Ranking {
		if o.Architecture == name {
			return o
		}
	}
	return advisor.Option{}
}

// Waiting says that something is computed, or why it could not be.
func Waiting(fault error) string {
	if fault != nil {
		return theme.Stop + " " + profile.Clean(fault.Error())
	}
	return "Computing …"
}
