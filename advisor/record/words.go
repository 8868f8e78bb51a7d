package record

import (
	"math"
	"strconv"
	"strings"

	"archadvisor/advisor"
)

// optionName is an architecture as a heading and as the chosen option.
func optionName(architecture string) string {
	switch architecture {
	case "monolith":
		return "Modular monolith"
	case "microservices":
		return "Microservices"
	case "serverless":
		return "Serverless functions"
	}
	return Sentence(architecture)
}

// withArticle is an architecture inside a sentence: "a modular monolith".
func withArticle(architecture string) string {
	if architecture == "monolith" {
		return "a modular monolith"
	}
	return strings.ToLower(optionName(architecture))
}

// criterionName makes words of a criterion's id: "time to market".
func criterionName(id string) string { return strings.ReplaceAll(Line(id), "_", " ") }

// figure writes a quantity with three significant digits and a space between
// thousands: "1 230", "0.52".
func figure(v float64) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return "unknown"
	}
	if v == 0 {
		return "0"
	}
	digits := 2 - int(math.Floor(math.Log10(math.Abs(v))))
	scale := math.Pow(10, float64(digits))
	s := strconv.FormatFloat(math.Round(v*scale)/scale, 'f', max(digits, 0), 64)
	if digits > 0 {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	return thousands(s)
}

// thousands puts a space between groups of three digits of the whole part.
func thousands(s string) string {
	whole, rest, _ := strings.Cut(s, ".")
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "-", whole[1:]
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + " " + whole[i:]
	}
	if rest != "" {
		rest = "." + rest
	}
	return sign + whole + rest
}

// availability writes a percentage with all the nines that matter.
func availability(v float64) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return "unknown"
	}
	digits := 2
	for d := 100 - v; digits < 6 && d > 0 && d < 0.1; d *= 10 {
		digits++
	}
	s := strconv.FormatFloat(v, 'f', digits, 64)
	return strings.TrimRight(strings.TrimRight(s, "0"), ".")
}

// percent writes a share as a whole percentage.
func percent(share float64) string {
	return strconv.Itoa(int(math.Round(share*100))) + " %"
}

// signed writes points with their sign, to a tenth.
func signed(v float64) string {
	s := thousands(strconv.FormatFloat(tenth(v), 'f', -1, 64))
	if tenth(v) > 0 {
		return "+" + s
	}
	return s
}

// band writes a quantity with its range: "240 (180 to 420)".
func band(b advisor.Band, write func(float64) string) string {
	low, mid, high := write(b.Low), write(b.Expected), write(b.High)
	if low == mid && mid == high {
		return mid
	}
	return mid + " (" + low + " to " + high + ")"
}

// plainNumber writes a number as TOML and --set read it, without exponent.
func plainNumber(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
