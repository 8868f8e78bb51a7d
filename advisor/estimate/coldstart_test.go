package estimate

import (
	"math"
	"testing"
)

// designCold is the O(n) formula of models.md 2.1, word by word.
func designCold(rate, service, idle float64) (pCold, instances float64) {
	a := rate * service
	b, cold, kept, climb, total, q := 1.0, 0.0, 0.0, 0.0, 0.0, 0.0
	for n := 1.0; ; n++ {
		k := n - 1
		if k > 0 {
			q = q*k/a + total
		}
		climb = 1/rate + k/a*climb
		total += climb
		overflow := total - q*b
		next := a * b / (n + a*b)
		served := rate * (b - next)
		if served <= 0 {
			break
		}
		p := math.Min(1, (1/served-service)/overflow)
		e := math.Exp(-idle / overflow)
		cold += served * p * e
		w := served * (service + p*overflow*(1-e))
		kept += w
		b = next
		if n > a && w < 1e-10 {
			break
		}
	}
	return cold / rate, kept
}

func TestColdStartIsTheDesignFormula(t *testing.T) {
	for _, rate := range []float64{1e-4, 0.01, 0.9, 5, 40} {
		for _, service := range []float64{0.01, 0.2, 2} {
			for _, idle := range []float64{5, 300, 900} {
				p, n := designCold(rate, service, idle)
				got := ColdStartDetail(rate, service, idle)
				if math.Abs(got.Probability/p-1) > 1e-6 || math.Abs(got.MeanInstances/n-1) > 1e-7 {
					t.Errorf("(%g, %g, %g): got %g, %g, want %g, %g", rate, service, idle, got.Probability, got.MeanInstances, p, n)
				}
				hotP, hotN := ColdStart(rate, service, idle)
				if math.Abs(hotP/p-1) > 0.002 || math.Abs(hotN/n-1) > 1e-4 {
					t.Errorf("hot (%g, %g, %g): got %g, %g, want %g, %g", rate, service, idle, hotP, hotN, p, n)
				}
			}
		}
	}
}

// TestColdStartNotMonotone: models.md 2.1 gives the share for service of 2 s and ten
// minutes of idle time at these rates.
func TestColdStartNotMonotone(t *testing.T) {
	for _, c := range []struct{ rate, want float64 }{{0.0077, .024}, {0.01, .0196}, {0.02, .0244}, {0.04, .0158}} {
		if p, _ := ColdStart(c.rate, 2, 600); math.Abs(p-c.want) > 6e-4 {
			t.Errorf("at %g/s: got %g, want %g", c.rate, p, c.want)
		}
	}
	if p, _ := ColdStart(math.Log(100)/600, 1e-9, 600); math.Abs(p-0.01) > 1e-6 {
		t.Errorf("instant service: got %g, want 0.01", p)
	}
}

func TestColdStartEdges(t *testing.T) {
	for _, c := range []struct{ rate, service, idle, p, n float64 }{
		{0, 1, 600, 1, 0},
		{2, 0, 1, math.Exp(-2), 1 - math.Exp(-2)},
		{2, 3, 0, 1, 6},
		{-1, 1, 1, 1, 0},
	} {
		p, n := ColdStart(c.rate, c.service, c.idle)
		d := ColdStartDetail(c.rate, c.service, c.idle)
		if math.Abs(p-c.p) > 1e-12 || math.Abs(n-c.n) > 1e-12 || d.Probability != p || d.MeanInstances != n {
			t.Errorf("%+v: got %g, %g", c, p, n)
		}
	}
	d := ColdStartDetail(0.9, 2, 600)
	sum := 0.0
	for i, w := range d.AtLeast {
		if sum += w; d.PAtLeast(i+1) != w || i > 0 && w > d.AtLeast[i-1] {
			t.Errorf("P(instances >= %d) = %g", i+1, w)
		}
	}
	if math.Abs(sum-d.MeanInstances) > 1e-9 || d.PAtLeast(0) != 1 || d.PAtLeast(1000) != 0 {
		t.Errorf("the law of instances does not add up: %+v", d)
	}
}

// TestColdStartProperties: instances rise with the rate and with the idle time, the
// share falls with the idle time, and nothing jumps between the forms.
func TestColdStartProperties(t *testing.T) {
	for _, service := range []float64{0.005, 0.3, 20} {
		for _, idle := range []float64{60, 600, 1800} {
			_, before := ColdStart(1e-6/service, service, idle)
			for a := 1e-6; a < 6e4; a *= 1.01 {
				p, n := ColdStart(a/service, service, idle)
				pLonger, nLonger := ColdStart(a/service, service, idle*1.1)
				if !(p > 0 && p <= 1) || n < before || pLonger > p || nLonger < n || n < a {
					t.Fatalf("a=%g, S=%g, T=%g: p %g, N %g after %g; longer idle p %g, N %g",
						a, service, idle, p, n, before, pLonger, nLonger)
				}
				before = n
			}
		}
	}
	for _, tau := range []float64{0.1, 1, 100, 1e5} {
		for _, edge := range []float64{coldFitFrom, coldFitFull} {
			p, n := ColdStart(edge-1e-9, 1, tau)
			p2, n2 := ColdStart(edge+1e-9, 1, tau)
			if math.Abs(p2/p-1) > 1e-5 || math.Abs(n2/n-1) > 1e-5 {
				t.Errorf("a jump at %g erlangs, T/S %g: %g, %g and %g, %g", edge, tau, p, n, p2, n2)
			}
		}
	}
}

// TestColdQuantile inverts the true mixture of warm and cold lognormal responses.
func TestColdQuantile(t *testing.T) {
	warm := Moments{0.1, 0.01}
	spread := math.Sqrt(math.Log1p(warm.SCV()))
	within := func(x float64) float64 {
		if x <= 0 {
			return 0
		}
		return NormalCDF((math.Log(x/warm.Mean) + spread*spread/2) / spread)
	}
	for _, cold := range []float64{0.05, 0.5, 3} {
		for _, p := range []float64{0, 0.001, 0.005, 0.02, 0.2, 1} {
			lo, hi := 0.0, 100.0
			for hi-lo > 1e-9 {
				mid := (lo + hi) / 2
				if (1-p)*within(mid)+p*within(mid-cold) < 0.99 {
					lo = mid
					continue
				}
				hi = mid
			}
			if got := ColdQuantile(warm, p, cold, 0.99); math.Abs(got/hi-1) > 0.10 {
				t.Errorf("p %g, cold %g s: got %g, want %g", p, cold, got, hi)
			}
		}
	}
	quantilesRise(t, func(q float64) float64 { return ColdQuantile(warm, 0.02, 0.5, q) })
	before := 0.0
	for p := 0.0; p <= 1; p += 0.001 {
		got := ColdQuantile(warm, p, 0.4, 0.99)
		if got < before {
			t.Fatalf("the p99 falls at a cold share of %g", p)
		}
		before = got
	}
}

func BenchmarkColdStart(b *testing.B) {
	for i := 0; b.Loop(); i++ {
		ColdStart(900+float64(i&15), 1, 600)
	}
}

func BenchmarkColdStartSlots(b *testing.B) {
	for i := 0; b.Loop(); i++ {
		ColdStart(10+float64(i&15)*0.1, 1, 600)
	}
}
