package say

import (
	"testing"

	"archadvisor/advisor/explain"
)

// The lines of a bill sum to the total shown, to the cent.
func TestWholeCents(t *testing.T) {
	for _, amounts := range [][]float64{{72.094, 15.854, 82.124, 0.304, 22.264}, {0.004, 0.004, 0.004}, {}, {1.005, 2.675}, {0.999, 0.001}} {
		var bill []explain.LineItem
		usd := 0.0
		for _, a := range amounts {
			bill = append(bill, explain.LineItem{MonthlyUSD: a})
			usd += a
		}
		lines, total := wholeCents(bill, usd)
		sum := int64(0)
		for i, n := range lines {
			sum += n
			if d := float64(n) - amounts[i]*100; d < -1 || d > 1 {
				t.Errorf("%v: line %d is %d cents", amounts, i, n)
			}
		}
		if sum != total {
			t.Errorf("%v: lines sum to %d cents, total is %d", amounts, sum, total)
		}
	}
}
