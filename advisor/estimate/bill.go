package estimate

import (
	"archadvisor/advisor/pricing"
	"archadvisor/advisor/profile"
)

// Bill itemises a shape at a point: the same quantities as Eval, so that the
// lines add up, in their order, to exactly its CostMonthlyUSD.
func (e *Estimator) Bill(shape int, pt *profile.Point, sc *Scenario) []pricing.Line {
	var p plan
	e.plan(&p, shape, pt, sc)
	return p.list.Lines(&p.used)
}
