package distribution

import (
	"math"
	"slices"
)

// Percentile is the q-quantile of the values by linear interpolation; it sorts them.
func Percentile(values []float64, q float64) float64 {
	if len(values) == 0 {
		return math.NaN()
	}
	slices.Sort(values)
	at := q * float64(len(values)-1)
	i := int(at)
	next := values[min(i+1, len(values)-1)]
	return values[i] + (at-float64(i))*(next-values[i])
}
