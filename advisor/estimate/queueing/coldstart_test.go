package queueing

import (
	"math"
	"testing"
)

// designCold is the closed form as it was derived, slot by slot, with its cancellation.
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
				gotP, gotN := ColdStart(rate, service, idle)
				if math.Abs(gotP/p-1) > 0.002 || math.Abs(gotN/n-1) > 1e-4 {
					t.Errorf("(%g, %g, %g): got %g, %g, want %g, %g", rate, service, idle, gotP, gotN, p, n)
				}
			}
		}
	}
}

// TestColdStartNotMonotone: the share for service of 2 s and ten minutes of idle
// time, worked out by the exact phase-type solution at these rates.
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
	} {
		p, n := ColdStart(c.rate, c.service, c.idle)
		if math.Abs(p-c.p) > 1e-12 || math.Abs(n-c.n) > 1e-12 {
			t.Errorf("%+v: got %g, %g", c, p, n)
		}
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
