package cond

// A condition in disjunctive normal form is a list of rows; a row holds if
// each of its expressions lies in its set. All that a row says of one
// expression is one set, so contradictions and tautologies of one expression
// vanish by themselves.
type row []field

type field struct {
	col int // number of the expression
	in  set
}

// maxRows is how many rows one condition may become; beyond it, the condition
// is evaluated as a tree.
const maxRows = 256

// columns numbers the expressions that conditions compare.
type columns struct {
	byKey  map[string]int
	exprs  []*num
	domain []set // values that the expression can take
	clip   bool  // analysis: sets are cut to the domain
}

func newColumns(clip bool) *columns {
	return &columns{byKey: map[string]int{}, clip: clip}
}

func (c *columns) of(a *atom) int {
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

// universe is all that the expression of a column may be.
func (c *columns) universe(col int) set {
	if c.clip {
		return c.domain[col]
	}
	return everything()
}

// rows turns a condition, or its opposite, into rows. It gives up, false, past
// maxRows.
func (c *columns) rows(n *Condition, negate bool) ([]row, bool) {
	switch n.op {
	case condConst:
		if n.value != negate {
			return []row{{}}, true
		}
		return nil, true
	case condAtom:
		return c.atom(n.atom, negate), true
	case condNot:
		return c.rows(n.kids[0], !negate)
	}
	if (n.op == condOr) != negate {
		return c.union(n.kids, negate)
	}
	return c.product(n.kids, negate)
}

func (c *columns) atom(a *atom, negate bool) []row {
	col := c.of(a)
	in := a.set()
	if negate {
		in = in.not()
	}
	all := c.universe(col)
	switch in = in.and(all); {
	case len(in) == 0:
		return nil
	case in.equal(all):
		return []row{{}}
	}
	return []row{{{col, in}}}
}

func (c *columns) union(kids []*Condition, negate bool) ([]row, bool) {
	var out []row
	for _, k := range kids {
		more, ok := c.rows(k, negate)
		if !ok {
			return nil, false
		}
		if out = c.simplify(append(out, more...)); len(out) > maxRows {
			return nil, false
		}
	}
	return out, true
}

func (c *columns) product(kids []*Condition, negate bool) ([]row, bool) {
	out := []row{{}}
	for _, k := range kids {
		more, ok := c.rows(k, negate)
		if !ok || len(out)*len(more) > 16*maxRows {
			return nil, false
		}
		var next []row
		for _, a := range out {
			for _, b := range more {
				if r, ok := meet(a, b); ok {
					next = append(next, r)
				}
			}
		}
		if out = c.simplify(next); len(out) > maxRows {
			return nil, false
		}
	}
	return out, true
}

// meet is the row that holds where both do; false if they exclude each other.
func meet(a, b row) (row, bool) {
	out := make(row, 0, len(a)+len(b))
	for i, j := 0, 0; i < len(a) || j < len(b); {
		switch {
		case j == len(b) || i < len(a) && a[i].col < b[j].col:
			out = append(out, a[i])
			i++
		case i == len(a) || b[j].col < a[i].col:
			out = append(out, b[j])
			j++
		default:
			in := a[i].in.and(b[j].in)
			if len(in) == 0 {
				return nil, false
			}
			out = append(out, field{a[i].col, in})
			i++
			j++
		}
	}
	return out, true
}

// maxSimplify bounds the rows that are compared with each other.
const maxSimplify = 2 * maxRows

// simplify joins rows that differ in one expression only and drops rows that
// another one covers, until nothing changes.
func (c *columns) simplify(rows []row) []row {
	if len(rows) > maxSimplify {
		return rows
	}
	for changed := true; changed; {
		changed = false
		for i := 0; i < len(rows); i++ {
			for j := i + 1; j < len(rows); j++ {
				if r, ok := c.join(rows[i], rows[j]); ok {
					rows[i] = r
					rows = append(rows[:j], rows[j+1:]...)
					j--
					changed = true
				}
			}
		}
	}
	return rows
}

// join is one row for two, if there is one.
func (c *columns) join(a, b row) (row, bool) {
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
		if a[i].col != b[i].col {
			return nil, false
		}
		if !a[i].in.equal(b[i].in) {
			if differ >= 0 {
				return nil, false
			}
			differ = i
		}
	}
	out := append(row(nil), a...)
	out[differ].in = a[differ].in.or(b[differ].in)
	if out[differ].in.equal(c.universe(out[differ].col)) {
		out = append(out[:differ], out[differ+1:]...)
	}
	return out, true
}

// implies reports whether b holds wherever a does.
func implies(a, b row) bool {
	i := 0
	for _, f := range b {
		for i < len(a) && a[i].col < f.col {
			i++
		}
		if i == len(a) || a[i].col != f.col || !f.in.covers(a[i].in) {
			return false
		}
	}
	return true
}

// exclude reports whether no row of a meets one of b.
func exclude(a, b []row) bool {
	for _, x := range a {
		for _, y := range b {
			if _, ok := meet(x, y); ok {
				return false
			}
		}
	}
	return true
}
