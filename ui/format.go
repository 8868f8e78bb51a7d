package ui

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"archadvisor/advisor"
	"archadvisor/advisor/profile"
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

// signed writes points with their sign, a real minus, and no "-0.0".
func signed(points float64) string {
	r := math.Round(points*10) / 10
	switch {
	case r > 0:
		return "+" + strconv.FormatFloat(r, 'f', 1, 64)
	case r < 0:
		return "−" + strconv.FormatFloat(-r, 'f', 1, 64)
	}
	return "0.0"
}

// number writes a quantity with three significant digits and thin groups:
// 0.42, 61.2, 1 420, 3.9 million.
func number(v float64) string {
	a := math.Abs(v)
	switch {
	case math.IsNaN(v) || math.IsInf(v, 0):
		return "–"
	case a >= 1e9:
		return trim(v/1e9) + " billion"
	case a >= 1e6:
		return trim(v/1e6) + " million"
	case a >= 1000:
		return groups(v)
	}
	return trim(v)
}

func trim(v float64) string {
	digits := 0
	if a := math.Abs(v); a > 0 && a < 100 {
		digits = min(6, max(0, 2-int(math.Floor(math.Log10(a)))))
	}
	s := strconv.FormatFloat(v, 'f', digits, 64)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	return s
}

func groups(v float64) string {
	unit := math.Pow(10, math.Floor(math.Log10(math.Abs(v)))-2)
	s := strconv.FormatFloat(math.Round(v/unit)*unit, 'f', 0, 64)
	var b strings.Builder
	for i, r := range s {
		if i > 0 && (len(s)-i)%3 == 0 && s[i-1] != '-' {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// share writes a share of 0 to 1 in per cent.
func share(v float64) string { return fmt.Sprintf("%.0f %%", v*100) }

// band writes a quantity with its range: "240 (180 to 420)".
func band(b advisor.Band) string {
	if b.Low == b.High || number(b.Low) == number(b.High) {
		return number(b.Expected)
	}
	return number(b.Expected) + " (" + number(b.Low) + " to " + number(b.High) + ")"
}

// people writes a head-count: a tenth of a person is exact enough.
func people(v float64) string {
	if v > 0 && v < 0.05 {
		return "under 0.1"
	}
	if v >= 10 {
		return number(math.Round(v))
	}
	return trim(math.Round(v*10) / 10)
}

// availability writes a share of time without rounding the nines away.
func availability(pct float64) string {
	if pct >= 99 && pct < 100 {
		digits := min(5, max(2, int(math.Ceil(-math.Log10(100-pct)))+1))
		return strings.TrimRight(strconv.FormatFloat(pct, 'f', digits, 64), "0") + " %"
	}
	return trim(pct) + " %"
}

// estimates writes what everybody asks of an option, in words.
func estimates(o advisor.Option) []string {
	e := o.Estimates
	return []string{
		band(e.Cost) + " USD a month",
		"p99 " + number(e.P99.Expected) + " ms",
		availability(e.Availability.Expected),
		people(e.OpsFTE.Expected) + " people to run it",
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
		return number(v)
	case bool:
		if v {
			return "yes"
		}
		return "no"
	case []float64:
		if len(v) == 2 {
			return number(v[0]) + " to " + number(v[1])
		}
	case [2]float64:
		return number(v[0]) + " to " + number(v[1])
	}
	return profile.Clean(fmt.Sprint(v))
}
