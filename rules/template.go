package rules

import (
	"fmt"
	"strings"
	"unicode"

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

const maxGuards = 8 // bounds guards inside one another

// Text writes the because of a statement for one option. quoted gives the value of a fact, and whether the profile
// states it or what it is computed from: else it is never quoted.
func (g *Program) Text(stmt, option int, quoted func(fact int) (x float64, answered bool)) string {
	t := g.texts[stmt]
	if len(t) == 1 && t[0].text != "" {
		return t[0].text
	}
	var b strings.Builder
	w := textWriter{s: g.schema, option: option, quoted: quoted, out: &b}
	w.write(t)
	return spaced(b.String())
}

func spaced(text string) string {
	for i, c := range text {
		if unicode.IsSpace(c) && (c != ' ' || i == 0 || i == len(text)-1 || text[i+1] == ' ') {
			return strings.Join(strings.Fields(text), " ")
		}
	}
	return text
}

type textWriter struct {
	s      *cond.Schema
	option int
	quoted func(int) (float64, bool)
	out    *strings.Builder
	one    bool // the fact just written is 1
}

func (w *textWriter) write(t template) {
	for i := range t {
		p := &t[i]
		switch {
		case p.guard:
			if _, answered := w.quoted(p.facts[w.option]); answered {
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
	if x, answered := w.quoted(f); x == x && answered {
		words = w.s.Format(f, x, plain)
		w.one = words == "1"
	}
	w.out.WriteString(words)
}

type templateParser struct {
	s        *cond.Schema
	text     string
	pos      int
	depth    int
	problems []cond.Problem
}

func parseTemplate(s *cond.Schema, text string) (template, []cond.Problem) {
	p := &templateParser{s: s, text: text}
	out, stop := p.until()
	if stop != "" {
		p.fail(p.pos, p.pos, "{"+stop+"} without {if known(...)}")
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
	return piece{facts: p.named(at, name), plain: formatted}
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

var known = source.Pattern(`^if +known *\(([^()]*)\)$`)

// branch reads a guard from its head to its {end}.
func (p *templateParser) branch(from int, head string) piece {
	to, at := p.pos, from+strings.Index(p.text[from:], "if")
	out := piece{guard: true}
	if m := known().FindStringSubmatchIndex(head); m != nil {
		out.facts = p.named(at+m[2], head[m[2]:m[3]])
	} else {
		p.fail(at+len("if"), at+len(head), "a guard asks whether one fact is stated: {if known(fact)}")
	}
	if p.depth++; p.depth > maxGuards {
		p.fail(from, p.pos, fmt.Sprintf("more than %d guards inside one another", maxGuards))
		p.pos = len(p.text)
		return out
	}
	defer func() { p.depth-- }()
	var stop string
	if out.then, stop = p.until(); stop == "else" {
		out.other, stop = p.until()
	}
	if stop != "end" && p.depth <= maxGuards {
		p.fail(from, to, "this guard has no {end}")
	}
	return out
}
