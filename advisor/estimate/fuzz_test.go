package estimate

import (
	"testing"

	"archadvisor/advisor/profile"
)

// FuzzEvalIsFinite scales and replaces numbers of a drawn profile.
func FuzzEvalIsFinite(f *testing.F) {
	f.Add(uint16(3), uint8(14), 1e12, uint8(25), 1e-12)
	f.Add(uint16(9), uint8(13), 0.0, uint8(16), 1e9)
	f.Add(uint16(70), uint8(26), 1e12, uint8(24), 0.001)
	e := newEstimator(f)
	s := profile.NewSampler(profile.New("x"), 3)
	f.Fuzz(func(t *testing.T, draw uint16, first uint8, a float64, second uint8, b float64) {
		var pt profile.Point
		s.Draw(int(draw), &pt)
		pt[first%uint8(profile.NumFields)] = a
		pt[second%uint8(profile.NumFields)] = b
		for shape := range e.shapes {
			var est Estimate
			e.Eval(shape, &pt, e.Scenario(int(draw), true), &est)
			checkEstimate(t, e.shapes[shape].ID, int(draw), &est)
		}
	})
}
