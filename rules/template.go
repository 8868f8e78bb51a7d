package rules

import (
	"fmt"
	"strings"

	"archadvisor/rules/source"
)

// template is a parsed because: text with facts and guards in between.
type template []piece

type piece struct {
	text   string
	option bool  // the name of the option
	facts  []int // a fact, by option
	plain  bool  // without its unit
	guard  *guard
	then   template
	other  template
}

// guard is a condition on what the profile states.
type guard struct {
	op    string // known, not, and, or
	facts []int  // of known, by option
	kids  []*guard
}

// maxGuards bounds guards inside one another.
const maxGuards = 8

// Text writes the because of a statement for one option. answered tells
// whether the profile states a fact, or states what it is computed from; a fact
// for which it is false is never quoted. A nil answered means all are.
func (g *Program) Text(stmt, option int, v []float64, answered func(fact int) bool) string {
	var b strings.Builder
	w := textWriter{g.schema, option, v, answered, &b}
	w.write(g.texts[stmt])
	return strings.Join(strings.Fields(b.String()), " ")
}

type textWriter struct {
	s        *Schema
	option   int
	v        []float64
	answered func(int) bool
	out      *strings.Builder
}

func (w *textWriter) write(t template) {
	for i := range t {
		p := &t[i]
		switch {
		case p.guard != nil && w.holds(p.guard):
			w.write(p.then)
		case p.guard != nil:
			w.write(p.other)
		case p.option:
			w.out.WriteString(w.s.options[w.option])
		case p.facts != nil:
			w.fact(p.facts[w.option], p.plain)
		default:
			w.out.WriteString(p.text)
		}
	}
}

func (w *textWriter) known(fact int) bool { return w.answered == nil || w.answered(fact) }

func (w *textWriter) fact(f int, plain bool) {
	if x := w.v[f]; x == x && w.known(f) {
		w.out.WriteString(w.s.format(f, x, !plain))
		return
	}
	w.out.WriteString(w.s.unstated(f))
}

func (w *textWriter) holds(g *guard) bool {
	switch g.op {
	case "known":
		return w.known(g.facts[w.option])
	case "not":
		return !w.holds(g.kids[0])
	case "and":
		return w.holds(g.kids[0]) && w.holds(g.kids[1])
	}
	return w.holds(g.kids[0]) || w.holds(g.kids[1])
}

// templateParser reads a because.
type templateParser struct {
	t     *typer
	text  string
	pos   int
	depth int
}

// parseTemplate parses a because; problems go to the typer.
func parseTemplate(t *typer, text string) template {
	p := &templateParser{t: t, text: text}
	out, stop := p.until()
	if stop != "" {
		p.fail(p.pos, p.pos, "{"+stop+"} without {if known(...)}")
	}
	return out
}

func (p *templateParser) fail(from, to int, message string) {
	p.t.problems = append(p.t.problems, problem{from, to, message, Error})
}

// until reads up to the end, {else} or {end}, and says which stopped it.
func (p *templateParser) until() (out template, stop string) {
	text := func(s string) {
		if n := len(out); n > 0 && out[n-1].text != "" {
			out[n-1].text += s
			return
		}
		out = append(out, piece{text: s})
	}
	for p.pos < len(p.text) {
		rest := p.text[p.pos:]
		switch {
		case strings.HasPrefix(rest, "{{") || strings.HasPrefix(rest, "}}"):
			text(rest[:1])
			p.pos += 2
			continue
		case rest[0] == '}':
			p.fail(p.pos, p.pos+1, "a closing brace without an opening one; write }} for the character")
			p.pos++
			continue
		case rest[0] != '{':
			n := strings.IndexAny(rest, "{}")
			if n < 0 {
				n = len(rest)
			}
			text(rest[:n])
			p.pos += n
			continue
		}
		from := p.pos
		inside, ok := p.braces()
		if !ok {
			return out, ""
		}
		switch word := strings.TrimSpace(inside); {
		case word == "else" || word == "end":
			return out, word
		case word == "if" || strings.HasPrefix(word, "if "):
			out = append(out, p.branch(from, word))
		default:
			out = append(out, p.quote(from+1, inside))
		}
	}
	return out, ""
}

// braces reads {...}; the braces of {option} may stand inside.
func (p *templateParser) braces() (string, bool) {
	from, depth := p.pos, 0
	for i := from; i < len(p.text); i++ {
		switch p.text[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				p.pos = i + 1
				return p.text[from+1 : i], true
			}
		}
	}
	p.fail(from, from+1, "this brace is not closed; write {{ for the character")
	p.pos = len(p.text)
	return "", false
}

func (p *templateParser) quote(at int, inside string) piece {
	name, format, formatted := strings.Cut(inside, ":")
	if strings.TrimSpace(inside) == "option" {
		return piece{option: true}
	}
	if formatted && strings.TrimSpace(format) != "plain" {
		p.fail(at+len(name)+1, at+len(inside), "unknown form "+source.Quote(format)+"; the only one is plain")
	}
	lead := len(name) - len(strings.TrimLeft(name, " "))
	return piece{facts: p.fact(at+lead, strings.TrimSpace(name)), plain: formatted}
}

// fact looks a name up, for every option if it contains one.
func (p *templateParser) fact(at int, name string) []int {
	options := p.t.s.options
	if len(options) == 0 {
		options = []string{""}
	}
	out := make([]int, len(options))
	n := &ast{form: formFact, text: name, from: at, to: at + len(name)}
	if !isFactName(strings.ReplaceAll(name, "{option}", "option")) {
		p.fail(n.from, n.to, "the braces must hold a fact, option, if, else or end; found "+source.Quote(name))
		return out
	}
	for o, option := range options {
		before := len(p.t.problems)
		t := typer{s: p.t.s, option: option, why: "there are no options to put for {option}"}
		if q := t.fact(n); q != nil {
			out[o] = q.x.fact
			continue
		}
		p.t.problems = append(p.t.problems[:before], t.problems...)
		break
	}
	return out
}

func (p *templateParser) branch(from int, head string) piece {
	out := piece{guard: p.guard(from, head)}
	if p.depth++; p.depth > maxGuards {
		p.fail(from, p.pos, fmt.Sprintf("more than %d guards inside one another", maxGuards))
		p.pos = len(p.text)
		return out
	}
	defer func() { p.depth-- }()
	to := p.pos
	var stop string
	if out.then, stop = p.until(); stop == "else" {
		out.other, stop = p.until()
	}
	if stop != "end" && p.depth <= maxGuards {
		p.fail(from, to, "this guard has no {end}")
	}
	return out
}

// guard reads "if" and what follows it, with the grammar of conditions.
func (p *templateParser) guard(from int, head string) *guard {
	at := from + strings.Index(p.text[from:], "if") + 2
	g := guardParser{p: p, at: at, lex: lexer{text: strings.TrimPrefix(head, "if")}}
	g.tok = g.lex.next()
	out := g.or()
	if g.tok.kind != tokenEnd {
		g.fail()
	}
	return out
}

type guardParser struct {
	p      *templateParser
	at     int
	lex    lexer
	tok    token
	depth  int
	failed bool
}

func (g *guardParser) fail() *guard {
	if !g.failed {
		g.p.fail(g.at+g.tok.from, g.at+g.tok.to, "a guard is made of known(fact), and, or, not and parentheses")
	}
	g.failed = true
	g.lex.pos = len(g.lex.text)
	g.tok = token{}
	return &guard{op: "known", facts: make([]int, max(1, len(g.p.t.s.options)))}
}

func (g *guardParser) take(text string) bool {
	if g.tok.text != text || g.tok.kind == tokenString {
		return false
	}
	g.tok = g.lex.next()
	return true
}

func (g *guardParser) or() *guard {
	left := g.and()
	for g.take("or") {
		left = &guard{op: "or", kids: []*guard{left, g.and()}}
	}
	return left
}

func (g *guardParser) and() *guard {
	left := g.not()
	for g.take("and") {
		left = &guard{op: "and", kids: []*guard{left, g.not()}}
	}
	return left
}

func (g *guardParser) not() *guard {
	if g.depth++; g.depth > maxDepth {
		return g.fail()
	}
	defer func() { g.depth-- }()
	switch {
	case g.take("not"):
		return &guard{op: "not", kids: []*guard{g.not()}}
	case g.take("("):
		inner := g.or()
		if !g.take(")") {
			return g.fail()
		}
		return inner
	case !g.take("known") || !g.take("("):
		return g.fail()
	}
	name := g.tok
	if name.kind != tokenFact {
		return g.fail()
	}
	g.tok = g.lex.next()
	if !g.take(")") {
		return g.fail()
	}
	return &guard{op: "known", facts: g.p.fact(g.at+name.from, name.text)}
}
