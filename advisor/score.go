package advisor

import (
	"math"

	"archadvisor/advisor/estimate"
)

// favourable is the share of draws in which a gate on a stated target must fire
// to count: even the favourable end (the 10th percentile) of the estimate
// misses the target. Below it the target is a matter of the measures.
const favourable = 0.9

// outcome is what the draws say once the gates are applied.
type outcome struct {
	score    [numOptions]float64 // mean over the draws
	ruledOut [numOptions]bool    // excluded, or stopped in every draw
	risk     [numOptions]float64 // share of draws in which a gate stops it
	gateSum  []float64           // gate x option: points booked, summed over draws
	gateHits []float64           // gate: share of draws in which it fired
	live     uint64              // gates that count
	forced   uint64              // of these, the targets missed even at the favourable end: in every draw
	tally    tally
	noise    view
	settled  utilities // central weights, gate points applied
}

// judge applies the gates and counts the winners of the first k draws.
func (r *run) judge(excluded [numOptions]bool) *outcome {
	a, s := r.e.a, r.s
	out := &outcome{noise: r.noise.upTo(s.k), gateSum: make([]float64, len(a.gates)*numOptions)}
	out.countGates(a, s)
	var sum [numOptions]float64
	n := len(a.criteria)
	out.settled = make(utilities, s.k)
	for k := 0; k < s.k; k++ {
		u, v := s.drawn[k], s.settled[k]
		stopped := out.stop(a, s.gates[k]&out.live|out.forced)
		var gone [numOptions]bool
		for o := range u {
			if g := stopped[o]; g >= 0 {
				u[o] += a.set.gatePoints
				v[o] += a.set.gatePoints
				out.risk[o]++
				if k < s.scored {
					out.gateSum[g*numOptions+o] += a.set.gatePoints
				}
			}
			gone[o] = excluded[o] || stopped[o] >= 0
			if k < s.scored {
				sum[o] += u[o]
			}
			out.settled[k][o] = v[o]
			u[o] += out.noise.residual[k][o]
		}
		out.tally.add(&u, gone, s.weights[k*n:k*n+n])
	}
	for o := range sum {
		out.score[o] = sum[o] / float64(s.scored)
		out.ruledOut[o] = excluded[o] || out.risk[o] == float64(s.k)
		out.risk[o] /= float64(s.k)
	}
	return out
}

// countGates finds the gates that count: all those that read hard limits, and
// those on a stated target that even the favourable end misses.
func (out *outcome) countGates(a *Advisor, s *sample) {
	out.gateHits = make([]float64, len(a.gates))
	for _, set := range s.gates {
		for g := range a.gates {
			if set>>g&1 == 1 {
				out.gateHits[g]++
			}
		}
	}
	for g := range a.gates {
		out.gateHits[g] /= float64(s.k)
		switch {
		case !a.gates[g].target():
			out.live |= 1 << g
		case out.gateHits[g] >= favourable:
			out.forced |= 1 << g
			out.gateHits[g] = 1
		default:
			out.gateHits[g] = 0
		}
	}
}

// stop is, per option, the first gate of the set that stops it, -1 if none.
func (out *outcome) stop(a *Advisor, set uint64) [numOptions]int {
	first := [numOptions]int{-1, -1, -1}
	if set == 0 {
		return first
	}
	for g := range a.gates {
		if set>>g&1 == 0 {
			continue
		}
		for o, stops := range a.gates[g].stops {
			if stops && first[o] < 0 {
				first[o] = g
			}
		}
	}
	return first
}

// leader is the option with the highest score among those not ruled out, -1 if
// none; ties go to the simpler.
func (out *outcome) leader() int {
	order, n := rankOptions(&out.score, out.ruledOut)
	if n == 0 {
		return -1
	}
	return order[0]
}

// ranking is the order of the options: by score, those ruled out last.
func (out *outcome) ranking() [numOptions]int {
	order, n := rankOptions(&out.score, out.ruledOut)
	var gone [numOptions]bool
	for o := range gone {
		gone[o] = !out.ruledOut[o]
	}
	rest, m := rankOptions(&out.score, gone)
	copy(order[n:], rest[:m])
	return order
}

// band is low, expected and high of a quantity; low and high are widened to
// contain expected.
func band(values []float64, expected float64) Band {
	lo, hi := percentile(values, 0.1), percentile(values, 0.9)
	return Band{math.Min(lo, expected), expected, math.Max(hi, expected)}
}

// centralCell evaluates the central inputs with the chosen shapes.
func (r *run) centralCell() *cell {
	return r.e.at(&r.s.central, r.e.a.models.CentralScenario(), r.s.shapes)
}

func estimates(s *sample, o int, e *estimate.Estimate) Estimates {
	b := func(q int) Band { return band(s.quantities[q][o], quantity(e, q)) }
	return Estimates{b(qCost), b(qP99), b(qAvailability), b(qInstances), b(qOpsFTE)}
}
