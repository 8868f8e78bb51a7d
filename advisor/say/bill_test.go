package say

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/say/document"
)

// The lines of a bill sum to the total shown, to the cent.
func TestBillSums(t *testing.T) {
	for _, amounts := range [][]float64{{72.094, 15.854, 82.124, 0.304, 22.264}, {0.004, 0.004, 0.004}, {}, {1.005, 2.675}, {0.999, 0.001}} {
		x := &explain.Explanation{Decision: &explain.Decision{Decision: advisor.Decision{Ranking: make([]advisor.Option, 1)}}, Details: make([]explain.Detail, 1)}
		for _, a := range amounts {
			x.Details[0].Bill = append(x.Details[0].Bill, explain.LineItem{Item: "x", MonthlyUSD: a})
		}
		d := &document.Document{}
		bills(d, x)
		rows, sum := d.Blocks()[1].Rows, 0.0
		for i, row := range rows[1:] {
			usd, err := strconv.ParseFloat(strings.TrimPrefix(row[3], "$"), 64)
			switch {
			case err != nil:
				t.Fatal(err)
			case i < len(amounts) && math.Abs(usd-amounts[i]) > 0.0051:
				t.Errorf("%v: line %d is %s", amounts, i, row[3])
			case i == len(amounts) && math.Abs(usd-sum) > 1e-9:
				t.Errorf("%v: lines sum to %v, total is %s", amounts, sum, row[3])
			}
			sum += usd
		}
	}
}
