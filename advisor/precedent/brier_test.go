package precedent

import (
	"math"
	"testing"
)

// TestBrierScores: the figures are worked by hand in the documentation of
// scikit-learn (brier_score_loss) and follow from Murphy's partition.
func TestBrierScores(t *testing.T) {
	sum := 0.0
	y, p := []int{0, 1, 1, 0}, []float64{0.1, 0.9, 0.8, 0.3}
	for i := range y {
		sum += brierClasses([]float64{1 - p[i], p[i]}, y[i]) / 2 // both classes are off by as much
	}
	if got, want := sum/4, 0.0375; math.Abs(got-want) > 1e-9 {
		t.Errorf("the binary score is %v, want %v", got, want)
	}
	rel, res, unc := murphy([]reliabilityBin{{0.2, 5, 1}, {0.7, 5, 4}})
	if got, want := rel-res+unc, 0.165; math.Abs(got-want) > 1e-9 {
		t.Errorf("reliability less resolution plus uncertainty is %v, want %v", got, want)
	}
}
