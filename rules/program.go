package rules

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/interp"

	"archadvisor/rules/cond"
)

// Program is a pack compiled against a schema. It is immutable and safe for many goroutines. Statements are
// numbered measures first, then rules, then gates, each in the order of the pack; conditions, in the sets of
// Eval and Range, are numbered rules first, then gates.
type Program struct {
	*cond.Set
	schema   *cond.Schema
	pack     *Pack
	measures []measure
	conds    []*cond.Condition
	texts    []template // by statement
}

// Compile checks the types of a pack and builds its evaluator, nil if an issue is an error. Check does more.
func Compile(p *Pack, s *cond.Schema) (*Program, []Issue) {
	l := &linker{p: p, s: s}
	l.link()
	sortIssues(l.issues)
	if Failed(l.issues) {
		return nil, l.issues
	}
	return &Program{cond.NewSet(s, l.conds), s, p, l.measures, l.conds, l.texts}, l.issues
}

// Pack returns the pack that was compiled.
func (g *Program) Pack() *Pack { return g.pack }

// Fired reports whether condition i is in a set.
func Fired(set []uint64, i int) bool { return set[i>>6]>>(i&63)&1 == 1 }

// condition is the condition of a statement, nil for a measure.
func (g *Program) condition(stmt int) *cond.Condition {
	if stmt -= len(g.pack.Measures); stmt >= 0 && stmt < len(g.conds) {
		return g.conds[stmt]
	}
	return nil
}

// Holds reports whether the condition of a rule or a gate holds; what rests on an unknown value does not.
func (g *Program) Holds(stmt int, v []float64) bool { return g.Set.Holds(stmt-len(g.measures), v) }

// Margin returns the comparisons of a rule's or gate's condition, in the order written; none for a measure.
func (g *Program) Margin(stmt int, v []float64) []cond.Margin {
	if c := g.condition(stmt); c != nil {
		return c.Margins(g.schema, v)
	}
	return nil
}

// FactsOf returns the facts that a statement's condition or expression reads, each once, in the order of the schema.
func (g *Program) FactsOf(stmt int) []int {
	if c := g.condition(stmt); c != nil {
		return c.Facts()
	}
	var out []int
	if stmt < len(g.measures) {
		for _, x := range g.measures[stmt].of {
			out = append(out, x.Facts()...)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// measure is a compiled Measure: an expression per option and a curve.
type measure struct {
	of []*cond.Expression // by option
	*curve
}

// curve is a piecewise linear function, over x or log x; flat beyond the ends.
type curve struct {
	interp.PiecewiseLinear
	log bool
}

func newCurve(points [][2]float64, log bool) *curve {
	c := &curve{log: log}
	xs, ys := make([]float64, len(points)), make([]float64, len(points))
	for i, p := range points {
		xs[i], ys[i] = c.place(p[0]), p[1]
	}
	_ = c.Fit(xs, ys) // never fails: x rises
	return c
}

func (c *curve) place(x float64) float64 {
	if c.log {
		return math.Log(max(x, 0))
	}
	return x
}

// at is the value at x; not-a-number of what is unknown.
func (c *curve) at(x float64) float64 {
	if x != x {
		return x
	}
	return c.Predict(c.place(x))
}

// Value is measure m for one option: 0 to 100, or not-a-number if it rests on an unknown value. It does not allocate.
func (g *Program) Value(m, option int, v []float64) float64 {
	q := &g.measures[m]
	return q.at(q.of[option].Eval(v))
}

// Input is what the measure is taken over: the value of its expression.
func (g *Program) Input(m, option int, v []float64) float64 { return g.measures[m].of[option].Eval(v) }
