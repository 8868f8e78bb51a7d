package cond

import "math/bits"

// Set evaluates many conditions at once. Each distinct fact or expression that
// they compare is computed once and becomes a key, and each condition a chain of
// tests of keys with two ways on, so that its first decisive test ends it.
type Set struct {
	schema *Schema
	values []value
	byKey  map[string]int // values by the key of their expression
	tests  []test
	chains []chain // by condition
	whole  Part
}

// value is a fact or an expression that tests ask about.
type value struct {
	fact   int
	expr   *num // nil for a fact alone
	domain span
}

// test asks whether the key of a value is in a span and tells the test to go on
// with, or how it ended.
type test struct {
	in    span
	value int32
	next  [2]int32 // outside of the span, inside
}

// chain is the tests of a condition: where it begins, and where they stand.
type chain struct{ first, from, to int }

// How a chain of tests ends: the last bit is the answer.
const (
	holdsEnd = -1
	failsEnd = -2
)

// NewSet compiles typed conditions; one that is nil never holds. A set is immutable
// and safe for many goroutines.
func NewSet(s *Schema, conds []*Condition) *Set {
	e := &Set{schema: s, byKey: map[string]int{}, chains: make([]chain, len(conds))}
	for i, c := range conds {
		first, from := failsEnd, len(e.tests)
		if c != nil {
			first = e.chain(c, false, holdsEnd, failsEnd)
		}
		e.chains[i] = chain{first, from, len(e.tests)}
	}
	e.whole = *e.all()
	return e
}

// chain adds the tests of a condition, or of its opposite, in front of what
// follows if it holds and if it fails, and returns the first. Negation reaches the
// spans, none of which holds what is unknown: so what rests on that fails.
func (e *Set) chain(c *Condition, negate bool, yes, no int) int {
	switch c.op {
	case condConst:
		if c.value != negate {
			return yes
		}
		return no
	case condAtom:
		return e.atom(c.atom, negate, yes, no)
	case condNot:
		return e.chain(c.kids[0], !negate, yes, no)
	}
	for i := len(c.kids) - 1; i >= 0; i-- {
		if first := e.chain(c.kids[i], negate, yes, no); (c.op == condOr) != negate {
			no = first
		} else {
			yes = first
		}
	}
	if (c.op == condOr) != negate {
		return no
	}
	return yes
}

func (e *Set) atom(a *atom, negate bool, yes, no int) int {
	in, v := a.set(), e.value(a)
	if negate {
		in = in.not()
	}
	for i := len(in) - 1; i >= 0; i-- {
		e.tests = append(e.tests, test{in[i], int32(v), [2]int32{int32(no), int32(yes)}})
		no = len(e.tests) - 1
	}
	return no
}

// value is the number of what an atom compares.
func (e *Set) value(a *atom) int {
	k := a.x.key()
	i, ok := e.byKey[k]
	if ok {
		return i
	}
	v := value{fact: -1, expr: a.x, domain: span{keyOf(a.domain[0]), keyOf(a.domain[1]) + 1}}
	if a.x.op == 'f' {
		v.fact, v.expr = a.x.fact, nil
	}
	e.byKey[k] = len(e.values)
	e.values = append(e.values, v)
	return len(e.values) - 1
}

// Words is the length of the bit sets that Eval and Range fill.
func (e *Set) Words() int { return (len(e.chains) + 63) / 64 }

// Part is some of the conditions of a set, with the values that they ask about.
// Its memory is used again by the next Select.
type Part struct {
	conditions []int
	values     []int
	asked      []bool // by value
}

// Select makes p the part of the set with these conditions.
func (e *Set) Select(conditions []uint64, p *Part) {
	p.conditions, p.values = p.conditions[:0], p.values[:0]
	p.asked = append(p.asked[:0], make([]bool, len(e.values))...)
	for i, c := range e.chains {
		if conditions[i>>6]>>(i&63)&1 == 0 {
			continue
		}
		p.conditions = append(p.conditions, i)
		for _, t := range e.tests[c.from:c.to] {
			if !p.asked[t.value] {
				p.asked[t.value] = true
				p.values = append(p.values, int(t.value))
			}
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
// rests on an unknown value (not-a-number) does not hold. fired has at least
// Words() words; those beyond stay as they are. It does not allocate for up to 256
// different expressions.
func (e *Set) Eval(v []float64, fired []uint64) { e.EvalPart(&e.whole, v, fired) }

// EvalPart is Eval for some of the conditions; the others do not hold.
func (e *Set) EvalPart(p *Part, v []float64, fired []uint64) {
	clear(fired[:e.Words()])
	var hand [atHand]uint64
	keys := e.atHand(hand[:])
	for _, i := range p.values {
		keys[i] = e.values[i].key(v)
	}
	for _, i := range p.conditions {
		fired[i>>6] |= e.holds(i, keys) << (i & 63)
	}
}

// holds is 1 if the condition holds for the keys of its values, else 0.
func (e *Set) holds(condition int, keys []uint64) uint64 {
	at, tests := int32(e.chains[condition].first), e.tests
	for at >= 0 {
		t := &tests[at]
		_, inside := bits.Sub64(keys[t.value]-t.in.lo, t.in.hi-t.in.lo, 0)
		at = t.next[inside]
	}
	return uint64(at & 1)
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
	for _, i := range p.conditions {
		must[i>>6] |= e.between(i, low, high) << (i & 63)
		may[i>>6] |= e.between(i, high, low) << (i & 63)
	}
}

// between is 1 if the condition holds for all values between two keys each; with
// the keys exchanged, if it holds for some.
func (e *Set) between(condition int, low, high []uint64) uint64 {
	at := int32(e.chains[condition].first)
	for at >= 0 {
		t := &e.tests[at]
		a, b := low[t.value], high[t.value]
		_, below := bits.Sub64(a, t.in.lo, 0) // without jumps that depend on the values
		_, within := bits.Sub64(b, t.in.hi, 0)
		at = t.next[within&^below]
	}
	return uint64(at & 1)
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
