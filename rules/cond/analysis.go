package cond

import "slices"

// Analysis looks at conditions as sets of values, cut to the domains of facts:
// which can never hold, which always do, which hold only where another does.
type Analysis struct {
	index *exprIndex
	forms []normal // by condition
}

// normal is a condition and its opposite as terms.
type normal struct {
	is, not        []term
	isKnown, isNot bool  // the terms are known, and those of its opposite
	facts          []int // numbers of the expressions that matter
}

// NewAnalysis prepares conditions; one that is nil is passed over.
func NewAnalysis(conds []*Condition) *Analysis {
	a := &Analysis{index: newExprIndex(true), forms: make([]normal, len(conds))}
	for i, c := range conds {
		if c == nil {
			continue
		}
		f := &a.forms[i]
		f.is, f.isKnown = a.index.terms(c, false)
		f.not, f.isNot = a.index.terms(c, true)
		f.facts = used(f.is)
	}
	return a
}

// Never reports whether condition i can never be true.
func (a *Analysis) Never(i int) bool { return a.forms[i].isKnown && len(a.forms[i].is) == 0 }

// Always reports whether condition i is true whatever the facts.
func (a *Analysis) Always(i int) bool { return a.forms[i].isNot && len(a.forms[i].not) == 0 }

// telling reports whether condition i can be compared with others: its terms are
// known, and it is neither never nor always true.
func (a *Analysis) telling(i int) bool {
	return a.forms[i].isKnown && a.forms[i].isNot && !a.Never(i) && !a.Always(i)
}

// Implies reports whether condition j holds wherever i does, as far as that can
// be told and both say something.
func (a *Analysis) Implies(i, j int) bool {
	f, g := &a.forms[i], &a.forms[j]
	return a.telling(i) && a.telling(j) && meeting(f.facts, g.facts) && exclude(f.is, g.not)
}

// used are the numbers of the expressions of terms, rising.
func used(terms []term) []int {
	var out []int
	for _, r := range terms {
		for _, f := range r {
			out = append(out, f.expr)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// meeting reports whether two rising lists have a number in common.
func meeting(a, b []int) bool {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			return true
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return false
}
