package advisor

import (
	"fmt"
	"math"

	"archadvisor/advisor/estimate"
)

// farFromMean is how far the mean over the draws may lie from the value at the
// central inputs before the text says both (architecture.md 1).
const farFromMean = 0.20

// notes are whole sentences that qualify the decision: ties, near-ties, draws
// without a winner, and quantities whose mean is far from their central value.
func (r *run) notes(out *outcome, order [numOptions]int, d *Decision) []string {
	notes := []string{}
	if d.Verdict == Infeasible {
		return append(notes, "No option passes the gates.")
	}
	first, second := order[0], order[1]
	if !out.ruledOut[second] {
		switch gap := out.score[first] - out.score[second]; {
		case gap == 0:
			notes = append(notes, fmt.Sprintf("%s and %s score exactly the same; the simpler one is named first.",
				title(first), title(second)))
		case gap < nearTie:
			notes = append(notes, fmt.Sprintf("%s and %s are within %.1f points of each other: treat them as a tie.",
				title(first), title(second), gap))
		}
	}
	if d.Robustness.NoWinner > 0 {
		notes = append(notes, fmt.Sprintf("In %.0f %% of the draws no option passes the gates.", 100*d.Robustness.NoWinner))
	}
	return append(notes, r.skewed(d)...)
}

// nearTie is a difference in score that nobody should act on, in points: about
// the change that one weak rule makes.
const nearTie = 1.0

func title(o int) string {
	s := estimate.Architecture(o).String()
	return string(s[0]-'a'+'A') + s[1:]
}

// skewed tells of the costs whose mean over the draws is far from the central
// value.
func (r *run) skewed(d *Decision) []string {
	var notes []string
	for _, o := range d.Ranking {
		values := r.s.quantities[qCost][o.Arch]
		sum := 0.0
		for _, v := range values {
			sum += v
		}
		mean := sum / float64(len(values))
		if e := o.Estimates.Cost.Expected; math.Abs(mean-e) > farFromMean*e {
			notes = append(notes, fmt.Sprintf("The bill of %s is $%s at the central inputs but $%s on average over what is open.",
				o.Architecture, dollars(e), dollars(mean)))
		}
	}
	return notes
}

// dollars writes an amount for people: three significant digits at most from
// ten thousand on.
func dollars(x float64) string {
	switch n := int(math.Round(x)); {
	case x >= 1e6:
		return fmt.Sprintf("%.3gM", x/1e6)
	case x >= 1e4:
		return fmt.Sprintf("%.3gk", x/1e3)
	case n >= 1000:
		return fmt.Sprintf("%d,%03d", n/1000, n%1000)
	default:
		return fmt.Sprint(n)
	}
}
