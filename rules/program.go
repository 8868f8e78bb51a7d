package rules

import (
	"slices"

	"archadvisor/rules/cond"
)

// Program is a pack compiled against a schema. It is immutable and safe for
// many goroutines. Statements are numbered measures first, then rules, then
// gates, each in the order of the pack; conditions, in the sets of Eval and
// Eval3, are numbered rules first, then gates.
type Program struct {
	schema   *cond.Schema
	pack     *Pack
	measures []measure
	conds    []*cond.Condition
	set      *cond.Set
	texts    []template // by statement
}

// Compile checks the types of a pack and builds its evaluator. The program is nil
// if an issue is an error. It does not look for conditions that are useless;
// Check does.
func Compile(p *Pack, s *cond.Schema) (*Program, []Issue) {
	l := newLinker(p, s)
	l.link()
	if Failed(l.issues) {
		sortIssues(l.issues)
		return nil, l.issues
	}
	sortIssues(l.issues)
	return &Program{s, p, l.measures, l.conds, cond.NewSet(s, l.conds), l.texts}, l.issues
}

// Pack returns the pack that was compiled.
func (g *Program) Pack() *Pack { return g.pack }

// NumRules counts the rules.
func (g *Program) NumRules() int { return len(g.pack.Rules) }

// NumGates counts the gates.
func (g *Program) NumGates() int { return len(g.pack.Gates) }

// Words is the length of the sets that Eval and Eval3 fill.
func (g *Program) Words() int { return g.set.Words() }

// Fired reports whether condition i is in a set.
func Fired(set []uint64, i int) bool { return set[i>>6]>>(i&63)&1 == 1 }

// ID is the id of a statement.
func (g *Program) ID(stmt int) string {
	p := g.pack
	if stmt < len(p.Measures) {
		return p.Measures[stmt].ID
	}
	if stmt -= len(p.Measures); stmt < len(p.Rules) {
		return p.Rules[stmt].ID
	}
	return p.Gates[stmt-len(p.Rules)].ID
}

// condition is the condition of a statement, nil for a measure.
func (g *Program) condition(stmt int) *cond.Condition {
	if stmt -= len(g.pack.Measures); stmt >= 0 && stmt < len(g.conds) {
		return g.conds[stmt]
	}
	return nil
}

// Holds reports whether the condition of a rule or a gate holds for the values; what
// rests on an unknown one (not-a-number) does not.
func (g *Program) Holds(stmt int, v []float64) bool { return g.condition(stmt).Eval(v) == cond.True }

// Eval writes which of some conditions hold for the values, or which of all if some is
// nil: bit i of fired is rule i, or gate i-NumRules(). What rests on an unknown value
// (not-a-number) does not hold. fired has at least Words() words; those beyond stay as
// they are. Eval does not allocate and may be called from many goroutines.
func (g *Program) Eval(some []uint64, v []float64, fired []uint64) { g.set.Eval(some, v, fired) }

// Eval3 writes which conditions must hold and which may, for values that lie
// between lo and hi; not-a-number in both is unknown: anything in the fact's
// domain. Fired is must, undecided is may without must, asleep is neither. Both
// have at least Words() words. It does not allocate.
func (g *Program) Eval3(some []uint64, lo, hi []float64, must, may []uint64) {
	g.set.Range(some, lo, hi, must, may)
}

// Margin returns the comparisons of a rule's or gate's condition, in the order
// written; none for a measure.
func (g *Program) Margin(stmt int, v []float64) []cond.Margin {
	if c := g.condition(stmt); c != nil {
		return c.Margins(g.schema, v)
	}
	return nil
}

// FactsOf returns the facts that a statement's condition or expression reads,
// each once, in the order of the schema.
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
