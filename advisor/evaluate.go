package advisor

import (
	"math/bits"

	"archadvisor/advisor/estimate"
	"archadvisor/advisor/profile"
)

// cell is one evaluation: what the models say of every option at one point, and
// which conditions hold there. It is the unit that draws repeat.
type cell struct {
	est      [numOptions]estimate.Estimate
	fired    []uint64  // conditions of rules, then of gates
	measured []float64 // measure x option, points, NaN-free
}

// evaluator is the scratch memory of one goroutine.
type evaluator struct {
	a     *Advisor
	facts []float64
	cell  cell
	point profile.Point
	in    estimate.Inputs
	sized estimate.Sized

	elsewhere [numOptions]estimate.Sized // than at the central inputs: see store.sized

	keep store // what a whole profile needs, reused from one to the next
}

func newEvaluator(a *Advisor) *evaluator {
	conditions := len(a.program.Pack().Rules) + len(a.program.Pack().Gates)
	return &evaluator{a: a, facts: make([]float64, len(a.facts.Defs)),
		cell: cell{fired: make([]uint64, (conditions+63)/64), measured: make([]float64, len(a.measures)*numOptions)}}
}

// at evaluates the models at one point with one shape per architecture under one
// scenario, and everything that the statements read of them.
func (e *evaluator) at(pt *profile.Point, sc *estimate.Scenario, shapes [numOptions]int) *cell {
	e.model(nil, pt, sc, &shapes)
	e.fill(pt)
	return e.judge(nil)
}

// fill finds the facts and the measures at the point whose estimates are in the cell.
func (e *evaluator) fill(pt *profile.Point) {
	e.a.facts.Fill(pt, e.a.limits(pt), &e.cell.est, e.facts)
	for m := range e.a.measures {
		for o := 0; o < numOptions; o++ {
			v := e.a.program.Value(m, o, e.facts)
			if v != v { // a measure over something unknown says nothing
				v = 0
			}
			e.cell.measured[m*numOptions+o] = v
		}
	}
}

// judge finds which of some conditions, or with nil of all, hold for the facts.
func (e *evaluator) judge(some []uint64) *cell {
	e.a.program.Eval(some, e.facts, e.cell.fired)
	return &e.cell
}

// value adds to where the options start what measures and the fired rules say of each, in points, under the importances w.
func (a *Advisor) value(v [numOptions]float64, c *cell, fired []uint64, w []float64) [numOptions]float64 {
	for m := range a.measures {
		f := w[a.measures[m].Criterion]
		for o := range v {
			v[o] += f * c.measured[m*numOptions+o]
		}
	}
	a.eachRule(fired, func(i int) {
		s := &a.rules[i]
		f := w[s.Criterion]
		for o := range v {
			v[o] += f * s.points[o]
		}
	})
	return v
}

// eachRule calls with every rule of a set of conditions.
func (a *Advisor) eachRule(set []uint64, with func(i int)) {
	for w, word := range set {
		for ; word != 0; word &= word - 1 {
			i := w<<6 + bits.TrailingZeros64(word)
			if i >= len(a.rules) {
				return
			}
			with(i)
		}
	}
}

// limits are those of the functions of the point's cloud.
func (a *Advisor) limits(pt *profile.Point) *estimate.Limits { return &a.limitsByCloud[CloudOf(pt)] }

// CloudOf is the cloud of a point, the first where none is stated.
func CloudOf(pt *profile.Point) int {
	if c := pt[profile.Cloud]; c >= 0 {
		return int(c)
	}
	return 0
}
