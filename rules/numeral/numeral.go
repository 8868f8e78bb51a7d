// Package numeral writes numbers for people, in one way for every text, screen and record of the program:
// thousands apart by commas, which never break across lines (1,074), money with its sign in front ($1,074,
// $48,600), shares in per cent (40 %), units behind a space (412 ms).
//
// It is a leaf: packs quote facts and profiles echo answers with it, long before anything becomes a sentence
// of advisor/say. Three precisions suffice: Exact for what somebody stated, Plain for a fact of unknown
// origin, Figure for an estimate.
package numeral

import (
	"math"
	"strconv"
	"strings"
)

const minus = "−" // the sign of a negative number: as wide as the plus sign

// Exact writes what somebody stated, in six significant digits at most: 1,500, 0.25, 2e+15.
func Exact(x float64) string { return digits(x, 6) }

// digits writes so many significant digits, without an exponent where that is readable.
func digits(x float64, n int) string {
	if text, ok := extreme(x, n); ok {
		return text
	}
	return group(strconv.FormatFloat(Round(x, n), 'f', -1, 64))
}

// Plain writes a fact, stated or derived: up to four significant digits below a thousand, whole above.
func Plain(x float64) string {
	if text, ok := extreme(x, 4); ok {
		return text
	}
	if math.Abs(x) >= 999.95 {
		return group(strconv.FormatFloat(x, 'f', 0, 64))
	}
	if s := strconv.FormatFloat(x, 'f', -1, 64); len(s) <= 7 {
		return group(s)
	}
	return digits(x, 4)
}

// Figure writes an estimate: three significant digits, 0.42, 61.2, 1,420 and, from a million on, 3.9 million.
func Figure(x float64) string { return figure(x, " million", " billion") }

func figure(x float64, million, billion string) string {
	switch size := math.Abs(Round(x, 3)); {
	case size >= 1e9 && size < 1e15:
		return digits(x/1e9, 3) + billion
	case size >= 1e6 && size < 1e9:
		return digits(x/1e6, 3) + million
	}
	return digits(x, 3)
}

// extreme writes what needs no digits or too many of them.
func extreme(x float64, digits int) (string, bool) {
	switch size := math.Abs(x); {
	case math.IsNaN(x):
		return "unknown", true
	case math.IsInf(x, 1):
		return "unbounded", true
	case math.IsInf(x, -1):
		return minus + "unbounded", true
	case size != 0 && (size < 1e-4 || size >= 1e15):
		text := strconv.FormatFloat(size, 'g', digits, 64)
		if x < 0 {
			text = minus + text
		}
		return text, true
	}
	return "", false
}

// Whole writes a count or a score without a fraction: 12,345.
func Whole(x float64) string {
	if text, ok := extreme(math.Round(x), 4); ok {
		return text
	}
	return group(strconv.FormatFloat(math.Round(x)+0, 'f', 0, 64))
}

// Tenth writes a score to a tenth of a point: 70.1, −3.2, 0.0.
func Tenth(points float64) string { return group(strconv.FormatFloat(points, 'f', 1, 64)) }

// Signed writes points with their sign, to a tenth: +4.2, −1.0, 0.0.
func Signed(points float64) string {
	if math.Round(points*10) > 0 {
		return "+" + Tenth(points)
	}
	return Tenth(points)
}

// Round keeps so many significant digits.
func Round(x float64, digits int) float64 {
	y, err := strconv.ParseFloat(strconv.FormatFloat(x, 'e', digits-1, 64), 64)
	if err != nil { // beyond the largest number
		return x
	}
	return y
}

// group puts a comma between each three digits of the whole part.
func group(s string) string {
	whole, fraction, found := strings.Cut(s, ".")
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = minus, whole[1:]
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if found {
		whole += "." + fraction
	}
	if strings.Trim(whole, "0.") == "" {
		sign = "" // no zero is negative
	}
	return sign + whole
}
