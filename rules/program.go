package rules

import (
	"slices"

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

// Compile checks the types of a pack and builds its evaluator. The program is nil if an issue is an error. It
// does not look for conditions that are useless; Check does.
func Compile(p *Pack, s *cond.Schema) (*Program, []Issue) {
	l := &linker{p: p, s: s}
	l.link()
	if Failed(l.issues) {
		sortIssues(l.issues)
		return nil, l.issues
	}
	sortIssues(l.issues)
	return &Program{cond.NewSet(s, l.conds), s, p, l.measures, l.conds, l.texts}, l.issues
}

// Pack returns the pack that was compiled.
func (g *Program) Pack() *Pack { return g.pack }

// NumRules counts the rules.
func (g *Program) NumRules() int { return len(g.pack.Rules) }

// NumGates counts the gates.
func (g *Program) NumGates() int { return len(g.pack.Gates) }

// Fired reports whether condition i is in a set.
func Fired(set []uint64, i int) bool { return set[i>>6]>>(i&63)&1 == 1 }

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

// Margin returns the comparisons of a rule's or gate's condition, in the order written; none for a measure.
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
