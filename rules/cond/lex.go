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
	tokenWord // and, or, not, in, true, false, known
	tokenFact
	tokenSign // operators, brackets, comma
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

func (l *lexer) next() token {
	l.pos = len(l.text) - len(strings.TrimLeft(l.text[l.pos:], " \t\r\n"))
	t := token{from: l.pos}
	if l.pos >= len(l.text) {
		t.to = l.pos
		return t
	}
	switch c := l.text[l.pos]; {
	case isDigit(c) || c == '.' && l.pos+1 < len(l.text) && isDigit(l.text[l.pos+1]):
		l.number(&t)
	case c == '\'' || c == '"':
		l.str(&t)
	case isLetter(c) || c == '_':
		l.word(&t)
	default:
		l.sign(&t)
	}
	t.to = l.pos
	return t
}

func isDigit(c byte) bool  { return c >= '0' && c <= '9' }
func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

var (
	digits = source.Pattern(`^[\d_]*(?:\.\d[\d_]*)?(?:[eE][-+]?\d[\d_]*)?`)
	dotted = source.Pattern(`^(?:[\w.]|\{option\})+`)
)

func (l *lexer) number(t *token) {
	t.kind, t.text = tokenNumber, digits().FindString(l.text[l.pos:])
	l.pos += len(t.text)
	v, err := strconv.ParseFloat(strings.ReplaceAll(t.text, "_", ""), 64)
	if err != nil || math.IsInf(v, 0) {
		t.kind, t.problem = tokenBad, "the number "+source.Quote(t.text)+" cannot be represented"
		return
	}
	t.number = v
	l.unit(t)
}

// unit reads the unit that follows a number: a word that is not a keyword, the percent sign, or "per" and a word.
func (l *lexer) unit(t *token) {
	at := len(l.text) - len(strings.TrimLeft(l.text[l.pos:], " \t"))
	if at < len(l.text) && l.text[at] == '%' {
		l.pos = at + 1
		t.unit, t.hasUnit = unit{"%", "", 1, 100}, true
		return
	}
	end := unitWord(l.text, at)
	if end == at || keywords[l.text[at:end]] {
		return
	}
	if l.text[at:end] == "per" {
		end = unitWord(l.text, len(l.text)-len(strings.TrimLeft(l.text[end:], " ")))
	}
	l.known(t, at, end)
}

// known takes the longest known unit: 500 req/s is a rate, the stroke in 500 USD/team.engineers divides.
func (l *lexer) known(t *token, at, end int) {
	long := end
	for long < len(l.text) && (l.text[long] == '/' || l.text[long] == '-') && unitWord(l.text, long+1) > long+1 {
		long = unitWord(l.text, long+1)
	}
	for _, e := range []int{long, end} {
		name := strings.Join(strings.Fields(l.text[at:e]), " ")
		if u, ok := unitByName(name); ok && !(e < len(l.text) && (l.text[e] == '.' || l.text[e] == '_')) {
			t.unit, t.hasUnit = u, true
			l.pos = e
			return
		}
	}
	t.from, l.pos = at, end
	t.kind, t.problem = tokenBad, "unknown unit "+source.Quote(l.text[at:end])+likeUnit(l.text[at:end])
}

func unitWord(s string, at int) int {
	return len(s) - len(strings.TrimLeftFunc(s[at:], func(r rune) bool { return r == 'µ' || r < utf8.RuneSelf && isLetter(byte(r)) }))
}

var keywords = map[string]bool{"and": true, "or": true, "not": true, "in": true, "true": true, "false": true, "known": true}

func (l *lexer) str(t *token) {
	q := l.text[l.pos]
	end := strings.IndexByte(l.text[l.pos+1:], q)
	if end < 0 {
		l.pos = len(l.text)
		t.kind, t.problem = tokenBad, "this string is not closed"
		return
	}
	t.kind, t.text = tokenString, l.text[l.pos+1:l.pos+1+end]
	l.pos += end + 2
	if source.Clean(t.text) != t.text {
		t.kind, t.problem = tokenBad, "a string holds printable characters only"
	}
}

// word reads a keyword or the dotted name of a fact, in which {option} and hyphens inside a part may stand.
func (l *lexer) word(t *token) {
	t.kind, t.text = tokenFact, dotted().FindString(l.text[l.pos:])
	l.pos += len(t.text)
	if keywords[t.text] {
		t.kind = tokenWord
	}
}

// instead says what to write for signs of other languages.
var instead = [...][2]string{{"&&", "and"}, {"||", "or"}, {"&", "and"}, {"|", "or"}, {"!", "not"}, {"=", "=="}, {"≤", "<="}, {"≥", ">="}, {"≠", "!="}, {"^", "*"}}

func (l *lexer) sign(t *token) {
	rest := l.text[l.pos:]
	for _, s := range []string{"==", "!=", "<=", ">=", "<", ">", "+", "-", "*", "/", "(", ")", "[", "]", ","} {
		if strings.HasPrefix(rest, s) {
			t.kind, t.text = tokenSign, s
			l.pos += len(s)
			return
		}
	}
	t.kind = tokenBad
	for _, s := range instead {
		if strings.HasPrefix(rest, s[0]) {
			t.problem = "write " + s[1] + " instead of " + s[0]
			l.pos += len(s[0])
			return
		}
	}
	r, n := utf8.DecodeRuneInString(rest)
	if t.problem = "unexpected character " + source.Quote(rest[:n]); r >= utf8.RuneSelf {
		t.problem += fmt.Sprintf(", %U: conditions are written in ASCII", r) // many of them cannot be seen
	}
	l.pos += n
}
