package cond

import (
	"maps"
	"math"
	"slices"
)

// Analysis looks at conditions over all values in the domains of facts: which can never hold, which always
// do, which hold only where another does. What a condition compares is cut at its thresholds, and one value
// of each piece stands for it; expressions vary each by itself.
type Analysis struct {
	Never, Always []bool // by condition: it can never be true, or is so whatever the facts

	set    *Set         // over values of their own: as facts, what is compared
	conds  []*Condition // of it
	values map[string]int
	left   int // pieces that may still be looked at
}

// Bounds on the work, in combinations of pieces: of one question, and of all.
const (
	maxPieces = 1 << 16
	maxLooked = 1 << 25
)

// NewAnalysis prepares conditions; one that is nil is passed over.
func NewAnalysis(conds []*Condition) *Analysis {
	a := &Analysis{make([]bool, len(conds)), make([]bool, len(conds)), nil, make([]*Condition, len(conds)), map[string]int{}, maxLooked}
	for i, c := range conds {
		if c != nil {
			a.conds[i] = a.apart(*c)
		}
	}
	a.set = NewSet(nil, a.conds)
	for i, c := range a.conds {
		if c != nil {
			a.Never[i] = a.everywhere(func(v []float64) bool { return !a.set.Holds(i, v) }, c)
			a.Always[i] = a.everywhere(func(v []float64) bool { return a.set.Holds(i, v) }, c)
		}
	}
	return a
}

// apart is a condition whose comparisons each read a value, the same if they compare the same.
func (a *Analysis) apart(c Condition) *Condition {
	if c.x != nil {
		key := c.x.key()
		if _, seen := a.values[key]; !seen {
			a.values[key] = len(a.values)
		}
		c.x, c.fact = &Expression{op: 'f', fact: a.values[key]}, int32(a.values[key])
	}
	c.kids = slices.Clone(c.kids)
	for i := range c.kids {
		c.kids[i] = *a.apart(c.kids[i])
	}
	return &c
}

// Implies reports whether condition j holds wherever i does, as far as that can be told and both say something.
func (a *Analysis) Implies(i, j int) bool {
	c, d := a.conds[i], a.conds[j]
	if c == nil || d == nil || a.Never[i] || a.Always[i] || a.Never[j] || a.Always[j] {
		return false
	}
	meet := slices.ContainsFunc(c.Facts(), func(value int) bool { return slices.Contains(d.Facts(), value) })
	return meet && a.everywhere(func(v []float64) bool { return !a.set.Holds(i, v) || a.set.Holds(j, v) }, c, d)
}

// everywhere reports whether something is so for every combination of pieces; false if there are too many.
func (a *Analysis) everywhere(so func(v []float64) bool, conditions ...*Condition) bool {
	pieces := map[int][]float64{} // where they begin, by value
	for _, c := range conditions {
		c.walk(func(t *Condition) {
			if len(t.kids) > 0 {
				return
			}
			list := append(pieces[t.x.fact], t.domain[0])
			for _, x := range [...]float64{t.span[0], math.Nextafter(t.span[1], math.Inf(1))} {
				if x > t.domain[0] && x <= t.domain[1] {
					list = append(list, x)
				}
			}
			slices.Sort(list)
			pieces[t.x.fact] = slices.Compact(list)
		})
	}
	total := 1
	for _, list := range pieces {
		if total *= len(list); total > min(maxPieces, a.left) {
			return false
		}
	}
	values, v := slices.Sorted(maps.Keys(pieces)), make([]float64, len(a.values))
	for n := range total {
		a.left--
		for _, i := range values {
			v[i], n = pieces[i][n%len(pieces[i])], n/len(pieces[i])
		}
		if !so(v) {
			return false
		}
	}
	return true
}
