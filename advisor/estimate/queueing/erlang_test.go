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
			if a <= 0 {
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
// changes from the series to the expansion.
func TestErlangBSwitch(t *testing.T) {
	for a := 0.01; a < 1e7; a *= 1.09 {
		for c := 55; c < 75; c++ {
			if b, next := inverseErlangB(a, c), inverseErlangB(a, c+1); !(next > b) && !math.IsInf(b, 1) {
				t.Errorf("a=%g: 1/B is %g at %d servers and %g at one more", a, b, c, next)
			}
		}
	}
}

func TestErlangBRisesWithLoad(t *testing.T) {
	for _, c := range []int{1, 10, 64, 65, 200, 5000, 100000} {
		before := 0.0
		for a := 0.05 * float64(c); a < 20*float64(c); a *= 1.003 {
			b := 1 / inverseErlangB(a, c)
			if !(b >= before) || b > 1 {
				t.Fatalf("B(%g, %d) = %g after %g", a, c, b, before)
			}
			before = b
		}
	}
}

// TestTemme joins the power series near the middle to the closed forms: the two
// must agree where one takes over.
func TestTemme(t *testing.T) {
	mu := func(eta float64) float64 { // solves eta^2/2 = m - ln(1+m)
		m := eta
		for range 50 {
			m -= (m - math.Log1p(m) - eta*eta/2) * (1 + m) / m
		}
		return m
	}
	for _, side := range []float64{-1, 1} {
		below, above := side*(0.2-1e-9), side*(0.2+1e-9)
		got, want := temme(below, mu(below), 1.0/65), temme(above, mu(above), 1.0/65)
		if math.Abs(got-want) > 1e-7 {
			t.Errorf("eta %g: %g and %g", below, got, want)
		}
	}
}

func TestErfcx(t *testing.T) {
	// 0: exact; 1, 10, 100: DLMF 7.9 continued fraction evaluated to 15 digits.
	for x, want := range map[float64]float64{
		0: 1, 1: 0.427583576155807, 10: 0.0561409927438226, 100: 0.00564161378298943,
	} {
		if got := erfcx(x); math.Abs(got/want-1) > 1e-9 {
			t.Errorf("erfcx(%g) = %.15g, want %.15g", x, got, want)
		}
	}
	if low, high := erfcx(6-1e-12), erfcx(6+1e-12); math.Abs(low/high-1) > 1e-8 {
		t.Errorf("erfcx jumps at 6: %g, %g", low, high)
	}
}
