package estimate

import (
	"archadvisor/advisor/pricing"
	"archadvisor/advisor/profile"
)

// Line is one item of a bill with its provenance. UnitPriceUSD is what the
// quantity costs on average: tiers and grants included.
type Line = pricing.Line

// Bill itemises a shape at a point: the same computation as Eval, so that the
// lines add up, in their order, to exactly its CostMonthlyUSD.
func (e *Estimator) Bill(shape int, pt *profile.Point, sc *Scenario) []Line {
	var p plan
	e.plan(&p, shape, pt, sc)
	out := make([]Line, 0, p.sheet.n)
	for i := 0; i < p.sheet.n; i++ {
		l := p.sheet.lines[i]
		out = append(out, p.b.billLine(l.item, l.quantity))
	}
	return out
}

// billLine decorates a quantity. A quantity that a grant covers costs nothing
// and is shown, because more of it would cost something.
func (b *book) billLine(it item, quantity float64) Line {
	t := &b.tariffs[it]
	line := t.Line(b.names[it], quantity)
	line.MonthlyUSD = b.items[it].cost(quantity)
	line.UnitPriceUSD = line.MonthlyUSD / line.Quantity
	return line
}
