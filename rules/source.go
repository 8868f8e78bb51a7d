package rules

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// source is the text of a pack file with the places of its keys and values.
// The TOML library decodes the values; it does not say where they stood, so the
// text is walked a second time here. The walk trusts the library that the text
// is valid and bounded in depth (see guard), and never fails: at worst a place
// is missing.
type source struct {
	name  string
	text  string
	lines []int // offsets of the beginnings of lines
	root  *node
}

// node is a value of the file: a table, an array, a string or another scalar.
type node struct {
	key, keyEnd int // offsets of its key or, in an array, of itself
	val, end    int // offsets of its value
	kids        map[string]*node
	items       []*node
}

func newSource(name, text string) *source {
	s := &source{name: name, text: text, lines: []int{0}, root: &node{}}
	for i := 0; i < len(text); i++ {
		if text[i] == '\n' {
			s.lines = append(s.lines, i+1)
		}
	}
	return s
}

// position turns an offset into line and column, both from 1, the column in
// characters.
func (s *source) position(at int) (line, column int) {
	at = min(max(at, 0), len(s.text))
	line = sort.SearchInts(s.lines, at+1)
	return line, utf8.RuneCountInString(s.text[s.lines[line-1]:at]) + 1
}

// line returns the text of a line without its end, made safe to print.
func (s *source) line(n int) string {
	from := s.lines[n-1]
	to := len(s.text)
	if i := strings.IndexByte(s.text[from:], '\n'); i >= 0 {
		to = from + i
	}
	return printable(strings.TrimSuffix(s.text[from:min(to, from+4096)], "\r"))
}

// issue makes a finding about the text between two offsets.
func (s *source) issue(from, to int, id string, sev Severity, message string) Issue {
	from = min(max(from, 0), len(s.text)) // the TOML library may point before the text
	line, col := s.position(from)
	text := s.line(line)
	width := 1
	if to = min(to, len(s.text)); to > from {
		piece := s.text[from:to]
		if i := strings.IndexByte(piece, '\n'); i >= 0 {
			piece = piece[:i]
		}
		width = max(1, utf8.RuneCountInString(piece))
	}
	return Issue{File: s.name, Line: line, Column: col, ID: id, Severity: sev, Message: message, Source: text, Width: width}
}

// child returns the value of a key, nil if it is not there.
func (n *node) child(key string) *node {
	if n == nil {
		return nil
	}
	return n.kids[key]
}

// item returns a member of an array, nil if it is not there.
func (n *node) item(i int) *node {
	if n == nil || i >= len(n.items) {
		return nil
	}
	return n.items[i]
}

func (n *node) add(key string, kid *node) {
	if n.kids == nil {
		n.kids = map[string]*node{}
	}
	n.kids[key] = kid
}
