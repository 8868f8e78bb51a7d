package estimate

import (
	"math"
	"testing"
)

// FuzzModels feeds the models what no one would: nothing may be NaN, no share may
// leave 0..1, no search may run on.
func FuzzModels(f *testing.F) {
	extremes := []float64{0, -1, 1e-320, 1e-9, 0.5, 1, 63.9, 1e5, 1e20, math.MaxFloat64, math.Inf(1), math.Inf(-1), math.NaN()}
	for i, x := range extremes {
		for j, y := range extremes {
			f.Add(x, y, extremes[(i+2*j)%len(extremes)], (i*7+j*13)%200)
		}
	}
	f.Add(1e-320, 1e-9, 1e20, 1) // a wait of 0 times a spread without bound
	f.Fuzz(func(t *testing.T, x, y, z float64, n int) {
		shares := map[string]float64{}
		n = min(max(n, -5), 1<<30)
		p, instances := ColdStart(x, y, z)
		shares["cold"] = p
		if !(p > 0) || math.IsNaN(instances) || instances < 0 {
			t.Errorf("ColdStart(%g, %g, %g) = %g, %g", x, y, z, p, instances)
		}
		if math.IsNaN(x) || math.IsNaN(y) || math.IsNaN(z) {
			return // only the cold start is fed what may be unknown
		}
		a, s := math.Abs(x), math.Abs(y)
		shares["B"], shares["C"] = ErlangB(a, n), ErlangC(a, n)
		if s > 0 && s < 1e100 && a < 1e100 {
			q := NewQueue(a, s, math.Abs(z), n)
			shares["wait"], shares["tail"] = q.WaitProb, q.WaitTail(s)
			for _, v := range []float64{q.MeanWait, q.WaitQuantile(0.99), q.MeanResponse()} {
				if math.IsNaN(v) || v < 0 {
					t.Errorf("%+v has %g", q, v)
				}
			}
		}
		shares["Halfin-Whitt"] = HalfinWhitt(x)
		if got := MinServers(x, z); got < 1 || got > MaxServers {
			t.Errorf("MinServers(%g, %g) = %d", x, z, got)
		}
		if got := MinServersForWait(a, s, 1, 0.99, math.Abs(z)); got < 1 || got > MaxServers {
			t.Errorf("MinServersForWait(%g, %g) = %d", a, s, got)
		}
		share := math.Mod(a, 1)
		if !(share >= 0) {
			share = 0.5
		}
		small := n % 3000
		shares["k of n"] = KOfN(small/2, small, share)
		shares["redundant"] = Redundant(small/3, small, share, math.Mod(math.Min(s, 1e9), 1))
		m := Moments{a, s}
		for _, v := range []float64{m.GammaQuantile(share), m.LogNormalQuantile(share), ColdQuantile(m, share, s, 0.99)} {
			if math.IsNaN(v) {
				t.Errorf("%+v at %g has a quantile that is no number", m, share)
			}
		}
		for name, v := range shares {
			if !(v >= 0 && v <= 1) {
				t.Errorf("%s(%g, %g, %g, %d) = %g is no share", name, x, y, z, n, v)
			}
		}
	})
}
