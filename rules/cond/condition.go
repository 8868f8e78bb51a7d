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

// Condition is a typed condition, as a tree.
type Condition struct {
	op   string // and, or, not, true, false; "" of an atom
	atom *atom
	kids []*Condition
}

// atom is one comparison: an expression against constants. A comparison of two expressions is that of the sign -1, 0, 1
// of their order with 0; one that is written the other way round than it is computed is swapped.
type atom struct {
	x       *Expression
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
		x := a.x.Eval(v)
		return a.between(x, x)
	})
}

// truth walks the tree in Kleene's logic.
func (c *Condition) truth(of func(*atom) Tri) Tri {
	switch c.op {
	case "true", "false":
		return tri(c.op == "true")
	case "":
		return of(c.atom)
	case "not":
		return -c.kids[0].truth(of)
	}
	ends, sign := False, Tri(1) // of and: what ends it, and whether to take the least
	if c.op == "or" {
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
	if c.atom != nil {
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

// Analysis looks at conditions over all values in the domains of facts: which can never hold, which always
// do, which hold only where another does. What a condition compares is cut at its thresholds, and one value
// of each piece stands for it; expressions vary each by itself.
type Analysis struct {
	Never, Always []bool // by condition: it can never be true, or is so whatever the facts

	set  *Set
	left int // pieces that may still be looked at
}

// Bounds on the work, in combinations of pieces: of one question, and of all.
const (
	maxPieces = 1 << 16
	maxLooked = 1 << 25
)

// NewAnalysis prepares conditions; one that is nil is passed over.
func NewAnalysis(s *Schema, conds []*Condition) *Analysis {
	a := &Analysis{make([]bool, len(conds)), make([]bool, len(conds)), NewSet(s, conds), maxLooked}
	for i, c := range conds {
		if c != nil {
			a.Never[i] = a.everywhere(func(keys []uint64) bool { return a.set.holds(i, keys) == 0 }, i)
			a.Always[i] = a.everywhere(func(keys []uint64) bool { return a.set.holds(i, keys) == 1 }, i)
		}
	}
	return a
}

// Implies reports whether condition j holds wherever i does, as far as that can be told and both say something.
func (a *Analysis) Implies(i, j int) bool {
	if a.Never[i] || a.Always[i] || a.Never[j] || a.Always[j] || !a.meet(i, j) {
		return false
	}
	return a.everywhere(func(keys []uint64) bool { return a.set.holds(i, keys) <= a.set.holds(j, keys) }, i, j)
}

// meet reports whether two conditions ask about the same value.
func (a *Analysis) meet(i, j int) bool {
	c, d := a.set.chains[i], a.set.chains[j]
	return slices.ContainsFunc(a.set.tests[c.from:c.to], func(t test) bool {
		return slices.ContainsFunc(a.set.tests[d.from:d.to], func(u test) bool { return t.value == u.value })
	})
}

// everywhere reports whether something is so for every combination of pieces; false if there are too many.
func (a *Analysis) everywhere(so func(keys []uint64) bool, conditions ...int) bool {
	pieces := map[int32][]uint64{} // where they begin, by value
	for _, i := range conditions {
		for _, t := range a.set.tests[a.set.chains[i].from:a.set.chains[i].to] {
			domain := a.set.values[t.value].domain
			lo, hi := keyOf(domain[0]), keyOf(domain[1])
			list := append(pieces[t.value], lo)
			for _, k := range [...]uint64{t.lo, t.hi} {
				if k > lo && k <= hi {
					list = append(list, k)
				}
			}
			slices.Sort(list)
			pieces[t.value] = slices.Compact(list)
		}
	}
	total, values := 1, make([]int32, 0, len(pieces))
	for v, list := range pieces {
		values = append(values, v)
		if total *= len(list); total > min(maxPieces, a.left) {
			return false
		}
	}
	slices.Sort(values)
	keys := make([]uint64, len(a.set.values))
	for n := range total {
		a.left--
		for _, v := range values {
			keys[v], n = pieces[v][n%len(pieces[v])], n/len(pieces[v])
		}
		if !so(keys) {
			return false
		}
	}
	return true
}
