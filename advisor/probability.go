package advisor

import (
	"cmp"
	"math"
	"slices"

	"archadvisor/advisor/estimate"
)

const numOptions = estimate.NumArchitectures

// In one draw the odds of an option over another double with every 10 points; its probability is the logit share (a
// multinomial logit, McFadden 1974) among the options that nothing stops in that draw (confidence.go tells what
// becomes of the draws).

// LogOddsPerPoint is the unit of the result: 10 points of one option over another double the odds of that option.
const LogOddsPerPoint = math.Ln2 / 10

// LogitShares are the probabilities of the options that are not out, from their
// values in points; all 0 if every option is out.
func LogitShares(value *[numOptions]float64, out *[numOptions]bool) (p [numOptions]float64) {
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
	for o := range p {
		p[o] /= max(sum, 1) // the best alone is 1
	}
	return p
}

// count turns values and gates into probabilities.
func (r *Drawn) count() {
	shares := r.e.keep.shares[:0]
	for k := range r.s.values {
		out := r.stopped(k, r.excluded)
		p := LogitShares(&r.s.values[k], &out)
		shares = append(shares, p)
	}
	r.e.keep.shares = shares
	c := shares.Confidence()
	r.Probability, r.Precision, r.NoOption = c.Probability, c.Precision, 1-c.Left/float64(r.s.k)
	r.OpenValue, r.spread = r.s.full.Gain(r.RuledOut)
}

// ranked are the options in the order of their score, those that are out last; a tie goes to the lower index, which is
// the simpler architecture.
func ranked(score *[numOptions]float64, out *[numOptions]bool) [numOptions]int {
	order := [numOptions]int{0, 1, 2}
	slices.SortStableFunc(order[:], func(a, b int) int {
		switch {
		case out[a] == out[b]:
			return cmp.Compare(score[b], score[a])
		case out[a]:
			return 1
		}
		return -1
	})
	return order
}
