package rules

// Tri is a truth value that knows that it may not know.
type Tri int8

// The three truth values.
const (
	False   Tri = -1
	Unknown Tri = 0
	True    Tri = 1
)

// String is "false", "unknown" or "true".
func (t Tri) String() string {
	return [...]string{"false", "unknown", "true"}[t+1]
}

// condOp is the kind of a node of a typed condition.
type condOp uint8

const (
	condConst condOp = iota // value
	condAtom
	condNot
	condAnd
	condOr
)

// cond is a typed condition: what the tree-walking evaluator runs and what the
// tables are built from.
type cond struct {
	op    condOp
	value bool
	atom  *atom
	kids  []*cond
	node  *ast // where it stands
}

// atom is one comparison: an expression against constants. A comparison of two
// expressions is that of the sign -1, 0, 1 of their order with a constant.
type atom struct {
	x      *num
	op     string // == != < <= > >= in, "not in"
	wants  []float64
	domain [2]float64 // values that x can take
	node   *ast
	facts  []int  // that x reads, each once
	left   *num   // of a comparison of two expressions: the sides,
	right  *num   //
	sign   string // and the comparison as written
	unit   unit   // of the numbers compared
	shown  string // left-hand side as written
	bare   bool   // x is a single fact
	kind   FactKind
}

// test is the plain meaning of the atom for one value.
func (a *atom) test(x float64) Tri {
	if x != x {
		return Unknown
	}
	ok := false
	switch w := a.wants[0]; a.op {
	case "<":
		ok = x < w
	case "<=":
		ok = x <= w
	case ">":
		ok = x > w
	case ">=":
		ok = x >= w
	case "==", "in":
		ok = a.among(x)
	default:
		ok = !a.among(x)
	}
	return tri(ok)
}

func (a *atom) among(x float64) bool {
	for _, w := range a.wants {
		if x == w {
			return true
		}
	}
	return false
}

func tri(ok bool) Tri {
	if ok {
		return True
	}
	return False
}

// walk is the oracle: it evaluates the tree as written, in Kleene's logic.
func (c *cond) walk(atom func(*atom) Tri) Tri {
	switch c.op {
	case condConst:
		return tri(c.value)
	case condAtom:
		return atom(c.atom)
	case condNot:
		return -c.kids[0].walk(atom)
	case condAnd:
		out := True
		for _, k := range c.kids {
			out = min(out, k.walk(atom))
		}
		return out
	}
	out := False
	for _, k := range c.kids {
		out = max(out, k.walk(atom))
	}
	return out
}

// eval walks the tree over one vector, without allocation.
func (c *cond) eval(v []float64) Tri {
	switch c.op {
	case condConst:
		return tri(c.value)
	case condAtom:
		return c.atom.test(c.atom.x.eval(v))
	case condNot:
		return -c.kids[0].eval(v)
	case condAnd:
		out := True
		for _, k := range c.kids {
			if out = min(out, k.eval(v)); out == False {
				return False
			}
		}
		return out
	}
	out := False
	for _, k := range c.kids {
		if out = max(out, k.eval(v)); out == True {
			return True
		}
	}
	return out
}

// bounds walks the tree over ranges.
func (c *cond) bounds(lo, hi []float64, facts []Fact) Tri {
	switch c.op {
	case condConst:
		return tri(c.value)
	case condAtom:
		return c.atom.within(c.atom.x.interval(lo, hi, facts))
	case condNot:
		return -c.kids[0].bounds(lo, hi, facts)
	case condAnd:
		out := True
		for _, k := range c.kids {
			out = min(out, k.bounds(lo, hi, facts))
		}
		return out
	}
	out := False
	for _, k := range c.kids {
		out = max(out, k.bounds(lo, hi, facts))
	}
	return out
}

// within is the truth of the atom over all values from a to b.
func (a *atom) within(x, y float64) Tri {
	if x != x {
		return Unknown
	}
	all := set{{keyOf(x), keyOf(y) + 1}}
	got := a.set().and(all)
	switch {
	case len(got) == 0:
		return False
	case got.equal(all):
		return True
	}
	return Unknown
}

// atoms calls visit for every atom of the condition, in the order written.
func (c *cond) atoms(visit func(*atom)) {
	if c.op == condAtom {
		visit(c.atom)
	}
	for _, k := range c.kids {
		k.atoms(visit)
	}
}
