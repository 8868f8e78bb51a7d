package advisor

import "math"

// rankOrderCentroid is the weight of the criterion ranked r (1 is the most
// important) of n when only the ranking is known: (1/n) sum of 1/k for k = r..n
// (Barron and Barrett 1996; models.md 5.1).
func rankOrderCentroid(n, r int) float64 {
	sum := 0.0
	for k := r; k <= n; k++ {
		sum += 1 / float64(k)
	}
	return sum / float64(n)
}

// additive is the value of one option: the sum of weight times value.
func additive(values, weights []float64) float64 {
	v := 0.0
	for i := range values {
		v += weights[i] * values[i]
	}
	return v
}

// weightCrossing is the weight of criterion c at which options a and b are
// worth the same, the other weights keeping their proportions. It is exact,
// because value is linear in that weight (models.md 5.3). The answer is NaN if
// the two never cross between 0 and 1.
func weightCrossing(a, b, weights []float64, c int) float64 {
	rest := 1 - weights[c]
	if rest <= 0 {
		return math.NaN()
	}
	da, db := 0.0, 0.0
	for i := range weights {
		if i != c {
			da += weights[i] / rest * a[i]
			db += weights[i] / rest * b[i]
		}
	}
	slope := (a[c] - b[c]) - (da - db)
	if slope == 0 {
		return math.NaN()
	}
	theta := (db - da) / slope
	if theta < 0 || theta > 1 {
		return math.NaN()
	}
	return theta
}
