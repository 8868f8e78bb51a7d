package ui

import (
	"fmt"
	"strings"

	"archadvisor/advisor"
	"archadvisor/advisor/profile"
	"archadvisor/rules/numeral"
)

// archTitle is the name of an architecture as a heading.
func archTitle(arch string) string {
	if arch == "" {
		return ""
	}
	return strings.ToUpper(arch[:1]) + arch[1:]
}

// fieldLabel names a field in a few words.
func fieldLabel(id profile.ID) string { return id.Field().Label }

// labelOf is fieldLabel by name, or the name itself if there is no such field.
func labelOf(name string) string {
	if id, ok := profile.Lookup(name); ok {
		return fieldLabel(id)
	}
	return profile.Clean(name)
}

// money writes a bill with its range: "$240 ($180 to $420)".
func money(b advisor.Band) string {
	return numeral.Between(b.Low, b.Expected, b.High, numeral.MoneyShort)
}

// estimates writes what everybody asks of an option, in words.
func estimates(o advisor.Option) []string {
	e := o.Estimates
	return []string{
		money(e.Cost) + " a month",
		"p99 " + numeral.Milliseconds(e.P99.Expected),
		numeral.Availability(e.Availability.Expected),
		numeral.People(e.OpsFTE.Expected) + " people to run it",
	}
}

// verdictWords says how far the recommendation carries, in one sentence.
func verdictWords(d *advisor.Decision) string {
	leader := archTitle(d.Recommendation)
	switch d.Verdict {
	case advisor.Recommended:
		return leader + " is recommended"
	case advisor.CloseCall:
		return "Close call: " + leader + " leads, but " + archTitle(runnerUp(d)) + " is within reach"
	case advisor.NotEnough:
		return leader + " leads, but the missing answers decide"
	}
	return "No option passes: something must be relaxed"
}

// verdictShort is verdictWords for narrow windows.
func verdictShort(d *advisor.Decision) string {
	leader := archTitle(d.Recommendation)
	switch d.Verdict {
	case advisor.CloseCall:
		return "Close call: " + leader + " or " + archTitle(runnerUp(d))
	case advisor.NotEnough:
		return leader + " leads: answers missing"
	case advisor.Infeasible:
		return "No option passes"
	}
	return verdictWords(d)
}

// runnerUp is the best option beside the leader, "" if there is none.
func runnerUp(d *advisor.Decision) string {
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

// flipWords says what one flip needs, cleaned for the screen.
func flipWords(f advisor.Flip) string {
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
			to = unitWords(name, tos[i])
		}
		if f.About {
			equals = " ≈ "
		}
		parts = append(parts, labelOf(name)+equals+to)
	}
	return strings.Join(parts, " and ") + " → " + f.Recommendation
}

// flipShort is flipWords for a list: "mean rps = 520 req/s → monolith".
func flipShort(f advisor.Flip) string {
	f.Text = ""
	return flipWords(f)
}

// unitWords writes a value of a flip with the unit of its field.
func unitWords(name string, v any) string {
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
	return anyWords(v)
}

// anyWords writes a value of a flip.
func anyWords(v any) string {
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
