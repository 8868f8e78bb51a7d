package explain

import (
	"math"
	"slices"
	"testing"

	"archadvisor/advisor"
)

// TestCheapest: the stretches of the load follow one another over the whole chart, and in the middle of each the option
// that it names loses to none in the comparisons of two.
func TestCheapest(t *testing.T) {
	for name, p := range examples(t) {
		x, err := core(t).Account(t.Context(), p, advisor.Options{})
		if err != nil {
			t.Fatal(err)
		}
		end := loadFrom
		for _, v := range x.Cheapest {
			if v.FromRPS != end || v.ToRPS <= v.FromRPS {
				t.Errorf("%s: %v begins at %v", name, v, end)
			}
			end = v.ToRPS
			middle := math.Sqrt(v.FromRPS * v.ToRPS)
			for _, b := range x.BreakEven {
				at := slices.IndexFunc(b.Intervals, func(k Interval) bool { return k.FromRPS <= middle && middle <= k.ToRPS })
				if k := b.Intervals[at]; slices.Contains(b.Pair[:], v.Cheaper) && k.Cheaper != v.Cheaper && !k.About && !v.About {
					t.Errorf("%s: at %v %s is cheapest, and of %v %s", name, middle, v.Cheaper, b.Pair, k.Cheaper)
				}
			}
		}
		if !near(end, loadTo, 1) {
			t.Errorf("%s: they end at %v", name, end)
		}
	}
}
