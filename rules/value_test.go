package rules

import (
	"math"
	"math/rand/v2"
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
		{&natural, -5, 0}, {&natural, 0, 0}, {&natural, 2.5, 25}, {&natural, 10, 100}, {&natural, 15, 70}, {&natural, 20, 40}, {&natural, 1e300, 40},
		{&natural, math.Inf(1), 40}, {&natural, math.Inf(-1), 0},
		{&log, 0, 100}, {&log, -1, 100}, {&log, 0.1, 100}, {&log, 1, 50}, {&log, 10, 0}, {&log, math.Inf(1), 0},
		{&log, math.Sqrt(10), 25}, {&log, 0.01, 100}, {&log, 2, 50 - 50*math.Log10(2)},
	} {
		if got := c.curve.at(c.x); math.Abs(got-c.want) > 1e-12*math.Max(1, c.want) {
			t.Errorf("at %v: %v, want %v", c.x, got, c.want)
		}
	}
	if got := natural.at(math.NaN()); got == got {
		t.Errorf("unknown gives %v", got)
	}
	if lo, hi := natural.between(5, 15); lo != 50 || hi != 100 {
		t.Errorf("between 5 and 15: %v to %v, want 50 to 100", lo, hi)
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
	if lo, hi := g.ValueRange(0, 2, v, v); lo != 0 || hi != 100 {
		t.Errorf("an unknown cost is worth %v to %v, want 0 to 100", lo, hi)
	}
}

// TestBounds: no point inside a range leaves the bounds, and a single point has
// no room between them.
func TestBounds(t *testing.T) {
	_, g := good(t)
	s := g.schema
	r := rand.New(rand.NewPCG(7, 8))
	must, may := make([]uint64, 1), make([]uint64, 1)
	for range 300 {
		lo, hi := ranges(r, s, point(r, s, 0.2))
		wide, narrow := make([]Bound, 6), make([]Bound, 6)
		g.Eval3(lo, hi, must, may)
		g.Bounds(lo, hi, must, may, wide)
		v := make([]float64, len(lo))
		for i := range v {
			v[i] = inside(r, &s.Facts()[i], lo[i], hi[i])
		}
		g.Eval3(v, v, must, may)
		g.Bounds(v, v, must, may, narrow)
		for i := range wide {
			if narrow[i].Low < wide[i].Low-1e-9 || narrow[i].High > wide[i].High+1e-9 {
				t.Fatalf("slot %d: %v outside %v, at %v in %v..%v", i, narrow[i], wide[i], v, lo, hi)
			}
		}
		one := g.Value(0, 0, v)
		if one == one && (math.Abs(narrow[0].Low-one) > 1e-9 || math.Abs(narrow[0].High-one) > 1e-9) {
			t.Fatalf("bounds %v of a point, value %v", narrow[0], one)
		}
	}
}
