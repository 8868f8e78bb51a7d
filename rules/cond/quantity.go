package cond

import (
	"math"
	"strings"
)

var nan = math.NaN()

// checked tells what is known of the unit of a number.
type checked uint8

const (
	adopts checked = iota // a literal without a unit: takes that of what it meets
	has                   // the unit is known
	free                  // a product or quotient of dimensions: plain numbers
)

type quantity struct {
	kind    FactKind
	x       *Expression // nil for a string
	fact    *Fact       // of a bare fact
	state   checked
	unit    unit
	scaled  bool // carries a factor that may be a conversion already
	literal bool // a constant with a unit
}

func (t *typer) value(n *ast) *quantity {
	switch n.op {
	case "":
		return t.operand(n)
	case "negative":
		q := t.number(n.kids[0])
		if q == nil {
			return nil
		}
		q.x, q.fact = &Expression{op: 'n', l: q.x}, nil
		return q
	case "+", "-", "*", "/":
		l, r := t.number(n.kids[0]), t.number(n.kids[1])
		if l == nil || r == nil {
			return nil
		}
		if n.op == "+" || n.op == "-" {
			return t.sum(n, l, r)
		}
		return t.product(n, l, r)
	}
	t.fail(n, "type clash: a condition where a value is expected")
	return nil
}

func (t *typer) operand(n *ast) *quantity {
	switch n.kind {
	case tokenNumber:
		q := &quantity{x: constant(n.number), unit: n.unit, literal: n.hasUnit}
		if n.hasUnit {
			q.state = has
		}
		return q
	case tokenString:
		return &quantity{kind: factString}
	case tokenWord:
		return &quantity{kind: FactBool, x: constant(float64(max(0, tri(n.text == "true"))))}
	}
	return t.fact(n)
}

func (t *typer) fact(n *ast) *quantity {
	name := strings.ReplaceAll(n.text, "{option}", t.option)
	if name != n.text && t.option == "" {
		t.fail(n, t.why)
		return nil
	}
	i, ok := t.s.Index(name)
	if !ok {
		t.fail(n, "unknown fact "+name+t.s.DidYouMean(name))
		return nil
	}
	f := &t.s.Facts[i]
	return &quantity{kind: f.Kind, x: &Expression{op: 'f', fact: i}, fact: f, state: has, unit: t.s.units[i]}
}

func (t *typer) number(n *ast) *quantity {
	q := t.value(n)
	if q != nil && q.kind != FactNumber {
		t.fail(n, "type clash: arithmetic on "+q.kind.String())
		return nil
	}
	return q
}

// align brings two numbers that are compared or added to one unit.
func (t *typer) align(n *ast, l, r *quantity) bool {
	switch {
	case l.state != free && r.state != free && (l.state == adopts || r.state == adopts):
		return true
	case l.state == free || r.state == free:
		if l.literal || r.literal {
			t.fail(n, "unit clash: a product or quotient of different units is a plain number; leave the unit off")
			return false
		}
		return true
	case l.unit.dim != r.unit.dim:
		if l.unit.isCount() && r.unit.isCount() && !l.literal && !r.literal {
			return true
		}
		t.fail(n, "unit clash: "+l.unit.title()+" against "+r.unit.title())
		return false
	case l.unit.num*r.unit.den == r.unit.num*l.unit.den: // a number means the same in both
		return true
	}
	return t.convert(n, l, r)
}

// convert brings two numbers of one dimension to the unit of one: a literal to the other's, else to the smaller.
func (t *typer) convert(n *ast, l, r *quantity) bool {
	switch {
	case r.literal:
		r.x, r.unit = constant(r.unit.convert(r.x.Eval(nil), l.unit)), l.unit
	case l.literal:
		l.x, l.unit = constant(l.unit.convert(l.x.Eval(nil), r.unit)), r.unit
	case l.scaled || r.scaled:
		t.fail(n, "unit clash: "+l.unit.title()+" against "+r.unit.title()+"; units are converted for you, so leave the factor off or give both sides one unit")
		return false
	default:
		small, large := l, r
		if l.unit.num/l.unit.den > r.unit.num/r.unit.den {
			small, large = r, l
		}
		k := large.unit.convert(1, small.unit)
		large.x = &Expression{op: '*', l: large.x, r: constant(k)}
		large.unit, large.fact = small.unit, nil
	}
	return true
}

func (t *typer) sum(n *ast, l, r *quantity) *quantity {
	if !t.align(n, l, r) {
		return nil
	}
	q := &quantity{x: fold(n.op[0], l.x, r.x), state: l.state, unit: l.unit, scaled: l.scaled || r.scaled, literal: l.literal || r.literal}
	if l.state == adopts {
		q.state, q.unit = r.state, r.unit
	}
	if l.state == free || r.state == free {
		q.state = free
	}
	q.literal = q.literal && q.x.constant()
	return q
}

func (t *typer) product(n *ast, l, r *quantity) *quantity {
	l.plainPercent()
	r.plainPercent()
	q := &quantity{state: free, scaled: l.scaled || r.scaled}
	if n.op == "/" && l.state == has && r.state == has && l.unit.dim == r.unit.dim {
		if !t.align(n, l, r) {
			return nil
		}
		q.state, q.unit = has, ratio
		q.x = fold('/', l.x, r.x)
		q.literal = q.x.constant()
		return q
	}
	q.x = fold(n.op[0], l.x, r.x)
	switch {
	case l.state == adopts && r.state == adopts:
		q.state = adopts
	case r.state == adopts || r.isRatio():
		q.state, q.unit = l.state, l.unit
		q.scaled = q.scaled || r.state == adopts
	case n.op == "*" && (l.state == adopts || l.isRatio()):
		q.state, q.unit = r.state, r.unit
		q.scaled = q.scaled || l.state == adopts
	}
	q.literal = q.state == has && q.x.constant()
	return q
}

// isRatio reports whether the number is a share or a factor, not a percentage.
func (q *quantity) isRatio() bool {
	return q.state == has && q.unit.dim == "" && q.unit.den == 1
}

var ratio = unit{"ratio", "", 1, 1}

// plainPercent makes 10 % in a product 0.1.
func (q *quantity) plainPercent() {
	if q.literal && q.unit.name == "%" {
		q.x, q.unit = constant(q.unit.convert(q.x.Eval(nil), ratio)), ratio
	}
}

// fold computes what is constant at once.
func fold(op byte, l, r *Expression) *Expression {
	n := &Expression{op: op, l: l, r: r}
	if l.op == 'k' && r.op == 'k' {
		return constant(n.Eval(nil))
	}
	return n
}
