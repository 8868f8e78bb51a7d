package numeral

import (
	"math"
	"strconv"
	"strings"
	"testing"
	"testing/quick"
)

func TestWriters(t *testing.T) {
	for _, c := range []struct {
		got, want string
	}{
		{Exact(1500), "1,500"}, {Exact(1.0 / 3), "0.333333"}, {Exact(1234567.8), "1,234,570"}, {Exact(2e15), "2e+15"},
		{Exact(math.Copysign(0, -1)), "0"}, {Exact(-1234), "−1,234"}, {Exact(-0.00001), "−1e-05"}, {Plain(-3), "−3"}, {Exact(0.00001), "1e-05"},
		{Plain(7.333333), "7.333"}, {Plain(1234.6), "1,235"}, {Plain(999.96), "1,000"}, {Plain(0.004), "0.004"},
		{Plain(math.Inf(1)), "unbounded"}, {Plain(math.NaN()), "unknown"},
		{Figure(0.4167), "0.417"}, {Figure(61.234), "61.2"}, {Figure(1424), "1,420"}, {Figure(3.9e6), "3.9 million"},
		{Figure(999_999), "1 million"}, {Figure(1.5e9), "1.5 billion"}, {Figure(0), "0"},
		{Whole(12345.4), "12,345"}, {Whole(-0.3), "0"},
		{Tenth(70.14), "70.1"}, {Tenth(-3.2), "−3.2"}, {Tenth(-0.01), "0.0"}, {Signed(4.24), "+4.2"}, {Signed(-1), "−1.0"}, {Signed(-0.04), "0.0"}, {Signed(1234.5), "+1,234.5"},
		{Money(0.423), "$0.42"}, {Money(5), "$5"}, {Money(9.999), "$10"}, {Money(56.7), "$57"}, {Money(1074.4), "$1,074"},
		{Money(48_617), "$48,600"}, {Money(9999.7), "$10,000"}, {Money(1_234_567), "$1.23M"}, {Money(-250), "−$250"},
		{Money(999_900), "$1M"}, {Money(2.5e9), "$2.5B"}, {MoneyExact(16250), "$16,250"}, {Cents(1234567), "$12,345.67"}, {Cents(-50), "−$0.50"}, {Cents(0), "$0.00"},
		{Percent(0.874), "87 %"}, {Availability(99.95), "99.95 %"}, {Availability(99.9951), "99.9951 %"}, {Availability(99.995), "99.995 %"}, {Availability(100), "100 %"},
		{Availability(98.76543), "98.77 %"}, {With(0.02283, "req/s", Plain), "1,973 requests a day"}, {With(1.0/86400, "req/s", Exact), "1 request a day"},
		{With(2.0/(730*3600), "req/s", Exact), "2 requests a month"}, {Range(0.001, 40, "req/s", Exact), "86.4 requests a day to 40 req/s"},
		{Uptime(99.9698), "99.96 %"}, {Uptime(99.8), "99.8 %"}, {Uptime(99.99567), "99.995 %"}, {Uptime(100), "100 %"}, {Uptime(98.765), "98.76 %"},
		{Milliseconds(412.3), "412 ms"}, {Milliseconds(1424), "1,420 ms"},
		{Milliseconds(12_540), "12.5 s"}, {Milliseconds(618_000), "10.3 min"},
		{People(0.02), "under 0.1"}, {People(0.52), "0.5"}, {People(12.4), "12"}, {People(1), "1"},
		{Between(180, 240, 420, Money), "$240 ($180 to $420)"}, {Between(1, 1, 1, Figure), "1"},
		{With(3000, "USD", Exact), "$3,000"}, {With(0.4, "share", Exact), "40 %"}, {With(3, "x", Exact), "3x"},
		{With(4, "importance", Exact), "4 of 5"}, {With(1, "people", Exact), "1 person"}, {With(0.8, "points", Whole), "1 point"}, {With(1, "rules", Whole), "1 rule"}, {With(1, "answers", Whole), "1 answer"}, {With(1, "ways", Whole), "1 way"}, {With(1500, "req/s", Exact), "1,500 req/s"},
		{Range(8, 20, "people", Exact), "8 to 20 people"}, {Range(2000, 3000, "USD", Exact), "$2,000 to $3,000"}, {Range(0.1, 0.3, "share", Exact), "10 to 30 %"},
		{Range(2, 5, "x", Exact), "2 to 5x"}, {Range(200, 900, "ms", Exact), "200 to 900 ms"}, {Range(900, 45_000, "ms", Exact), "900 ms to 45 s"}, {Range(12_000, 45_000, "ms", Exact), "12 to 45 s"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

// No number breaks across lines: it holds no space, and none of the characters
// at which text is wrapped.
func TestNumbersDoNotBreak(t *testing.T) {
	whole := func(x float64) bool {
		for _, write := range []func(float64) string{Exact, Plain, Whole, Signed, Money, MoneyExact} {
			if strings.ContainsAny(write(x), " \t\n\u00a0") {
				return false
			}
		}
		return true
	}
	if err := quick.Check(whole, nil); err != nil {
		t.Error(err)
	}
}

// What is written exactly is the number itself to six digits once the commas go.
func TestExactReadsBack(t *testing.T) {
	same := func(mantissa int32, exponent int8) bool {
		x := Round(float64(mantissa)*math.Pow(10, float64(exponent%12)), 6)
		return Round(parse(t, Exact(x)), 6) == x
	}
	if err := quick.Check(same, nil); err != nil {
		t.Error(err)
	}
}

func parse(t *testing.T, s string) float64 {
	t.Helper()
	x, err := strconv.ParseFloat(strings.NewReplacer(",", "", "−", "-").Replace(s), 64)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func TestProbability(t *testing.T) {
	for _, c := range []struct {
		p           float64
		short, said string
	}{{0.834, "83 %", "83 %"}, {0.994, "99 %", "99 %"}, {0.995, "99 %", "above 99 %"}, {0.999999, "99 %", "above 99 %"}, {1, "100 %", "100 %"}, {0, "0 %", "0 %"}} {
		if Probability(c.p) != c.short || ProbabilityInWords(c.p) != c.said {
			t.Errorf("%v: %q, %q", c.p, Probability(c.p), ProbabilityInWords(c.p))
		}
	}
}
