package pricing

import (
	"errors"
	"testing"
)

// TestNoPriceIsZero takes every price and billing rule away, one at a time, and
// computes every published bill without it: either the bill does not need it
// and is the same, or the error names it.
func TestNoPriceIsZero(t *testing.T) {
	c := mustLoad(t)
	cases := readPublished(t).Cases
	want := make([]float64, len(cases))
	for i, p := range cases {
		bill, err := c.Compute(p.Kind, p.Inputs)
		if err != nil && p.Kind != "ratio" {
			t.Fatal(err)
		}
		want[i] = bill.Total()
	}
	named := 0
	for k, figure := range c.figures {
		if k.kind != price && k.kind != quirk {
			continue
		}
		without := c.clone()
		delete(without.figures, k)
		for i, p := range cases {
			if p.Kind == "ratio" {
				continue
			}
			bill, err := without.Compute(p.Kind, p.Inputs)
			var missing *MissingError
			switch {
			case err == nil && bill.Total() != want[i]:
				t.Errorf("%s without %s: %v instead of %v", p.ID, figure.Name(), bill.Total(), want[i])
			case errors.As(err, &missing) && missing.Item == k.item:
				named++
			case err != nil:
				t.Errorf("%s without %s: %v", p.ID, figure.Name(), err)
			}
		}
	}
	if named < 500 {
		t.Errorf("only %d bills missed a price", named)
	}
}
