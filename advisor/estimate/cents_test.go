package estimate

import (
	"math"
	"testing"
)

func TestCentsShownAddUp(t *testing.T) {
	e := newEstimator(t)
	for k, pt := range points(200) {
		shape := k % len(shapes)
		lines := e.Bill(shape, &pt, e.CentralScenario())
		each, total := Cents(lines)
		sum := int64(0)
		for i, c := range each {
			sum += c
			if math.Abs(float64(c)-lines[i].MonthlyUSD*100) > 1 {
				t.Errorf("%s is shown as %d cents, is %v", lines[i].Item, c, lines[i].MonthlyUSD*100)
			}
		}
		var est Estimate
		e.Eval(shape, &pt, e.CentralScenario(), &est)
		if sum != total || total != int64(math.Round(est.CostMonthlyUSD*100)) {
			t.Errorf("point %d: lines show %d cents, the total %d, the estimate is %v", k, sum, total, est.CostMonthlyUSD)
		}
	}
	each, total := Cents([]Line{{MonthlyUSD: 1.004}, {MonthlyUSD: 1.004}, {MonthlyUSD: 1.004}})
	if total != 301 || each[0]+each[1]+each[2] != 301 {
		t.Errorf("three times 1.004: %v of %d", each, total)
	}
}
