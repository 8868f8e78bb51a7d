package precedent

// Calibration measures: the Brier score is the mean squared
// distance between the stated probabilities and what happened. With several
// classes it runs from 0 to 2; the binary form (one probability) from 0 to 1.

// brierClasses is the multi-class Brier score of one forecast, 0..2: p is the
// probability of each class, won the class that came true.
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

// reliabilityBin is a group of forecasts: mean stated probability, how many,
// and how many of them came true.
type reliabilityBin struct {
	P, N, Hits float64
}

// murphy splits the binary Brier score of binned forecasts into reliability
// minus resolution plus uncertainty (Murphy 1973).
func murphy(bins []reliabilityBin) (rel, res, unc float64) {
	n, hits := 0.0, 0.0
	for _, b := range bins {
		n += b.N
		hits += b.Hits
	}
	base := hits / n
	for _, b := range bins {
		if b.N == 0 {
			continue
		}
		o := b.Hits / b.N
		rel += b.N * (b.P - o) * (b.P - o) / n
		res += b.N * (o - base) * (o - base) / n
	}
	return rel, res, base * (1 - base)
}
