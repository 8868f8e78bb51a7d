package cond

import (
	"cmp"
	"math"
	"slices"
	"strconv"
)

// Expression is a typed number over the facts.
type Expression struct {
	op   byte    // k constant, f fact, w whether a list holds any of some words, + - * /, c three-way comparison
	k    float64 // the constant; the words, as a set of bits
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
	}
	return n.apply(n.l.Eval(v), n.r.Eval(v))
}

// holds tells, as 1 or 0, whether a list holds any of some words, both sets of bits; not-a-number if it is unknown.
func holds(list, words float64) float64 {
	if list != list {
		return list
	}
	return float64(min(1, uint64(list)&uint64(words)))
}

// held bounds whether a list holds any of the words.
func (n *Expression) held(lo, hi []float64) (a, b float64) {
	if lo[n.fact] != hi[n.fact] {
		return 0, 1
	}
	a = holds(lo[n.fact], n.k)
	return a, a
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
		return n.held(lo, hi)
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
		a, b = min(la*ra, la*rb, lb*ra, lb*rb), max(la*ra, la*rb, lb*ra, lb*rb)
	case '/':
		if ra <= 0 && rb >= 0 {
			return math.NaN(), math.NaN()
		}
		a, b = min(la/ra, la/rb, lb/ra, lb/rb), max(la/ra, la/rb, lb/ra, lb/rb)
	default:
		a, b = compare(la, rb), compare(lb, ra)
	}
	if a != a || b != b {
		return math.NaN(), math.NaN()
	}
	return a, b
}

// key names the expression: equal keys compute the same.
func (n *Expression) key() string {
	switch n.op {
	case 'k':
		return strconv.FormatFloat(n.k, 'g', -1, 64)
	case 'f':
		return "#" + strconv.Itoa(n.fact)
	case 'w':
		return "#" + strconv.Itoa(n.fact) + "." + strconv.FormatFloat(n.k, 'g', -1, 64)
	}
	return "(" + n.l.key() + " " + string(n.op) + " " + n.r.key() + ")"
}

// one is the fact that the expression is, else -1.
func (n *Expression) one() int32 {
	if n.op == 'f' {
		return int32(n.fact)
	}
	return -1
}

// scaled reports whether the expression holds a product, and with it perhaps a conversion of units.
func (n *Expression) scaled() bool {
	return n.l != nil && (n.op == '*' || n.op == '/' || n.l.scaled() || n.r.scaled())
}

func constant(k float64) *Expression { return &Expression{op: 'k', k: k} }
