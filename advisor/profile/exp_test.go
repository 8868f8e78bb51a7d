package profile

import (
	"math"
	"testing"
)

func TestExpIsExp(t *testing.T) {
	worst := 0.0
	for x := -1.0; x < 720; x += 0.0137 {
		got, want := exp(x), math.Exp(x)
		if math.IsInf(want, 1) {
			if !math.IsInf(got, 1) {
				t.Fatalf("exp(%v): got %v", x, got)
			}
			continue
		}
		worst = math.Max(worst, math.Abs(got-want)/want/math.Max(1, x))
	}
	if worst > 1e-15 {
		t.Errorf("relative error %.2g per unit of x, want 1e-15 at most", worst)
	}
	if exp(0) != 1 {
		t.Errorf("exp(0): got %v", exp(0))
	}
}
