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
// normal around 0 with spread baseSpread points. A positive strength never turns a sign. What is stated may add to the
// bases on its own (traits), for what the statements do not hear; the spread that each trait is given keeps that small.
//
// Not true when decisions are not alike: a case counts as one independent decision, whoever wrote about it.

const (
	// baseSpread is the prior spread of a base, in points: one doubling of the odds.
	baseSpread = 10
	// commonSpread is the prior spread of the mean of ln strength: points are worth what was written, or nearly.
	commonSpread = 0.15
	// leastLikelihood bounds what one decision that a gate contradicts may cost.
	leastLikelihood = 0.005
)

// objective is the penalised negative log likelihood of examples and its gradient over a space, in which each
// parameter is measured by its spread: a search finds its way where all are alike.
type objective struct {
	*space
	examples []*example
	spread   []float64 // of each parameter

	last, gradient []float64 // at the point evaluated last
	value          float64
	shares         advisor.Shares // of the example in hand
	influence      []float64      // of each of its draws
}

// once evaluates a point once, however often the search asks for its value and its gradient.
func (o *objective) once(theta []float64) float64 {
	if !floats.Equal(theta, o.last) {
		o.last = append(o.last[:0], theta...)
		o.value = o.evaluate(theta, o.gradient)
	}
	return o.value
}

func newObjective(examples []*example, sp *space, shrink float64) *objective {
	return &objective{space: sp, examples: examples, spread: sp.spreads(shrink), gradient: make([]float64, sp.size())}
}

// at is the point of the space at so many spreads.
func (o *objective) at(theta []float64) []float64 {
	return floats.MulTo(make([]float64, len(theta)), theta, o.spread)
}

func (o *objective) evaluate(theta, gradient []float64) float64 {
	m := o.split(o.at(theta))
	value := floats.Dot(theta, theta) / 2
	clear(gradient)
	for _, x := range o.examples {
		value += o.add(x, &m, gradient)
	}
	for j := range m.strength {
		gradient[j] *= m.strength[j]
		gradient[o.common()] += gradient[j]
	}
	floats.Mul(gradient, o.spread)
	floats.Add(gradient, theta)
	return value
}

// add is minus the weighted log likelihood of an example; it adds its gradient by strength, base and trait.
func (o *objective) add(x *example, m *learned, gradient []float64) float64 {
	o.shares = o.shares[:0]
	m.eachDraw(x, func(k int, value *[numOptions]float64) {
		q := advisor.LogitShares(value, &x.evidence.Draws[k].Out)
		o.shares = append(o.shares, q)
	})
	likelihood := o.shares.Confidence().Probability[x.label]
	if likelihood <= leastLikelihood {
		return -x.weight * math.Log(leastLikelihood)
	}
	o.influence = o.shares.Influence(x.label, o.influence[:0])
	f := x.weight * advisor.LogOddsPerPoint / likelihood
	var all [numOptions]float64
	for k := range x.evidence.Draws {
		var by [numOptions]float64 // by the value of each option in this draw
		q := &o.shares[k]
		for option := range by {
			by[option] = f * o.influence[k] * q[x.label] * q[option]
		}
		by[x.label] -= f * o.influence[k] * q[x.label]
		descend(x.evidence.Draws[k].Votes, &by, gradient)
		floats.Add(all[:], by[:])
	}
	descend(x.evidence.Fixed, &all, gradient)
	floats.Add(gradient[o.base():o.common()], all[:])
	o.eachStated(x, func(at int, weight float64) {
		floats.AddScaled(gradient[o.trait(at):o.trait(at+1)], weight, all[:])
	})
	return -x.weight * math.Log(likelihood)
}

// descend adds the gradient by the strengths of votes, by that of the values of the options.
func descend(votes []advisor.Vote, by *[numOptions]float64, gradient []float64) {
	for i := range votes {
		gradient[votes[i].Statement] += dot(by, &votes[i].Points)
	}
}

func dot(a, b *[numOptions]float64) float64 { return a[0]*b[0] + a[1]*b[1] + a[2]*b[2] }

// learn finds what the examples say for one spread of ln strength. start may be the result for another spread, or nil.
func learn(examples []*example, sp *space, shrink float64, start []float64) ([]float64, error) {
	o := newObjective(examples, sp, shrink)
	if start == nil {
		start = make([]float64, sp.size())
	}
	problem := optimize.Problem{Func: o.once, Grad: func(g, x []float64) {
		o.once(x)
		copy(g, o.gradient)
	}}
	settings := &optimize.Settings{GradientThreshold: 1e-3, MajorIterations: 300, Concurrent: 1}
	result, err := optimize.Minimize(problem, floats.DivTo(make([]float64, sp.size()), start, o.spread), settings, &optimize.LBFGS{})
	if result == nil {
		return nil, err
	}
	return o.at(result.X), nil
}
