package advisor

import (
	"math"
	"math/bits"

	"archadvisor/advisor/estimate"
	"archadvisor/advisor/profile"
)

// chooseShapes picks, per architecture, the shape that stands for it: the lowest infrastructure plus people cost at
// the central inputs among those whose gates pass there, or the one with the fewest failing gates. It is chosen once
// per profile and kept in all draws.
func (e *evaluator) chooseShapes(pt *profile.Point, active []bool) [numOptions]int {
	var chosen [numOptions]int
	cloud := CloudOf(pt)
	for o := range chosen {
		chosen[o] = e.a.models.ShapesOf(cloud, estimate.Architecture(o))[0]
	}
	e.in.Read(pt)
	for o := range chosen {
		e.a.models.EvalInputs(chosen[o], &e.in, e.a.models.CentralScenario(), &e.cell.est[o])
	}
	for o := range chosen {
		chosen[o] = e.chooseShape(pt, o, active)
	}
	return chosen
}

// chooseShape finds the estimate of the first shape in the cell and leaves that of its choice
// there, so that the gates of the next architecture see it.
func (e *evaluator) chooseShape(pt *profile.Point, o int, active []bool) int {
	choice, fewest, cheapest := -1, math.MaxInt, math.Inf(1)
	var kept estimate.Estimate
	for i, shape := range e.a.models.ShapesOf(CloudOf(pt), estimate.Architecture(o)) {
		if !e.a.models.Suits(shape, pt) {
			continue
		}
		if i > 0 { // the first stands in the cell
			e.a.models.EvalInputs(shape, &e.in, e.a.models.CentralScenario(), &e.cell.est[o])
		}
		failing := bits.OnesCount64(e.failing(pt, o, active, true))
		cost := e.cell.est[o].CostMonthlyUSD + e.cell.est[o].OpsMonthlyUSD
		if choice < 0 || failing < fewest || failing == fewest && cost < cheapest {
			choice, fewest, cheapest = shape, failing, cost
			kept = e.cell.est[o]
		}
	}
	e.cell.est[o] = kept
	return choice
}

// failing are the gates that stop option o at the point with the estimates that are in the cell, as a bit set, or of
// these only those that read an estimate: the others fail for every shape alike.
func (e *evaluator) failing(pt *profile.Point, o int, active []bool, estimated bool) (set uint64) {
	filled := false
	for g := range e.a.Gates {
		k := &e.a.Gates[g]
		if !active[g] || !k.Stops[o] || estimated && !k.Estimated {
			continue
		}
		if !filled {
			e.a.facts.Fill(pt, e.a.limits(pt), &e.cell.est, e.facts)
			filled = true
		}
		if e.a.program.Holds(e.a.gateIndex(g), e.facts) {
			set |= 1 << g
		}
	}
	return set
}

// Best gives the estimates of the best shapes at a point, chosen anew.
func (r *Drawn) Best(pt *profile.Point) *[numOptions]estimate.Estimate {
	r.e.chooseShapes(pt, r.active)
	return &r.e.cell.est
}
