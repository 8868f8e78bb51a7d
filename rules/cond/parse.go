package cond

import (
	"fmt"
	"strings"

	"archadvisor/rules/source"
)

// Bounds on one condition, so that no input can exhaust the program.
const (
	maxCondition = 8 << 10 // bytes
	maxDepth     = 64      // parentheses, not and minus inside one another
)

// Problem is something wrong inside a text, at bytes From to To.
type Problem struct {
	From, To int
	Message  string
	Doubtful bool // it can be used, but is probably not meant
}

// parser reads and types a condition or a number in one descent by the binding of operators: names become facts, units
// are converted, clashes noted. A part with a problem is nil, and so is what is made of it.
type parser struct {
	s        *Schema
	option   string // what {option} stands for, "" where it may not stand
	why      string // why it may not, for the message
	lex      lexer
	tok      token
	depth    int
	broken   bool // the text cannot be read on
	problems []Problem
}

// part is a part of a condition: its place, and what it is, a condition or a value.
type part struct {
	from, to int
	is       *Condition // nil of a value
	word     string     // of a string
	value
}

// Condition reads and types a condition. option is what {option} stands for; if it is "", a condition that
// names it is wrong for the reason why. The condition is nil after a problem that is not merely doubtful.
func (s *Schema) Condition(text, option, why string) (*Condition, []Problem) {
	p := &parser{s: s, lex: lexer{text: text}, option: option, why: why}
	c := p.condition(p.whole())
	if p.broken {
		c = nil
	}
	return c, p.problems
}

// Expression reads and types a number for one option; nil after a problem.
func (s *Schema) Expression(text, option string) (*Expression, []Problem) {
	p := &parser{s: s, lex: lexer{text: text}, option: option}
	n := p.number(p.whole(), "a measure is over a number, this is ")
	if n == nil || len(p.problems) > 0 {
		return nil, p.problems
	}
	return n.x, nil
}

func (p *parser) whole() *part {
	text := p.lex.text
	if len(text) > maxCondition {
		p.tok.to = 1
		p.stop(fmt.Sprintf("a condition is at most %d bytes long, this one is %d", maxCondition, len(text)))
		return nil
	}
	if p.advance(); p.tok.kind == tokenEnd {
		p.tok.from, p.tok.to = 0, 0
		p.stop("the condition is empty")
		return nil
	}
	n := p.operation(1)
	if p.tok.kind != tokenEnd {
		p.stop(p.afterwards())
	}
	return n
}

func (p *parser) advance() {
	if p.tok = p.lex.next(); p.tok.kind == tokenBad {
		p.stop(p.tok.problem)
	}
}

// stop tells that the text cannot be read on, at the token in hand, and makes every later one the end.
func (p *parser) stop(message string) {
	if !p.broken {
		p.broken, p.problems = true, []Problem{{p.tok.from, p.tok.to, message, false}}
	}
	p.lex.pos = len(p.lex.text)
	p.tok = token{from: len(p.lex.text), to: len(p.lex.text)}
}

// fail notes a problem with a part that can be read.
func (p *parser) fail(from, to int, message string) {
	if !p.broken {
		p.problems = append(p.problems, Problem{from, to, message, false})
	}
}

func (p *parser) found() string {
	if p.tok.kind == tokenEnd {
		return "the end"
	}
	return source.Quote(p.lex.text[p.tok.from:p.tok.to])
}

// afterwards is the message for something that follows a complete condition.
func (p *parser) afterwards() string {
	switch {
	case p.is(")"):
		return "a closing parenthesis without an opening one"
	case p.is(","):
		return "a number is written with a point, without a comma: 1.5, 1500"
	}
	return "expected and, or, an operator or the end, found " + p.found()
}

func (p *parser) is(sign string) bool { return p.tok.kind == tokenSign && p.tok.text == sign }

func (p *parser) take(sign string) bool {
	if !p.is(sign) {
		return false
	}
	p.advance()
	return true
}

// binding is how strongly an operator with two sides holds them; not in a value begins "not in".
var binding = map[string]int{"or": 1, "and": 2, "==": 4, "!=": 4, "<": 4, "<=": 4, ">": 4, ">=": 4, "in": 4, "not": 4,
	"+": 5, "-": 5, "*": 6, "/": 6}

const ofNot, ofComparison = 3, 4

// operation reads a part whose operators hold their sides at least as strongly.
func (p *parser) operation(least int) *part {
	left := p.operand()
	for {
		op, level := p.tok, 0
		if op.kind == tokenSign {
			level = binding[op.text]
		}
		if level < least || level == 0 {
			return left
		}
		if level == ofComparison && left != nil && left.is != nil {
			p.stop("comparisons are not chained: write a < b and b < c")
			return nil
		}
		if p.advance(); op.text == "in" || op.text == "not" {
			left = p.in(op.text, left)
			continue
		}
		left = p.join(op.text, left, p.operation(level+1))
	}
}

// join types an operation on two parts.
func (p *parser) join(op string, l, r *part) *part {
	var n part
	switch binding[op] {
	case binding["or"], binding["and"]:
		a, b := p.condition(l), p.condition(r)
		if a != nil && b != nil {
			n.is = &Condition{all: op == "and", kids: []Condition{*a, *b}}
		}
	case ofComparison:
		if l, r = p.valued(l), p.valued(r); l != nil && r != nil {
			n.is = p.compare(op, l, r)
		}
	default:
		if l, r = p.number(l, "type clash: arithmetic on "), p.number(r, "type clash: arithmetic on "); l != nil && r != nil {
			n.value = p.arithmetic(op, l, r)
		}
	}
	if n.is == nil && n.x == nil {
		return nil
	}
	n.from, n.to = l.from, r.to
	return &n
}

// in reads the list of a membership: x in [a, b], or with op "not" x not in [a, b].
func (p *parser) in(op string, left *part) *part {
	if op == "not" {
		if op = "not in"; !p.take("in") {
			p.stop("expected in after not, found " + p.found())
			return nil
		}
	}
	if !p.take("[") {
		p.stop("expected [ after in, found " + p.found())
		return nil
	}
	var list []*part
	for !p.is("]") {
		if list = append(list, p.valued(p.operation(ofComparison+1))); !p.take(",") {
			break
		}
	}
	to := p.tok.to
	if len(list) == 0 {
		p.stop("the list is empty")
	} else if !p.take("]") {
		p.stop("expected , or ] in the list, found " + p.found())
	}
	if left = p.valued(left); left == nil || p.broken {
		return nil
	}
	if c := p.among(op, left, list); c != nil {
		return &part{from: left.from, to: to, is: c}
	}
	return nil
}

func (p *parser) operand() *part {
	p.depth++
	defer func() { p.depth-- }()
	if p.depth > maxDepth {
		p.stop(fmt.Sprintf("more than %d levels of nesting", maxDepth))
		return nil
	}
	t := p.tok
	n := &part{from: t.from, to: t.to}
	switch {
	case p.is("not") || p.is("-") || p.is("("):
		return p.nested(t)
	case p.is("true") || p.is("false"):
		n.value = value{kind: FactBool, x: constant(map[string]float64{"true": 1}[t.text])}
	case t.kind == tokenNumber:
		if n.value = (value{x: constant(t.number), unit: t.unit}); t.hasUnit {
			n.state = has
		}
	case t.kind == tokenString:
		n.kind, n.word = factString, t.text
	case t.kind == tokenFact && t.text == "known":
		p.stop("known(...) may only guard a because: {if known(fact)}...{end}")
		return nil
	case t.kind == tokenFact && !isFactName(t.text):
		p.stop("a fact is lower-case words joined by dots, not " + source.Quote(t.text))
		return nil
	case t.kind == tokenFact:
		n = p.fact(t)
	default:
		p.stop("expected a fact, a number or a string, found " + p.found())
		return nil
	}
	p.advance()
	return n
}

// nested reads what begins with not, minus or a parenthesis.
func (p *parser) nested(t token) (n *part) {
	p.advance()
	switch t.text {
	case "not":
		inner := p.operation(ofNot)
		c := p.condition(inner)
		if c == nil {
			return nil
		}
		c.not = !c.not
		return &part{from: t.from, to: inner.to, is: c}
	case "-":
		if n = p.number(p.operand(), "type clash: arithmetic on "); n != nil {
			n.x, n.fact = fold('-', constant(0), n.x), nil
		}
	default:
		n = p.operation(1)
		if !p.is(")") {
			p.tok = t
			p.stop("this parenthesis is not closed")
			return nil
		}
		if n != nil {
			n.to = p.tok.to
		}
		p.advance()
	}
	if n != nil {
		n.from = t.from
	}
	return n
}

func (p *parser) fact(t token) *part {
	name := strings.ReplaceAll(t.text, "{option}", p.option)
	i, ok := p.s.Index(name)
	switch {
	case name != t.text && p.option == "":
		p.fail(t.from, t.to, p.why)
		return nil
	case !ok:
		p.fail(t.from, t.to, "unknown fact "+name+source.DidYouMean(name, p.s.Names()...))
		return nil
	}
	f := &p.s.Facts[i]
	x := &Expression{op: 'f', fact: i}
	return &part{from: t.from, to: t.to, value: value{kind: f.Kind, x: x, fact: f, state: has, unit: p.s.units[i]}}
}

// Named looks the name of a fact up, for every option if it holds {option}. Places count from its beginning.
func (s *Schema) Named(name string) (facts []int, problem *Problem) {
	if !isFactName(name) {
		message := "the braces must hold a fact, option, if, else or end; found " + source.Quote(name)
		return nil, &Problem{To: len(name), Message: message}
	}
	for _, option := range s.Options {
		p := parser{s: s, option: option}
		n := p.fact(token{text: name, to: len(name)})
		if n == nil {
			return nil, &p.problems[0]
		}
		facts = append(facts, n.x.fact)
	}
	return facts, nil
}
