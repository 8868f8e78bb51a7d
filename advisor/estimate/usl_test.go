package estimate

import (
	"math"
	"testing"
)

// TestFitUSLRecovers: a law that made the measurements is found again.
func TestFitUSLRecovers(t *testing.T) {
	loads := []float64{1, 2, 4, 8, 16, 32, 64}
	for _, want := range []USL{{0.05, 0.001, 12}, {0.3, 0, 1000}, {0, 1e-4, 0.02}, {0, 0, 5}, {0.9, 0.2, 1e6}} {
		seen := make([]float64, len(loads))
		for i, n := range loads {
			seen[i] = want.At(n)
		}
		got, err := FitUSL(loads, seen)
		if err != nil {
			t.Fatal(err)
		}
		if math.Abs(got.Alpha-want.Alpha) > 1e-6 || math.Abs(got.Beta-want.Beta) > 1e-7 || math.Abs(got.Gamma/want.Gamma-1) > 1e-6 {
			t.Errorf("got %+v, want %+v", got, want)
		}
	}
}

// TestFitUSLBounds: throughput that grows faster than the load has no contention in
// this law, rather than a negative one.
func TestFitUSLBounds(t *testing.T) {
	got, err := FitUSL([]float64{1, 2, 3, 4}, []float64{1, 2.2, 3.5, 4.9})
	if err != nil || got.Alpha < 0 || got.Beta < 0 || !(got.Gamma > 1) {
		t.Errorf("got %+v, %v", got, err)
	}
}

func TestFitUSLRefuses(t *testing.T) {
	for _, c := range []struct{ load, seen []float64 }{
		{nil, nil},
		{[]float64{1, 2}, []float64{1, 2}},
		{[]float64{1, 2, 3}, []float64{1, 2}},
		{[]float64{1, 2, 3}, []float64{1, 0, 3}},
		{[]float64{1, 2, math.NaN()}, []float64{1, 2, 3}},
		{[]float64{2, 2, 2}, []float64{1, 2, 3}},
		{[]float64{1, 2, 3}, []float64{1, 2, math.Inf(1)}},
	} {
		if got, err := FitUSL(c.load, c.seen); err == nil {
			t.Errorf("%v: got %+v, want an error", c, got)
		}
	}
}

func TestUSLLimits(t *testing.T) {
	straight := USL{Gamma: 3}
	if !math.IsInf(straight.PeakLoad(), 1) || !math.IsInf(straight.Limit(), 1) || !math.IsInf(straight.OptimalLoad(), 1) || straight.At(7) != 21 {
		t.Errorf("a straight line: %+v", straight)
	}
	if amdahl := (USL{Alpha: 0.1, Gamma: 3}); amdahl.PeakThroughput() != amdahl.Limit() || math.Abs(amdahl.Limit()-30) > 1e-12 {
		t.Errorf("Amdahl's law peaks at its limit: %g", amdahl.PeakThroughput())
	}
	peak := USL{0.02, 0.001, 1}
	n := peak.PeakLoad()
	if peak.At(n*1.01) > peak.At(n) || peak.At(n*0.99) > peak.At(n) {
		t.Errorf("%g is not the peak", n)
	}
}
