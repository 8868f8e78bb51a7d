package cond

import "slices"

// A condition in disjunctive normal form is a list of terms; a term holds if
// each of its expressions lies in its set. All that a term says of one
// expression is one set, so contradictions and tautologies of one expression
// vanish by themselves.
type term []literal

// literal says that an expression lies in a set.
type literal struct {
	expr int // number of the expression
	in   set
}

// maxTerms is how many terms one condition may become; beyond it, the condition
// is evaluated as a tree.
const maxTerms = 256

// exprIndex numbers the expressions that conditions compare.
type exprIndex struct {
	byKey  map[string]int
	exprs  []*num
	domain []set // values that the expression can take
	clip   bool  // analysis: sets are cut to the domain
}

func newExprIndex(clip bool) *exprIndex {
	return &exprIndex{byKey: map[string]int{}, clip: clip}
}

func (c *exprIndex) of(a *atom) int {
	k := a.x.key()
	if i, ok := c.byKey[k]; ok {
		return i
	}
	i := len(c.exprs)
	c.byKey[k] = i
	c.exprs = append(c.exprs, a.x)
	c.domain = append(c.domain, between(a.domain[0], a.domain[1]))
	return i
}

// universe is all that an expression may be.
func (c *exprIndex) universe(expr int) set {
	if c.clip {
		return c.domain[expr]
	}
	return everything()
}

// terms turns a condition, or its opposite, into terms. It gives up, false, past
// maxTerms.
func (c *exprIndex) terms(n *Condition, negate bool) ([]term, bool) {
	switch n.op {
	case condConst:
		if n.value != negate {
			return []term{{}}, true
		}
		return nil, true
	case condAtom:
		return c.atom(n.atom, negate), true
	case condNot:
		return c.terms(n.kids[0], !negate)
	}
	if (n.op == condOr) != negate {
		return c.union(n.kids, negate)
	}
	return c.product(n.kids, negate)
}

func (c *exprIndex) atom(a *atom, negate bool) []term {
	expr := c.of(a)
	in := a.set()
	if negate {
		in = in.not()
	}
	all := c.universe(expr)
	switch in = in.and(all); {
	case len(in) == 0:
		return nil
	case slices.Equal(in, all):
		return []term{{}}
	}
	return []term{{{expr, in}}}
}

func (c *exprIndex) union(kids []*Condition, negate bool) ([]term, bool) {
	var out []term
	for _, k := range kids {
		more, ok := c.terms(k, negate)
		if !ok {
			return nil, false
		}
		if out = c.simplify(append(out, more...)); len(out) > maxTerms {
			return nil, false
		}
	}
	return out, true
}

func (c *exprIndex) product(kids []*Condition, negate bool) ([]term, bool) {
	out := []term{{}}
	for _, k := range kids {
		more, ok := c.terms(k, negate)
		if !ok || len(out)*len(more) > 16*maxTerms {
			return nil, false
		}
		var next []term
		for _, a := range out {
			for _, b := range more {
				if r, ok := meet(a, b); ok {
					next = append(next, r)
				}
			}
		}
		if out = c.simplify(next); len(out) > maxTerms {
			return nil, false
		}
	}
	return out, true
}

// meet is the term that holds where both do; false if they exclude each other.
func meet(a, b term) (term, bool) {
	out := make(term, 0, len(a)+len(b))
	for i, j := 0, 0; i < len(a) || j < len(b); {
		switch {
		case j == len(b) || i < len(a) && a[i].expr < b[j].expr:
			out = append(out, a[i])
			i++
		case i == len(a) || b[j].expr < a[i].expr:
			out = append(out, b[j])
			j++
		default:
			in := a[i].in.and(b[j].in)
			if len(in) == 0 {
				return nil, false
			}
			out = append(out, literal{a[i].expr, in})
			i++
			j++
		}
	}
	return out, true
}

// maxSimplify bounds the terms that are compared with each other.
const maxSimplify = 2 * maxTerms

// simplify joins terms that differ in one expression only and drops terms that
// another one covers, until nothing changes.
func (c *exprIndex) simplify(terms []term) []term {
	if len(terms) > maxSimplify {
		return terms
	}
	for changed := true; changed; {
		changed = false
		for i := 0; i < len(terms); i++ {
			for j := i + 1; j < len(terms); j++ {
				if r, ok := c.join(terms[i], terms[j]); ok {
					terms[i] = r
					terms = append(terms[:j], terms[j+1:]...)
					j--
					changed = true
				}
			}
		}
	}
	return terms
}

// join is one term for two, if there is one.
func (c *exprIndex) join(a, b term) (term, bool) {
	if implies(a, b) {
		return b, true
	}
	if implies(b, a) {
		return a, true
	}
	if len(a) != len(b) {
		return nil, false
	}
	differ := -1
	for i := range a {
		if a[i].expr != b[i].expr {
			return nil, false
		}
		if !slices.Equal(a[i].in, b[i].in) {
			if differ >= 0 {
				return nil, false
			}
			differ = i
		}
	}
	out := append(term(nil), a...)
	out[differ].in = a[differ].in.or(b[differ].in)
	if slices.Equal(out[differ].in, c.universe(out[differ].expr)) {
		out = append(out[:differ], out[differ+1:]...)
	}
	return out, true
}

// implies reports whether b holds wherever a does.
func implies(a, b term) bool {
	i := 0
	for _, f := range b {
		for i < len(a) && a[i].expr < f.expr {
			i++
		}
		if i == len(a) || a[i].expr != f.expr || !f.in.covers(a[i].in) {
			return false
		}
	}
	return true
}

// exclude reports whether no term of a meets one of b.
func exclude(a, b []term) bool {
	for _, x := range a {
		for _, y := range b {
			if _, ok := meet(x, y); ok {
				return false
			}
		}
	}
	return true
}
