package cond

import "archadvisor/rules/source"

// Guard is a condition on what a profile states, by option.
type Guard []*Condition

// Holds tells whether the guard holds for an option, when known tells of a fact whether it is stated.
func (g Guard) Holds(option int, known func(fact int) bool) bool {
	return g[option].truth(func(a *atom) Tri { return tri(known(a.x.fact)) }) == True
}

const ofGuards = "a guard is made of known(fact), and, or, not and parentheses"

// Guard reads known(fact), and, or, not and parentheses.
func (s *Schema) Guard(text string) (Guard, []Problem) {
	root, p := (&parser{lex: lexer{text: text}, guards: true}).whole()
	if p != nil {
		return nil, []Problem{{From: p.From, To: p.To, Message: ofGuards}}
	}
	var g Guard
	for _, option := range s.named() {
		t := &typer{s: s, text: text, option: option, why: noOptions, guard: true}
		if g = append(g, t.condition(root)); len(t.problems) > 0 {
			return nil, t.problems
		}
	}
	return g, nil
}

const noOptions = "there are no options to put for {option}"

// named are the options, or one without a name.
func (s *Schema) named() []string {
	if len(s.Options) == 0 {
		return []string{""}
	}
	return s.Options
}

// Named looks the name of a fact up, for every option if it holds {option}. Places count from its beginning.
func (s *Schema) Named(name string) (facts []int, p *Problem) {
	options := s.named()
	facts = make([]int, len(options))
	n := &ast{token: token{text: name, to: len(name)}}
	if !isFactName(name) {
		return facts, &Problem{To: n.to, Message: "the braces must hold a fact, option, if, else or end; found " + source.Quote(name)}
	}
	for o, option := range options {
		t := typer{s: s, option: option, why: noOptions}
		q := t.fact(n)
		if q == nil {
			return facts, &t.problems[0]
		}
		facts[o] = q.x.fact
	}
	return facts, nil
}
