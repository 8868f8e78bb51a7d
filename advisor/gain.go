package advisor

import "math"

// What answers are worth, in the probability of the right choice. Deciding now
// is right with the largest mean probability; knowing everything first would be
// right with the mean of the largest. The difference is what all answers are
// worth; knowing one answer first earns a part, which is read off one sample by
// splitting the draws on the answer.

// Utilities holds, per draw, the value of each option in points.
type Utilities [][numOptions]float64

// Gain is E[max P] - max E[P] over equally likely draws, over the options allowed.
func (u Utilities) Gain(allowed [numOptions]bool) float64 {
	bin := make([]uint16, len(u))
	for k := range bin {
		bin[k] = uint16(k)
	}
	return u.Partial(bin, len(u), allowed)
}

// Partial is the gain from knowing which bin the draw falls in before choosing.
func (u Utilities) Partial(bin []uint16, bins int, allowed [numOptions]bool) float64 {
	if len(u) == 0 || allowed == [numOptions]bool{} {
		return 0
	}
	var out [numOptions]bool
	for o := range out {
		out[o] = !allowed[o]
	}
	sums := make([][numOptions]float64, bins)
	var total [numOptions]float64
	for k := range u {
		p, _ := LogitShares(&u[k], &out)
		for o := range p {
			sums[bin[k]][o] += p[o]
			total[o] += p[o]
		}
	}
	gain := -largest(&total)
	for b := range sums {
		gain += largest(&sums[b])
	}
	return math.Max(0, gain/float64(len(u)))
}

func largest(p *[numOptions]float64) float64 { return max(p[0], p[1], p[2]) }
