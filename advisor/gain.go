package advisor

import (
	"math"
	"slices"
)

// What answers are worth, in the probability of the right choice. Deciding now is right with the largest mean
// probability; knowing everything first would be right with the mean of the largest. The difference is what all answers
// are worth; knowing one answer first earns a part, which is read off one sample by splitting the draws on the answer.

// Utilities holds, per draw, the value of each option in points.
type Utilities [][numOptions]float64

// Shares turns values into probabilities over the options that are not out.
func (u Utilities) Shares(out [numOptions]bool) Shares {
	s := make(Shares, len(u))
	for k := range u {
		s[k] = LogitShares(&u[k], &out)
	}
	return s
}

// Gain is E[max P] - max E[P] over equally likely draws, over the options that are
// not out, with its precision at clearErrors standard errors.
func (u Utilities) Gain(out [numOptions]bool) (gain, precision float64) {
	if len(u) == 0 {
		return 0, 0
	}
	shares := u.Shares(out)
	mean := shares.Confidence().Probability
	lead := slices.Index(mean[:], largest(&mean))
	squares := 0.0
	for k := range shares {
		d := largest(&shares[k]) - shares[k][lead]
		gain += d
		squares += d * d
	}
	n := float64(len(u))
	gain /= n
	return gain, clearErrors * math.Sqrt(max(0, squares/n-gain*gain)/n)
}

// Partial is the gain from knowing which bin the draw falls in before choosing.
func (s Shares) Partial(bin []uint16, bins int) float64 {
	if len(s) == 0 {
		return 0
	}
	var room [64][numOptions]float64
	sums := append(room[:0], make([][numOptions]float64, bins)...)
	var total [numOptions]float64
	for k := range s {
		sum := &sums[bin[k]]
		for o, p := range s[k] {
			sum[o] += p
			total[o] += p
		}
	}
	gain := -largest(&total)
	for b := range sums {
		gain += largest(&sums[b])
	}
	return math.Max(0, gain/float64(len(s)))
}

func largest(p *[numOptions]float64) float64 { return max(p[0], p[1], p[2]) }
