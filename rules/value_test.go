package rules

import (
	"math"
	"testing"
)

func TestCurve(t *testing.T) {
	natural := newCurve([][2]float64{{0, 0}, {10, 100}, {20, 40}}, false)
	log := newCurve([][2]float64{{0.1, 100}, {1, 50}, {10, 0}}, true)
	for _, c := range []struct {
		curve *curve
		x     float64
		want  float64
	}{
		{natural, -5, 0}, {natural, 0, 0}, {natural, 2.5, 25}, {natural, 10, 100}, {natural, 15, 70}, {natural, 20, 40}, {natural, 1e300, 40},
		{natural, math.Inf(1), 40}, {natural, math.Inf(-1), 0},
		{log, 0, 100}, {log, -1, 100}, {log, 0.1, 100}, {log, 1, 50}, {log, 10, 0}, {log, math.Inf(1), 0},
		{log, math.Sqrt(10), 25}, {log, 0.01, 100}, {log, 2, 50 - 50*math.Log10(2)},
	} {
		if got := c.curve.at(c.x); math.Abs(got-c.want) > 1e-12*math.Max(1, c.want) {
			t.Errorf("at %v: %v, want %v", c.x, got, c.want)
		}
	}
	if got := natural.at(math.NaN()); got == got {
		t.Errorf("unknown gives %v", got)
	}
}

func TestValue(t *testing.T) {
	_, g := good(t)
	s := g.schema
	v := at(t, s, map[string]float64{"budget.monthly_usd": 1000, "cost.monolith.monthly_usd": 100, "cost.serverless.monthly_usd": 1000})
	for option, want := range []float64{100, 50, nan} {
		if got := g.Value(0, option, v); got != want && (got == got || want == want) {
			t.Errorf("option %d: %v, want %v", option, got, want)
		}
	}
}
