package cond

import (
	"fmt"

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

// parser is a recursive descent over the grammar of the package comment.
type parser struct {
	lex   lexer
	tok   token
	depth int
	err   *Problem

	guards bool // known(fact) may stand
}

func parse(text string) (*ast, *Problem) { return (&parser{lex: lexer{text: text}}).whole() }

func (p *parser) whole() (*ast, *Problem) {
	text := p.lex.text
	if len(text) > maxCondition {
		return nil, &Problem{0, 1, fmt.Sprintf("a condition is at most %d bytes long, this one is %d", maxCondition, len(text)), false}
	}
	p.advance()
	if p.tok.kind == tokenEnd {
		return nil, &Problem{0, 0, "the condition is empty", false}
	}
	n := p.or()
	if p.err == nil && p.tok.kind != tokenEnd {
		p.fail(p.afterwards())
	}
	return n, p.err
}

func (p *parser) advance() {
	p.tok = p.lex.next()
	if p.tok.kind == tokenBad {
		p.fail(p.tok.problem)
	}
}

// fail notes the first problem and makes every later token the end.
func (p *parser) fail(message string) {
	if p.err == nil {
		p.err = &Problem{p.tok.from, max(p.tok.to, p.tok.from), message, false}
	}
	p.lex.pos = len(p.lex.text)
	p.tok = token{from: len(p.lex.text), to: len(p.lex.text)}
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
	case p.tok.kind == tokenSign && flipped[p.tok.text] != "":
		return "comparisons are not chained: write a < b and b < c"
	case p.tok.kind == tokenSign && p.tok.text == ")":
		return "a closing parenthesis without an opening one"
	case p.tok.kind == tokenSign && p.tok.text == ",":
		return "a number is written with a point, without a comma: 1.5, 1500"
	}
	return "expected and, or, an operator or the end, found " + p.found()
}

func (p *parser) is(kind tokenKind, text string) bool {
	return p.tok.kind == kind && p.tok.text == text
}

func (p *parser) take(kind tokenKind, text string) bool {
	if !p.is(kind, text) {
		return false
	}
	p.advance()
	return true
}

// deeper guards the recursion.
func (p *parser) deeper() bool {
	if p.depth++; p.depth > maxDepth {
		p.fail(fmt.Sprintf("more than %d levels of nesting", maxDepth))
		return false
	}
	return true
}

var nothing = &ast{form: formBool, text: "false"} // stands in after a problem; never evaluated

func (p *parser) or() *ast  { return p.chain("or", formOr, p.and) }
func (p *parser) and() *ast { return p.chain("and", formAnd, p.not) }

func (p *parser) chain(word string, f form, part func() *ast) *ast {
	first := part()
	if !p.is(tokenWord, word) {
		return first
	}
	n := &ast{form: f, op: word, from: first.from, kids: []*ast{first}}
	for p.take(tokenWord, word) {
		n.kids = append(n.kids, part())
	}
	n.to = n.kids[len(n.kids)-1].to
	return n
}

func (p *parser) not() *ast {
	from := p.tok.from
	if !p.take(tokenWord, "not") {
		return p.comparison()
	}
	if !p.deeper() {
		return nothing
	}
	defer func() { p.depth-- }()
	kid := p.not()
	return &ast{form: formNot, op: "not", from: from, to: kid.to, kids: []*ast{kid}}
}

func (p *parser) comparison() *ast {
	left := p.sum()
	switch {
	case p.tok.kind == tokenSign && flipped[p.tok.text] != "":
		op := p.tok.text
		p.advance()
		right := p.sum()
		return &ast{form: formCompare, op: op, from: left.from, to: right.to, kids: []*ast{left, right}}
	case p.is(tokenWord, "in"):
		p.advance()
		return p.list(left, "in")
	case p.is(tokenWord, "not"):
		p.advance()
		if !p.take(tokenWord, "in") {
			p.fail("expected in after not, found " + p.found())
			return nothing
		}
		return p.list(left, "not in")
	}
	return left
}

func (p *parser) list(left *ast, op string) *ast {
	n := &ast{form: formIn, op: op, from: left.from, kids: []*ast{left}}
	if !p.take(tokenSign, "[") {
		p.fail("expected [ after in, found " + p.found())
		return nothing
	}
	for !p.is(tokenSign, "]") {
		n.kids = append(n.kids, p.sum())
		if !p.take(tokenSign, ",") {
			break
		}
	}
	n.to = p.tok.to
	if len(n.kids) == 1 {
		p.fail("the list is empty")
		return nothing
	}
	if !p.take(tokenSign, "]") {
		p.fail("expected , or ] in the list, found " + p.found())
		return nothing
	}
	return n
}

func (p *parser) sum() *ast     { return p.arithmetic("+", "-", p.product) }
func (p *parser) product() *ast { return p.arithmetic("*", "/", p.factor) }

func (p *parser) arithmetic(a, b string, part func() *ast) *ast {
	n := part()
	for p.is(tokenSign, a) || p.is(tokenSign, b) {
		op := p.tok.text
		p.advance()
		right := part()
		n = &ast{form: formArithmetic, op: op, from: n.from, to: right.to, kids: []*ast{n, right}}
	}
	return n
}

func (p *parser) factor() *ast {
	t := p.tok
	n := &ast{from: t.from, to: t.to, text: t.text}
	switch {
	case t.kind == tokenNumber:
		n.form, n.number, n.unit, n.hasUnit = formNumber, t.number, t.unit, t.hasUnit
	case t.kind == tokenString:
		n.form = formString
	case t.kind == tokenFact:
		n.form = formFact
		if !isFactName(t.text) {
			p.fail("a fact is lower-case words joined by dots, not " + source.Quote(t.text))
			return nothing
		}
	case t.kind == tokenWord && (t.text == "true" || t.text == "false"):
		n.form = formBool
	case t.kind == tokenWord && t.text == "known" && p.guards:
		return p.known()
	case t.kind == tokenWord && t.text == "known":
		p.fail("known(...) may only guard a because: {if known(fact)}...{end}")
		return nothing
	case t.kind == tokenSign && (t.text == "(" || t.text == "-"):
		return p.nested()
	default:
		p.fail("expected a fact, a number or a string, found " + p.found())
		return nothing
	}
	p.advance()
	return n
}

// known reads known(fact); its place is that of the fact.
func (p *parser) known() *ast {
	p.advance()
	open := p.take(tokenSign, "(")
	n := &ast{form: formKnown, op: "known", from: p.tok.from, to: p.tok.to, text: p.tok.text}
	if !open || p.tok.kind != tokenFact {
		p.fail("expected a fact in known(...), found " + p.found())
		return nothing
	}
	p.advance()
	if !p.take(tokenSign, ")") {
		p.fail("expected ) after known(fact, found " + p.found())
	}
	return n
}

func (p *parser) nested() *ast {
	if !p.deeper() {
		return nothing
	}
	defer func() { p.depth-- }()
	t := p.tok
	p.advance()
	if t.text == "-" {
		kid := p.factor()
		return &ast{form: formNegative, op: "-", from: t.from, to: kid.to, kids: []*ast{kid}}
	}
	n := p.or()
	if !p.is(tokenSign, ")") {
		if p.err == nil {
			p.err = &Problem{t.from, t.to, "this parenthesis is not closed", false}
		}
		p.fail("")
		return nothing
	}
	n.from, n.to = t.from, p.tok.to
	p.advance()
	return n
}

type form uint8

const (
	formNumber form = iota
	formString
	formBool
	formFact
	formNegative
	formArithmetic // op + - * /
	formCompare    // op == != < <= > >=
	formIn         // left in kids; op "in" or "not in"
	formNot
	formAnd   // kids
	formOr    // kids
	formKnown // of a guard: text is the fact
)

type ast struct {
	form     form
	from, to int // bytes of the condition
	op       string
	text     string // of a string or a fact
	number   float64
	unit     unit // of a number; the zero unit if none was written
	hasUnit  bool
	kids     []*ast
}
