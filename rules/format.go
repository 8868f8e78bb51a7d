package rules

import (
	"math"
	"strconv"
	"strings"
)

// number writes a value for people: up to four significant digits below a
// thousand, whole above, thousands apart by a thin-looking plain space.
func number(x float64) string {
	switch {
	case math.IsInf(x, 1):
		return "unbounded"
	case math.IsInf(x, -1):
		return "-unbounded"
	case x != x:
		return "unknown"
	}
	size := math.Abs(x)
	if size != 0 && (size < 1e-4 || size >= 1e15) {
		return strconv.FormatFloat(x, 'g', 4, 64)
	}
	if size >= 999.95 {
		return grouped(strconv.FormatFloat(x, 'f', 0, 64))
	}
	if s := strconv.FormatFloat(x, 'f', -1, 64); len(s) <= 7 {
		return s
	}
	digits := 3
	for s := size; s != 0 && s < 1 && digits < 8; s *= 10 {
		digits++
	}
	for s := size; s >= 10; s /= 10 {
		digits--
	}
	return trimZeros(strconv.FormatFloat(x, 'f', digits, 64))
}

func trimZeros(s string) string {
	if !strings.Contains(s, ".") {
		return s
	}
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}

// grouped puts a space between thousands: 12 345.
func grouped(s string) string {
	sign := ""
	if strings.HasPrefix(s, "-") {
		sign, s = "-", s[1:]
	}
	out := ""
	for len(s) > 3 {
		out = " " + s[len(s)-3:] + out
		s = s[:len(s)-3]
	}
	return sign + s + out
}

// withUnit writes a value with the unit that people want to see beside it:
// none for counts, percent for shares.
func withUnit(x float64, u unit) string {
	switch {
	case u.dim.isCount():
		if math.Abs(x) >= 10 && x != math.Trunc(x) {
			x = math.Round(x*10) / 10
		}
		return number(x)
	case u.name == "share":
		return number(x*100) + " %"
	case u.name == "%" && x > 99 && x < 100:
		return nines(x) + " %"
	case u.name == "x":
		return number(x) + "x"
	case u.name == "" || u.name == "ratio":
		return number(x)
	}
	return number(x) + " " + u.name
}

// nines writes a percentage just below 100 so that what is missing from 100
// keeps two significant digits: 99.995, never 100.
func nines(x float64) string {
	digits := 0
	for gap := 100 - x; gap < 10 && digits < 9; gap *= 10 {
		digits++
	}
	return trimZeros(strconv.FormatFloat(x, 'f', digits, 64))
}

// Format writes the value of a fact for people: with its unit, the word of an
// option, yes or no.
func (s *Schema) Format(fact int, x float64) string {
	return s.format(fact, x, true)
}

func (s *Schema) format(fact int, x float64, unit bool) string {
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
	case !unit:
		return number(x)
	}
	return withUnit(x, s.units[fact])
}

// unstated are the words for a fact that nobody stated.
func (s *Schema) unstated(fact int) string {
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
