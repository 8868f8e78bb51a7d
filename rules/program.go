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
	g := &Program{schema: s, pack: p, measures: l.measures, conds: l.conds, texts: l.texts}
	g.set = cond.NewSet(s, l.conds)
	sortIssues(l.issues)
	return g, l.issues
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

// TreeEval evaluates the condition of a statement as it is written, in Kleene's
// logic: the oracle that Eval and Eval3 are tested against. It is True for a
// measure.
func (g *Program) TreeEval(stmt int, v []float64) cond.Tri {
	if c := g.condition(stmt); c != nil {
		return c.Eval(v)
	}
	return cond.True
}

// Eval writes which conditions hold for the values: bit i of fired is rule i,
// or gate i-NumRules(). What rests on an unknown value (not-a-number) does not
// hold. fired has at least Words() words;
// those beyond stay as they are. Eval does not allocate and may be called from many goroutines.
func (g *Program) Eval(v []float64, fired []uint64) { g.set.Eval(v, fired) }

// Eval3 writes which conditions must hold and which may, for values that lie
// between lo and hi; not-a-number in both is unknown: anything in the fact's
// domain. Fired is must, undecided is may without must, asleep is neither. Both
// have at least Words() words. It does not allocate.
func (g *Program) Eval3(lo, hi []float64, must, may []uint64) { g.set.Range(lo, hi, must, may) }

// Select makes p the part of the program with the conditions of a set.
func (g *Program) Select(conditions []uint64, p *cond.Part) { g.set.Select(conditions, p) }

// EvalPart is Eval for some of the conditions; the others do not hold.
func (g *Program) EvalPart(p *cond.Part, v []float64, fired []uint64) { g.set.EvalPart(p, v, fired) }

// Eval3Part is Eval3 for some of the conditions; the others may not hold.
func (g *Program) Eval3Part(p *cond.Part, lo, hi []float64, must, may []uint64) {
	g.set.RangePart(p, lo, hi, must, may)
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
