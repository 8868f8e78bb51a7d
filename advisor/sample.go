package advisor

import "archadvisor/advisor/estimate"

// sample is what the draws of one profile gave: per draw the value of each option and the gates that fired, and over
// all draws what each statement contributed. Memory is reused between profiles.
type sample struct {
	k      int
	scored int  // the first so many make the score
	open   bool // the profile leaves something to draw

	values Utilities // points by draw, gates not applied
	full   Utilities // of the first answeredDraws: with every rule judged on drawn values, as if all were answered
	gates  []uint64  // bit set of the gates that fired, per draw

	quantities [NumQuantities][numOptions][]float64

	measureSum []float64 // measure x option: sum of importance x points
	ruleWeight []float64 // rule: sum of importances over the draws in which it fired
	ruleCount  []int
	weightSum  [maxCriteria]float64
}

// answeredDraws is how many draws are also evaluated as if everything were
// answered, which tells what answers are worth.
const answeredDraws = 128

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
	Effort        // of a move to the option, in engineer-months
	Together      // infrastructure and staff
	Listed        // the bill without what operators do that no profile states: what rules and measures hear
	NumQuantities // how many there are
)

// Of is the quantity of an estimate.
func (q Quantity) Of(e *estimate.Estimate) float64 { return quantitiesOf(e)[q] }

func quantitiesOf(e *estimate.Estimate) [NumQuantities]float64 {
	return [...]float64{Cost: e.LikelyUSD, P99: e.P99Millis, Availability: e.AvailabilityPct, Instances: e.Instances, OpsFTE: e.OpsFTE,
		OpsUSD: e.OpsMonthlyUSD, Effort: e.MigrationFTE, Together: e.LikelyUSD + e.OpsMonthlyUSD, Listed: e.CostMonthlyUSD}
}

func (s *sample) reset(a *Advisor) {
	s.k, s.scored = 0, 0
	s.values, s.full, s.gates = s.values[:0], s.full[:0], s.gates[:0]
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

func zeroed[T int | uint64 | float64 | bool](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	s = s[:n]
	clear(s)
	return s
}

// attribute books the statements of a cell under the importances w.
func (s *sample) attribute(a *Advisor, c *cell, fired []uint64, w []float64) {
	for m := range a.measures {
		for o := 0; o < numOptions; o++ {
			s.measureSum[m*numOptions+o] += w[a.measures[m].Criterion] * c.measured[m*numOptions+o]
		}
	}
	a.eachRule(fired, func(i int) {
		s.ruleWeight[i] += w[a.rules[i].Criterion]
		s.ruleCount[i]++
	})
	for i := range w {
		s.weightSum[i] += w[i]
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
	for o := range est {
		for q, x := range quantitiesOf(&est[o]) {
			s.quantities[q][o] = append(s.quantities[q][o], x)
		}
	}
}
