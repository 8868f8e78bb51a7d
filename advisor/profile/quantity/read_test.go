package quantity_test

import (
	"fmt"
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
	} {
		low, high, err := quantity.Read(tt.text, tt.unit)
		if err != nil || low != tt.low || high != tt.high {
			t.Errorf("%s: got %v to %v, %v, want %v to %v", tt.text, low, high, err, tt.low, tt.high)
		}
	}
}

// Numbers of other countries are refused with how to write them, no digit lost.
func TestRewritten(t *testing.T) {
	for text, want := range map[string]string{
		"2,5": "2.5", "99,9%": "99.9%", "1,5k": "1.5k", "1.000,5": "1000.5", "1 000,25": "1000.25", "1.234.567": "1234567",
		"1.234.567/day": "1234567/day", "1.000,500": "1000.500", "0,0001": "0.0001", "$3,5k": "$3.5k", "-1,5": "-1.5",
		"５": "5", "１２．５": "12.5", "９９，９": "99.9", "1\u00a0234": "1 234", "1\u202f234,5": "1234.5", "12’345": "12'345", "٤٠": "40", "१२٫५": "12.5", "−5": "-5",
		"0,001": "0.001", "0,125k": "0.125k", "1,23,456": "123456", "12,34,567/day": "1234567/day",
	} {
		if got, ok := quantity.Rewritten(text); !ok || got != want {
			t.Errorf("%s: %q, %v, want %q", text, got, ok, want)
		}
		_, _, err := quantity.Read(text, "req/s")
		if err == nil || !strings.HasSuffix(err.Error(), "write "+want) {
			t.Errorf("Read(%s): %v", text, err)
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
