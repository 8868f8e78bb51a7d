package precedent

import (
	"crypto/sha256"
	"math"

	"archadvisor/advisor"
)

// Cross-validation: every figure of quality that is quoted comes from decisions
// that the strengths were not learned from. All that is fitted, the spread of
// the strengths and the threshold of a plain recommendation included, is fitted
// again without the fold that it is judged on.

// folds is the number of parts; the decisions of one organisation are in one.
const folds = 10

// FoldOf is the part that an organisation's decisions belong to.
func FoldOf(organisation string) int {
	return int(sha256.Sum256([]byte(organisation))[0]) % folds
}

// shrinks are the spreads of ln strength that are tried, narrow to wide.
var shrinks = []float64{0.2, 0.4, 0.7, 1}

// crossed are the probabilities of every example by spread, from fits without
// its fold, and without one more.
type crossed struct {
	examples   []*Example
	statements int
	out        [][][][numOptions]float64 // spread, fold left out besides its own (own fold: none), example
}

// CrossValidated are the predictions for examples whose fold was left out of
// everything that was fitted.
type CrossValidated struct {
	Probability [][numOptions]float64
	Enough      []float64 // the threshold in force for each example
	Shrink      float64   // for the fit on all examples
	All         float64   // enough for the fit on all examples
}

// CrossValidate learns without each fold in turn, with the spread and the
// threshold chosen among the examples of the other folds alone.
func CrossValidate(examples []*Example, statements int) (*CrossValidated, error) {
	c := &crossed{examples: examples, statements: statements}
	if err := c.fit(); err != nil {
		return nil, err
	}
	v := &CrossValidated{Probability: make([][numOptions]float64, len(examples)), Enough: make([]float64, len(examples))}
	for f := 0; f < folds; f++ {
		s := c.best(f)
		enough := c.enough(s, f)
		for i, x := range examples {
			if x.Fold == f {
				v.Probability[i], v.Enough[i] = c.out[s][f][i], enough
			}
		}
	}
	s := c.best(-1)
	v.Shrink, v.All = shrinks[s], c.enough(s, -1)
	return v, nil
}

// fit learns without every pair of folds, and without every single one.
func (c *crossed) fit() error {
	c.out = make([][][][numOptions]float64, len(shrinks))
	for s := range c.out {
		c.out[s] = make([][][numOptions]float64, folds)
		for f := range c.out[s] {
			c.out[s][f] = make([][numOptions]float64, len(c.examples))
		}
	}
	errs := make([]error, folds*folds)
	advisor.Parallel(folds*folds, func(i int) {
		if f, g := i/folds, i%folds; f <= g {
			errs[i] = c.without(f, g)
		}
	})
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// without learns from the examples outside two folds, for every spread, and
// keeps what it says of the examples inside.
func (c *crossed) without(f, g int) error {
	var rest []*Example
	for _, x := range c.examples {
		if x.Fold != f && x.Fold != g {
			rest = append(rest, x)
		}
	}
	var start []float64
	for s, shrink := range shrinks {
		theta, err := learn(rest, c.statements, shrink, start)
		if err != nil {
			return err
		}
		start = theta
		m := split(theta, c.statements)
		for i, x := range c.examples {
			if x.Fold == f {
				c.out[s][g][i] = m.Probability(x.Evidence)
			} else if x.Fold == g {
				c.out[s][f][i] = m.Probability(x.Evidence)
			}
		}
	}
	return nil
}

// judged calls with every example outside a fold and what a fit says of it that
// has seen neither that fold nor the example's own; without = -1 leaves none out.
func (c *crossed) judged(s, without int, with func(x *Example, p *[numOptions]float64)) {
	for i, x := range c.examples {
		if x.Fold == without {
			continue
		}
		other := without
		if other < 0 {
			other = x.Fold
		}
		with(x, &c.out[s][other][i])
	}
}

// best is the spread with the lowest Brier score outside a fold.
func (c *crossed) best(without int) int {
	best, least := 0, math.Inf(1)
	for s := range shrinks {
		sum := 0.0
		c.judged(s, without, func(x *Example, p *[numOptions]float64) { sum += brierClasses(p[:], x.Label) })
		if sum < least-1e-9 {
			best, least = s, sum
		}
	}
	return best
}

// wrongAtMost is the share of plain recommendations that may be wrong.
const wrongAtMost = 0.1

// enough is the lowest probability from which recommendations are wrong at most
// one time in ten, by the rule of succession: (wrong + 1) / (all + 2).
func (c *crossed) enough(s, without int) float64 {
	const steps = 100
	var all, wrong [steps + 1]int // by hundredths of the leader's probability
	c.judged(s, without, func(x *Example, p *[numOptions]float64) {
		lead := leader(p)
		at := int(p[lead] * steps)
		all[at]++
		if lead != x.Label {
			wrong[at]++
		}
	})
	enough, n, w := steps, 0, 0
	for at := steps; at > steps/2; at-- {
		n, w = n+all[at], w+wrong[at]
		if n >= 10 && float64(w+1)/float64(n+2) <= wrongAtMost {
			enough = at
		}
	}
	return float64(enough) / steps
}

func leader(p *[numOptions]float64) int {
	best := 0
	for o := range p {
		if p[o] > p[best] {
			best = o
		}
	}
	return best
}
