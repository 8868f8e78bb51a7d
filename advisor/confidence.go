package advisor

import "math"

// How the probabilities of the draws become the one that is reported is told here alone: it is their mean over the
// draws in which an option is left. Decisions, cross-validation and the learning of strengths all ask here.

// Shares are the probabilities of the options by draw, all 0 in a draw that leaves none.
type Shares [][numOptions]float64

// Confidence is what the draws say together.
type Confidence struct {
	Probability [numOptions]float64
	Left        float64 // how many draws leave an option
	Precision   float64 // of the least precise probability, at clearErrors standard errors
}

// Confidence is what the draws say together.
func (s Shares) Confidence() (c Confidence) {
	var sum, squares [numOptions]float64
	for k := range s {
		if s[k] != [numOptions]float64{} {
			c.Left++
		}
		for o, p := range s[k] {
			sum[o] += p
			squares[o] += p * p
		}
	}
	n := math.Max(1, c.Left)
	for o := range sum {
		c.Probability[o] = sum[o] / n
		variance := squares[o]/n - c.Probability[o]*c.Probability[o]
		c.Precision = math.Max(c.Precision, clearErrors*math.Sqrt(math.Max(0, variance)/n))
	}
	return c
}

// Influence appends, by draw, how much the probability of an option that is reported rises with the one in that draw.
func (s Shares) Influence(_ int, of []float64) []float64 {
	each := 1 / math.Max(1, s.Confidence().Left)
	for range s {
		of = append(of, each)
	}
	return of
}

// clearErrors is how many standard errors count as the precision of a probability.
const clearErrors = 3.3
