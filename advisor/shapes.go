package advisor

import (
	"math"

	"archadvisor/advisor/estimate"
	"archadvisor/advisor/profile"
)

// chooseShapes picks, per architecture, the shape that stands for it: the
// lowest infrastructure plus people cost at the central inputs among those
// whose gates pass there, or the one with the fewest failing gates. It is
// chosen once per profile and kept in all draws.
func (e *evaluator) chooseShapes(pt *profile.Point, active []bool) [numOptions]int {
	var chosen [numOptions]int
	cloud := cloudOf(pt)
	for o := range chosen {
		chosen[o] = e.a.models.ShapesOf(cloud, estimate.Architecture(o))[0]
	}
	sc := e.a.models.CentralScenario()
	for o := range chosen {
		e.a.models.Eval(chosen[o], pt, sc, &e.cell.est[o])
	}
	for o := range chosen {
		chosen[o] = e.chooseShape(pt, sc, o, active)
	}
	return chosen
}

// chooseShape leaves the estimate of its choice in the cell, so that the gates
// of the next architecture see it.
func (e *evaluator) chooseShape(pt *profile.Point, sc *estimate.Scenario, o int, active []bool) int {
	choice, fewest, cheapest := -1, math.MaxInt, math.Inf(1)
	var kept estimate.Estimate
	for _, shape := range e.a.models.ShapesOf(cloudOf(pt), estimate.Architecture(o)) {
		e.a.models.Eval(shape, pt, sc, &e.cell.est[o])
		failing := e.failing(pt, o, active)
		cost := e.cell.est[o].CostMonthlyUSD + e.cell.est[o].OpsMonthlyUSD
		if choice < 0 || failing < fewest || failing == fewest && cost < cheapest {
			choice, fewest, cheapest = shape, failing, cost
			kept = e.cell.est[o]
		}
	}
	e.cell.est[o] = kept
	return choice
}

// failing counts the gates that stop option o at the point, with the estimates
// that are in the cell.
func (e *evaluator) failing(pt *profile.Point, o int, active []bool) int {
	if len(e.a.gates) == 0 {
		return 0
	}
	e.a.facts.fill(pt, e.a.limits(pt), &e.cell.est, e.facts)
	e.a.program.Eval(e.facts, e.cell.fired)
	n, base := 0, len(e.a.rules)
	for g := range e.a.gates {
		i := base + g
		if active[g] && e.a.gates[g].stops[o] && e.cell.fired[i>>6]>>(i&63)&1 == 1 {
			n++
		}
	}
	return n
}
