package advisor

import (
	"math/bits"

	"archadvisor/advisor/estimate"
)

// sample is what the draws of one profile gave: per draw the value of each
// option and the gates that fired, and over all draws what each statement
// contributed. Memory is reused between profiles.
type sample struct {
	k      int
	scored int  // the first so many make the score
	open   bool // the profile leaves something to draw

	drawn   Utilities // value with drawn weights, gates not applied
	settled Utilities // value with central weights, gates not applied
	gates   []uint64  // bit set of the gates that fired, per draw
	weights []float64 // drawn weights, k x criteria

	quantities [numQuantities][numOptions][]float64

	measureSum []float64 // measure x option: sum of weight x scale x value
	ruleWeight []float64 // rule: sum of weight x scale over the draws in which it fired
	ruleCount  []int
	weightSum  [maxCriteria]float64
}

// Quantity is a figure that is reported with low, expected and high.
type Quantity int

// The quantities.
const (
	Cost Quantity = iota
	P99
	Availability
	Instances
	OpsFTE
	OpsUSD
	numQuantities
)

func quantity(e *estimate.Estimate, q Quantity) float64 {
	switch q {
	case Cost:
		return e.CostMonthlyUSD
	case P99:
		return e.P99Millis
	case Availability:
		return e.AvailabilityPct
	case Instances:
		return e.Instances
	case OpsFTE:
		return e.OpsFTE
	}
	return e.OpsMonthlyUSD
}

func (s *sample) reset(a *Advisor) {
	s.k, s.scored = 0, 0
	s.drawn, s.settled = s.drawn[:0], s.settled[:0]
	s.gates, s.weights = s.gates[:0], s.weights[:0]
	for q := range s.quantities {
		for o := range s.quantities[q] {
			s.quantities[q][o] = s.quantities[q][o][:0]
		}
	}
	s.measureSum = zeroed(s.measureSum, len(a.measures)*numOptions)
	s.ruleWeight = zeroed(s.ruleWeight, len(a.rules))
	s.ruleCount = zeroed(s.ruleCount, len(a.rules))
	s.weightSum = [maxCriteria]float64{}
}

func zeroed[T int | float64 | bool](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	s = s[:n]
	clear(s)
	return s
}

// record adds one draw: its cell under the weights w. settled are the central
// weights.
func (s *sample) record(c *cell, w, settled []float64) {
	s.drawn = append(s.drawn, weighted(&c.value, w))
	s.settled = append(s.settled, weighted(&c.value, settled))
	s.weights = append(s.weights, w...)
	if s.k < s.scored {
		for i := range w {
			s.weightSum[i] += w[i]
		}
	}
	s.k++
}

// weighted is the value of each option under the weights.
func weighted(value *[numOptions][maxCriteria]float64, w []float64) (u [numOptions]float64) {
	for o := range u {
		for i := range w {
			u[o] += w[i] * value[o][i]
		}
	}
	return u
}

// attribute books the statements of a cell that stood for n draws whose weights
// summed to wsum.
func (s *sample) attribute(a *Advisor, c *cell, wsum []float64, n int) {
	for m := range a.measures {
		at := a.measures[m].criterion
		f := wsum[at] * a.Criteria[at].Scale
		for o := 0; o < numOptions; o++ {
			s.measureSum[m*numOptions+o] += f * c.measured[m*numOptions+o]
		}
	}
	for w, word := range c.fired {
		for ; word != 0; word &= word - 1 {
			i := w<<6 + bits.TrailingZeros64(word)
			if i < len(a.rules) {
				at := a.rules[i].criterion
				s.ruleWeight[i] += wsum[at] * a.Criteria[at].Scale
				s.ruleCount[i] += n
			}
		}
	}
}

// gateBits are the gates of a cell that fired and may, as a bit set.
func (e *evaluator) gateBits(c *cell, active []bool) uint64 {
	var set uint64
	n := len(e.a.rules)
	for g := range e.a.Gates {
		if i := n + g; active[g] && c.fired[i>>6]>>(i&63)&1 == 1 {
			set |= 1 << g
		}
	}
	return set
}

// observe keeps the quantities of a cell.
func (s *sample) observe(est *[numOptions]estimate.Estimate) {
	for q := range s.quantities {
		for o := range est {
			s.quantities[q][o] = append(s.quantities[q][o], quantity(&est[o], Quantity(q)))
		}
	}
}
