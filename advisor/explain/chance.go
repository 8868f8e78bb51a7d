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

// split sorts draws into bins: a bin per value of a word or a yes-no, bins of
// equal count for a number.
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
	order := make([]int, len(values))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(values[i], values[j]) })
	for rank, k := range order {
		bin[k] = uint16(rank * want / len(values))
	}
	return bin, want
}

// above is the partial value of a split less what chance gives; below two
// standard errors it is 0.
func above(s advisor.Shares, bin []uint16, bins int) float64 {
	raw := s.Partial(bin, bins)
	mixed := append([]uint16(nil), bin...)
	sum, squares := 0.0, 0.0
	state := uint64(len(bin))*0x9E3779B97F4A7C15 + 1
	for i := 0; i < permutations; i++ {
		state = shuffle(mixed, state)
		v := s.Partial(mixed, bins)
		sum += v
		squares += v * v
	}
	mean := sum / permutations
	sd := math.Sqrt(math.Max(0, squares/permutations-mean*mean))
	if v := raw - mean; v > 2*sd && v > 1e-9 {
		return v
	}
	return 0
}

// shuffle permutes the bins in place by a fixed sequence (xorshift) and returns
// its next state.
func shuffle(b []uint16, state uint64) uint64 {
	for i := len(b) - 1; i > 0; i-- {
		state ^= state << 13
		state ^= state >> 7
		state ^= state << 17
		j := int(state % uint64(i+1))
		b[i], b[j] = b[j], b[i]
	}
	return state
}

// explained is the share of the variance of leader minus runner-up that lies
// between the bins.
func explained(u advisor.Utilities, bin []uint16, bins int, lead, runner int) float64 {
	var sum, n [64]float64
	total, squares := 0.0, 0.0
	for k := range u {
		d := u[k][lead] - u[k][runner]
		sum[bin[k]] += d
		n[bin[k]]++
		total += d
		squares += d * d
	}
	count := float64(len(u))
	mean := total / count
	variance := squares/count - mean*mean
	if variance <= 1e-12 {
		return 0
	}
	between := 0.0
	for b := 0; b < bins; b++ {
		if n[b] > 0 {
			m := sum[b]/n[b] - mean
			between += n[b] * m * m
		}
	}
	return between / count / variance
}
