package cond

import "math"

var nan = math.NaN()

// checked tells what is known of the unit of a number.
type checked uint8

const (
	adopts checked = iota // a literal without a unit: takes that of what it meets
	has                   // the unit is known
	free                  // a product or quotient of dimensions: plain numbers
)

// value is a typed value, with what is known of the unit of a number.
type value struct {
	kind  FactKind
	x     *Expression // nil of a string
	fact  *Fact       // of a bare fact
	state checked
	unit  unit
}

func (v *value) constant() bool { return v.x == nil || v.x.op == 'k' }
func (v *value) literal() bool  { return v.state == has && v.constant() }
func (v *value) options() bool  { return v.kind == FactOption || v.kind == FactList }

// isRatio reports whether the number is a share or a factor, not a percentage.
func (v *value) isRatio() bool { return v.state == has && v.unit.dim == "" && v.unit.den == 1 }

var ratio = unit{"ratio", "", 1, 1}

// align brings two numbers that are compared or added to one unit.
func (p *parser) align(from, to int, l, r *value) bool {
	switch {
	case l.state == free || r.state == free:
		if l.literal() || r.literal() {
			p.fail(from, to, "unit clash: a product or quotient of different units is a plain number; leave the unit off")
			return false
		}
	case l.state == adopts || r.state == adopts:
	case l.unit.dim != r.unit.dim:
		if !l.unit.isCount() || !r.unit.isCount() || l.literal() || r.literal() {
			p.fail(from, to, "unit clash: "+l.unit.title()+" against "+r.unit.title())
			return false
		}
	case l.unit.num*r.unit.den != r.unit.num*l.unit.den: // else a number means the same in both
		return p.convert(from, to, l, r)
	}
	return true
}

// convert brings two numbers of one dimension to the unit of one: a literal to the other's, else to the smaller. A
// product is left as it is, since a factor in it may be the conversion already.
func (p *parser) convert(from, to int, l, r *value) bool {
	if l.literal() || !r.literal() && l.unit.num/l.unit.den > r.unit.num/r.unit.den {
		l, r = r, l
	}
	switch {
	case r.literal():
		r.x = constant(r.unit.convert(r.x.k, l.unit))
	case l.x.scaled() || r.x.scaled():
		p.fail(from, to, "unit clash: "+l.unit.title()+" against "+r.unit.title()+"; units are converted for you, so leave the factor off or give both sides one unit")
		return false
	default:
		r.x, r.fact = &Expression{op: '*', l: r.x, r: constant(r.unit.convert(1, l.unit))}, nil
	}
	r.unit = l.unit
	return true
}

// arithmetic types l op r of two numbers; nothing after a problem.
func (p *parser) arithmetic(op string, left, right *part) (v value) {
	l, r := left.value, right.value
	if op == "/" && right.constant() && r.x.k == 0 {
		p.fail(right.from, right.to, "nothing can be divided by zero")
		return v
	}
	product := op == "*" || op == "/"
	if product {
		l.plainPercent()
		r.plainPercent()
	}
	same := op == "/" && l.state == has && r.state == has && l.unit.dim == r.unit.dim
	if (same || !product) && !p.align(left.from, right.to, &l, &r) {
		return v
	}
	v.x = fold(op[0], l.x, r.x)
	switch {
	case same:
		v.state, v.unit = has, ratio
	case !product && (l.state == free || r.state == free):
		v.state = free
	case r.state == adopts || product && r.isRatio():
		v.state, v.unit = l.state, l.unit
	case l.state == adopts && op != "/" || op == "*" && l.isRatio():
		v.state, v.unit = r.state, r.unit
	case product:
		v.state = free
	default:
		v.state, v.unit = has, l.unit
	}
	return v
}

// plainPercent makes 10 % in a product 0.1.
func (v *value) plainPercent() {
	if v.literal() && v.unit.name == "%" {
		v.x, v.unit = constant(v.unit.convert(v.x.k, ratio)), ratio
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
