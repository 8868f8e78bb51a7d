package distribution

import "math"

// Percentiles are two quantiles, the lower first.
func Percentiles(values []float64, low, high float64) (lo, hi float64) {
	lo = Percentile(values, low)
	from := int(low * float64(len(values)-1)) // what is below stays below
	return lo, percentile(values, high, from)
}

// Percentile is the q-quantile of the values by linear interpolation; it reorders them.
func Percentile(values []float64, q float64) float64 { return percentile(values, q, 0) }

// percentile takes values of which those before from are in their places.
func percentile(values []float64, q float64, from int) float64 {
	if len(values) == 0 {
		return math.NaN()
	}
	at := q * float64(len(values)-1)
	i := int(at)
	partition(values[from:], i-from)
	if i+1 >= len(values) {
		return values[i]
	}
	next := math.Inf(1)
	for _, v := range values[i+1:] {
		next = min(next, v)
	}
	return values[i] + (at-float64(i))*(next-values[i])
}

// partition puts the value of rank k in its place, none greater before it, none smaller behind it (Hoare's selection).
func partition(v []float64, k int) {
	lo, hi := 0, len(v)-1
	for lo < hi {
		p := median3(v[lo], v[lo+(hi-lo)/2], v[hi])
		i, j := lo, hi
		for i <= j {
			for v[i] < p {
				i++
			}
			for p < v[j] {
				j--
			}
			if i <= j {
				v[i], v[j] = v[j], v[i]
				i++
				j--
			}
		}
		switch {
		case k <= j:
			hi = j
		case k >= i:
			lo = i
		default:
			return
		}
	}
}

func median3(a, b, c float64) float64 { return max(min(a, b), min(max(a, b), c)) }
