package advisor

import "math"

// Value of information, in points. Deciding now earns the best
// mean; knowing everything first would earn the mean of the best. The
// difference, EVPI, is also the expected regret of deciding now. Knowing one
// answer first earns something in between: its partial value, EVPPI, is read
// off one sample by splitting the draws on the answer.

// Utilities holds, per draw, the value of each option.
type Utilities [][numOptions]float64

// means is the mean value of each option over the draws of idx, or over all
// draws if idx is nil.
func (u Utilities) means(idx []int32) (m [numOptions]float64, n int) {
	if idx == nil {
		for i := range u {
			for a := range m {
				m[a] += u[i][a]
			}
		}
		n = len(u)
	} else {
		for _, i := range idx {
			for a := range m {
				m[a] += u[i][a]
			}
		}
		n = len(idx)
	}
	for a := range m {
		m[a] /= math.Max(1, float64(n))
	}
	return m, n
}

// EVPI is E[max] - max E over equally likely draws, over the options allowed.
func (u Utilities) EVPI(allowed [numOptions]bool) float64 {
	if len(u) == 0 || allowed == [numOptions]bool{} {
		return 0
	}
	sum := 0.0
	for i := range u {
		sum += best(&u[i], allowed)
	}
	m, _ := u.means(nil)
	return math.Max(0, sum/float64(len(u))-best(&m, allowed))
}

func best(u *[numOptions]float64, allowed [numOptions]bool) float64 {
	b := math.Inf(-1)
	for a := range u {
		if allowed[a] && u[a] > b {
			b = u[a]
		}
	}
	return b
}

// EVPPI is the gain from knowing which bin the draw falls in before choosing.
func (u Utilities) EVPPI(bin []uint8, bins int, allowed [numOptions]bool) float64 {
	var sums [64][numOptions]float64
	var total [numOptions]float64
	for i := range u {
		s := &sums[bin[i]]
		for a := range s {
			s[a] += u[i][a]
			total[a] += u[i][a]
		}
	}
	gain := -best(&total, allowed)
	for b := 0; b < bins; b++ {
		gain += best(&sums[b], allowed)
	}
	return gain / float64(len(u))
}
