package quantity

import (
	"fmt"
	"strconv"
	"strings"

	"archadvisor/rules/source"
)

// month is 730 hours, in seconds.
const month = 730 * 3600

// quantity is a number with its factor of thousands and its unit, as written.
type quantity struct {
	number float64
	times  float64 // 1000 for k
	unit   float64 // of the field per unit written
	bare   bool    // nothing stood after the number
}

// value is the quantity in the unit of the field. Converted numbers are rounded
// to twelve digits, so that 140 % is 1.4 and not 1.4000000000000001.
func (q quantity) value() float64 {
	factor := q.times * q.unit
	if factor == 1 {
		return q.number
	}
	x := q.number * factor
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(x, 'g', 12, 64), 64)
	if err != nil {
		return x
	}
	return rounded
}

// read reads one number with its unit, in the unit of the field.
func read(s, unit string) (quantity, error) {
	if plain, odd := Rewritten(strings.TrimSpace(s)); odd {
		return quantity{}, fmt.Errorf("%s is written another way here: write %s", source.Quote(s), plain)
	}
	text, err := strip(s, unit)
	if err != nil {
		return quantity{}, err
	}
	number, rest, ok := leadingNumber(text)
	if !ok && rhythm(text) {
		number, rest, ok = 1, text, true
	}
	if !ok {
		return quantity{}, fmt.Errorf("%s is not a number: write %s", source.Quote(s), examples(unit))
	}
	q := quantity{number: number, times: 1, unit: 1, bare: rest == ""}
	if q.bare {
		return q, nil
	}
	if q.unit, ok = unitFactor(unit, rest); ok {
		return q, nil
	}
	for _, m := range multipliers {
		if tail, has := strings.CutPrefix(rest, m.word); has {
			if q.unit, ok = unitFactor(unit, strings.TrimSpace(tail)); ok {
				q.times = m.times
				return q, nil
			}
		}
	}
	return quantity{}, fmt.Errorf("the unit %s is not known here: write %s", source.Quote(rest), examples(unit))
}

// rhythm reports words that stand for once in a period.
func rhythm(s string) bool {
	return s == "hourly" || s == "daily" || s == "weekly" || s == "monthly"
}

// multipliers are factors of thousands, longest word first.
var multipliers = [...]struct {
	word  string
	times float64
}{
	{"thousand", 1e3}, {"million", 1e6}, {"billion", 1e9}, {"mio", 1e6}, {"mn", 1e6}, {"bn", 1e9},
	{"k", 1e3}, {"m", 1e6}, {"g", 1e9}, {"b", 1e9}, {"t", 1e12},
}

// strip folds case and takes off what only decorates a number.
func strip(s, unit string) (string, error) {
	s = strings.ToLower(strings.TrimSpace(s))
	for _, word := range []string{"~", "≈", "about ", "around ", "approx. ", "roughly ", "ca. ", "from "} {
		s = strings.TrimSpace(strings.TrimPrefix(s, word))
	}
	switch unit {
	case "USD":
		if strings.ContainsAny(s, "€£¥₹") {
			return "", fmt.Errorf("amounts are in US dollars: write $3k")
		}
		s = strings.NewReplacer("$", "", "usd", "", "dollars", "", "dollar", "", "us", "").Replace(s)
	case "x":
		s = strings.TrimPrefix(s, "x")
	case "importance":
		s = strings.TrimSuffix(strings.TrimSuffix(s, "of 5"), "/5")
	}
	return strings.TrimSpace(s), nil
}

// leadingNumber reads the number at the start of s. Thousands may be set apart
// by spaces, commas, apostrophes or underscores: "1 500", "12,000".
func leadingNumber(s string) (x float64, rest string, ok bool) {
	var digits strings.Builder
	i := 0
	for i < len(s) {
		switch c := s[i]; {
		case c >= '0' && c <= '9' || c == '.' || (c == '-' || c == '+') && i == 0:
			digits.WriteByte(c)
		case strings.IndexByte(" ,'_", c) >= 0 && i > 0 && threeDigits(s[i+1:]):
		case c == 'e' && exponent(s[i+1:]):
			digits.WriteString(s[i : i+2])
			i++
		default:
			x, err := strconv.ParseFloat(digits.String(), 64)
			return x, strings.TrimSpace(s[i:]), err == nil
		}
		i++
	}
	x, err := strconv.ParseFloat(digits.String(), 64)
	return x, "", err == nil
}

func threeDigits(s string) bool {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n == 3
}

func exponent(s string) bool {
	if s != "" && (s[0] == '-' || s[0] == '+') {
		s = s[1:]
	}
	return s != "" && s[0] >= '0' && s[0] <= '9'
}

// unitFactor says how many units of the field one written unit is.
func unitFactor(fieldUnit, unit string) (float64, bool) {
	if unit == "" {
		return 1, true
	}
	switch fieldUnit {
	case "req/s":
		return perPeriod(unit, 1)
	case "requests/month":
		return perPeriod(unit, month)
	case "per week":
		return perPeriod(unit, 7*86400)
	case "ms":
		return timeUnit(unit, 1e-3)
	case "s":
		return timeUnit(unit, 1)
	case "months":
		return timeUnit(unit, month)
	case "MB":
		return sizeUnit(unit, 1e6)
	case "kB":
		return sizeUnit(unit, 1e3)
	case "USD":
		return moneyUnit(unit)
	case "share", "%", "x":
		return ratioUnit(fieldUnit, unit)
	}
	if countWord(fieldUnit, unit) {
		return 1, true
	}
	return 0, false
}

// perPeriod reads "/day", "req/s", "requests per minute", "rps".
func perPeriod(unit string, fieldSeconds float64) (float64, bool) {
	unit = strings.NewReplacer(" per ", "/", "per ", "/", " a ", "/", " ", "").Replace(unit)
	if word, ok := map[string]string{
		"rps": "/s", "qps": "/s", "tps": "/s", "rpm": "/min", "qpm": "/min", "ps": "/s",
		"hourly": "/h", "daily": "/day", "weekly": "/week", "monthly": "/month",
	}[unit]; ok {
		unit = word
	}
	noun, period, has := strings.Cut(unit, "/")
	switch noun {
	case "", "r", "req", "reqs", "request", "requests", "hits", "calls", "events", "messages", "msgs", "jobs",
		"deploy", "deploys", "deployments", "release", "releases", "times":
	default:
		return 0, false
	}
	if !has {
		return 1, true
	}
	seconds, ok := seconds(period)
	return fieldSeconds / seconds, ok
}

// timeUnit reads a unit of time for a field counted in units of so many seconds.
func timeUnit(unit string, fieldSeconds float64) (float64, bool) {
	s, ok := seconds(unit)
	return s / fieldSeconds, ok
}

// seconds is the length of a unit of time; a month is 730 h.
func seconds(unit string) (float64, bool) {
	switch unit {
	case "us", "µs", "μs":
		return 1e-6, true
	case "ms", "msec", "millisecond", "milliseconds":
		return 1e-3, true
	case "s", "sec", "secs", "second", "seconds":
		return 1, true
	case "m", "min", "mins", "minute", "minutes":
		return 60, true
	case "h", "hr", "hrs", "hour", "hours":
		return 3600, true
	case "d", "day", "days":
		return 86400, true
	case "w", "wk", "week", "weeks":
		return 7 * 86400, true
	case "mo", "month", "months":
		return month, true
	case "y", "yr", "year", "years":
		return 12 * month, true
	}
	return 1, false
}

func sizeUnit(unit string, fieldBytes float64) (float64, bool) {
	bytes, ok := map[string]float64{
		"b": 1, "byte": 1, "bytes": 1, "k": 1e3, "kb": 1e3, "m": 1e6, "mb": 1e6, "g": 1e9, "gb": 1e9, "tb": 1e12,
		"kib": 1 << 10, "mib": 1 << 20, "gib": 1 << 30,
	}[unit]
	return bytes / fieldBytes, ok
}

// moneyUnit reads what follows an amount per month.
func moneyUnit(unit string) (float64, bool) {
	unit = strings.NewReplacer(" per ", "/", "per ", "/", " a ", "/", " ", "").Replace(unit)
	switch unit {
	case "/month", "/mo", "monthly":
		return 1, true
	case "/year", "/yr", "/y", "yearly":
		return 1.0 / 12, true
	}
	return 0, false
}

func ratioUnit(fieldUnit, unit string) (float64, bool) {
	switch unit {
	case "%", "percent", "pct":
		if fieldUnit == "%" {
			return 1, true
		}
		return 0.01, fieldUnit == "share"
	case "x", "times", "fold":
		return 1, fieldUnit == "x"
	}
	return 0, false
}

// countWord reports words that name what a field counts.
func countWord(fieldUnit, word string) bool {
	word, plural := strings.TrimSuffix(word, "s"), strings.TrimSuffix(fieldUnit, "s")
	if fieldUnit == "people" {
		switch word {
		case "people", "person", "engineer", "developer", "dev", "fte", "head":
			return true
		}
	}
	if fieldUnit == "users" {
		switch word {
		case "people", "person", "device", "account", "customer":
			return true
		}
	}
	return word == plural || word == "env" && plural == "environment" || word == "squad" && plural == "team" ||
		word == "day" && plural == "person day" || word == "site" && plural == "region"
}

// examples shows how a number of the field can be written.
func examples(unit string) string {
	switch unit {
	case "req/s", "requests/month":
		return "40, 1.5k, 5M/day or 100-2k"
	case "per week":
		return "5, 3/day or 2/month"
	case "ms":
		return "200, 200ms, 1.5s or 50-200"
	case "s":
		return "30, 90s, 5min or 1-10"
	case "months":
		return "6, 6 months or 2-4"
	case "MB", "kB":
		return "512MB, 64kB or 1-4GB"
	case "USD":
		return "3000, $3k or $2k-5k"
	case "share":
		return "0.4 or 40%"
	case "%":
		return "99.9 or 99.9%"
	case "x":
		return "3, 3x or 2-5"
	}
	return "8, 1.2k or 8-20"
}
