package cond

import "math/bits"

// Set evaluates many conditions in one pass without jumps that depend on the
// values: each condition is a list of conjuncts, terms whose literals are one
// interval each, and a conjunct a list of tests that must all hold. A condition
// that would need too many of them is walked as a tree.
type Set struct {
	schema     *Schema
	conditions int
	values     []value
	tests      []test
	conjuncts  []conjunct
	trees      []tree
	whole      Part
}

// value is a fact or an expression that tests ask about.
type value struct {
	fact   int
	expr   *num // nil for a fact alone
	domain span
}

// test holds if the key of its value is in the span.
type test struct {
	in    span
	value int
}

// conjunct is a list of tests and its condition.
type conjunct struct{ from, to, condition int }

type tree struct {
	condition int
	cond      *Condition
}

// NewSet makes the conjuncts of typed conditions. A set is immutable and safe for
// many goroutines.
func NewSet(s *Schema, conds []*Condition) *Set {
	e := &Set{schema: s, conditions: len(conds)}
	index := newExprIndex(false)
	for i, c := range conds {
		terms, ok := index.terms(c, false)
		if !ok || choices(terms) > maxTerms {
			e.trees = append(e.trees, tree{i, c})
			continue
		}
		for _, r := range terms {
			e.expand(r, nil, i)
		}
	}
	for i, x := range index.exprs {
		v := value{fact: -1, expr: x, domain: index.domain[i][0]}
		if x.op == 'f' {
			v.fact, v.expr = x.fact, nil
		}
		e.values = append(e.values, v)
	}
	e.whole = *e.all()
	return e
}

// choices counts the conjuncts that terms become.
func choices(terms []term) int {
	all := 0
	for _, r := range terms {
		n := 1
		for _, f := range r {
			n = min(n*len(f.in), maxTerms+1)
		}
		all += n
	}
	return all
}

// expand adds the conjuncts of a term: one for every choice of an interval from each
// of its sets.
func (e *Set) expand(r term, chosen []test, condition int) {
	if len(r) == 0 {
		from := len(e.tests)
		e.tests = append(e.tests, chosen...)
		e.conjuncts = append(e.conjuncts, conjunct{from, len(e.tests), condition})
		return
	}
	for _, in := range r[0].in {
		e.expand(r[1:], append(chosen[:len(chosen):len(chosen)], test{in, r[0].expr}), condition)
	}
}

// Words is the length of the bit sets that Eval and Range fill.
func (e *Set) Words() int { return (e.conditions + 63) / 64 }

// Part is some of the conditions of a set, with the values that they ask about.
// Its memory is used again by the next Select.
type Part struct {
	conjuncts []conjunct
	values    []int
	asked     []bool // by value
	trees     []tree
}

// Select makes p the part of the set with these conditions.
func (e *Set) Select(conditions []uint64, p *Part) {
	p.conjuncts, p.values, p.trees = p.conjuncts[:0], p.values[:0], p.trees[:0]
	p.asked = append(p.asked[:0], make([]bool, len(e.values))...)
	for _, t := range e.conjuncts {
		if conditions[t.condition>>6]>>(t.condition&63)&1 == 0 {
			continue
		}
		p.conjuncts = append(p.conjuncts, t)
		for _, l := range e.tests[t.from:t.to] {
			if !p.asked[l.value] {
				p.asked[l.value] = true
				p.values = append(p.values, l.value)
			}
		}
	}
	for _, d := range e.trees {
		if conditions[d.condition>>6]>>(d.condition&63)&1 == 1 {
			p.trees = append(p.trees, d)
		}
	}
}

// all is the part with every condition.
func (e *Set) all() *Part {
	p, every := &Part{}, make([]uint64, e.Words())
	for i := range every {
		every[i] = ^uint64(0)
	}
	e.Select(every, p)
	return p
}

// Eval writes which conditions hold for the values: bit i is condition i. What
// rests on an unknown value (not-a-number) does not hold, unless no value could
// make it false. fired has at least Words() words; those beyond stay as they
// are. It does not allocate for up to 256 different expressions.
func (e *Set) Eval(v []float64, fired []uint64) { e.EvalPart(&e.whole, v, fired) }

// EvalPart is Eval for some of the conditions; the others do not hold.
func (e *Set) EvalPart(p *Part, v []float64, fired []uint64) {
	clear(fired[:e.Words()])
	var hand [atHand]uint64
	keys := e.atHand(hand[:])
	for _, i := range p.values {
		keys[i] = e.values[i].key(v)
	}
	for i := range p.conjuncts {
		t := &p.conjuncts[i]
		holds := uint64(1)
		for _, l := range e.tests[t.from:t.to] {
			_, in := bits.Sub64(keys[l.value]-l.in.lo, l.in.hi-l.in.lo, 0)
			holds &= in
		}
		fired[t.condition>>6] |= holds << (t.condition & 63)
	}
	for _, d := range p.trees {
		if d.cond.Eval(v) == True {
			fired[d.condition>>6] |= 1 << (d.condition & 63)
		}
	}
}

// Range writes which conditions must hold and which may, for values that lie
// between lo and hi; not-a-number in both is unknown: anything in the fact's
// domain. Fired is must, undecided is may without must, asleep is neither. Both
// have at least Words() words. It does not allocate for up to 256 different
// expressions.
func (e *Set) Range(lo, hi []float64, must, may []uint64) { e.RangePart(&e.whole, lo, hi, must, may) }

// RangePart is Range for some of the conditions; the others may not hold.
func (e *Set) RangePart(p *Part, lo, hi []float64, must, may []uint64) {
	clear(must[:e.Words()])
	clear(may[:e.Words()])
	var handLow, handHigh [atHand]uint64
	low, high := e.atHand(handLow[:]), e.atHand(handHigh[:])
	for _, i := range p.values {
		low[i], high[i] = e.values[i].span(lo, hi, e.schema.facts)
	}
	for i := range p.conjuncts {
		t := &p.conjuncts[i]
		sure, open := uint64(1), uint64(1)
		for _, l := range e.tests[t.from:t.to] {
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
	for _, d := range p.trees {
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

// atHand is room for a key of every value, in hand if it is large enough.
func (e *Set) atHand(hand []uint64) []uint64 {
	if len(e.values) > len(hand) {
		return make([]uint64, len(e.values))
	}
	return hand
}

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
