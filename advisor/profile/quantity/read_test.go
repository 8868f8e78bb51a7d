package quantity_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"archadvisor/advisor/profile/quantity"
)

func ExampleRead() {
	for _, text := range []string{"1.5k", "90k/min", "100-2k", "between 8 and 20 per second", "5 parsecs"} {
		low, high, err := quantity.Read(text, "req/s")
		fmt.Println(low, high, err)
	}
	// Output:
	// 1500 1500 <nil>
	// 1500 1500 <nil>
	// 100 2000 <nil>
	// 8 20 <nil>
	// 0 0 the unit "parsecs" is not known here: write 40, 1.5k, 5M/day or 100-2k
}

func TestUnits(t *testing.T) {
	for _, tt := range []struct {
		text, unit string
		low, high  float64
	}{
		{"15 person days", "person days", 15, 15},
		{"20 days", "person days", 20, 20},
		{"5k devices", "users", 5000, 5000},
		{"2 sites", "regions", 2, 2},
		{"100-200ms", "ms", 100, 200},
		{"$2k-5k", "USD", 2000, 5000},
		{"40%", "share", 0.4, 0.4},
		{"5 million a day", "req/s", 57.8703703704, 57.8703703704},
		{"100 requests a minute", "req/s", 1.66666666667, 1.66666666667},
		{"forty", "people", 40, 40},
		{"twenty-five people", "people", 25, 25},
		{"eight to twenty", "people", 8, 20},
		{"two hundred", "people", 200, 200},
		{"50k users a month", "users", 50000, 50000},
		{"50k MAU", "users", 50000, 50000},
		{"2 million monthly active users", "users", 2e6, 2e6},
		{"three nines", "%", 99.9, 99.9},
		{"5 nines", "%", 99.999, 99.999},
		{"2h30m", "s", 9000, 9000},
		{"1 h 30 min", "s", 5400, 5400},
		{"1s 500ms", "ms", 1500, 1500},
		{"1h-2h30m", "s", 3600, 9000},
		{"30m", "s", 1800, 1800},
		{"6m", "months", 6, 6},
		{"€3k at 1.1", "USD", 3300, 3300},
		{"2k-3k EUR at 1.5", "USD", 3000, 4500},
		{"$3k a year", "USD", 250, 250},
		{"twice a day", "per week", 14, 14},
		{"once an hour", "req/s", 1.0 / 3600, 1.0 / 3600},
		{"3x a week", "per week", 3, 3},
		{"nightly", "per week", 7, 7},
		{"2M requests monthly", "requests/month", 2e6, 2e6},
		{"5 or 6", "people", 5, 6},
		{"1 gig", "MB", 1000, 1000},
	} {
		low, high, err := quantity.Read(tt.text, tt.unit)
		if err != nil || !near(low, tt.low) || !near(high, tt.high) {
			t.Errorf("%s: got %v to %v, %v, want %v to %v", tt.text, low, high, err, tt.low, tt.high)
		}
	}
}

func near(a, b float64) bool { return math.Abs(a-b) <= 1e-5*b }

// Numbers of other countries are read, no digit lost.
func TestRewritten(t *testing.T) {
	for text, want := range map[string]string{
		"2,5": "2.5", "99,9%": "99.9%", "99,9 %": "99.9 %", "1,5k": "1.5k", "1.000,5": "1000.5", "1 000,25": "1000.25", "1.234.567": "1234567",
		"1.234.567/day": "1234567/day", "1.000,500": "1000.500", "0,0001": "0.0001", "$3,5k": "$3.5k", "-1,5": "-1.5",
		"５": "5", "１２．５": "12.5", "９９，９": "99.9", "1\u00a0234": "1 234", "1\u202f234,5": "1234.5", "12’345": "12'345", "−5": "-5",
		"0,001": "0.001", "0,125k": "0.125k",
	} {
		if got, ok := quantity.Rewritten(text); !ok || got != want {
			t.Errorf("%s: %q, %v, want %q", text, got, ok, want)
		}
		unit := map[byte]string{'%': "%", 'y': "req/s"}[text[len(text)-1]]
		if text[0] == '$' {
			unit = "USD"
		}
		got, _, err := quantity.Read(text, unit)
		if same, _, _ := quantity.Read(want, unit); err != nil || got != same {
			t.Errorf("Read(%s): %v, %v, want %v", text, got, err, same)
		}
	}
	for text, want := range map[string]string{"1,5 - 2,5": "1.5 to 2.5", "between 0,5 and 1": "0.5 to 1", "1\u00a0000–2\u00a0000": "1 000–2 000"} {
		if got, ok := quantity.Rewritten(text); !ok || got != want {
			t.Errorf("%s: %q, %v, want %q", text, got, ok, want)
		}
	}
	for _, text := range []string{"1,500", "1,000-2,000", "12,000,000", "1.5", "1.500", "8-20", "1 500", "5M/day", "unknown", ""} {
		if got, ok := quantity.Rewritten(text); ok {
			t.Errorf("%s became %q", text, got)
		}
	}
}

// Money of other countries is asked for with a rate, and open ends are taken off.
func TestWhatIsAskedBack(t *testing.T) {
	if _, _, err := quantity.Read("€3k", "USD"); err == nil || !strings.Contains(err.Error(), "as in €3k at 1.1") {
		t.Errorf("no rate is asked for: %v", err)
	}
	for text, want := range map[string]struct {
		rest string
		side quantity.Side
	}{
		"<200ms": {"200ms", quantity.UpTo}, "up to 50": {"50", quantity.UpTo}, "less than 2k": {"2k", quantity.UpTo}, "≤ 5": {"5", quantity.UpTo},
		"100+": {"100", quantity.AtLeast}, "1.5k+ users": {"1.5k users", quantity.AtLeast}, "at least 3": {"3", quantity.AtLeast},
		"20 or more people": {"20 people", quantity.AtLeast}, "8 to 20": {"8 to 20", quantity.Neither}, "5M/day": {"5M/day", quantity.Neither},
	} {
		if rest, side := quantity.Open(text); rest != want.rest || side != want.side {
			t.Errorf("%s: %q, side %d, want %q, side %d", text, rest, side, want.rest, want.side)
		}
	}
}
