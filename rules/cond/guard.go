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
	}
	for _, kid := range g.kids {
		if kid.Holds(option, known) != (g.op == "and") {
			return g.op == "or"
		}
	}
	return g.op == "and"
}

// Guard reads known(fact), and, or, not and parentheses.
func (s *Schema) Guard(text string) (*Guard, []Problem) {
	root, p := parseGuard(text)
	if p != nil {
		return &Guard{}, []Problem{{From: p.From, To: p.To, Message: ofGuards}}
	}
	var problems []Problem
	return s.guard(root, &problems), problems
}

const ofGuards = "a guard is made of known(fact), and, or, not and parentheses"

func (s *Schema) guard(n *ast, problems *[]Problem) *Guard {
	g := &Guard{op: n.op}
	switch n.form {
	case formAnd, formOr, formNot:
		for _, kid := range n.kids {
			g.kids = append(g.kids, s.guard(kid, problems))
		}
	case formKnown:
		var p *Problem
		if g.facts, p = s.Named(n.text); p != nil {
			*problems = append(*problems, Problem{From: n.from, To: n.to, Message: p.Message})
		}
	default:
		*problems = append(*problems, Problem{From: n.from, To: n.to, Message: ofGuards})
	}
	return g
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
