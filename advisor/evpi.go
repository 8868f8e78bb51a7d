package advisor

import "math"

// Value of information, in points. Deciding now earns the best
// mean; knowing everything first would earn the mean of the best. The
// difference, EVPI, is also the expected regret of deciding now.

// Utilities holds, per draw, the value of each option.
type Utilities [][numOptions]float64

// EVPI is E[max] - max E over equally likely draws, over the options allowed.
func (u Utilities) EVPI(allowed [numOptions]bool) float64 {
	if len(u) == 0 || allowed == [numOptions]bool{} {
		return 0
	}
	first, n := 0.0, float64(len(u))
	var mean [numOptions]float64
	for i := range u {
		first += best(&u[i], allowed)
		for a := range mean {
			mean[a] += u[i][a]
		}
	}
	for a := range mean {
		mean[a] /= n
	}
	return math.Max(0, first/n-best(&mean, allowed))
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
