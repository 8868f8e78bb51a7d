package cond

import "slices"

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

// Condition is a typed condition, as a tree.
type Condition struct {
	op    condOp
	value bool
	atom  *atom
	kids  []*Condition
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
		ok = slices.Contains(a.wants, x)
	default:
		ok = !slices.Contains(a.wants, x)
	}
	return tri(ok)
}

// at is the truth of the atom for a vector.
func (a *atom) at(v []float64) Tri {
	if a.left == nil {
		return a.test(a.x.eval(v))
	}
	return (&atom{op: a.sign, wants: a.wants}).test(compare(a.left.eval(v), a.right.eval(v)))
}

func tri(ok bool) Tri {
	if ok {
		return True
	}
	return False
}

// Eval walks the tree over one vector. Two expressions that are compared are each
// computed, as it is written.
func (c *Condition) Eval(v []float64) Tri { return c.truth(func(a *atom) Tri { return a.at(v) }) }

// truth walks the tree in Kleene's logic.
func (c *Condition) truth(of func(*atom) Tri) Tri {
	switch c.op {
	case condConst:
		return tri(c.value)
	case condAtom:
		return of(c.atom)
	case condNot:
		return -c.kids[0].truth(of)
	}
	ends, sign := False, Tri(1) // of and: what ends it, and whether to take the least
	if c.op == condOr {
		ends, sign = True, -1
	}
	out := -ends
	for _, k := range c.kids {
		if out = sign * min(sign*out, sign*k.truth(of)); out == ends {
			break
		}
	}
	return out
}

// atoms calls visit for every atom of the condition, in the order written.
func (c *Condition) atoms(visit func(*atom)) {
	if c.op == condAtom {
		visit(c.atom)
	}
	for _, k := range c.kids {
		k.atoms(visit)
	}
}

// Facts are the facts that the condition reads, each once, in the order of the
// schema.
func (c *Condition) Facts() []int {
	var out []int
	c.atoms(func(a *atom) { out = append(out, a.facts...) })
	slices.Sort(out)
	return slices.Compact(out)
}
