package estimate

import (
	"testing"

	"archadvisor/advisor/profile"
)

var loads = []float64{0.1, 1, 10, 100, 1000, 10_000, 100_000}

func loadPoint(rps float64, cloud int) profile.Point {
	var pt profile.Point
	profile.NewSampler(profile.New("x"), 1).Central(&pt)
	pt[profile.MeanRPS], pt[profile.PeakRPS], pt[profile.Cloud] = rps, 4*rps, float64(cloud)
	return pt
}

func TestEvalDoesNotAllocate(t *testing.T) {
	e := newEstimator(t)
	for _, rps := range loads {
		for shape := range e.shapes {
			pt := loadPoint(rps, e.shapes[shape].cloud)
			var est Estimate
			if n := testing.AllocsPerRun(10, func() { e.Eval(shape, &pt, e.CentralScenario(), &est) }); n != 0 {
				t.Errorf("%s at %v req/s: %v allocations", e.shapes[shape].ID, rps, n)
			}
		}
	}
}

// BenchmarkAllShapesOfOneCloud is one evaluation of every shape of AWS, averaged
// over loads from 0.1 to 100,000 req/s.
func BenchmarkAllShapesOfOneCloud(b *testing.B) {
	e := newEstimator(b)
	var pts []profile.Point
	for _, rps := range loads {
		pts = append(pts, loadPoint(rps, aws))
	}
	var est Estimate
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		for shape := range e.ShapesOf(gcp, Monolith)[0] { // those before the first of the next cloud
			e.Eval(shape, &pts[i%len(pts)], e.Scenario(i, true), &est)
		}
	}
}

func BenchmarkShape(b *testing.B) {
	e := newEstimator(b)
	for shape := range e.shapes {
		if e.shapes[shape].cloud != aws {
			continue
		}
		pt := loadPoint(50, aws)
		b.Run(e.shapes[shape].ID, func(b *testing.B) {
			var est Estimate
			for b.Loop() {
				e.Eval(shape, &pt, e.CentralScenario(), &est)
			}
		})
	}
}
