package distribution

// Pick returns the option at u of the distribution with these weights (any
// positive sum), the inverse distribution function over the option's order.
func Pick(w []float64, u float64) float64 {
	total := 0.0
	for _, x := range w {
		total += x
	}
	u *= total
	last := 0
	for i, x := range w {
		if x > 0 {
			last = i
			if u <= x {
				return float64(i)
			}
		}
		u -= x
	}
	return float64(last)
}

// Likeliest returns the option with the largest weight; among equals the one at
// the median, so that a tie does not mean the first word of a list.
func Likeliest(w []float64) float64 {
	const even = 1e-9
	m := int(Pick(w, 0.5))
	for i, x := range w {
		if x > w[m]+even {
			m = i
		}
	}
	return float64(m)
}
