package precedent

import (
	"math"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/optimize"

	"archadvisor/advisor"
)

// Learning: the sign and the size class of every statement come from mechanism and evidence; how strongly it acts is
// estimated from documented decisions by penalised maximum likelihood. The likelihood is that of the probability as it
// is reported (advisor.Shares), gates as in use. ln strength is normal with spread shrink around a common mean, which
// says how much the written points are worth in all; the mean is normal around 0 with spread commonSpread, a base
// normal around 0 with spread baseSpread points. A positive strength never turns a sign.
//
// Not true when decisions are not alike: a case counts as one independent decision, whoever wrote about it.

const (
	// baseSpread is the prior spread of a base, in points: one doubling of the odds.
	baseSpread = 10
	// writtenWorth is the prior median of what written points are worth in all: statements that are told
	// together repeat in part what others say, so that their sum is less than it seems. Judgement.
	writtenWorth = 0.85
	// commonSpread is the prior spread of the mean of ln strength around its logarithm.
	commonSpread = 0.15
	// leastLikelihood bounds what one decision that a gate contradicts may cost.
	leastLikelihood = 0.005
)

// objective is the penalised negative log likelihood of examples and its gradient. Parameters are ln strength
// by statement, less the common mean, then the bases in points, then the common mean.
type objective struct {
	examples   []*example
	statements int
	shrink     float64
	parts      []part

	last, gradient []float64 // the point evaluated last
	value          float64
}

// part is what one worker adds up.
type part struct {
	value     float64
	gradient  []float64
	shares    advisor.Shares // of the example in hand
	influence []float64      // of each of its draws
}

func newObjective(examples []*example, statements int, shrink float64) *objective {
	o := &objective{examples: examples, statements: statements, shrink: shrink, gradient: make([]float64, statements+numOptions+1)}
	for i := 0; i < objectiveParts; i++ {
		o.parts = append(o.parts, part{gradient: make([]float64, statements+numOptions+1)})
	}
	return o
}

const objectiveParts = 8 // fixed, so that sums do not depend on the number of cores

// at evaluates a point once, however often the search asks for its value and its gradient.
func (o *objective) at(theta []float64) float64 {
	if !floats.Equal(theta, o.last) {
		o.last = append(o.last[:0], theta...)
		o.value = o.evaluate(theta, o.gradient)
	}
	return o.value
}

func (o *objective) evaluate(theta, gradient []float64) float64 {
	n := o.statements
	m := split(theta, n)
	advisor.Parallel(len(o.parts), func(i int) {
		p := &o.parts[i]
		p.value = 0
		clear(p.gradient)
		for k := i; k < len(o.examples); k += len(o.parts) {
			p.add(o.examples[k], &m)
		}
	})
	value := 0.0
	clear(gradient)
	for i := range o.parts {
		value += o.parts[i].value
		floats.Add(gradient, o.parts[i].gradient)
	}
	for j := 0; j < n; j++ {
		gradient[j] *= m.strength[j]
		gradient[n+numOptions] += gradient[j]
	}
	for j, x := range theta {
		spread := o.shrink
		if j == n+numOptions {
			spread = commonSpread
		} else if j >= n {
			spread = baseSpread
		}
		gradient[j] += x / (spread * spread)
		value += x * x / (2 * spread * spread)
	}
	return value
}

func split(theta []float64, statements int) learned {
	m := learned{strength: make([]float64, statements), base: [numOptions]float64(theta[statements : statements+numOptions])}
	for j := range m.strength {
		m.strength[j] = writtenWorth * math.Exp(theta[j]+theta[statements+numOptions])
	}
	return m
}

// add adds one example: minus its weighted log likelihood and the gradient of that by strength and by base.
func (p *part) add(x *example, m *learned) {
	p.shares = p.shares[:0]
	m.eachDraw(x.evidence, func(k int, value *[numOptions]float64) {
		q, _ := advisor.LogitShares(value, &x.evidence.Draws[k].Out)
		p.shares = append(p.shares, q)
	})
	likelihood := p.shares.Confidence().Probability[x.label]
	if likelihood <= leastLikelihood {
		p.value -= x.weight * math.Log(leastLikelihood)
		return
	}
	p.value -= x.weight * math.Log(likelihood)
	p.influence = p.shares.Influence(x.label, p.influence[:0])
	p.descend(x, len(m.strength), x.weight*advisor.LogOddsPerPoint/likelihood)
}

// descend adds the gradient of an example whose shares by draw are known.
func (p *part) descend(x *example, statements int, f float64) {
	var all [numOptions]float64
	for k := range x.evidence.Draws {
		var by [numOptions]float64 // by the value of each option in this draw
		q := &p.shares[k]
		for o := range by {
			by[o] = f * p.influence[k] * q[x.label] * q[o]
		}
		by[x.label] -= f * p.influence[k] * q[x.label]
		for i := range x.evidence.Draws[k].Votes {
			t := &x.evidence.Draws[k].Votes[i]
			p.gradient[t.Statement] += dot(&by, &t.Points)
		}
		for o := range by {
			all[o] += by[o]
		}
	}
	for i := range x.evidence.Fixed {
		t := &x.evidence.Fixed[i]
		p.gradient[t.Statement] += dot(&all, &t.Points)
	}
	for o := range all {
		p.gradient[statements+o] += all[o]
	}
}

func dot(a, b *[numOptions]float64) float64 { return a[0]*b[0] + a[1]*b[1] + a[2]*b[2] }

// learn finds what the examples say for one spread of ln strength. start may be the result for another spread, or nil.
func learn(examples []*example, statements int, shrink float64, start []float64) ([]float64, error) {
	o := newObjective(examples, statements, shrink)
	if start == nil {
		start = make([]float64, statements+numOptions+1)
	}
	problem := optimize.Problem{Func: o.at, Grad: func(g, x []float64) {
		o.at(x)
		copy(g, o.gradient)
	}}
	settings := &optimize.Settings{GradientThreshold: 1e-3, MajorIterations: 300, Concurrent: 1}
	result, err := optimize.Minimize(problem, start, settings, &optimize.LBFGS{})
	if result == nil {
		return nil, err
	}
	return result.X, nil
}
