package explain

import (
	"math"
	"testing"
)

// TestWeightCrossing: of two options under three criteria the first leads when
// the first criterion weighs more than 0.404762, the others keeping their
// proportions; worked by hand.
func TestWeightCrossing(t *testing.T) {
	got := weightCrossing([]float64{0.9, 0.3, 0.5}, []float64{0.4, 0.8, 0.6}, []float64{0.5, 0.3, 0.2}, 0)
	if want := 0.4047619; math.Abs(got-want) > 1e-6 {
		t.Errorf("got %v, want %v", got, want)
	}
}
