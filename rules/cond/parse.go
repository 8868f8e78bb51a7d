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

var nothing = &ast{token: token{kind: tokenWord, text: "false"}} // stands in after a problem; never evaluated

func (p *parser) or() *ast  { return p.chain("or", p.and) }
func (p *parser) and() *ast { return p.chain("and", p.not) }

func (p *parser) chain(word string, part func() *ast) *ast {
	first := part()
	if !p.is(tokenWord, word) {
		return first
	}
	kids := []*ast{first}
	for p.take(tokenWord, word) {
		kids = append(kids, part())
	}
	return operation(word, first.from, kids...)
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
	return operation("not", from, p.not())
}

// operation is a part from a place to the end of the last of its parts.
func operation(op string, from int, kids ...*ast) *ast {
	return &ast{token{from: from, to: kids[len(kids)-1].to}, op, kids}
}

func (p *parser) comparison() *ast {
	left := p.sum()
	switch {
	case p.tok.kind == tokenSign && flipped[p.tok.text] != "":
		op := p.tok.text
		p.advance()
		return operation(op, left.from, left, p.sum())
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
	n := operation(op, left.from, left)
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
		n = operation(op, n.from, n, part())
	}
	return n
}

func (p *parser) factor() *ast {
	t := p.tok
	switch {
	case t.kind == tokenNumber || t.kind == tokenString || t.kind == tokenWord && (t.text == "true" || t.text == "false"):
	case t.kind == tokenFact:
		if !isFactName(t.text) {
			p.fail("a fact is lower-case words joined by dots, not " + source.Quote(t.text))
			return nothing
		}
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
	return &ast{token: t}
}

// known reads known(fact); its place is that of the fact.
func (p *parser) known() *ast {
	p.advance()
	open := p.take(tokenSign, "(")
	n := &ast{token: p.tok, op: "known"}
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
		return operation("negative", t.from, p.factor())
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

// ast is a part of a condition as it is written: its place and, of what is no operation, its token.
type ast struct {
	token
	op   string // and, or, not, in, "not in", a comparison, + - * /, negative, known; "" of a fact or a constant
	kids []*ast
}
