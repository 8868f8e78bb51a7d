package queueing

import (
	"math"
	"testing"
)

// exactInverse is 1/B by its own recursion, which only adds positive numbers.
func exactInverse(a float64, c int) float64 {
	y := 1.0
	for n := 1; n <= c; n++ {
		y = 1 + float64(n)/a*y
	}
	return y
}

func TestErlangBFastForm(t *testing.T) {
	worst := 0.0
	for _, c := range []int{1, 2, 5, 20, 63, 64, 65, 66, 80, 120, 200, 500, 2000, 20000, 100000} {
		for x := -30.0; x <= 30; x += 0.37 {
			a := float64(c) + x*math.Sqrt(float64(c))
			if a <= 0 || c > erlangSeriesMax && a >= float64(c) {
				continue
			}
			want := exactInverse(a, c)
			if math.IsInf(want, 1) {
				continue
			}
			diff := math.Abs(inverseErlangB(a, c)/want - 1)
			worst = math.Max(worst, diff)
			if diff > 1e-8 {
				t.Errorf("1/B(%g, %d): got %g, want %g", a, c, inverseErlangB(a, c), want)
			}
		}
	}
	t.Logf("worst relative error %.1e", worst)
}

// TestErlangBSwitch: one server more always blocks less, also where the fast form
// changes from the series to the gamma function.
func TestErlangBSwitch(t *testing.T) {
	for a := 0.01; a < 1e7; a *= 1.09 {
		for c := 55; c < 75; c++ {
			if c >= erlangSeriesMax && a >= float64(c) {
				continue
			}
			if b, next := inverseErlangB(a, c), inverseErlangB(a, c+1); !(next > b) && !math.IsInf(b, 1) {
				t.Errorf("a=%g: 1/B is %g at %d servers and %g at one more", a, b, c, next)
			}
		}
	}
}

func TestErlangBRisesWithLoad(t *testing.T) {
	for _, c := range []int{1, 10, 64, 65, 200, 5000, 100000} {
		before, most := 0.0, 20*float64(c)
		if c > erlangSeriesMax {
			most = float64(c)
		}
		for a := 0.05 * float64(c); a < most; a *= 1.003 {
			b := 1 / inverseErlangB(a, c)
			if !(b >= before) || b > 1 {
				t.Fatalf("B(%g, %d) = %g after %g", a, c, b, before)
			}
			before = b
		}
	}
}
