package rules

import (
	"math"

	"archadvisor/rules/cond"
)

// measure is a compiled Measure: an expression per option and a curve.
type measure struct {
	of    []*cond.Expression // by option
	curve curve
}

// curve is a piecewise linear function, over x or log x. Slopes and offsets are computed once.
type curve struct {
	log    bool
	x      []float64 // knots, in x
	y      []float64
	slope  []float64 // of the piece after each knot, per x or per log x
	offset []float64
}

func newCurve(points [][2]float64, log bool) curve {
	c := curve{log: log}
	for _, p := range points {
		c.x, c.y = append(c.x, p[0]), append(c.y, p[1])
	}
	for i := 0; i+1 < len(c.x); i++ {
		a, b := c.place(c.x[i]), c.place(c.x[i+1])
		k := (c.y[i+1] - c.y[i]) / (b - a)
		c.slope = append(c.slope, k)
		c.offset = append(c.offset, c.y[i]-k*a)
	}
	return c
}

func (c *curve) place(x float64) float64 {
	if c.log {
		return math.Log(x)
	}
	return x
}

// at is the value at x; flat beyond the ends.
func (c *curve) at(x float64) float64 {
	if x != x {
		return x
	}
	last := len(c.x) - 1
	if x <= c.x[0] {
		return c.y[0]
	}
	if x >= c.x[last] {
		return c.y[last]
	}
	i := 1
	for x >= c.x[i] {
		i++
	}
	if x == c.x[i-1] {
		return c.y[i-1]
	}
	return c.offset[i-1] + c.slope[i-1]*c.place(x)
}

// Value is measure m (by its place in the pack) for one option: 0 to 100, or
// not-a-number if it rests on an unknown value. It does not allocate.
func (g *Program) Value(m, option int, v []float64) float64 {
	q := &g.measures[m]
	return q.curve.at(q.of[option].Eval(v))
}

// Input is what the measure is taken over: the value of its expression.
func (g *Program) Input(m, option int, v []float64) float64 {
	return g.measures[m].of[option].Eval(v)
}
