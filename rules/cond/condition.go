package cond

import (
	"math"
	"math/bits"
)

// Condition is a typed condition, as a tree: conditions that are joined, or whether an expression lies in a span.
type Condition struct {
	not  bool        // the opposite is meant
	all  bool        // of those joined all must hold, else one
	kids []Condition // joined; none of a span
	asked
	*comparison
}

// asked is what a condition without kids asks for.
type asked struct {
	span   [2]float64 // where x is to lie
	domain [2]float64 // values that x can take
	x      *Expression
	fact   int32 // that x is, else -1
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
	c.not, c.span = c.op == "!=" || c.op == "not in", [2]float64{w, w}
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
			c.kids = append(c.kids, Condition{asked: asked{[2]float64{w, w}, c.domain, c.x, c.fact}})
		}
	}
}

// Set evaluates many conditions at once. It is immutable and safe for many goroutines.
type Set struct {
	schema *Schema
	steps  []step
	starts [][2]int32 // by condition: the first step of whether it holds, and of whether it is denied
}

// NewSet puts typed conditions together.
func NewSet(s *Schema, conds []*Condition) *Set {
	e := &Set{schema: s}
	for _, c := range conds {
		e.starts = append(e.starts, [2]int32{e.plan(c, false, holding, failing), e.plan(c, true, holding, failing)})
	}
	return e
}

// Words is the length of the bit sets that Eval and Range fill.
func (e *Set) Words() int { return (len(e.starts) + 63) / 64 }

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
		starts, fired, open := e.starts[word<<6:], uint64(0), uint64(0)
		asked := ^uint64(0) >> (64 - min(64, len(starts)))
		if some != nil {
			asked &= some[word]
		}
		for ; asked != 0; asked &= asked - 1 {
			if start := &starts[bits.TrailingZeros64(asked)]; e.sure(start[0], lo, hi, facts) {
				fired |= asked & -asked
			} else if may != nil && !e.sure(start[1], lo, hi, facts) {
				open |= asked & -asked
			}
		}
		if must[word] = fired; may != nil {
			may[word] = fired | open
		}
	}
}
