package explain

import (
	"cmp"
	"math"
	"slices"

	"archadvisor/advisor"
	"archadvisor/advisor/profile"
)

const (
	numberBins   = 6 // equal-count bins of a number
	jointBins    = 3 // of each of two numbers taken together
	permutations = 12
)

// split sorts draws into bins: a bin per value of a word or a yes-no, bins of equal count for a number.
func split(kind profile.Kind, values []float64, want int) ([]uint16, int) {
	bin := make([]uint16, len(values))
	if kind != profile.Numeric {
		top := 0
		for k, v := range values {
			if v >= 0 && v < 64 {
				bin[k] = uint16(v)
			}
			top = max(top, int(bin[k]))
		}
		return bin, top + 1
	}
	type at struct {
		value float64
		k     int
	}
	order := make([]at, len(values))
	for k, v := range values {
		order[k] = at{v, k}
	}
	slices.SortFunc(order, func(x, y at) int { return cmp.Or(cmp.Compare(x.value, y.value), x.k-y.k) })
	for rank, x := range order {
		bin[x.k] = uint16(rank * want / len(values))
	}
	return bin, want
}

// chance is the shares of the draws in random places, a few times over: what a split of these earns it owes to chance.
func chance(s advisor.Shares) (mixed [permutations]advisor.Shares) {
	state := uint64(len(s))*0x9E3779B97F4A7C15 + 1
	for i := range mixed {
		s = slices.Clone(s)
		state = shuffle(s, state)
		mixed[i] = s
	}
	return mixed
}

// above is the partial value of a split less what chance gives; below two standard errors it is 0.
func (o *open) above(bin []uint16, bins int) float64 {
	sum, squares := 0.0, 0.0
	for _, mixed := range o.chance {
		v := mixed.Partial(bin, bins)
		sum += v
		squares += v * v
	}
	mean := sum / permutations
	sd := math.Sqrt(math.Max(0, squares/permutations-mean*mean))
	if v := o.shares.Partial(bin, bins) - mean; v > 2*sd && v > 1e-9 {
		return v
	}
	return 0
}

// shuffle permutes in place by a fixed sequence (xorshift) and returns its next state.
func shuffle(s advisor.Shares, state uint64) uint64 {
	for i := len(s) - 1; i > 0; i-- {
		state ^= state << 13
		state ^= state >> 7
		state ^= state << 17
		j := int(state % uint64(i+1))
		s[i], s[j] = s[j], s[i]
	}
	return state
}

// moments are the mean and the variance of leader minus runner-up over the draws.
func moments(u advisor.Utilities, order [numOptions]int) (mean, variance float64) {
	squares := 0.0
	for k := range u {
		d := u[k][order[0]] - u[k][order[1]]
		mean += d / float64(len(u))
		squares += d * d / float64(len(u))
	}
	return mean, squares - mean*mean
}

// explained is the share of that variance that lies between the bins.
func (o *open) explained(bin []uint16, bins int) float64 {
	if o.spread <= 1e-12 {
		return 0
	}
	var sum, n [64]float64
	order := o.r.Ranking()
	for k, u := range o.values {
		sum[bin[k]] += u[order[0]] - u[order[1]]
		n[bin[k]]++
	}
	between := 0.0
	for b := range bins {
		if n[b] > 0 {
			between += n[b] * (sum[b]/n[b] - o.mean) * (sum[b]/n[b] - o.mean)
		}
	}
	return between / float64(len(o.values)) / o.spread
}
