package numeral

import (
	"math"
	"strconv"
	"strings"
)

// Rough is to how many digits estimates are told: models are not good to more.
const Rough = 2

// fullDollars is the amount from which an estimate of money keeps three digits only; below it, whole dollars.
const fullDollars = 10_000

// RoundMoney rounds an estimated amount: cents below ten dollars, whole ones below ten thousand, then three digits.
func RoundMoney(usd float64) float64 {
	switch size := math.Abs(usd); {
	case size < 9.995:
		return math.Round(usd*100) / 100
	case size < fullDollars:
		return math.Round(usd)
	}
	return Round(usd, 3)
}

// Money writes an estimated amount, in sentences and in tables alike: $0.42, $1,074, $48,600, $1.23M.
func Money(usd float64) string {
	if math.Abs(RoundMoney(usd)) >= 1e6 {
		return dollars(usd, func(x float64) string { return figure(x, "M", "B") })
	}
	return dollars(RoundMoney(usd), Amount)
}

// MoneyExact writes an amount that somebody stated: $16,250.
func MoneyExact(usd float64) string { return dollars(usd, Exact) }

// Cents writes money on a bill, to the cent: $12,345.67.
func Cents(cents int64) string {
	return dollars(float64(cents)/100, func(x float64) string { return group(strconv.FormatFloat(x, 'f', 2, 64)) })
}

// Amount writes the digits of an amount of money: cents only where there are some and the amount is small.
func Amount(usd float64) string {
	if math.Abs(usd) < 10 && usd != math.Trunc(usd) {
		return strconv.FormatFloat(usd, 'f', 2, 64)
	}
	return Plain(usd)
}

func dollars(usd float64, write func(float64) string) string {
	if usd < 0 {
		return minus + "$" + write(-usd)
	}
	return "$" + write(usd)
}

// Percent writes a share of 0 to 1 in whole per cent: 87 %.
func Percent(share float64) string { return Whole(100*share) + " %" }

// Probability is Percent of a probability: what is not certain is at most 99 %.
func Probability(p float64) string { return strings.TrimPrefix(ProbabilityInWords(p), "above ") }

// ProbabilityInWords is Probability inside a sentence: what it would cut is above 99 %.
func ProbabilityInWords(p float64) string {
	if p < 1 && math.Round(100*p) >= 100 {
		return "above " + Percent(0.99)
	}
	return Percent(p)
}

// Of tells a load in what the work consists of: "1 run a day" for "1 request a day", of "" "1 a day".
func Of(load, thing string) string {
	plural := strings.TrimPrefix(thing+"s ", "s ")
	return strings.NewReplacer("requests a ", plural+"a ", "request a ", strings.TrimLeft(thing+" ", " ")+"a ", "req/s", thing+"s/s").Replace(load)
}

// Availability writes a percentage whose gap to 100 keeps two significant digits: 99.995 %, never 100 %.
func Availability(pct float64) string {
	if pct <= 99 || pct >= 100 || math.IsNaN(pct) {
		return Exact(Round(pct, 4)) + " %"
	}
	n := 2
	for gap := 100 - pct; gap < 10 && n < 11; gap *= 10 {
		n++
	}
	return strconv.FormatFloat(Round(pct, n), 'f', -1, 64) + " %"
}

// Milliseconds writes an estimated time: 412 ms, 1,420 ms, 12.5 s, 10.3 min.
func Milliseconds(ms float64) string { return With(ms, "ms", Figure) }

// Uptime is Availability of an estimate, rounded down to what models are worth: two decimals, one more for
// each nine from the fourth on. A target that is missed by little is then still missed as it is written.
func Uptime(pct float64) string {
	unit := 100.0
	for gap := 100 - pct; gap > 0 && gap < 0.01 && unit < 1e6; gap *= 10 {
		unit *= 10
	}
	return Availability(math.Floor(pct*unit+1e-6) / unit)
}

// People writes a head-count.
func People(n float64) string {
	if n > 0 && n < 0.05 {
		return "under 0.1"
	}
	return Figure(RoundPeople(n))
}

// RoundPeople rounds a head-count to a tenth, from ten people on to a whole one; what is less stays as it is.
func RoundPeople(n float64) float64 {
	switch {
	case n > 0 && n < 0.05:
		return Round(n, 1)
	case n >= 10:
		return math.Round(n)
	}
	return math.Round(n*10) / 10
}

// Between writes a quantity with its range where that says more: "$240 ($180 to $420)", "470 ms (340 to 672 ms)".
func Between(low, mid, high float64, write func(float64) string) string {
	lo, m, hi := write(low), write(mid), write(high)
	if lo == m && m == hi {
		return m
	}
	if at := strings.LastIndexByte(lo, ' '); at > 0 && strings.HasSuffix(hi, lo[at:]) { // one unit for both
		lo = lo[:at]
	}
	return m + " (" + lo + " to " + hi + ")"
}

// With writes a rounded number with its unit: $3,000, 40 %, 3x, 4 of 5, 1 person, 1,500 req/s, 86 requests a day.
func With(x float64, unit string, write func(float64) string) string {
	if unit == "USD" {
		return dollars(x, write)
	}
	x, behind := scaled(x, unit)
	text := write(x)
	if word, spaced := strings.CutPrefix(behind, " "); spaced && text == "1" {
		behind = " " + Noun(1, word)
	}
	return text + behind
}

// scaled is a number as it is written, with what stands behind it: a unit that takes over where another has too many
// digits to be read, or too small a number.
func scaled(x float64, unit string) (float64, string) {
	const day, month = 86400, 730 * 3600 // in seconds
	long, rare := unit == "ms" && x >= 10_000 && x < 1e15, unit == "req/s" && x > 0 && x < 0.1
	switch {
	case unit == "" || unit == "ratio":
		return x, ""
	case unit == "share":
		return 100 * x, " %"
	case unit == "x":
		return x, "x"
	case unit == "importance":
		return x, " of 5"
	case long && x >= 600_000:
		return x / 60_000, " min"
	case long:
		return x / 1000, " s"
	case rare && Round(x*day, 6) >= 1:
		return Round(x*day, 6), " requests a day"
	case rare:
		return Round(x*month, 6), " requests a month"
	}
	return x, " " + unit
}

// Range writes two numbers with one unit behind the second, "8 to 20 people"; money has its sign on both.
func Range(low, high float64, unit string, write func(float64) string) string {
	one := With(low, unit, write)
	x, ofLow := scaled(low, unit)
	if _, ofHigh := scaled(high, unit); ofLow == ofHigh && unit != "USD" {
		one = write(x)
	}
	return one + " to " + With(high, unit, write)
}

// Noun is a unit beside a number: its singular beside 1.
func Noun(x float64, unit string) string {
	if x != 1 {
		return unit
	}
	switch unit {
	case "people":
		return "person"
	case "teams", "modules", "parts", "environments", "services", "months", "instances", "requests", "engineers", "users", "connections", "regions", "person days", "times", "answers", "rules", "ways", "points", "days":
		return strings.TrimSuffix(unit, "s")
	}
	return strings.Replace(unit, "requests a", "request a", 1)
}
