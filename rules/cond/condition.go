package cond

import (
	"math"
	"math/bits"
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

// Condition is a typed condition, as a tree: conditions that are joined, or whether an expression lies in a span.
type Condition struct {
	sign   Tri         // False if the opposite is meant
	unit   Tri         // of those joined: True if all must hold, False if one must
	fact   int32       // of an expression that is one fact, else -1
	kids   []Condition // joined; none of a span
	x      *Expression
	span   [2]float64 // the numbers that it asks for
	domain [2]float64 // values that x can take
	*comparison
}

// comparison is how a condition is written that compares an expression with constants. A comparison of two expressions
// is that of the sign -1, 0, 1 of their order with 0; one that is written the other way round than it is computed is
// swapped.
type comparison struct {
	op      string // == != < <= > >= in, "not in"
	wants   []float64
	swapped bool
	in      unit   // of the numbers compared
	shown   string // left-hand side as written
	named   bool   // it is a yes or no, asked for by its name alone
	kind    FactKind
}

// joined joins two conditions by "and" or "or".
func joined(op string, a, b *Condition) *Condition {
	unit := True
	if op == "or" {
		unit = False
	}
	if a.comparison == nil && a.unit == unit && a.sign == True {
		a.kids = append(a.kids, *b)
		return a
	}
	return &Condition{sign: True, unit: unit, kids: []Condition{*a, *b}}
}

// Eval is the truth for a vector of values; not-a-number is unknown.
func (c *Condition) Eval(v []float64) Tri { return c.truth(v, v, nil) }

// truth walks the tree in Kleene's logic for values between lo and hi. What is unknown may be anything in its domain if
// the facts are given.
func (c *Condition) truth(lo, hi []float64, facts []Fact) Tri {
	if len(c.kids) > 0 {
		return c.sign * c.all(lo, hi, facts)
	}
	var x, y float64
	switch {
	case c.fact >= 0:
		x, y = lo[c.fact], hi[c.fact]
	case c.x.op == 'w':
		x, y = c.x.held(lo, hi)
	case facts == nil:
		x = c.x.Eval(lo)
		y = x
	default:
		x, y = c.x.interval(lo, hi, facts)
	}
	if facts != nil && (x != x || y != y) {
		x, y = c.domain[0], c.domain[1]
	}
	switch {
	case c.span[0] <= x && y <= c.span[1]:
		return c.sign
	case y < c.span[0] || x > c.span[1]:
		return -c.sign
	}
	return Unknown
}

// all is the truth of what is joined.
func (c *Condition) all(lo, hi []float64, facts []Fact) Tri {
	out := c.unit
	for i := range c.kids {
		switch t := c.kids[i].truth(lo, hi, facts); t {
		case -c.unit:
			return t
		case Unknown:
			out = t
		}
	}
	return out
}

// walk calls visit for every part of the condition, in the order written.
func (c *Condition) walk(visit func(*Condition)) {
	visit(c)
	for i := range c.kids {
		c.kids[i].walk(visit)
	}
}

// Facts are the facts that the condition reads, each once, in the order of the schema.
func (c *Condition) Facts() (facts []int) {
	c.walk(func(part *Condition) {
		if part.x != nil {
			facts = part.x.facts(facts)
		}
	})
	return facts
}

// ask works out which numbers the comparison asks for.
func (c *Condition) ask() {
	w, least, most := c.wants[0], math.Inf(-1), math.Inf(1)
	c.sign, c.unit, c.span = True, False, [2]float64{w, w}
	switch c.op {
	case "<":
		c.span = [2]float64{least, math.Nextafter(w, least)}
	case "<=":
		c.span = [2]float64{least, w}
	case ">":
		c.span = [2]float64{math.Nextafter(w, most), most}
	case ">=":
		c.span = [2]float64{w, most}
	case "in", "not in":
		for _, w := range c.wants {
			c.kids = append(c.kids, Condition{sign: True, fact: c.fact, x: c.x, span: [2]float64{w, w}, domain: c.domain})
		}
	}
	if c.op == "!=" || c.op == "not in" {
		c.sign = False
	}
}

// Set evaluates many conditions at once. It is immutable and safe for many goroutines.
type Set struct {
	schema *Schema
	conds  []*Condition
}

// NewSet puts typed conditions together.
func NewSet(s *Schema, conds []*Condition) *Set { return &Set{s, conds} }

// Words is the length of the bit sets that Eval and Range fill.
func (e *Set) Words() int { return (len(e.conds) + 63) / 64 }

// Eval writes which of some conditions hold for the values of the facts: bit i is condition i; some are a set of bits
// too, nil is all. What rests on an unknown value (not-a-number) does not hold. fired has at least Words() words; those
// beyond stay as they are. It does not allocate.
func (e *Set) Eval(some []uint64, v []float64, fired []uint64) { e.judge(some, v, v, nil, fired, nil) }

// Range writes which of some conditions must hold and which may, for values that lie between lo and hi; not-a-number in
// both is unknown: anything in the fact's domain. Fired is must, undecided is may without must, asleep is neither. Both
// have at least Words() words; may is nil if nobody asks, and can be some. It does not allocate.
func (e *Set) Range(some []uint64, lo, hi []float64, must, may []uint64) {
	e.judge(some, lo, hi, e.schema.Facts, must, may)
}

func (e *Set) judge(some []uint64, lo, hi []float64, facts []Fact, must, may []uint64) {
	for word := range e.Words() {
		conds, fired, open := e.conds[word<<6:], uint64(0), uint64(0)
		asked := ^uint64(0) >> (64 - min(64, len(conds)))
		if some != nil {
			asked &= some[word]
		}
		for ; asked != 0; asked &= asked - 1 {
			bit := asked & -asked
			switch conds[bits.TrailingZeros64(asked)].truth(lo, hi, facts) {
			case True:
				fired |= bit
			case Unknown:
				open |= bit
			}
		}
		if must[word] = fired; may != nil {
			may[word] = fired | open
		}
	}
}
