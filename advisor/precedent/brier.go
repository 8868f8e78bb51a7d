package precedent

// brierClasses is the multi-class Brier score of one forecast, 0..2: the squared
// distance between the probabilities of the classes and what came true.
func brierClasses(p []float64, won int) float64 {
	sum := 0.0
	for i, q := range p {
		o := 0.0
		if i == won {
			o = 1
		}
		sum += (q - o) * (q - o)
	}
	return sum
}
