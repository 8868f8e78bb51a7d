package cond

import (
	"math"
	"math/bits"
)

// Set evaluates many conditions at once. Each distinct fact or expression that they compare is computed once and
// becomes a key, and each condition a chain of tests of keys with two ways on, so that its first decisive test ends it.
type Set struct {
	schema *Schema
	values []*atom        // each the first of those that compare the same
	byKey  map[string]int // values by the key of their expression
	tests  []test
	chains []chain // by condition
	every  []int32 // the numbers of all values
}

// test asks whether the key of a value is in a span and tells the test to go on with, or how it ended.
type test struct {
	lo, hi uint64 // hi is not in it
	value  int32
	next   [2]int32 // outside of the span, inside
}

// chain is the tests of a condition: where it begins, and where they stand.
type chain struct{ first, from, to int }

// How a chain of tests ends: the last bit is the answer.
const (
	holdsEnd = -1
	failsEnd = -2
)

// NewSet compiles typed conditions; one that is nil never holds. A set is immutable and safe for many goroutines.
func NewSet(s *Schema, conds []*Condition) *Set {
	e := &Set{schema: s, byKey: map[string]int{}, chains: make([]chain, len(conds))}
	for i, c := range conds {
		first, from := failsEnd, len(e.tests)
		if c != nil {
			first = e.chain(c, false, holdsEnd, failsEnd)
		}
		e.chains[i] = chain{first, from, len(e.tests)}
	}
	return e
}

// chain adds the tests of a condition, or of its opposite, in front of what follows if it holds and if it fails, and
// returns the first. Negation reaches the spans, none of which holds what is unknown: so what rests on that fails.
func (e *Set) chain(c *Condition, negate bool, yes, no int) int {
	switch c.op {
	case "true", "false":
		if (c.op == "true") != negate {
			return yes
		}
		return no
	case "":
		return e.atom(c.atom, negate, yes, no)
	case "not":
		return e.chain(c.kids[0], !negate, yes, no)
	}
	next := &yes // after one part holds, if all must
	if (c.op == "or") != negate {
		next = &no
	}
	for i := len(c.kids) - 1; i >= 0; i-- {
		*next = e.chain(c.kids[i], negate, yes, no)
	}
	return *next
}

func (e *Set) atom(a *atom, negate bool, yes, no int) int {
	k := a.x.key()
	v, seen := e.byKey[k]
	if !seen {
		v, e.byKey[k] = len(e.values), len(e.values)
		e.every = append(e.every, int32(v))
		e.values = append(e.values, a)
	}
	spans := a.spans
	if negate != a.negated {
		spans = around(spans)
	}
	for i := len(spans) - 1; i >= 0; i-- {
		e.tests = append(e.tests, test{keyOf(spans[i][0]), keyOf(spans[i][1]) + 1, int32(v), [2]int32{int32(no), int32(yes)}})
		no = len(e.tests) - 1
	}
	return no
}

// around are the numbers between and around spans that rise.
func around(spans [][2]float64) (out [][2]float64) {
	from := math.Inf(-1)
	for _, s := range spans {
		if from < s[0] {
			out = append(out, [2]float64{from, math.Nextafter(s[0], from)})
		}
		from = math.Nextafter(s[1], math.Inf(1))
	}
	if from < math.Inf(1) {
		out = append(out, [2]float64{from, math.Inf(1)})
	}
	return out
}

// keyOf is a whole number that grows with the value; both zeros have one, not-a-number is beyond the infinities.
func keyOf(x float64) uint64 {
	b := math.Float64bits(x + 0) // -0 becomes 0
	return b ^ (uint64(int64(b)>>63) | 1<<63)
}

// Some are some of the conditions; nil is all of them.
type Some struct {
	In       []uint64 // the conditions, as bits
	compared []int32  // the values that these compare; nil is all
}

// Some tells what it takes to judge the conditions of a set of bits.
func (e *Set) Some(in []uint64) *Some {
	seen, some := make([]bool, len(e.values)), &Some{in, []int32{}}
	for i := some.next(0); i < len(e.chains); i = some.next(i + 1) {
		for _, t := range e.tests[e.chains[i].from:e.chains[i].to] {
			if !seen[t.value] {
				seen[t.value], some.compared = true, append(some.compared, t.value)
			}
		}
	}
	return some
}

// next is the first condition from i on.
func (s *Some) next(i int) int {
	for s != nil && i>>6 < len(s.In) {
		if rest := s.In[i>>6] >> (i & 63); rest != 0 {
			return i + bits.TrailingZeros64(rest)
		}
		i = (i>>6 + 1) << 6
	}
	return i
}

func (s *Some) of(e *Set) []int32 {
	if s == nil || s.compared == nil {
		return e.every
	}
	return s.compared
}

// Words is the length of the bit sets that Eval and Range fill.
func (e *Set) Words() int { return (len(e.chains) + 63) / 64 }

// Eval writes which of some conditions hold for the values of the facts: bit i is condition i. What rests on an unknown
// value (not-a-number) does not hold. fired has at least Words() words; those beyond stay as they are. It does not
// allocate for up to 256 different expressions.
func (e *Set) Eval(some *Some, v []float64, fired []uint64) {
	clear(fired[:e.Words()])
	var hand [atHand]uint64
	keys := e.atHand(hand[:])
	for _, i := range some.of(e) {
		keys[i] = keyOf(e.values[i].x.operand(v))
	}
	for i := some.next(0); i < len(e.chains); i = some.next(i + 1) {
		fired[i>>6] |= e.holds(i, keys) << (i & 63)
	}
}

// holds is 1 if the condition holds for the keys of its values, else 0.
func (e *Set) holds(condition int, keys []uint64) uint64 {
	at, tests := int32(e.chains[condition].first), e.tests
	for at >= 0 {
		t := &tests[at]
		_, inside := bits.Sub64(keys[t.value]-t.lo, t.hi-t.lo, 0)
		at = t.next[inside]
	}
	return uint64(at & 1)
}

// Range writes which of some conditions must hold and which may, for values that lie between lo and hi; not-a-number in
// both is unknown: anything in the fact's domain. Fired is must, undecided is may without must, asleep is neither. Both
// have at least Words() words; may is nil if nobody asks. It does not allocate for up to 256 different expressions.
func (e *Set) Range(some *Some, lo, hi []float64, must, may []uint64) {
	clear(must[:e.Words()])
	if may != nil {
		clear(may[:e.Words()])
	}
	var handLow, handHigh [atHand]uint64
	low, high := e.atHand(handLow[:]), e.atHand(handHigh[:])
	for _, i := range some.of(e) {
		var x, y float64
		a := e.values[i]
		if a.x.op == 'f' {
			x, y = lo[a.x.fact], hi[a.x.fact]
		} else {
			x, y = a.x.interval(lo, hi, e.schema.Facts)
		}
		if x != x || y != y {
			x, y = a.domain[0], a.domain[1]
		}
		low[i], high[i] = keyOf(x), keyOf(y)
	}
	for i := some.next(0); i < len(e.chains); i = some.next(i + 1) {
		must[i>>6] |= e.between(i, low, high) << (i & 63)
		if may != nil {
			may[i>>6] |= e.between(i, high, low) << (i & 63)
		}
	}
}

// between is 1 if the condition holds for all values between two keys each; exchanged, if it holds for some.
func (e *Set) between(condition int, low, high []uint64) uint64 {
	at := int32(e.chains[condition].first)
	for at >= 0 {
		t := &e.tests[at]
		_, below := bits.Sub64(low[t.value], t.lo, 0) // without jumps that depend on the values
		_, within := bits.Sub64(high[t.value], t.hi, 0)
		at = t.next[within&^below]
	}
	return uint64(at & 1)
}

const atHand = 256 // how many values are kept without allocation

// atHand is room for a key of every value, in hand if it is large enough.
func (e *Set) atHand(hand []uint64) []uint64 {
	if len(e.values) > len(hand) {
		return make([]uint64, len(e.values))
	}
	return hand
}
