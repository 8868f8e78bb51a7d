package cond

import (
	"math"
	"slices"
	"strings"

	"gonum.org/v1/gonum/floats"

	"archadvisor/rules/numeral"
	"archadvisor/rules/source"
)

// shown is a part as it is written, on one line.
func (p *parser) shown(n *part) string {
	return strings.Join(strings.Fields(p.lex.text[n.from:n.to]), " ")
}

// condition is a part that must be true or false.
func (p *parser) condition(n *part) *Condition {
	switch {
	case n == nil:
	case n.is != nil:
		return n.is
	case n.kind == FactBool:
		c := p.comparison(n, &n.value, ">=", 1)
		c.named = true
		return c
	case n.fact != nil:
		p.fail(n.from, n.to, n.fact.Name+" is "+n.kind.String()+", not a condition; compare it with something")
	default:
		p.fail(n.from, n.to, "this is not a condition: nothing is compared")
	}
	return nil
}

// valued is a part that must be a value.
func (p *parser) valued(n *part) *part {
	if n != nil && n.is != nil {
		p.fail(n.from, n.to, "type clash: a condition where a value is expected")
		return nil
	}
	return n
}

// number is a part that must be a number; else the message ends with what it is.
func (p *parser) number(n *part, message string) *part {
	if n = p.valued(n); n != nil && n.kind != FactNumber {
		p.fail(n.from, n.to, message+n.kind.String())
		return nil
	}
	return n
}

// comparison compares an expression, or the order of two, with constants.
func (p *parser) comparison(left *part, v *value, op string, wants ...float64) *Condition {
	c := &Condition{asked: asked{x: v.x, fact: v.x.one()},
		comparison: &comparison{op: op, wants: wants, in: v.unit, kind: v.kind, shown: p.shown(left)}}
	unknown := slices.Repeat([]float64{nan}, len(p.s.Facts))
	c.domain[0], c.domain[1] = c.x.interval(unknown, unknown, p.s.Facts)
	if c.domain[0] != c.domain[0] {
		c.domain = [2]float64{math.Inf(-1), math.Inf(1)}
	}
	c.ask()
	return c
}

var flipped = map[string]string{"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!="}

// compare types l op r; what is constant stands on the right.
func (p *parser) compare(op string, l, r *part) *Condition {
	from, to := l.from, r.to
	if l.constant() && !r.constant() {
		l, r, op = r, l, flipped[op]
	}
	ordered := op != "==" && op != "!="
	switch {
	case l.kind == factString:
		p.fail(from, to, "two strings are compared; one side must be a fact")
	case ordered && r.kind == factString && l.options() || ordered && l.kind == FactBool && r.kind == FactBool:
		p.fail(from, to, l.kind.String()+" has no order: compare with ==, != or in")
	case r.kind == factString && l.options():
		return p.among(op, l, []*part{r})
	case l.kind != r.kind || l.options():
		p.clash(from, to, l, r)
	case l.kind == FactNumber && !p.align(from, to, &l.value, &r.value):
	case !r.constant():
		return p.against(l, r, op)
	case r.x.k != r.x.k:
		p.fail(r.from, r.to, notNumber)
	default:
		c := p.comparison(l, &l.value, op, r.x.k)
		p.reach(r, c, r.x.k)
		return c
	}
	return nil
}

const notNumber = "this cannot be computed: its parts are too large"

func (p *parser) clash(from, to int, a, b *part) {
	message := "type clash: " + p.shown(a) + " is " + a.kind.String() + ", " + p.shown(b) + " is " + b.kind.String()
	if a.fact != nil && a.kind == FactBool {
		message += "; write " + a.fact.Name + " or not " + a.fact.Name
	}
	if a.options() {
		message += "; it may be " + strings.Join(a.fact.Options, ", ")
	}
	p.fail(from, to, message)
}

// reach warns of a threshold that the fact can never meet.
func (p *parser) reach(n *part, a *Condition, w float64) {
	lo, hi := a.domain[0], a.domain[1]
	if a.kind == FactNumber && (w < lo || w > hi) {
		p.problems = append(p.problems, Problem{n.from, n.to,
			"the threshold " + numeral.Plain(w) + " is outside the domain of " + a.shown + ", " + numeral.Plain(lo) + " to " + numeral.Plain(hi), true})
	}
}

// against types a comparison of two expressions that both read facts.
func (p *parser) against(l, r *part, op string) *Condition {
	v := value{kind: l.kind, unit: l.unit, x: &Expression{op: 'c', l: l.x, r: r.x}}
	swapped := r.x.key() < l.x.key() // so that what is the same has one key
	if swapped {
		v.x.l, v.x.r, op = r.x, l.x, flipped[op]
	}
	c := p.comparison(l, &v, op, 0)
	c.swapped = swapped
	return c
}

// among types a membership, and the equality of a word. A list is a set of words: does it hold any of these?
func (p *parser) among(op string, l *part, list []*part) *Condition {
	wants := make([]float64, len(list))
	for i, n := range list {
		wants[i] = p.member(n, l)
	}
	if floats.HasNaN(wants) {
		return nil
	}
	v := l.value
	if l.kind == FactList {
		v.x = &Expression{op: 'w', fact: l.x.fact}
		for _, w := range wants {
			v.x.k = float64(uint64(v.x.k) | 1<<uint(w))
		}
		return p.comparison(l, &v, op, 1)
	}
	c := p.comparison(l, &v, op, wants...)
	for i, w := range wants {
		p.reach(list[i], c, w)
	}
	return c
}

// member is the value of a member of a list in terms of what is looked for; not-a-number after a problem.
func (p *parser) member(n, l *part) float64 {
	switch {
	case n == nil:
		return nan
	case l.options() && n.kind == factString:
		i := slices.Index(l.fact.Options, n.word)
		if i < 0 {
			p.fail(n.from, n.to, l.fact.Name+" is never "+source.Quote(n.word)+source.DidYouMean(n.word, l.fact.Options...)+" (it may be "+strings.Join(l.fact.Options, ", ")+")")
			return nan
		}
		return float64(i)
	case l.kind != n.kind || l.kind == factString:
		p.fail(n.from, n.to, "type clash: "+l.kind.String()+" is looked for, "+p.shown(n)+" is "+n.kind.String())
		return nan
	case !n.constant():
		p.fail(n.from, n.to, "a list holds constants only")
		return nan
	}
	if left := l.value; l.kind == FactNumber && !p.align(n.from, n.to, &left, &n.value) { // never converts what is looked for
		return nan
	}
	if n.x.k != n.x.k {
		p.fail(n.from, n.to, notNumber)
	}
	return n.x.k
}
