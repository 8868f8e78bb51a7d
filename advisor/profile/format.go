package profile

import (
	"math"
	"strconv"
	"strings"
)

// Format writes a value for people, with its unit: "1 500 req/s", "8 to 20
// people", "40 %", "$3 000", "bursty", "yes", "unknown". Parse reads it back,
// numbers to six digits.
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
		return f.formatRange(v.Low, v.High)
	}
	return f.prefix() + f.formatNumber(v.Low) + f.suffix(v.Low)
}

func (f *Field) formatRange(lo, hi float64) string {
	return f.prefix() + f.formatNumber(lo) + " to " + f.prefix() + f.formatNumber(hi) + f.suffix(hi)
}

func (f *Field) prefix() string {
	if f.Unit == "USD" {
		return "$"
	}
	return ""
}

func (f *Field) suffix(x float64) string {
	switch f.Unit {
	case "", "USD":
		return ""
	case "share", "%":
		return " %"
	case "x":
		return "x"
	case "importance":
		return " of 5"
	}
	if x == 1 {
		return " " + singular(f.Unit)
	}
	return " " + f.Unit
}

func singular(unit string) string {
	switch unit {
	case "people":
		return "person"
	case "teams", "modules", "environments", "services", "months":
		return strings.TrimSuffix(unit, "s")
	}
	return unit
}

// formatNumber writes six digits at most, thousands set apart by spaces; a
// share as per cent.
func (f *Field) formatNumber(x float64) string {
	if f.Unit == "share" {
		x *= 100
	}
	return Readable(x)
}

// Readable writes a number for people in six digits at most, thousands set
// apart by spaces: 1 500, 0.25, 2e+15.
func Readable(x float64) string {
	if a := math.Abs(x); a != 0 && (a < 1e-4 || a >= 1e15) {
		return strconv.FormatFloat(x, 'g', 6, 64)
	}
	s := strconv.FormatFloat(x, 'g', 6, 64)
	if strings.ContainsRune(s, 'e') {
		y, err := strconv.ParseFloat(s, 64)
		if err != nil {
			return s
		}
		s = strconv.FormatFloat(y, 'f', -1, 64)
	}
	whole, fraction, _ := strings.Cut(s, ".")
	if fraction != "" {
		fraction = "." + fraction
	}
	return groups(whole) + fraction
}

func groups(digits string) string {
	sign := ""
	if strings.HasPrefix(digits, "-") {
		sign, digits = "-", digits[1:]
	}
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + " " + digits[i:]
	}
	return sign + digits
}
