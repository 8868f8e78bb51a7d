package rules

import (
	"strings"

	"archadvisor/rules/cond"
	"archadvisor/rules/numeral"
	"archadvisor/rules/source"
)

// template is a parsed because: text with facts and guards in between.
type template []piece

type piece struct {
	text   string
	option bool  // the name of the option
	facts  []int // a fact, by option
	plain  bool  // without its unit
	guard  bool  // says then if the fact is stated, else other
	then   template
	other  template
}

// Text writes the because of a statement for one option. quoted gives the value of a fact, from low to high, and
// whether the profile states it or what it is computed from: else it is never quoted.
func (g *Program) Text(stmt, option int, quoted func(fact int) (low, high float64, answered bool)) string {
	t := g.texts[stmt]
	if len(t) == 1 && t[0].text != "" {
		return t[0].text
	}
	var b strings.Builder
	b.Grow(192) // as long as most
	w := textWriter{s: g.schema, option: option, quoted: quoted, out: &b}
	w.write(t)
	return spaced(b.String())
}

func spaced(text string) string { return strings.Join(strings.Fields(text), " ") }

type textWriter struct {
	s      *cond.Schema
	option int
	quoted func(int) (low, high float64, answered bool)
	out    *strings.Builder
	one    bool // the fact just written is 1
}

func (w *textWriter) write(t template) {
	for i := range t {
		p := &t[i]
		switch {
		case p.guard:
			if _, _, answered := w.quoted(p.facts[w.option]); answered {
				w.write(p.then)
			} else {
				w.write(p.other)
			}
		case p.option:
			w.out.WriteString(w.s.Options[w.option])
		case p.facts != nil:
			w.fact(p.facts[w.option], p.plain)
		default:
			text := p.text
			if w.one { // its first word is in the singular
				text = noun().ReplaceAllStringFunc(text, func(word string) string { return " " + numeral.Noun(1, word[1:]) })
			}
			w.out.WriteString(text)
			w.one = false
		}
	}
}

var noun = source.Pattern(`^ \pL+`)

func (w *textWriter) fact(f int, plain bool) {
	words := w.s.Unstated(f)
	if low, high, answered := w.quoted(f); low == low && answered {
		words = w.s.Format(f, low, plain)
		if high != low && w.s.Format(f, high, plain) != words {
			most := w.s.Format(f, high, plain)
			number, unit, _ := strings.Cut(words, " ")
			if _, last, _ := strings.Cut(most, " "); strings.HasPrefix(last, unit) { // told once
				words = number
			}
			words += " to " + most
		}
		w.one = words == "1"
	}
	w.out.WriteString(words)
}

type templateParser struct {
	s        *cond.Schema
	text     string
	rest     [][]int // places of pieces that are still to be read
	from, to int     // the place of the one in hand
	problems []cond.Problem
}

// pieces are doubled braces, braces with what they hold, single braces, and text.
var pieces = source.Pattern(`\{\{|\}\}|\{(?:[^{}]|\{option\})*\}|[{}]|[^{}]+`)

func parseTemplate(s *cond.Schema, text string) (template, []cond.Problem) {
	p := &templateParser{s: s, text: text, rest: pieces().FindAllStringIndex(text, -1)}
	out, stop := p.until()
	if stop != "" {
		p.fail(p.from, p.to, "{"+stop+"} without {if known(...)}")
	}
	if len(out) == 1 {
		out[0].text = spaced(out[0].text)
	}
	return out, p.problems
}

func (p *templateParser) fail(from, to int, message string) {
	p.problems = append(p.problems, cond.Problem{From: from, To: to, Message: message})
}

// until reads up to the end, {else} or {end}, and says which stopped it.
func (p *templateParser) until() (out template, stop string) {
	for len(p.rest) > 0 {
		p.from, p.to, p.rest = p.rest[0][0], p.rest[0][1], p.rest[1:]
		switch text := p.text[p.from:p.to]; {
		case text == "{":
			p.fail(p.from, p.to, "this brace is not closed; write {{ for the character")
		case text == "}":
			p.fail(p.from, p.to, "a closing brace without an opening one; write }} for the character")
		case text == "{{" || text == "}}":
			out = append(out, piece{text: text[:1]})
		case text[0] != '{':
			out = append(out, piece{text: text})
		default:
			inside := text[1 : len(text)-1]
			switch word := strings.TrimSpace(inside); {
			case word == "else" || word == "end":
				return out, word
			case word == "if" || strings.HasPrefix(word, "if "):
				out = append(out, p.branch(inside))
			default:
				out = append(out, p.quote(inside))
			}
		}
	}
	return out, ""
}

func (p *templateParser) quote(inside string) piece {
	name, format, formatted := strings.Cut(inside, ":")
	if strings.TrimSpace(inside) == "option" {
		return piece{option: true}
	}
	if formatted && strings.TrimSpace(format) != "plain" {
		p.fail(p.to-1-len(format), p.to-1, "unknown form "+source.Quote(format)+"; the only one is plain")
	}
	return piece{facts: p.named(p.from+1, name), plain: formatted}
}

// named looks up a fact whose name stands, with blanks around it, at a place.
func (p *templateParser) named(at int, name string) []int {
	at += len(name) - len(strings.TrimLeft(name, " "))
	facts, problem := p.s.Named(strings.TrimSpace(name))
	if problem != nil {
		p.fail(at+problem.From, at+problem.To, problem.Message)
	}
	return facts
}

var known = source.Pattern(`^ *if +known *\((.*)\) *$`)

// branch reads a guard, of which the head is in hand, to its {end}.
func (p *templateParser) branch(head string) piece {
	from, to, out, stop := p.from, p.to, piece{guard: true}, ""
	if name := known().FindStringSubmatchIndex(head); name != nil {
		out.facts = p.named(from+1+name[2], head[name[2]:name[3]])
	} else {
		p.fail(from, to, "a guard asks whether one fact is stated: {if known(fact)}")
	}
	if out.then, stop = p.until(); stop == "else" {
		out.other, stop = p.until()
	}
	if stop != "end" {
		p.fail(from, to, "this guard has no {end}")
	}
	return out
}
