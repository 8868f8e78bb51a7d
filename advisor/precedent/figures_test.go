package precedent

import (
	"archadvisor/advisor"
	"slices"
	"testing"
)

// TestBandsRise: bands cover all, none is small, and a surer one was right at
// least as often.
func TestBandsRise(t *testing.T) {
	var sureness, agreed []float64
	for i := 0; i < 300; i++ {
		p := 0.34 + 0.66*float64(i)/300
		sureness = append(sureness, p)
		right := 0.0
		if i%7 != 0 && (p < 0.8 || p > 0.9 || i%3 == 0) { // a bad stretch below 0.9
			right = 1
		}
		agreed = append(agreed, right)
	}
	list := bands(sureness, agreed)
	cases := 0
	for i, b := range list {
		cases += b.Cases
		if b.Cases < leastInBand {
			t.Errorf("band %v holds %d decisions", b, b.Cases)
		}
		if i > 0 && (b.From != list[i-1].To || b.Agreed*list[i-1].Cases < list[i-1].Agreed*b.Cases) {
			t.Errorf("band %v follows %v", b, list[i-1])
		}
	}
	if cases != len(sureness) || list[0].From != 0 || list[len(list)-1].To != 1 {
		t.Errorf("the bands %v do not cover all %d decisions", list, len(sureness))
	}
	few := bands([]float64{0.4, 0.95}, []float64{1, 0})
	if !slices.Equal(few, []Band{{advisor.Reliability{From: 0, To: 1, Cases: 2, Agreed: 1}, 0.675}}) {
		t.Errorf("two decisions make the bands %v", few)
	}
}
