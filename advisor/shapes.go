package advisor

import (
	"math"

	"archadvisor/advisor/estimate"
	"archadvisor/advisor/profile"
)

// chooseShapes picks, per architecture, the shape that stands for it: the lowest infrastructure plus people cost at
// the central inputs among those whose gates pass there, or the one with the fewest failing gates. It is chosen once
// per profile and kept in all draws.
func (e *evaluator) chooseShapes(pt *profile.Point, active []bool, sized *[numOptions]estimate.Sized) (chosen [numOptions]int) {
	m := e.a.models
	e.in.Read(pt)
	for o := range chosen {
		first := m.ShapesOf(CloudOf(pt), estimate.Architecture(o))[0]
		e.cell.est[o] = *m.Size(&sized[o], first, &e.in, m.CentralScenario())
	}
	for o := range chosen {
		chosen[o] = e.chooseShape(pt, o, active, &sized[o])
	}
	return chosen
}

// chooseShape finds the first shape sized and its estimate in the cell, and leaves its choice
// there, so that the gates of the next architecture see it.
func (e *evaluator) chooseShape(pt *profile.Point, o int, active []bool, kept *estimate.Sized) int {
	m, est, sized := e.a.models, &e.cell.est[o], kept
	choice, fewest, cheapest := -1, math.MaxInt, math.Inf(1)
	var best estimate.Estimate
	for i, shape := range m.ShapesOf(CloudOf(pt), estimate.Architecture(o)) {
		if !m.Suits(shape, &e.in) {
			continue
		}
		if i > 0 {
			sized = &e.sized
			*est = *m.Size(sized, shape, &e.in, m.CentralScenario())
		}
		if !sized.Allowed() {
			continue
		}
		failing := e.failing(pt, o, active)
		if cost := est.CostMonthlyUSD + est.OpsMonthlyUSD; choice < 0 || failing < fewest || failing == fewest && cost < cheapest {
			choice, fewest, cheapest = shape, failing, cost
			best, *kept = *est, *sized
		}
	}
	*est = best
	return choice
}

// failing is how many gates stop option o at the point with the estimates that are in the cell, of those that read an
// estimate: the others fail for every shape alike.
func (e *evaluator) failing(pt *profile.Point, o int, active []bool) (failing int) {
	filled := false
	for g := range e.a.Gates {
		if k := &e.a.Gates[g]; !active[g] || !k.Stops[o] || !k.Estimated {
			continue
		}
		if !filled {
			e.a.facts.Fill(pt, e.a.limits(pt), &e.cell.est, e.facts)
			filled = true
		}
		if e.a.program.Holds(e.a.gateIndex(g), e.facts) {
			failing++
		}
	}
	return failing
}

// Sized is the shape that stands for an architecture, at the central inputs. It stands until Done.
func (r *Drawn) Sized(a estimate.Architecture) *estimate.Sized { return &r.e.keep.sized[a] }

// Best gives the estimates of the best shapes at a point, chosen anew.
func (r *Drawn) Best(pt *profile.Point) *[numOptions]estimate.Estimate {
	r.e.chooseShapes(pt, r.active, &r.e.elsewhere)
	return &r.e.cell.est
}
