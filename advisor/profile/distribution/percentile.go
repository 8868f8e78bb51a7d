package distribution

import (
	"math"
	"slices"
)

// Percentile is the q-quantile of finite values by linear interpolation; it changes their order.
func Percentile(values []float64, q float64) float64 {
	if len(values) == 0 {
		return math.NaN()
	}
	at := q * float64(len(values)-1)
	i := int(at)
	low := nth(values, i)
	return low + (at-float64(i))*(slices.Min(values[min(i+1, len(values)-1):])-low)
}

// nth is value k of the sorted ones; none that stands behind it then is smaller.
func nth(v []float64, k int) float64 {
	for len(v) > 1 {
		a, b, c := v[0], v[len(v)/2], v[len(v)-1]
		x := max(min(a, b), min(max(a, b), c))
		below := part(v, x)
		same := part(v[below:], math.Nextafter(x, math.Inf(1))) // 0 of what is not finite
		switch {
		case same == 0, below <= k && k < below+same:
			return x
		case k < below:
			v = v[:below]
		default:
			v, k = v[below+same:], k-below-same
		}
	}
	return v[0]
}

// part moves the values below x to the front and counts them, without a branch, which no processor could foresee.
func part(v []float64, x float64) (n int) {
	for i, y := range v {
		v[i], v[n] = v[n], y
		n += int(math.Float64bits(y-x) >> 63)
	}
	return n
}
