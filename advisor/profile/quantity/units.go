package quantity

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"archadvisor/rules/source"
)

const month = 730 * 3600 // 730 hours, in seconds

// quantity is a number with its factor of thousands and its unit, as written.
type quantity struct {
	number float64
	times  float64 // 1000 for k
	unit   float64 // of the field per unit written
	bare   bool    // nothing stood after the number
}

// value is the quantity in the unit of the field, rounded to twelve digits, so that 140 % is 1.4 and nothing more.
func (q quantity) value() float64 {
	factor := q.times * q.unit
	if factor == 1 {
		return q.number
	}
	x := q.number * factor
	rounded, _ := strconv.ParseFloat(strconv.FormatFloat(x, 'g', 12, 64), 64) // of what was just written
	return rounded
}

func read(s, unit string) (quantity, error) {
	text := strip(s, unit)
	if sum, ok := compound(text, unit); ok {
		return quantity{number: sum, times: 1, unit: 1}, nil
	}
	if m := nines().FindStringSubmatch(text); m != nil && unit == "%" {
		return quantity{number: 100 - math.Pow10(2-int(m[1][0]-'0')), times: 1, unit: 1}, nil
	}
	digits := number().FindString(text)
	x, err := strconv.ParseFloat(thousands.Replace(digits), 64)
	rest := strings.TrimSpace(text[len(digits):])
	if once := slashed(text); err != nil && once != text && strings.HasPrefix(once, "/") && periods[once[1:]] > 0 {
		x, rest, err = 1, text, nil // words that stand for once in a period
	}
	if err != nil {
		return quantity{}, fmt.Errorf("%s is not a number: write %s", source.Quote(s), Examples(unit))
	}
	for _, m := range multipliers {
		if tail, has := strings.CutPrefix(rest, m.word); has {
			if factor, ok := unitFactor(unit, strings.TrimSpace(tail)); ok {
				return quantity{number: x, times: m.times, unit: factor, bare: rest == ""}, nil
			}
		}
	}
	return quantity{}, fmt.Errorf("the unit %s is not known here: write %s", source.Quote(rest), Examples(unit))
}

// multipliers are all of them, none first, then the longest word.
var multipliers = [...]struct {
	word  string
	times float64
}{
	{"", 1}, {"hundred", 100}, {"dozen", 12}, {"thousand", 1e3}, {"million", 1e6}, {"billion", 1e9}, {"mio", 1e6}, {"mn", 1e6}, {"bn", 1e9},
	{"k", 1e3}, {"m", 1e6}, {"g", 1e9}, {"b", 1e9}, {"t", 1e12},
}

func strip(s, unit string) string {
	s = strings.TrimSpace(s)
	for _, word := range []string{"~", "≈", "about ", "around ", "approx. ", "roughly ", "ca. ", "from "} {
		s = strings.TrimSpace(strings.TrimPrefix(s, word))
	}
	switch unit {
	case "USD":
		s = strings.NewReplacer("$", "", "usd", "", "dollars", "", "dollar", "", "bucks", "", "us", "").Replace(s)
	case "x":
		s = strings.TrimPrefix(s, "x")
	case "importance":
		s = strings.TrimSuffix(strings.TrimSuffix(s, "of 5"), "/5")
	}
	return strings.TrimSpace(s)
}

// number is one at the start of a text, thousands set apart by spaces, commas, apostrophes or underscores.
var (
	number    = source.Pattern(`^[-+]?(?:[1-9][\d.]*(?:[ ,'_]\d{3})+(?:\.\d+)?|[\d.]*)(?:e[-+]?\d+)?`)
	thousands = strings.NewReplacer(" ", "", ",", "", "'", "", "_", "")
)

// unitFactor says how many units of the field one written unit is.
func unitFactor(fieldUnit, unit string) (float64, bool) {
	if unit == "" {
		return 1, true
	}
	if seconds, ok := rates[fieldUnit]; ok {
		return perPeriod(unit, seconds)
	}
	if m, ok := measures[fieldUnit]; ok {
		factor, known := m.factors[unit]
		if fieldUnit == "months" && unit == "m" {
			factor = month
		}
		return factor / m.field, known
	}
	if fieldUnit == "USD" { // a month
		factor, ok := amounts[slashed(unit)]
		return factor, ok
	}
	if factor, ok := ratios[fieldUnit][unit]; ok {
		return factor, true
	}
	return 1, ratios[fieldUnit] == nil && countWord(fieldUnit, unit)
}

// How units of fields are read: as a rate, whose period has so many seconds, from factors
// that are counted in units of so many, as money a month, as a ratio.
var (
	rates    = map[string]float64{"req/s": 1, "requests/month": month, "per week": 7 * 86400}
	measures = map[string]struct {
		factors map[string]float64
		field   float64
	}{"ms": {periods, 1e-3}, "s": {periods, 1}, "months": {periods, month}, "MB": {bytes, 1e6}, "kB": {bytes, 1e3}}
	amounts = words(map[float64]string{1: "/month /mo", 1.0 / 12: "/year /yr /y"})
	ratios  = map[string]map[string]float64{"%": words(map[float64]string{1: "% percent pct"}),
		"share": words(map[float64]string{0.01: "% percent pct"}), "x": words(map[float64]string{1: "x times fold"})}
)

// perPeriod reads "/day", "req/s", "requests per minute", "rps".
func perPeriod(unit string, fieldSeconds float64) (float64, bool) {
	unit = slashed(unit)
	if word, ok := map[string]string{"rps": "/s", "qps": "/s", "tps": "/s", "rpm": "/min", "qpm": "/min", "ps": "/s"}[unit]; ok {
		unit = word
	}
	noun, period, has := strings.Cut(unit, "/")
	switch noun {
	case "", "r", "req", "reqs", "request", "requests", "hits", "calls", "events", "messages", "msgs", "jobs",
		"deploy", "deploys", "deployments", "release", "releases", "times", "x":
	default:
		return 0, false
	}
	if !has {
		return 1, true
	}
	seconds, ok := periods[period]
	return fieldSeconds / seconds, ok
}

// slashed writes what stands for "in each" as a slash: "requests a day" is requests/day.
func slashed(unit string) string {
	return strings.NewReplacer(" per ", "/", " a ", "/", " an ", "/", " each ", "/", " every ", "/", " hourly", "/h",
		" daily", "/day", " nightly", "/day", " weekly", "/week", " monthly", "/month", " quarterly", "/quarter", " yearly", "/year", " ", "").Replace(" " + unit)
}

// periods are the lengths of units of time by how they are written; a month is 730 h.
var periods = words(map[float64]string{1e-6: "us µs μs", 1e-3: "ms msec millisecond milliseconds", 1: "s sec secs second seconds",
	60: "m min mins minute minutes", 3600: "h hr hrs hour hours", 86400: "d day days", 7 * 86400: "w wk week weeks",
	month: "mo month months", 3 * month: "quarter quarters", 12 * month: "y yr year years"})

var bytes = words(map[float64]string{1: "b byte bytes", 1e3: "k kb kilobyte kilobytes", 1e6: "m mb meg megs megabyte megabytes", 1e9: "g gb gig gigs gigabyte gigabytes", 1e12: "tb", 1 << 10: "kib", 1 << 20: "mib", 1 << 30: "gib"})

// words turns lists of words by their factor into factors by word.
func words(lists map[float64]string) map[string]float64 {
	out := map[string]float64{}
	for factor, list := range lists {
		for _, w := range strings.Fields(list) {
			out[w] = factor
		}
	}
	return out
}

// countWords are other words for what fields count, without the plural's s.
var countWords = map[string]string{"people": "people person engineer developer dev fte head", "users": "people person device account customer visitor mau", "parts": "module",
	"environments": "env", "teams": "squad", "person days": "day", "regions": "site"}

func countWord(fieldUnit, word string) bool {
	if fieldUnit == "users" { // 50k monthly active users, 50k users a month
		word = strings.TrimPrefix(strings.TrimPrefix(strings.TrimSuffix(slashed(word), "/month"), "/month"), "active")
	}
	word = strings.TrimSuffix(word, "s")
	return word == strings.TrimSuffix(fieldUnit, "s") || slices.Contains(strings.Fields(countWords[fieldUnit]), word)
}

// written shows by unit how a number of the field can be written.
var written = map[string]string{"req/s": "40, 1.5k, 5M/day or 100-2k", "requests/month": "2M, 5M/day or 1M-3M", "per week": "5, 3/day or 2/month",
	"ms": "200, 200ms, 1.5s or 50-200", "s": "30, 90s, 5min, 2h30m or 1-10", "months": "6, 6 months or 2-4", "MB": "512MB, 64kB or 1-4GB", "kB": "512MB, 64kB or 1-4GB",
	"USD": "3000, $3k, $2k-5k or €3k at 1.1", "share": "40%, 0.4 or 10-40%", "%": "99.9, 99.5-99.95 or three nines", "x": "3, 3x or 2-5", "importance": "3 or 2-4",
	"users": "300, 50k or 10k-2M"}

// Examples shows how a number of a unit can be written.
func Examples(unit string) string { return cmp.Or(written[unit], "8, 8-20 or up to 50") }
