package cond

import (
	"math"
	"slices"
)

// Tri is a truth value that knows that it may not know.
type Tri int8

// The three truth values.
const (
	False   Tri = -1
	Unknown Tri = 0
	True    Tri = 1
)

// String is "false", "unknown" or "true".
func (t Tri) String() string { return [...]string{"false", "unknown", "true"}[t+1] }

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
}

// atom is one comparison: an expression against constants. A comparison of two expressions is that of the sign -1, 0, 1
// of their order with 0; one that is written the other way round than it is computed is swapped.
type atom struct {
	x       *num
	op      string // == != < <= > >= in, "not in"
	wants   []float64
	spans   [][2]float64 // the numbers that satisfy it, or if it is negated, that do not
	negated bool
	domain  [2]float64 // values that x can take
	swapped bool
	unit    unit   // of the numbers compared
	shown   string // left-hand side as written
	named   bool   // it is a yes or no, asked for by its name alone
	kind    FactKind
}

// index works out which numbers satisfy the atom.
func (a *atom) index() {
	w, least, most := a.wants[0], math.Inf(-1), math.Inf(1)
	switch a.op {
	case "<":
		a.spans = [][2]float64{{least, math.Nextafter(w, least)}}
	case "<=":
		a.spans = [][2]float64{{least, w}}
	case ">":
		a.spans = [][2]float64{{math.Nextafter(w, most), most}}
	case ">=":
		a.spans = [][2]float64{{w, most}}
	default:
		for _, w := range slices.Compact(slices.Sorted(slices.Values(a.wants))) {
			a.spans = append(a.spans, [2]float64{w, w})
		}
		a.negated = a.op == "!=" || a.op == "not in"
	}
}

// between is the truth of the atom for values from lo to hi; not-a-number is unknown.
func (a *atom) between(lo, hi float64) Tri {
	inside, outside := True, False
	if a.negated {
		inside, outside = outside, inside
	}
	for i := range a.spans {
		switch s := &a.spans[i]; {
		case s[0] <= lo && hi <= s[1]:
			return inside
		case !(hi < s[0] || lo > s[1]):
			return Unknown
		}
	}
	return outside
}

func tri(ok bool) Tri {
	if ok {
		return True
	}
	return False
}

// Eval walks the tree for a vector of values, as the condition is written.
func (c *Condition) Eval(v []float64) Tri {
	return c.truth(func(a *atom) Tri {
		x := a.x.eval(v)
		return a.between(x, x)
	})
}

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

// Facts are the facts that the condition reads, each once, in the order of the schema.
func (c *Condition) Facts() []int {
	var out []int
	c.atoms(func(a *atom) { out = a.x.facts(out) })
	return out
}
