package cond

import "slices"

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
