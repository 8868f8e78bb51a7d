package cond

import (
	"strings"

	"archadvisor/rules/source"
)

// Guard is a condition on what a profile states.
type Guard struct {
	op    string // known, not, and, or
	facts []int  // of known, by option
	kids  []*Guard
}

// Holds tells whether the guard holds for an option, when known tells of a fact
// whether it is stated.
func (g *Guard) Holds(option int, known func(fact int) bool) bool {
	switch g.op {
	case "known":
		return known(g.facts[option])
	case "not":
		return !g.kids[0].Holds(option, known)
	case "and":
		return g.kids[0].Holds(option, known) && g.kids[1].Holds(option, known)
	}
	return g.kids[0].Holds(option, known) || g.kids[1].Holds(option, known)
}

// Guard reads known(fact), and, or, not and parentheses.
func (s *Schema) Guard(text string) (*Guard, []Problem) {
	g := guardParser{s: s, lex: lexer{text: text}}
	g.tok = g.lex.next()
	out := g.or()
	if g.tok.kind != tokenEnd {
		g.fail()
	}
	return out, g.problems
}

// Named looks the name of a fact up, for every option if it holds {option}. The
// places of the problem count from the beginning of the name.
func (s *Schema) Named(name string) (facts []int, p *Problem) {
	options := s.options
	if len(options) == 0 {
		options = []string{""}
	}
	facts = make([]int, len(options))
	n := &ast{form: formFact, text: name, to: len(name)}
	if !isFactName(strings.ReplaceAll(name, "{option}", "option")) {
		return facts, &Problem{To: n.to, Message: "the braces must hold a fact, option, if, else or end; found " + source.Quote(name)}
	}
	for o, option := range options {
		t := typer{s: s, option: option, why: "there are no options to put for {option}"}
		q := t.fact(n)
		if q == nil {
			return facts, &t.problems[0]
		}
		facts[o] = q.x.fact
	}
	return facts, nil
}

type guardParser struct {
	s        *Schema
	lex      lexer
	tok      token
	depth    int
	failed   bool
	problems []Problem
}

func (g *guardParser) fail() *Guard {
	if !g.failed {
		g.problems = append(g.problems, Problem{From: g.tok.from, To: g.tok.to, Message: "a guard is made of known(fact), and, or, not and parentheses"})
	}
	g.failed = true
	g.lex.pos = len(g.lex.text)
	g.tok = token{}
	return &Guard{op: "known", facts: make([]int, max(1, len(g.s.options)))}
}

func (g *guardParser) take(text string) bool {
	if g.tok.text != text || g.tok.kind == tokenString {
		return false
	}
	g.tok = g.lex.next()
	return true
}

func (g *guardParser) or() *Guard {
	left := g.and()
	for g.take("or") {
		left = &Guard{op: "or", kids: []*Guard{left, g.and()}}
	}
	return left
}

func (g *guardParser) and() *Guard {
	left := g.not()
	for g.take("and") {
		left = &Guard{op: "and", kids: []*Guard{left, g.not()}}
	}
	return left
}

func (g *guardParser) not() *Guard {
	if g.depth++; g.depth > maxDepth {
		return g.fail()
	}
	defer func() { g.depth-- }()
	switch {
	case g.take("not"):
		return &Guard{op: "not", kids: []*Guard{g.not()}}
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
	facts, problem := g.s.Named(name.text)
	if problem != nil {
		g.problems = append(g.problems, Problem{From: name.from, To: name.to, Message: problem.Message})
	}
	return &Guard{op: "known", facts: facts}
}
