package advisor

import (
	"math"
	"math/bits"

	"archadvisor/advisor/profile"
	"archadvisor/advisor/profile/distribution"
)

// favourable is the share of draws in which a gate on a stated target must fire to count: even the favourable end
// (the 10th percentile) of the estimate misses the target. Below it the target is a matter of the measures.
const favourable = 0.9

// score applies the gates: what each option is worth, and which are ruled out.
func (r *Drawn) score() {
	s := r.s
	r.countGates()
	r.Score, r.Risk = [numOptions]float64{}, [numOptions]float64{}
	for k := 0; k < s.k; k++ {
		for o, stopped := range r.stopped(k, [numOptions]bool{}) {
			if stopped {
				r.Risk[o]++
			}
			if k < s.scored {
				r.Score[o] += s.values[k][o]
			}
		}
	}
	for o := range r.Score {
		r.Score[o] /= float64(s.scored)
		r.RuledOut[o] = r.excluded[o] || r.Risk[o] == float64(s.k)
		r.Risk[o] /= float64(s.k)
	}
}

// countGates finds the gates that count: all those that read hard limits, and
// those on a stated target that even the favourable end misses.
func (r *Drawn) countGates() {
	a, s := r.Advisor, r.s
	r.live, r.forced = 0, 0
	r.fires = zeroed(r.fires, len(a.Gates))
	r.GateShare = zeroed(r.GateShare, len(a.Gates))
	for _, set := range s.gates {
		for g := range a.Gates {
			r.fires[g] += float64(set >> g & 1)
		}
	}
	for g := range a.Gates {
		r.fires[g] /= float64(s.k)
		switch {
		case a.Gates[g].needs == profile.Schema:
			r.live |= 1 << g
			r.GateShare[g] = r.fires[g]
		case r.fires[g] >= favourable:
			r.forced |= 1 << g
			r.GateShare[g] = 1
		}
	}
}

// stopped are the options that a gate stops in draw k, beside those that are out anyway.
func (r *Drawn) stopped(k int, out [numOptions]bool) [numOptions]bool {
	set := r.s.gates[k]&r.live | r.forced // that count
	for ; set != 0; set &= set - 1 {
		for o, stops := range r.Advisor.Gates[bits.TrailingZeros64(set)].Stops {
			out[o] = out[o] || stops
		}
	}
	return out
}

// Leader is the option with the highest score among those not ruled out, -1 if none; ties go to the simpler.
func (r *Drawn) Leader() int { return leader(&r.Score, &r.RuledOut) }

func leader(score *[numOptions]float64, out *[numOptions]bool) int {
	if first := ranked(score, out)[0]; !out[first] {
		return first
	}
	return -1
}

// LeaderWithout is the leader if a statement said nothing.
func (r *Drawn) LeaderWithout(statement int) int {
	score := r.Score
	for o := range score {
		score[o] -= r.Contribution(statement, o)
	}
	return leader(&score, &r.RuledOut)
}

// Ranking is the order of the options: by score, those ruled out last.
func (r *Drawn) Ranking() [numOptions]int { return ranked(&r.Score, &r.RuledOut) }

// NewBand is low, expected and high of a quantity; low and high are widened to contain expected.
func NewBand(values []float64, expected float64) Band {
	if len(values) == 1 {
		return Band{min(values[0], expected), expected, max(values[0], expected), values[0]}
	}
	var room [answeredDraws]float64
	parted := append(room[:0], values...) // a copy: the draws keep their places
	lo, hi := distribution.Percentile(parted, 0.1), distribution.Percentile(parted, 0.9)
	mean := 0.0
	for _, v := range values {
		mean += v / float64(len(values))
	}
	return Band{math.Min(lo, expected), expected, math.Max(hi, expected), mean}
}
