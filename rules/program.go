package rules

// Program is a pack compiled against a schema. It is immutable and safe for
// many goroutines. Statements are numbered measures first, then rules, then
// gates, each in the order of the pack; conditions, in the sets of Eval and
// Eval3, are numbered rules first, then gates.
type Program struct {
	schema    *Schema
	pack      *Pack
	measures  []measure
	conds     []*cond
	evaluator *evaluator
	texts     []template // by statement
	criteria  []float64  // scale, by criterion of the pack
	points    []entry    // of rules, for bounds
}

// Compile checks the types of a pack and builds its evaluator. The program is nil
// if an issue is an error. It does not look for conditions that are useless;
// Check does.
func Compile(p *Pack, s *Schema) (*Program, []Issue) {
	l := newLinker(p, s)
	l.link()
	if Failed(l.issues) {
		sortIssues(l.issues)
		return nil, l.issues
	}
	g := &Program{schema: s, pack: p, measures: l.measures, conds: l.conds, texts: l.texts}
	g.evaluator = newEvaluator(l.conds)
	g.prepareBounds()
	sortIssues(l.issues)
	return g, l.issues
}

// Schema returns the namespace that the program was compiled against.
func (g *Program) Schema() *Schema { return g.schema }

// Pack returns the pack that was compiled.
func (g *Program) Pack() *Pack { return g.pack }

// NumMeasures counts the measures, NumRules the rules, NumGates the gates.
func (g *Program) NumMeasures() int { return len(g.pack.Measures) }

// NumRules counts the rules.
func (g *Program) NumRules() int { return len(g.pack.Rules) }

// NumGates counts the gates.
func (g *Program) NumGates() int { return len(g.pack.Gates) }

// Words is the length of the sets that Eval and Eval3 fill.
func (g *Program) Words() int { return (len(g.conds) + 63) / 64 }

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
func (g *Program) condition(stmt int) *cond {
	if stmt -= len(g.pack.Measures); stmt >= 0 && stmt < len(g.conds) {
		return g.conds[stmt]
	}
	return nil
}

// TreeEval evaluates the condition of a statement as it is written, without
// the tables, in Kleene's logic: the oracle that the tables are tested
// against. It is True for a measure.
func (g *Program) TreeEval(stmt int, v []float64) Tri {
	c := g.condition(stmt)
	if c == nil {
		return True
	}
	return c.walk(func(a *atom) Tri {
		if a.left != nil {
			order := compare(a.left.eval(v), a.right.eval(v))
			return (&atom{op: a.sign, wants: a.wants}).test(order)
		}
		return a.test(a.x.eval(v))
	})
}

// FactsOf returns the facts that a statement's condition or expression reads,
// each once, in the order of the schema.
func (g *Program) FactsOf(stmt int) []int {
	seen := make([]bool, len(g.schema.facts))
	note := func(f int) { seen[f] = true }
	if c := g.condition(stmt); c != nil {
		c.atoms(func(a *atom) { a.x.visit(note) })
	} else if stmt < len(g.measures) {
		for _, x := range g.measures[stmt].of {
			x.visit(note)
		}
	}
	return listed(seen)
}

// FactsOfOption is FactsOf of a measure for one option.
func (g *Program) FactsOfOption(stmt, option int) []int {
	if stmt >= len(g.measures) {
		return g.FactsOf(stmt)
	}
	seen := make([]bool, len(g.schema.facts))
	g.measures[stmt].of[option].visit(func(f int) { seen[f] = true })
	return listed(seen)
}

func listed(seen []bool) []int {
	var out []int
	for i, s := range seen {
		if s {
			out = append(out, i)
		}
	}
	return out
}
