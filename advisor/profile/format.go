package profile

import (
	"strings"

	"archadvisor/rules/numeral"
)

// Format writes a value for people, with its unit: "1,500 req/s", "8 to 20 people", "40 %", "$3,000",
// "bursty", "yes", "unknown". Parse reads it back, numbers to six digits.
func Format(id ID, v Value) string {
	f := id.Field()
	switch {
	case v.State == Open:
		return "unknown"
	case f.Kind == Bool && v.Low != 0:
		return "yes"
	case f.Kind == Bool:
		return "no"
	case f.Kind == Option:
		return f.word(v)
	case f.Kind == Text:
		return Clean(v.Text)
	case f.Kind == TextList && len(v.List) == 0:
		return "none"
	case f.Kind == TextList:
		return Clean(strings.Join(v.List, ", "))
	case v.State == Range:
		return numeral.Range(v.Low, v.High, f.Unit, numeral.Exact)
	}
	return numeral.With(v.Low, f.Unit, numeral.Exact)
}
