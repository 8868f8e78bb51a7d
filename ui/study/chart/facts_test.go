package chart

import (
	"math"
	"testing"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
)

// TestCheapest puts pairwise intervals together; the boundaries are
// known by hand: 145/3.5 and 4500.
func TestCheapest(t *testing.T) {
	pair := func(a, b string, at float64, first, then string) explain.BreakEven {
		return explain.BreakEven{Pair: [2]string{a, b}, Intervals: []explain.Interval{{FromRPS: 0.1, ToRPS: at, Cheaper: first}, {FromRPS: at, ToRPS: 1e5, Cheaper: then}}}
	}
	// 150 + r/2 = 5 + 4r, 150 + r/2 = 600 + 0.4 r, 5 + 4r = 600 + 0.4 r
	got := cheapest([]explain.BreakEven{pair("monolith", "serverless", 145/3.5, "serverless", "monolith"),
		pair("monolith", "microservices", 4500, "monolith", "microservices"), pair("serverless", "microservices", 595/3.6, "serverless", "microservices")})
	want := []interval{{0.1, 145 / 3.5, 1, false}, {145 / 3.5, 4500, 0, false}, {4500, 1e5, 2, false}}
	if len(got) != len(want) {
		t.Fatalf("%v", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("%d: %v, want %v", i, got[i], want[i])
		}
	}
	if len(cheapest(nil)) != 0 {
		t.Error("nothing is cheapest among none")
	}
}

func TestAlong(t *testing.T) {
	point := func(rps, cost float64) explain.CurvePoint {
		c := explain.CurvePoint{MeanRPS: rps}
		c.Cost[0] = advisor.Band{Low: cost, Expected: cost, High: cost}
		return c
	}
	curve := []explain.CurvePoint{point(1, 10), point(100, 1000)}
	for rps, want := range map[float64]float64{0.5: 10, 1: 10, 10: 100, 100: 1000, 1e6: 1000} {
		if got := costMeasure.along(curve, rps)[0].Expected; math.Abs(got-want) > 1e-9*want {
			t.Errorf("%v: %v, want %v", rps, got, want)
		}
	}
	if got := costMeasure.along(nil, 3)[2].Expected; !math.IsNaN(got) {
		t.Errorf("no curve has %v", got)
	}
}
