package cond

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"archadvisor/rules/source"
)

type tokenKind uint8

const (
	tokenEnd tokenKind = iota
	tokenNumber
	tokenString
	tokenFact
	tokenSign // operators, also those in words, brackets, comma, true, false
	tokenBad
)

type token struct {
	kind     tokenKind
	from, to int
	text     string
	number   float64
	unit     unit
	hasUnit  bool
	problem  string // of a bad token
}

type lexer struct {
	text string
	pos  int
}

var (
	digits = source.Pattern(`^(?:\d[\d_]*\.?|\.\d)[\d_]*(?:[eE][-+]?\d[\d_]*)?`)
	dotted = source.Pattern(`^[A-Za-z_](?:[\w.]|\{option\})*`)
)

func (l *lexer) next() token {
	l.pos = len(l.text) - len(strings.TrimLeft(l.text[l.pos:], " \t\r\n"))
	t, rest := token{from: l.pos}, l.text[l.pos:]
	if rest == "" {
		t.to = l.pos
		return t
	}
	if c := rest[0]; c == '\'' || c == '"' {
		l.str(&t, rest)
	} else if name := dotted().FindString(rest); name != "" {
		l.take(&t, tokenFact, name)
		if keywords[name] {
			t.kind = tokenSign
		}
	} else if number := digits().FindString(rest); number != "" {
		l.number(&t, number)
	} else {
		l.sign(&t, rest)
	}
	t.to = l.pos
	return t
}

func (l *lexer) take(t *token, kind tokenKind, text string) {
	t.kind, t.text = kind, text
	l.pos += len(text)
}

func (t *token) bad(problem string) { t.kind, t.problem = tokenBad, problem }

func (l *lexer) number(t *token, text string) {
	l.take(t, tokenNumber, text)
	v, err := strconv.ParseFloat(strings.ReplaceAll(text, "_", ""), 64)
	if err != nil || math.IsInf(v, 0) {
		t.bad("the number " + source.Quote(text) + " cannot be represented")
		return
	}
	t.number = v
	l.unit(t)
}

// unitText is what may be a unit: the percent sign, or words with strokes and hyphens, after "per" or by themselves.
var unitText = source.Pattern(`^[ \t]*((%|per +[A-Za-zµ]*|[A-Za-zµ]+)(?:[/-][A-Za-zµ]+)*)`)

// unit takes the longest known unit: 500 req/s is a rate, the stroke in 500 USD/team.engineers divides.
func (l *lexer) unit(t *token) {
	rest := l.text[l.pos:]
	at := unitText().FindStringSubmatchIndex(rest)
	if at == nil || keywords[rest[at[4]:at[5]]] {
		return
	}
	for _, end := range []int{at[3], at[5]} {
		u, ok := unitByName(strings.Join(strings.Fields(rest[at[2]:end]), " "))
		if ok && (end == len(rest) || rest[end] != '.' && rest[end] != '_') {
			t.unit, t.hasUnit = u, true
			l.pos += end
			return
		}
	}
	word := rest[at[4]:at[5]]
	t.from, l.pos = l.pos+at[4], l.pos+at[5]
	t.bad("unknown unit " + source.Quote(word) + likeUnit(word))
}

var keywords = map[string]bool{"and": true, "or": true, "not": true, "in": true, "true": true, "false": true}

func (l *lexer) str(t *token, rest string) {
	end := strings.IndexByte(rest[1:], rest[0])
	if end < 0 {
		l.pos = len(l.text)
		t.bad("this string is not closed")
		return
	}
	t.kind, t.text = tokenString, rest[1:1+end]
	l.pos += end + 2
	if source.Clean(t.text) != t.text {
		t.bad("a string holds printable characters only")
	}
}

// signs are all signs, with what to write for those of other languages.
var signs = [...][2]string{{"==", ""}, {"!=", ""}, {"<=", ""}, {">=", ""}, {"<", ""}, {">", ""}, {"+", ""}, {"-", ""}, {"*", ""}, {"/", ""},
	{"(", ""}, {")", ""}, {"[", ""}, {"]", ""}, {",", ""}, {"&&", "and"}, {"||", "or"}, {"&", "and"}, {"|", "or"}, {"!", "not"}, {"=", "=="},
	{"≤", "<="}, {"≥", ">="}, {"≠", "!="}, {"^", "*"}}

func (l *lexer) sign(t *token, rest string) {
	for _, s := range signs {
		if strings.HasPrefix(rest, s[0]) {
			if l.take(t, tokenSign, s[0]); s[1] != "" {
				t.bad("write " + s[1] + " instead of " + s[0])
			}
			return
		}
	}
	r, n := utf8.DecodeRuneInString(rest)
	l.pos += n
	if t.bad("unexpected character " + source.Quote(rest[:n])); r >= utf8.RuneSelf {
		t.problem += fmt.Sprintf(", %U: conditions are written in ASCII", r) // many of them cannot be seen
	}
}
