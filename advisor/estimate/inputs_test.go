package estimate

import (
	"slices"
	"testing"

	"archadvisor/advisor/profile"
)

// The models read the fields of Reads and no other: whoever leaves the others
// undrawn, or uses an estimate again where they differ, gets the same figures.
func TestInputsAreTheFieldsRead(t *testing.T) {
	s := profile.NewSampler(profile.New("any"), 7)
	for id := profile.ID(0); id < profile.NumFields; id++ {
		differs := false
		for k := range 40 {
			var a, b profile.Point
			s.Draw(k, &a)
			s.Draw(k, &b)
			for _, x := range []float64{profile.Unknown, 0, 1, 2, 7, 12345} {
				b[id] = x
				var before, after Inputs
				before.Read(&a)
				after.Read(&b)
				differs = differs || before != after
			}
		}
		if reads := slices.Contains(Reads(), id); reads != differs {
			t.Errorf("%v: in Reads %v, changes the inputs %v", id, reads, differs)
		}
	}
}
