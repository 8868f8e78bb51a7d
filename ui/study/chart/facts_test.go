package chart

import (
	"math"
	"testing"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
)

// shown is a chart of a curve.
func shown(curve []explain.CurvePoint) Model {
	m := Model{}
	m.X = &explain.Explanation{Curve: curve}
	return m
}

func TestAlong(t *testing.T) {
	point := func(rps, cost float64) explain.CurvePoint {
		c := explain.CurvePoint{MeanRPS: rps}
		c.Cost[0] = advisor.Band{Low: cost, Expected: cost, High: cost}
		return c
	}
	curve := []explain.CurvePoint{point(1, 10), point(100, 1000)}
	for rps, want := range map[float64]float64{0.5: 10, 1: 10, 10: 100, 100: 1000, 1e6: 1000} {
		if got := shown(curve).along(rps)[0].Expected; math.Abs(got-want) > 1e-9*want {
			t.Errorf("%v: %v, want %v", rps, got, want)
		}
	}
	if got := shown(nil).along(3)[2].Expected; !math.IsNaN(got) {
		t.Errorf("no curve has %v", got)
	}
}
