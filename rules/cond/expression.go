package cond

import (
	"cmp"
	"math"
	"slices"
	"strconv"
)

// Expression is a typed number over the facts.
type Expression struct {
	op   byte    // k constant, f fact, w word of a list, + - * /, n negative, c three-way comparison
	k    float64 // the constant; which word
	fact int
	l, r *Expression
}

// Facts are the facts that the expression reads, each once, in the order of the schema.
func (n *Expression) Facts() []int { return n.facts(nil) }

// facts are those that the expression reads, and some others, in order.
func (n *Expression) facts(others []int) []int {
	if n.op == 'f' || n.op == 'w' {
		others = append(others, n.fact)
	}
	for _, part := range []*Expression{n.l, n.r} {
		if part != nil {
			others = part.facts(others)
		}
	}
	slices.Sort(others)
	return slices.Compact(others)
}

// Eval computes the expression; not-a-number if it rests on an unknown fact. A comparison is -1, 0 or 1.
func (n *Expression) Eval(v []float64) float64 {
	switch n.op {
	case 'k':
		return n.k
	case 'f':
		return v[n.fact] + 0 // -0 becomes 0, also as a divisor
	case 'w':
		return holds(v[n.fact], n.k)
	case 'n':
		return -n.l.Eval(v)
	}
	return n.apply(n.l.operand(v), n.r.operand(v))
}

// operand is Eval, small enough to be inlined for facts and constants.
func (n *Expression) operand(v []float64) float64 {
	if n.op == 'f' {
		return v[n.fact] + 0
	}
	if n.op == 'k' {
		return n.k
	}
	return n.Eval(v)
}

// holds tells, as 1 or 0, whether a list, a set of bits, holds a word; not-a-number if the list is unknown.
func holds(list, word float64) float64 {
	if list != list {
		return list
	}
	return float64(uint64(list) >> uint(word) & 1)
}

func (n *Expression) apply(a, b float64) float64 {
	switch n.op {
	case '+':
		return a + b
	case '-':
		return a - b
	case '*':
		return a * b
	case '/':
		return a / b
	}
	return compare(a, b)
}

func compare(a, b float64) float64 {
	if a != a || b != b {
		return nan
	}
	return float64(cmp.Compare(a, b))
}

// interval bounds the expression over all values between lo and hi. An unknown fact (not-a-number) may be
// anywhere in its domain. Rounding is monotone, so the bounds hold for the rounded results too. Not-a-number,
// twice, if nothing can be said or if some value in between has no result.
func (n *Expression) interval(lo, hi []float64, facts []Fact) (a, b float64) {
	switch n.op {
	case 'k':
		return n.k, n.k
	case 'f':
		if a, b = lo[n.fact], hi[n.fact]; a != a || b != b {
			return facts[n.fact].Domain()
		}
		return min(a, b) + 0, max(a, b) + 0
	case 'w':
		if a, b = lo[n.fact], hi[n.fact]; a != b {
			return 0, 1
		}
		return holds(a, n.k), holds(a, n.k)
	case 'n':
		a, b = n.l.interval(lo, hi, facts)
		return -b, -a
	}
	la, lb := n.l.interval(lo, hi, facts)
	ra, rb := n.r.interval(lo, hi, facts)
	if la == lb && ra == rb {
		a = n.apply(la, ra)
		return a, a
	}
	switch n.op {
	case '+':
		a, b = la+ra, lb+rb
	case '-':
		a, b = la-rb, lb-ra
	case '*':
		a, b = span4(la*ra, la*rb, lb*ra, lb*rb)
	case '/':
		if ra <= 0 && rb >= 0 {
			return math.NaN(), math.NaN()
		}
		a, b = span4(la/ra, la/rb, lb/ra, lb/rb)
	default:
		a, b = compare(la, rb), compare(lb, ra)
	}
	if a != a || b != b {
		return math.NaN(), math.NaN()
	}
	return a, b
}

// span4 is the least interval with all four values; min and max hand on not-a-number.
func span4(a, b, c, d float64) (lo, hi float64) { return min(a, b, c, d), max(a, b, c, d) }

// key names the expression: equal keys compute the same.
func (n *Expression) key() string {
	switch n.op {
	case 'k':
		return strconv.FormatFloat(n.k, 'g', -1, 64)
	case 'f':
		return "#" + strconv.Itoa(n.fact)
	case 'w':
		return "#" + strconv.Itoa(n.fact) + "." + strconv.Itoa(int(n.k))
	case 'n':
		return "-(" + n.l.key() + ")"
	}
	return "(" + n.l.key() + " " + string(n.op) + " " + n.r.key() + ")"
}

func (n *Expression) constant() bool { return len(n.facts(nil)) == 0 }

func constant(k float64) *Expression { return &Expression{op: 'k', k: k} }
