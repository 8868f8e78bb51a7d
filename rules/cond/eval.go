package cond

import "math/bits"

// Set evaluates many conditions in one pass without jumps that depend on the
// values: each condition is a list of terms, each term a list of
// literals that must all hold, each literal one interval that an expression
// must lie in. A condition that would need too many terms is walked as a tree.
type Set struct {
	schema     *Schema
	conditions int
	values     []value
	literals   []literal
	terms      []term
	trees      []tree
}

// value is a fact or an expression that literals ask about.
type value struct {
	fact   int
	expr   *num // nil for a fact alone
	domain span
}

// literal holds if the key of its value is in the span.
type literal struct {
	in    span
	value int
}

// term is a list of literals and its condition.
type term struct{ from, to, condition int }

type tree struct {
	condition int
	cond      *Condition
}

// NewSet makes the terms of typed conditions. It is immutable and safe for many
// goroutines.
func NewSet(s *Schema, conds []*Condition) *Set {
	e := &Set{schema: s, conditions: len(conds)}
	cols := newColumns(false)
	for i, c := range conds {
		rows, ok := cols.rows(c, false)
		if !ok || choices(rows) > maxRows {
			e.trees = append(e.trees, tree{i, c})
			continue
		}
		for _, r := range rows {
			e.expand(r, nil, i)
		}
	}
	for i, x := range cols.exprs {
		v := value{fact: -1, expr: x, domain: cols.domain[i][0]}
		if x.op == 'f' {
			v.fact, v.expr = x.fact, nil
		}
		e.values = append(e.values, v)
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
func (e *Set) expand(r row, chosen []literal, condition int) {
	if len(r) == 0 {
		from := len(e.literals)
		e.literals = append(e.literals, chosen...)
		e.terms = append(e.terms, term{from, len(e.literals), condition})
		return
	}
	for _, in := range r[0].in {
		e.expand(r[1:], append(chosen[:len(chosen):len(chosen)], literal{in, r[0].col}), condition)
	}
}

// Words is the length of the bit sets that Eval and Range fill.
func (e *Set) Words() int { return (e.conditions + 63) / 64 }

// Eval writes which conditions hold for the values: bit i is condition i. What rests on an unknown value (not-a-number) does not
// hold, unless no value could make it false. fired has at least Words() words;
// those beyond stay as they are. Eval does not allocate for up to 256 different values and may be called from many goroutines.
func (e *Set) Eval(v []float64, fired []uint64) {
	clear(fired[:e.Words()])
	var hand [atHand]uint64
	keys := hand[:0]
	for i := range e.values {
		keys = append(keys, e.values[i].key(v))
	}
	for i := range e.terms {
		t := &e.terms[i]
		holds := uint64(1)
		for _, l := range e.literals[t.from:t.to] {
			_, in := bits.Sub64(keys[l.value]-l.in.lo, l.in.hi-l.in.lo, 0)
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
// have at least Words() words. It does not allocate for up to
// 256 different values.
func (e *Set) Range(lo, hi []float64, must, may []uint64) {
	clear(must[:e.Words()])
	clear(may[:e.Words()])
	var handLow, handHigh [atHand]uint64
	low, high := handLow[:0], handHigh[:0]
	for i := range e.values {
		a, b := e.values[i].span(lo, hi, e.schema.facts)
		low, high = append(low, a), append(high, b)
	}
	for i := range e.terms {
		t := &e.terms[i]
		sure, open := uint64(1), uint64(1)
		for _, l := range e.literals[t.from:t.to] {
			a, b := low[l.value], high[l.value]
			_, below := bits.Sub64(a, l.in.lo, 0)
			_, within := bits.Sub64(b, l.in.hi, 0)
			_, begins := bits.Sub64(a, l.in.hi, 0)
			_, ends := bits.Sub64(b, l.in.lo, 0)
			sure &= within &^ below
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

// atHand is how many values are kept without allocation.
const atHand = 256

// key is the key of the value.
func (x *value) key(v []float64) uint64 {
	if x.expr == nil {
		return keyOf(v[x.fact])
	}
	return keyOf(x.expr.eval(v))
}

// span is the keys of the least and of the greatest that the value may be; where
// nothing can be said, those of its domain.
func (x *value) span(lo, hi []float64, facts []Fact) (a, b uint64) {
	var p, q float64
	if x.expr == nil {
		p, q = lo[x.fact], hi[x.fact]
	} else {
		p, q = x.expr.interval(lo, hi, facts)
	}
	if p != p || q != q {
		return x.domain.lo, x.domain.hi - 1
	}
	a, b = keyOf(p), keyOf(q)
	return min(a, b), max(a, b)
}
