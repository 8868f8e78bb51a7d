package queueing

import (
	"math"
	"testing"
)

// TestChains: percentiles of serial stages, never the sum of those of the stages.
// The exact p99 of k exponential stages of mean 1 is half the chi-square quantile
// of 2k degrees of freedom (NIST/SEMATECH handbook 1.3.6.7.4).
func TestChains(t *testing.T) {
	for _, c := range []struct{ stages, p99 float64 }{{1, 9.210 / 2}, {5, 23.209 / 2}, {10, 37.566 / 2}} {
		if got := Exponential(1).Times(c.stages).LogNormalQuantile(0.99); math.Abs(got/c.p99-1) > 0.07 {
			t.Errorf("%g exponential stages as lognormal: got %g, want %g within 7 %%", c.stages, got, c.p99)
		}
	}
	if got := (Moments{Mean: 3}).Plus(Moments{Mean: 4}).LogNormalQuantile(0.99); got != 7 {
		t.Errorf("constants add: got %g", got)
	}
	// Of a lognormal of mean 1 and scv 1: exp(z sqrt(ln 2) - ln 2 / 2).
	want := math.Exp(2.3263478740408408*math.Sqrt(math.Ln2) - math.Ln2/2)
	if got := Exponential(1).LogNormalQuantile(0.99); math.Abs(got-want) > 1e-9 {
		t.Errorf("lognormal: got %g, want %g", got, want)
	}
}

// TestResponseQuantile: the p99 of an M/M/c response by moments, against its exact
// law (waiting is 0 or exponential, service is exponential).
func TestResponseQuantile(t *testing.T) {
	for _, c := range []struct {
		a       float64
		servers int
	}{{0.5, 1}, {0.9, 1}, {1.5, 2}, {4, 5}, {4.7, 5}, {45, 50}, {300, 310}} {
		q := newQueue(c.a, 1, c.servers)
		rate := float64(c.servers) - c.a
		tail := func(x float64) float64 {
			if math.Abs(rate-1) < 1e-9 {
				return math.Exp(-x) * (1 + q.waitProb*x)
			}
			k := q.waitProb / (1 - rate)
			return (1-k)*math.Exp(-x) + k*math.Exp(-rate*x)
		}
		lo, hi := 0.0, 1e4
		for hi-lo > 1e-9*hi {
			if mid := (lo + hi) / 2; tail(mid) > 0.01 {
				lo = mid
			} else {
				hi = mid
			}
		}
		if got := q.wait.Plus(Exponential(1)).LogNormalQuantile(0.99); math.Abs(got/hi-1) > 0.10 {
			t.Errorf("%+v: lognormal p99 %g, exact %g", c, got, hi)
		}
	}
}

func TestMomentQuantilesRise(t *testing.T) {
	for _, scv := range []float64{0, 0.1, 1, 4, 30} {
		quantilesRise(t, Moments{2, scv * 4}.LogNormalQuantile)
	}
}

// TestNormal inverts the law and compares with tables: 1.959964 and 2.326348.
func TestNormal(t *testing.T) {
	for x := -5.75; x < 6; x += 0.25 {
		if got := NormalQuantile(0.5 * math.Erfc(-x/math.Sqrt2)); math.Abs(got-x) > 1e-4 {
			t.Errorf("quantile at %g: got %g", x, got)
		}
	}
	if math.Abs(NormalQuantile(0.975)-1.959963984540054) > 1e-12 || math.Abs(NormalQuantile(0.99)-2.3263478740408408) > 1e-12 {
		t.Errorf("got %g and %g", NormalQuantile(0.975), NormalQuantile(0.99))
	}
	if NormalQuantile(0.5) != 0 {
		t.Error("the middle of the normal law")
	}
}
