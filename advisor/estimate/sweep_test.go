package estimate

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"archadvisor/advisor/profile"
)

// exampleCentral is the central point of an example profile.
func exampleCentral(t *testing.T, name string) profile.Point {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("../../testdata/profiles", name+".toml"))
	if err != nil {
		t.Fatal(err)
	}
	list, errs := profile.Decode(data, name)
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	var pt profile.Point
	profile.NewSampler(list[0], 1).Central(&pt)
	return pt
}

// step is what stands for an architecture at one load.
type step struct {
	shape int
	est   Estimate
}

// sweep calls with each pair of neighbouring loads, half as much again each time, of the
// shape that stands for an architecture.
func (e *Estimator) sweep(pt profile.Point, a Architecture, with func(rps float64, before, now step)) {
	perMean := pt[profile.PeakRPS] / pt[profile.MeanRPS]
	var before step
	for rps := 0.01; rps < 20000; rps *= 1.5 {
		pt[profile.MeanRPS], pt[profile.PeakRPS] = rps, rps*perMean
		now := step{shape: e.cheapestShape(&pt, a)}
		e.Eval(now.shape, &pt, e.CentralScenario(), &now.est)
		if rps > 0.01 {
			with(rps, before, now)
		}
		before = now
	}
}

// TestStepsOfLoadAreSteady: as the load rises by half, the infrastructure of a style falls by
// a tenth at most (a quarter on a cloud that was not chosen, where a cheaper platform takes
// more people), and its staff at most doubles or halves where that is more than one person,
// unless one small server is too small for more.
func TestStepsOfLoadAreSteady(t *testing.T) {
	e := newEstimator(t)
	for _, name := range []string{"corner-shop-site", "first-idea", "b2b-saas", "internal-tool", "bank-core", "iot-ingest",
		"marketplace-400", "media-transcoding", "seasonal-campaign"} {
		pt := exampleCentral(t, name)
		chosen := pt[profile.Cloud]
		for cloud := range numClouds {
			pt[profile.Cloud] = float64(cloud)
			fall := 0.25
			if pt[profile.Cloud] == chosen {
				fall = 0.1
			}
			for a := range Architecture(NumArchitectures) {
				e.sweep(pt, a, func(rps float64, before, now step) {
					b, n := &before.est, &now.est
					outgrown := e.shapes[before.shape].Form == onOneServer && !e.shapes[now.shape].Lone
					least, most := min(b.OpsFTE, n.OpsFTE), max(b.OpsFTE, n.OpsFTE)
					if n.CostMonthlyUSD < b.CostMonthlyUSD*(1-fall) || most > max(2*least, least+1) && !outgrown {
						t.Errorf("%s at %.3g req/s: %s at $%.0f with %.2f people, before %s at $%.0f with %.2f", name, rps,
							e.shapes[now.shape].ID, n.CostMonthlyUSD, n.OpsFTE, e.shapes[before.shape].ID, b.CostMonthlyUSD, b.OpsFTE)
					}
				})
			}
		}
	}
}

// TestOneServerIsEnoughForOne: a team of one to five without a target above 99.5 % has its
// monolith on one small machine, for the price of that machine.
func TestOneServerIsEnoughForOne(t *testing.T) {
	e := newEstimator(t)
	for cloud := range numClouds {
		for engineers := 1.0; engineers <= 5; engineers++ {
			pt := hobby(cloud)
			pt[profile.Engineers] = engineers
			shape := e.cheapestShape(&pt, Monolith)
			var est Estimate
			e.Eval(shape, &pt, e.CentralScenario(), &est)
			if form := e.shapes[shape].Form; !e.shapes[shape].Lone && form != onScaleToZero || est.CostMonthlyUSD > 16 {
				t.Errorf("%s for %v engineers: $%.2f", e.shapes[shape].ID, engineers, est.CostMonthlyUSD)
			}
		}
	}
}

// plan sizes a shape at a point.
func (e *Estimator) plan(p *plan, shape int, pt *profile.Point, sc *Scenario) {
	var in Inputs
	in.Read(pt)
	e.Size(p, shape, &in, sc)
}

func (e *Estimator) sized(shape int, pt *profile.Point, sc *Scenario) *plan {
	var p plan
	e.plan(&p, shape, pt, sc)
	return &p
}

// suits says whether a shape may stand for its architecture at a point.
func (e *Estimator) suits(shape int, pt *profile.Point) bool {
	p := e.sized(shape, pt, e.CentralScenario())
	return e.Suits(shape, &p.w) && p.Allowed()
}

// cheapestShape is the shape of an architecture that costs least, people included, where no
// target is stated that a gate of the pack could hold against it.
func (e *Estimator) cheapestShape(pt *profile.Point, a Architecture) int {
	list := slices.DeleteFunc(slices.Clone(e.ShapesOf(int(pt[profile.Cloud]), a)), func(shape int) bool { return !e.suits(shape, pt) })
	cost := func(shape int) float64 {
		var est Estimate
		e.Eval(shape, pt, e.CentralScenario(), &est)
		return est.CostMonthlyUSD + est.OpsMonthlyUSD
	}
	return slices.MinFunc(list, func(x, y int) int { return cmp.Compare(cost(x), cost(y)) })
}
