package advisor

import (
	"math"

	"archadvisor/rules"
)

// Bounds are the least and the most that each option may be worth.
func (r *Drawn) Bounds() (low, high [numOptions]float64) {
	a := r.Advisor
	r.centralCell()
	lo := append([]float64(nil), r.e.facts...)
	hi := append([]float64(nil), r.e.facts...)
	a.widen(r.Profile, lo, hi)
	r.spanEstimates(lo, hi)
	words := a.program.Words()
	must, may := make([]uint64, words), make([]uint64, words)
	a.program.Eval3(lo, hi, must, may)
	list := make([]rules.Bound, len(a.Criteria)*numOptions)
	a.program.Bounds(lo, hi, must, may, list)
	low, high = a.start, a.start
	for c := range a.Criteria {
		for o := range low {
			low[o] += r.Importance[c] * list[c*numOptions+o].Low
			high[o] += r.Importance[c] * list[c*numOptions+o].High
		}
	}
	return low, high
}

// spanEstimates widens the estimates to their range over the draws.
func (r *Drawn) spanEstimates(lo, hi []float64) {
	a := r.Advisor
	for k := 0; k < r.s.k; k += 4 {
		r.Sampler.Draw(k, &r.e.point)
		r.e.at(&r.e.point, a.models.CentralScenario(), r.Shapes)
		for i := a.facts.estimates; i < len(lo); i++ {
			lo[i], hi[i] = math.Min(lo[i], r.e.facts[i]), math.Max(hi[i], r.e.facts[i])
		}
	}
}
