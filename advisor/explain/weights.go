package explain

import "math"

// weightCrossing is the weight of criterion c at which options a and b are
// worth the same, the other weights keeping their proportions. It is exact,
// because value is linear in that weight. The answer is NaN if the two never
// cross between 0 and 1.
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
