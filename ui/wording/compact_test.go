package wording

import (
	"math"
	"testing"
)

func TestCompact(t *testing.T) {
	for v, want := range map[float64]string{0: "0", 0.1: "0.1", 0.42: "0.42", 7: "7", 99.95: "100", 310: "310", 999.7: "1k", 1500: "1.5k",
		9234: "9.23k", 1e5: "100k", 3.9e6: "3.9M", 2e9: "2B", 4e12: "4T", 1e18: "1e+18", -1500: "−1.5k", 1e-5: "1e-05"} {
		if got := Compact(v); got != want {
			t.Errorf("%v: %q, want %q", v, got, want)
		}
	}
	if got := Compact(math.NaN()) + Compact(math.Inf(1)); got != "–∞" {
		t.Errorf("%q", got)
	}
}
