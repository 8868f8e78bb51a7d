package advisor

import (
	"math"

	"archadvisor/advisor/estimate"
)

// SMAA-2 (Lahdelma and Salminen, Operations Research 49(3), 2001): over draws of
// inputs, weights and residuals, count which option takes which rank.
// The share of first ranks is an option's win share; the mean of the weights
// under which it wins are its central weights; how evenly the first ranks are
// spread is the choice entropy. A draw in which no option passes has no winner.

const numOptions = estimate.NumArchitectures

// tally counts ranks over draws.
type tally struct {
	draws    int
	rank     [numOptions][numOptions]float64
	pair     [numOptions][numOptions]float64
	central  [numOptions][maxCriteria]float64
	noWinner float64
}

// add counts one draw: the utility of each option, which options are out in
// this draw, and the weights it was drawn with.
func (t *tally) add(u *[numOptions]float64, out [numOptions]bool, w []float64) {
	t.draws++
	order, n := Rank(u, out)
	if n == 0 {
		t.noWinner++
		return
	}
	for r := 0; r < n; r++ {
		t.rank[order[r]][r]++
		for s := r + 1; s < n; s++ {
			t.pair[order[r]][order[s]]++
		}
	}
	for a := range out {
		if out[a] {
			for r := 0; r < n; r++ {
				t.pair[order[r]][a]++
			}
		}
	}
	for c := range w {
		t.central[order[0]][c] += w[c]
	}
}

// Rank orders the options that are not out, best first; a tie goes to
// the lower index, which is the simpler architecture.
func Rank(u *[numOptions]float64, out [numOptions]bool) (order [numOptions]int, n int) {
	for a := 0; a < numOptions; a++ {
		if out[a] {
			continue
		}
		i := n
		for i > 0 && u[a] > u[order[i-1]] {
			order[i] = order[i-1]
			i--
		}
		order[i] = a
		n++
	}
	return order, n
}

// share is how often option a takes rank r (0 is first), over all draws.
func (t *tally) share(a, r int) float64 { return t.rank[a][r] / float64(t.draws) }

// centralWeight is the mean weight of criterion c over the draws that a wins.
func (t *tally) centralWeight(a, c int) float64 {
	if t.rank[a][0] == 0 {
		return 0
	}
	return t.central[a][c] / t.rank[a][0]
}

// choiceEntropy is the entropy of the first-rank shares, in bits: 0 if one
// option always wins, log2(3) if all win equally often.
func choiceEntropy(shares []float64) float64 {
	h := 0.0
	for _, b := range shares {
		if b > 0 {
			h -= b * math.Log2(b)
		}
	}
	return h
}

// precision is 3.3 standard errors of a share p over k draws.
func precision(p float64, k int) float64 {
	return 3.3 * math.Sqrt(p*(1-p)/float64(k))
}

// wilson is the distance from a share p over k draws to the further end of its
// Wilson interval at 3.3 standard errors: unlike precision it is not zero for an
// option that won every draw.
func wilson(p float64, k int) float64 {
	const z2 = 3.3 * 3.3
	n := float64(k) + z2
	centre := (p*float64(k) + z2/2) / n
	half := math.Sqrt(z2*(p*(1-p)*float64(k)+z2/4)) / n
	return math.Abs(centre-p) + half
}
