package cond

import "math/bits"

// Set evaluates many conditions in one pass without jumps that
// depend on the values: each condition is a list of terms, each term a list of
// literals that must all hold, each literal one interval that an expression
// must lie in. A condition that would need too many terms is walked as a tree.
type Set struct {
	schema     *Schema
	conditions int
	literals   []literal
	terms      []term
	trees      []tree
}

// literal holds if the key of its fact, or of its expression, is in the interval.
type literal struct {
	in     span
	fact   int
	expr   *num // nil for a fact alone
	domain span // of values that the expression can take
}

// term is one term: its literals and its condition.
type term struct{ from, to, condition int }

type tree struct {
	condition int
	cond      *Condition
}

// NewSet makes the terms of typed conditions. It is immutable and safe for many
// goroutines.
func NewSet(s *Schema, conds []*Condition) *Set {
	e := &Set{schema: s, conditions: len(conds)}
	for i, c := range conds {
		cols := newColumns(false)
		rows, ok := cols.rows(c, false)
		if !ok || choices(rows) > maxRows {
			e.trees = append(e.trees, tree{i, c})
			continue
		}
		for _, r := range rows {
			e.expand(cols, r, nil, i)
		}
	}
	return e
}

// choices counts the terms that rows become.
func choices(rows []row) int {
	all := 0
	for _, r := range rows {
		n := 1
		for _, f := range r {
			n = min(n*len(f.in), maxRows+1)
		}
		all += n
	}
	return all
}

// expand adds the terms of a row: one for every choice of an interval from each
// of its sets.
func (e *Set) expand(cols *columns, r row, chosen []literal, condition int) {
	if len(r) == 0 {
		from := len(e.literals)
		e.literals = append(e.literals, chosen...)
		e.terms = append(e.terms, term{from, len(e.literals), condition})
		return
	}
	l := literal{fact: -1, expr: cols.exprs[r[0].col], domain: cols.domain[r[0].col][0]}
	if l.expr.op == 'f' {
		l.fact, l.expr = l.expr.fact, nil
	}
	for _, l.in = range r[0].in {
		e.expand(cols, r[1:], append(chosen[:len(chosen):len(chosen)], l), condition)
	}
}

// Words is the length of the bit sets that Eval and Range fill.
func (e *Set) Words() int { return (e.conditions + 63) / 64 }

// Eval writes which conditions hold for the values: bit i is condition i. What rests on an unknown value (not-a-number) does not
// hold, unless no value could make it false. fired has at least Words() words;
// those beyond stay as they are. Eval does not allocate and may be called from many goroutines.
func (e *Set) Eval(v []float64, fired []uint64) {
	clear(fired[:e.Words()])
	for i := range e.terms {
		t := &e.terms[i]
		holds := uint64(1)
		for k := range e.literals[t.from:t.to] {
			l := &e.literals[t.from+k]
			x := 0.0
			if l.expr == nil {
				x = v[l.fact]
			} else {
				x = l.expr.eval(v)
			}
			_, in := bits.Sub64(keyOf(x)-l.in.lo, l.in.hi-l.in.lo, 0)
			holds &= in
		}
		fired[t.condition>>6] |= holds << (t.condition & 63)
	}
	for _, d := range e.trees {
		if d.cond.Eval(v) == True {
			fired[d.condition>>6] |= 1 << (d.condition & 63)
		}
	}
}

// Range writes which conditions must hold and which may, for values that lie
// between lo and hi; not-a-number in both is unknown: anything in the fact's
// domain. Fired is must, undecided is may without must, asleep is neither. Both
// have at least Words() words. It does not allocate.
func (e *Set) Range(lo, hi []float64, must, may []uint64) {
	clear(must[:e.Words()])
	clear(may[:e.Words()])
	for i := range e.terms {
		t := &e.terms[i]
		sure, open := uint64(1), uint64(1)
		for k := range e.literals[t.from:t.to] {
			l := &e.literals[t.from+k]
			a, b := l.interval(lo, hi, e.schema.facts)
			_, below := bits.Sub64(a, l.in.lo, 0)
			_, beyond := bits.Sub64(b, l.in.hi, 0)
			_, begins := bits.Sub64(a, l.in.hi, 0)
			_, ends := bits.Sub64(b, l.in.lo, 0)
			sure &= beyond &^ below
			open &= begins &^ ends
		}
		must[t.condition>>6] |= sure << (t.condition & 63)
		may[t.condition>>6] |= open << (t.condition & 63)
	}
	for _, d := range e.trees {
		bit := uint64(1) << (d.condition & 63)
		switch d.cond.Range(lo, hi, e.schema) {
		case True:
			must[d.condition>>6] |= bit
			may[d.condition>>6] |= bit
		case Unknown:
			may[d.condition>>6] |= bit
		}
	}
}

// interval is the keys of the least and of the greatest value that the
// expression may have; where nothing can be said, those of its domain.
func (l *literal) interval(lo, hi []float64, facts []Fact) (a, b uint64) {
	var x, y float64
	if l.expr == nil {
		x, y = lo[l.fact], hi[l.fact]
	} else {
		x, y = l.expr.interval(lo, hi, facts)
	}
	if x != x || y != y {
		return l.domain.lo, l.domain.hi - 1
	}
	a, b = keyOf(x), keyOf(y)
	return min(a, b), max(a, b)
}
