package estimate

import (
	"math"
	"testing"
)

// TestGammaQuantile: half the chi-square table (NIST/SEMATECH handbook 1.3.6.7.4):
// 6.635, 9.210, 23.209, 37.566 at 0.99 for 1, 2, 10, 20 degrees of freedom, 3.841 and
// 18.307 at 0.95 for 1 and 10; 18.783 is the p99 of ten stages in models.md 1.4.
func TestGammaQuantile(t *testing.T) {
	for _, c := range []struct{ shape, q, want float64 }{
		{0.5, 0.99, 6.635 / 2}, {1, 0.99, 9.210 / 2}, {5, 0.99, 23.209 / 2}, {10, 0.99, 37.566 / 2},
		{0.5, 0.95, 3.841 / 2}, {5, 0.95, 18.307 / 2}, {10, 0.99, 18.783}, {1, 0.5, math.Ln2},
	} {
		got := GammaQuantile(c.shape, c.q)
		if math.Abs(got-c.want) > 6e-4 {
			t.Errorf("shape %g, q %g: got %g, want %g", c.shape, c.q, got, c.want)
		}
		if back := GammaCDF(c.shape, got); math.Abs(back-c.q) > 1e-10 {
			t.Errorf("shape %g: the law at its %g-quantile is %g", c.shape, c.q, back)
		}
	}
	if GammaQuantile(3, 0) != 0 || GammaCDF(3, -1) != 0 {
		t.Error("limits of the gamma law")
	}
}

// TestGammaFast holds the stated error of the fast form.
func TestGammaFast(t *testing.T) {
	for _, scv := range []float64{0.01, 0.1, 0.5, 1, 1.5, 2} {
		for _, q := range []float64{0.9, 0.95, 0.99} {
			want := GammaQuantile(1/scv, q) * scv
			if got := (Moments{1, scv}).GammaQuantile(q); math.Abs(got/want-1) > 0.03 {
				t.Errorf("scv %g, q %g: got %g, want %g", scv, q, got, want)
			}
		}
	}
}

// TestChains: percentiles of serial stages, never the sum of those of the stages.
func TestChains(t *testing.T) {
	ten := Exponential(1).Times(10)
	if got := ten.GammaQuantile(0.99); math.Abs(got/18.783-1) > 0.002 {
		t.Errorf("ten exponential stages: got %g, want 18.783 (models.md 1.4)", got)
	}
	for _, k := range []float64{1, 5, 10} {
		exact := GammaQuantile(k, 0.99)
		if got := Exponential(1).Times(k).LogNormalQuantile(0.99); math.Abs(got/exact-1) > 0.07 {
			t.Errorf("%g exponential stages as lognormal: got %g, want %g within 7 %%", k, got, exact)
		}
	}
	if got := Constant(3).Plus(Constant(4)).LogNormalQuantile(0.99); got != 7 {
		t.Errorf("constants add: got %g", got)
	}
	if got := Constant(3).GammaQuantile(0.99); got != 3 {
		t.Errorf("a constant has one quantile: got %g", got)
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
		q := NewQueue(c.a, 1, 1, c.servers)
		rate := float64(c.servers) - c.a
		tail := func(x float64) float64 {
			if math.Abs(rate-1) < 1e-9 {
				return math.Exp(-x) * (1 + q.WaitProb*x)
			}
			k := q.WaitProb / (1 - rate)
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
		if got := q.Response().LogNormalQuantile(0.99); math.Abs(got/hi-1) > 0.10 {
			t.Errorf("%+v: lognormal p99 %g, exact %g", c, got, hi)
		}
		if got := q.Response().GammaQuantile(0.99); math.Abs(got/hi-1) > 0.04 {
			t.Errorf("%+v: gamma p99 %g, exact %g", c, got, hi)
		}
	}
}

// TestSlowest: the maximum of n exponential calls has mean H(n) and variance the sum
// of 1/k^2; ten have mean 2.929 (models.md 1.4).
func TestSlowest(t *testing.T) {
	mean, square := 0.0, 0.0
	for n := 1; n <= 200; n++ {
		mean += 1 / float64(n)
		square += 1 / float64(n) / float64(n)
		if got := harmonic(float64(n)); math.Abs(got-mean) > 1e-12 {
			t.Fatalf("H(%d) = %.15g, want %.15g", n, got, mean)
		}
		if got := harmonicSquares(float64(n)); math.Abs(got-square) > 1e-9 {
			t.Fatalf("sum of squares to %d = %.15g, want %.15g", n, got, square)
		}
		m := Exponential(2).Slowest(float64(n))
		if math.Abs(m.Mean-2*mean) > 1e-9 || math.Abs(m.Var-4*square) > 1e-8 {
			t.Fatalf("slowest of %d: %+v", n, m)
		}
	}
	if got := Constant(5).Slowest(9); got != Constant(5) {
		t.Errorf("the slowest of constants: %+v", got)
	}
	if got, want := ExpMaxQuantile(10, 1, 0.99), -math.Log(1-math.Pow(0.99, 0.1)); math.Abs(got-want) > 1e-12 {
		t.Errorf("quantile of the slowest of ten: got %g, want %g", got, want)
	}
	if got := FanoutSlow(10, 0.01); math.Abs(got-0.0956) > 5e-5 {
		t.Errorf("ten calls at 1 %%: %g", got)
	}
}

// TestMix: half 0, half 2, both constant: mean 1, variance 1.
func TestMix(t *testing.T) {
	if got := Constant(0).Mix(Constant(2), 0.5); got != (Moments{1, 1}) {
		t.Errorf("got %+v", got)
	}
	if got := Exponential(3).Mix(Exponential(3), 0.3); math.Abs(got.Var-9) > 1e-12 || got.Mean != 3 {
		t.Errorf("a mix of one law is that law: %+v", got)
	}
}

func TestMomentQuantilesRise(t *testing.T) {
	for _, scv := range []float64{0, 0.1, 1, 4, 30} {
		m := Moments{2, scv * 4}
		quantilesRise(t, m.GammaQuantile)
		quantilesRise(t, m.LogNormalQuantile)
	}
}

func TestNormal(t *testing.T) {
	for x := -7.0; x <= 7; x += 0.25 {
		p := NormalCDF(x)
		if got := NormalQuantile(p); math.Abs(got-x) > 1e-4 && math.Abs(x) < 6 {
			t.Errorf("quantile of %g: got %g, want %g", p, got, x)
		}
	}
	// Tables: 1.959964 and 2.326348.
	if math.Abs(NormalQuantile(0.975)-1.959963984540054) > 1e-12 || math.Abs(NormalQuantile(0.99)-2.3263478740408408) > 1e-12 {
		t.Errorf("got %g and %g", NormalQuantile(0.975), NormalQuantile(0.99))
	}
	if math.Abs(NormalPDF(0)-0.3989422804014327) > 1e-15 || NormalQuantile(0.5) != 0 {
		t.Error("the middle of the normal law")
	}
}
