package profile

import (
	"math"
	"testing"
)

// numbers are what people write, and what it means.
var numbers = []struct {
	id     ID
	in     string
	lo, hi float64
}{
	{MeanRPS, "1.5k", 1500, 1500},
	{MeanRPS, "1 500 req/s", 1500, 1500},
	{MeanRPS, "12,000", 12000, 12000},
	{MeanRPS, "200 rps", 200, 200},
	{MeanRPS, "5M/day", 5e6 / 86400, 5e6 / 86400},
	{MeanRPS, "5 million requests per day", 5e6 / 86400, 5e6 / 86400},
	{MeanRPS, "90k/min", 1500, 1500},
	{MeanRPS, "90k rpm", 1500, 1500},
	{MeanRPS, "3/h", 3.0 / 3600, 3.0 / 3600},
	{MeanRPS, "2.628M / month", 1, 1},
	{MeanRPS, "100-2k", 100, 2000},
	{MeanRPS, "5-10k", 5000, 10000},
	{MeanRPS, "1k-2k", 1000, 2000},
	{MeanRPS, "60-120/min", 1, 2},
	{MeanRPS, "1e3", 1000, 1000},
	{MeanRPS, "1e-3", 0.001, 0.001},
	{MeanRPS, "~50", 50, 50},
	{RequestsPerMonth, "5M", 5e6, 5e6},
	{RequestsPerMonth, "1/s", 2.628e6, 2.628e6},
	{Engineers, "8..20", 8, 20},
	{Engineers, "8 to 20 people", 8, 20},
	{Engineers, "between 8 and 20", 8, 20},
	{Engineers, "[8, 20]", 8, 20},
	{Engineers, "8 – 20", 8, 20},
	{Engineers, "1.2k", 1200, 1200},
	{Engineers, "12 devs", 12, 12},
	{DeploysPerWeek, "3/day", 21, 21},
	{DeploysPerWeek, "daily", 7, 7},
	{DeploysPerWeek, "2 per week", 2, 2},
	{DeploysPerWeek, "12/year", 12 * 7 * 86400 / (12 * 2.628e6), 12 * 7 * 86400 / (12 * 2.628e6)},
	{CPUMillis, "200ms", 200, 200},
	{CPUMillis, "0.2 s", 200, 200},
	{CPUMillis, "500µs", 0.5, 0.5},
	{CPUMillis, "100-200ms", 100, 200},
	{CPUMillis, "100ms-200", 100, 200},
	{CPUMillis, "500ms-2s", 500, 2000},
	{LongestJobS, "15 min", 900, 900},
	{LongestJobS, "1h", 3600, 3600},
	{LongestJobS, "15m", 900, 900},
	{MonthsToLaunch, "1 year", 12, 12},
	{MonthsToLaunch, "6 months", 6, 6},
	{MemoryMB, "1GB", 1000, 1000},
	{MemoryMB, "512M", 512, 512},
	{MemoryMB, "1-4GB", 1000, 4000},
	{ResponseKB, "20kB", 20, 20},
	{ResponseKB, "1.5 MB", 1500, 1500},
	{BudgetMonthlyUSD, "$3k", 3000, 3000},
	{BudgetMonthlyUSD, "3k USD/month", 3000, 3000},
	{BudgetMonthlyUSD, "$36k per year", 3000, 3000},
	{BudgetMonthlyUSD, "$2k-5k", 2000, 5000},
	{BudgetMonthlyUSD, "$2 000 to $3 000", 2000, 3000},
	{IdleShare, "40%", 0.4, 0.4},
	{IdleShare, "0.4", 0.4, 0.4},
	{IdleShare, "10-30 %", 0.1, 0.3},
	{AvailabilityPct, "99.9%", 99.9, 99.9},
	{AvailabilityPct, "99.9", 99.9, 99.9},
	{PeakToMean, "3x", 3, 3},
	{PeakToMean, "x3", 3, 3},
	{SurgePerMinute, "2-5 times", 2, 5},
	{PriorityCost, "4 of 5", 4, 4},
	{IdleShare, "60", 0.6, 0.6},
	{IdleShare, "10-40", 0.1, 0.4},
	{IdleShare, "up to 30%", 0, 0.3},
	{AvailabilityPct, "99,9 %", 99.9, 99.9},
	{AvailabilityPct, "at least 99.9", 99.9, 99.9},
	{P99Millis, "<200ms", 200, 200},
	{Engineers, "up to 50", 5, 50},
	{Engineers, "up to 5", 1, 5},
	{Engineers, "100+", 100, 1000},
	{Engineers, "more than 50k", 50000, 100000},
	{BudgetMonthlyUSD, "at most $3k", 3000, 3000},
	{AvailabilityPct, "0.999", 99.9, 99.9},
	{Engineers, "2.5", 2.5, 2.5},
}

func TestParseNumbers(t *testing.T) {
	for _, tt := range numbers {
		v, err := Parse(tt.id, tt.in)
		if err != nil || !near(v.Low, tt.lo) || !near(v.High, tt.hi) {
			t.Errorf("Parse(%s, %q): got %v %v, want %v to %v", tt.id, tt.in, v, err, tt.lo, tt.hi)
		}
	}
}

func near(a, b float64) bool { return math.Abs(a-b) <= 1e-9*math.Max(math.Abs(a), math.Abs(b)) }

func TestParseWords(t *testing.T) {
	tests := []struct {
		id   ID
		in   string
		want string // as TOML; "" for unknown
	}{
		{Pattern, "Bursty", `"bursty"`},
		{Pattern, "b", `"bursty"`},
		{Pattern, "day and night", `"diurnal"`},
		{Pattern, "day/night", `"diurnal"`},
		{Pattern, "diurnal", `"diurnal"`},
		{Operators, "ops team", `"ops_team"`},
		{Cloud, "self hosted", `"self-hosted"`},
		{GPU, "y", "true"},
		{GPU, "No", "false"},
		{Runtime, " Go 1.24 ", `"Go 1.24"`},
		{Compliance, "pci, gdpr", `["pci", "gdpr"]`},
		{Compliance, "none", `[]`},
		{Exclude, "[Serverless]", `["serverless"]`},
		{Engineers, "unknown", ""},
		{Pattern, "?", ""},
		{GPU, "I don't know", ""},
		{GPU, "I don’t know.", ""},
		{Engineers, "not sure", ""},
		{Pattern, "We don't know", ""},
		{Operators, "platform team", `"platform_team"`},
		{Trouble, "releases, lat", `["releases", "latency"]`},
		{Interaction, "batch, batch", `"batch"`},
		{Compliance, "pci and gdpr", `["pci", "gdpr"]`},
		{GPU, "nope", "false"},
		{Runtime, "", ""},
	}
	for _, tt := range tests {
		v, err := Parse(tt.id, tt.in)
		got := ""
		if v.Known() {
			got = TOML(tt.id, v)
		}
		if err != nil || got != tt.want {
			t.Errorf("Parse(%s, %q): got %s %v, want %s", tt.id, tt.in, got, err, tt.want)
		}
	}
}

func TestParseErrors(t *testing.T) {
	tests := []struct {
		id       ID
		in, want string
	}{
		{MeanRPS, "many", `"many" is not a number: write 40, 1.5k, 5M/day or 100-2k`},
		{MeanRPS, "5 parsecs", `the unit "parsecs" is not known here: write 40, 1.5k, 5M/day or 100-2k`},
		{MeanRPS, "5k km", `the unit "k km" is not known here: write 40, 1.5k, 5M/day or 100-2k`},
		{MeanRPS, "20-8", `the range [20, 8] is reversed: low comes first, write [8, 20]`},
		{MeanRPS, "-5", `-5 is out of range: must be 0 or more`},
		{Engineers, "0", `0 is out of range: must be 1 to 100000`},
		{Engineers, "1.2.3", `"1.2.3" is not a number: write 8, 8-20 or up to 50`},
		{BudgetMonthlyUSD, "3k €", `amounts are in US dollars: add what one unit is worth in dollars, as in 3k € at 1.1`},
		{Pattern, "wild", `"wild" is not one of "steady", "diurnal" (day/night), "bursty" or "extreme"`},
		{Pattern, "brusty", `"brusty" is not one of "steady", "diurnal" (day/night), "bursty" or "extreme"; did you mean "bursty"?`},
		{OpsMaturity, "\x1b[2J", `"\u001B[2J" is not one of "none", "basic", "established" or "advanced"`},
		{GPU, "maybe", `"maybe" is neither yes nor no`},
		{AvailabilityPct, "42%", `42 is out of range: must be 90 to 99.9999`},
		{IdleShare, "140%", `1.4 is out of range: must be 0 to 1`},
	}
	for _, tt := range tests {
		v, err := Parse(tt.id, tt.in)
		if err == nil || err.Error() != tt.want || v.Known() {
			t.Errorf("Parse(%s, %q): got %v, %v, want %s", tt.id, tt.in, v, err, tt.want)
		}
	}
}

func TestFormat(t *testing.T) {
	bursty, _ := Choice(Pattern, "bursty")
	tests := []struct {
		id   ID
		v    Value
		want string
	}{
		{MeanRPS, Number(1500), "1,500 req/s"},
		{MeanRPS, Number(1.0 / 3), "0.333333 req/s"},
		{MeanRPS, Number(1234567.8), "1,234,570 req/s"},
		{Engineers, Between(8, 20), "8 to 20 people"},
		{Engineers, Number(1), "1 person"},
		{Environments, Number(1), "1 environment"},
		{BudgetMonthlyUSD, Between(2000, 3000), "$2,000 to $3,000"},
		{IdleShare, Number(0.4), "40 %"},
		{AvailabilityPct, Number(99.95), "99.95 %"},
		{PeakToMean, Number(3), "3x"},
		{PriorityCost, Number(4), "4 of 5"},
		{Pattern, bursty, "bursty"},
		{GPU, Flag(true), "yes"},
		{GPU, Flag(false), "no"},
		{GPU, Value{}, "unknown"},
		{Runtime, Words("go\x1b[2J"), `go\u001B[2J`},
		{Compliance, List("pci", "gdpr"), "pci, gdpr"},
		{Compliance, List(), "none"},
	}
	for _, tt := range tests {
		if got := Format(tt.id, tt.v); got != tt.want {
			t.Errorf("Format(%s, %v): got %q, want %q", tt.id, tt.v, got, tt.want)
		}
	}
}

// What Format writes, Parse reads, to six digits.
func TestFormatParses(t *testing.T) {
	for id := Engineers; id < NumFields; id++ {
		f := id.Field()
		if f.Kind != Numeric {
			continue
		}
		for _, v := range []Value{Number(f.prior.Lo), Number(f.prior.Hi), Between(f.prior.Lo, f.prior.Hi), Number(within(1, f.Min, f.Max))} {
			got, err := Parse(id, Format(id, v))
			if err != nil || math.Abs(got.Low-v.Low) > 1e-5*v.Low || math.Abs(got.High-v.High) > 1e-5*v.High {
				t.Errorf("%s: %v as %q reads back as %v %v", id, v, Format(id, v), got, err)
			}
		}
	}
}
