package precedent

import (
	"cmp"
	"context"
	"math"
	"slices"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/stat"

	"archadvisor/advisor"
)

// Cross-validation: every figure of quality that is quoted comes from decisions that the strengths were not
// learned from. All that is fitted, the spread of the strengths and the threshold of a plain recommendation
// included, is fitted again without the fold that it is judged on.

const folds = 10 // the number of parts; the decisions of one organisation are in one

var shrinks = []float64{0.1, 0.2, 0.3, 0.4, 0.55, 0.75} // the spreads of ln strength that are tried, narrow to wide

// crossed are the judgements of every example by spread, from fits without its fold, and without one more.
type crossed struct {
	examples   []*example
	statements int
	gateRisk   float64
	out        [][folds][]judgement // spread, fold left out besides its own (own fold: none), example
}

// crossValidated are the judgements of examples whose fold was left out of everything that was fitted.
type crossValidated struct {
	judged []judgement
	enough []float64 // the threshold in force for each example

	shrink float64 // for the fit on all examples
	all    float64 // enough for the fit on all examples
}

// judge is what is said of an example, and the threshold in force.
func (v *crossValidated) judge(i int) (*judgement, float64) { return &v.judged[i], v.enough[i] }

// crossValidate learns without each fold in turn; spread and threshold are chosen among the other folds alone.
func crossValidate(ctx context.Context, examples []*example, statements int, gateRisk float64) (*crossValidated, error) {
	if ctx.Err() != nil { // examples are missing
		return nil, ctx.Err()
	}
	c := &crossed{examples: examples, statements: statements, gateRisk: gateRisk}
	if err := c.fit(ctx); err != nil {
		return nil, err
	}
	v := &crossValidated{judged: make([]judgement, len(examples)), enough: make([]float64, len(examples))}
	for f := 0; f < folds; f++ {
		s := c.best(f)
		enough := c.enough(s, f)
		for i, x := range examples {
			if x.fold == f {
				v.judged[i], v.enough[i] = c.out[s][f][i], enough
			}
		}
	}
	s := c.best(-1)
	v.shrink, v.all = shrinks[s], c.enough(s, -1)
	return v, nil
}

// fit learns without every pair of folds, and without every single one.
func (c *crossed) fit(ctx context.Context) error {
	c.out = make([][folds][]judgement, len(shrinks))
	for s := range c.out {
		for f := range c.out[s] {
			c.out[s][f] = make([]judgement, len(c.examples))
		}
	}
	errs := make([]error, folds*folds)
	advisor.Parallel(folds*folds, func(i int) {
		if f, g := i/folds, i%folds; f <= g {
			errs[i] = c.without(ctx, f, g)
		}
	})
	return cmp.Or(errs...)
}

// without learns from the examples outside two folds, for every spread, and keeps what it says of the examples inside.
func (c *crossed) without(ctx context.Context, f, g int) error {
	var rest []*example
	for _, x := range c.examples {
		if x.fold != f && x.fold != g {
			rest = append(rest, x)
		}
	}
	sp := spaceOf(rest, c.statements) // what the others state
	var start []float64
	for s, shrink := range shrinks {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		theta, err := learn(rest, sp, shrink, start)
		if err != nil {
			return err
		}
		start = theta
		m := sp.split(theta)
		for i, x := range c.examples {
			if x.fold == f {
				c.out[s][g][i] = m.judge(x, c.gateRisk)
			} else if x.fold == g {
				c.out[s][f][i] = m.judge(x, c.gateRisk)
			}
		}
	}
	return nil
}

// judged calls with every example outside a fold and what a fit says of it without both folds; -1 leaves none out.
func (c *crossed) judged(s, without int, with func(x *example, j *judgement)) {
	for i, x := range c.examples {
		if x.fold == without {
			continue
		}
		other := without
		if other < 0 {
			other = x.fold
		}
		with(x, &c.out[s][other][i])
	}
}

// best is the narrowest spread that is not clearly worse outside a fold than the one with the lowest Brier score: by at
// most the standard error of the mean difference (the rule of one standard error, Breiman et al. 1984).
func (c *crossed) best(without int) int {
	scores := make([][]float64, len(shrinks))
	best, least := 0, math.Inf(1)
	for s := range shrinks {
		c.judged(s, without, func(x *example, j *judgement) {
			scores[s] = append(scores[s], brierClasses(j.probability, x.label))
		})
		if sum := floats.Sum(scores[s]); sum < least-1e-9 {
			best, least = s, sum
		}
	}
	return slices.IndexFunc(scores, func(narrower []float64) bool {
		floats.Sub(narrower, scores[best])
		mean, spread := stat.PopMeanStdDev(narrower, nil)
		return mean <= spread/math.Sqrt(float64(len(narrower)))
	})
}

// wrongAtMost is the share of plain recommendations that may be wrong where the threshold is set: below one in ten, which
// is promised, since a threshold is chosen on the decisions that it is counted on. When in doubt, less is said.
const wrongAtMost = 0.08
const leastJudged = 30 // how many recommendations say whether a threshold holds
const leastEnough = 80 // the lowest threshold, in hundredths: below four in five nothing is plain. Judgement

// enough is the lowest probability from which no more recommendations are wrong than may be, by the rule of
// succession: (wrong + 1) / (all + 2). From there up it holds of every higher threshold that enough
// recommendations speak of, so that no lucky stretch below a bad one counts.
func (c *crossed) enough(s, without int) float64 {
	const steps = 100
	var all, wrong [steps + 1]int // by hundredths of the leader's probability
	c.judged(s, without, func(x *example, j *judgement) {
		if !j.plain {
			return
		}
		at := int(j.sureness() * steps)
		all[at]++
		if j.leader != x.label {
			wrong[at]++
		}
	})
	enough, n, w := steps, 0, 0
	for at := steps; at >= leastEnough; at-- {
		n, w = n+all[at], w+wrong[at]
		if n < leastJudged {
			continue
		}
		if float64(w+1)/float64(n+2) > wrongAtMost {
			break
		}
		enough = at
	}
	return float64(enough) / steps
}
