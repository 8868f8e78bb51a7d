package advisor

import (
	"math/bits"

	"archadvisor/advisor/estimate"
	"archadvisor/advisor/profile"
)

// cell is one evaluation: what every option is worth under every criterion at
// one point, before weights. It is the unit that draws repeat.
type cell struct {
	value    [numOptions][maxCriteria]float64 // points, scale applied
	est      [numOptions]estimate.Estimate
	fired    []uint64  // conditions of rules, then of gates
	measured []float64 // measure x option, 0..100, NaN-free
}

// evaluator is the scratch memory of one goroutine.
type evaluator struct {
	a     *Advisor
	facts []float64
	cell  cell
	point profile.Point
	keep  store // what a whole profile needs, reused from one to the next
}

func newEvaluator(a *Advisor) *evaluator {
	conditions := a.program.NumRules() + a.program.NumGates()
	return &evaluator{a: a, facts: make([]float64, len(a.facts.defs)),
		cell: cell{fired: make([]uint64, (conditions+63)/64), measured: make([]float64, len(a.measures)*numOptions)}}
}

// at evaluates one point with one shape per architecture under one scenario of
// the models.
func (e *evaluator) at(pt *profile.Point, sc *estimate.Scenario, shapes [numOptions]int) *cell {
	c := &e.cell
	for o := range c.est {
		e.a.models.Eval(shapes[o], pt, sc, &c.est[o])
	}
	return e.score(pt)
}

// score fills the cell from its estimates.
func (e *evaluator) score(pt *profile.Point) *cell {
	c := &e.cell
	e.a.facts.fill(pt, e.a.limits(pt), &c.est, e.facts)
	c.value = [numOptions][maxCriteria]float64{}
	e.measure()
	e.a.program.Eval(e.facts, c.fired)
	e.addRules()
	return c
}

func (e *evaluator) measure() {
	c := &e.cell
	for m := range e.a.measures {
		at := e.a.measures[m].criterion
		scale := e.a.Criteria[at].Scale
		for o := 0; o < numOptions; o++ {
			v := e.a.program.Value(m, o, e.facts)
			if v != v { // a measure over something unknown says nothing
				v = 0
			}
			c.measured[m*numOptions+o] = v
			c.value[o][at] += scale * v
		}
	}
}

func (e *evaluator) addRules() {
	c := &e.cell
	for w, word := range c.fired {
		for ; word != 0; word &= word - 1 {
			r := w<<6 + bits.TrailingZeros64(word)
			if r >= len(e.a.rules) {
				return
			}
			s := &e.a.rules[r]
			scale := e.a.Criteria[s.criterion].Scale
			for o := range s.points {
				c.value[o][s.criterion] += scale * s.points[o]
			}
		}
	}
}

// limits are those of the functions of the point's cloud.
func (a *Advisor) limits(pt *profile.Point) *estimate.Limits {
	return &a.limitsByCloud[CloudOf(pt)]
}

func CloudOf(pt *profile.Point) int {
	if c := pt[profile.Cloud]; c >= 0 {
		return int(c)
	}
	return 0
}
