package advisor

import "math"

// LogOddsPerPoint is the unit of the result: 10 points of one option over
// another double the odds of that option.
const LogOddsPerPoint = math.Ln2 / 10

// Term is what one statement says in a draw, before its strength: points by
// estimate.Architecture, the importance of its criterion applied.
type Term struct {
	Statement int
	Points    [numOptions]float64
}

// Evidence is what all statements say of one profile, before strengths and
// bases. Those that say the same in every draw stand once.
type Evidence struct {
	Fixed []Term
	Draws []DrawEvidence
}

// DrawEvidence is what one draw adds to the fixed terms.
type DrawEvidence struct {
	Terms []Term
	Out   [numOptions]bool // excluded by the user or stopped by a gate in this draw
}

// Values are the points of every option that terms add up to.
func Values(terms []Term, strength []float64, sum *[numOptions]float64) {
	for i := range terms {
		t := &terms[i]
		s := strength[t.Statement]
		for o := range sum {
			sum[o] += s * t.Points[o]
		}
	}
}

// LogitShares are the probabilities of the options that are not out, from their
// values in points; all 0, and false, if every option is out.
func LogitShares(value *[numOptions]float64, out *[numOptions]bool) (p [numOptions]float64, any bool) {
	best := math.Inf(-1)
	for o, v := range value {
		if !out[o] {
			best = math.Max(best, v)
		}
	}
	sum := 0.0
	for o, v := range value {
		if !out[o] {
			p[o] = math.Exp((v - best) * LogOddsPerPoint)
			sum += p[o]
		}
	}
	if sum == 0 {
		return p, false
	}
	for o := range p {
		p[o] /= sum
	}
	return p, true
}
