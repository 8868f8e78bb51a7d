package source

import "strings"

// scanner notes where the keys and values of a text stand.
type scanner struct {
	f    *File
	text string
	at   int
}

func (f *File) scan() {
	f.root = &Node{}
	s := &scanner{f: f, text: f.Text}
	table := f.root
	for s.at < len(s.text) {
		switch s.text[s.at] {
		case ' ', '\t', '\r', '\n':
			s.at++
		case '#':
			s.at = SkipLine(s.text, s.at)
		case '[':
			table = s.header()
		default:
			s.assignment(table, "\n")
			s.at = SkipLine(s.text, s.at)
		}
	}
}

// header reads [a.b] or [[a.b]] and returns the table that it opens.
func (s *scanner) header() *Node {
	array := strings.HasPrefix(s.text[s.at:], "[[")
	s.at++
	if array {
		s.at++
	}
	t := s.f.root
	parts := s.key("]")
	for i, p := range parts {
		kid := t.kids[p.name]
		last := i == len(parts)-1
		switch {
		case kid == nil:
			kid = s.f.kid(t, p.name, p.from, p.to)
		case last && !array && !kid.header && kid.End == 0 && kid.items == nil: // named before as a part of another header
			kid.Key, kid.KeyEnd = p.from, p.to
			s.f.keys = append(s.f.keys, kid)
		case last && !array:
			s.f.kid(t, p.name, p.from, p.to)
		}
		kid.header = kid.header || last
		if last && array {
			s.f.item(kid, p.from, p.to)
		}
		if n := len(kid.items); n > 0 {
			kid = kid.items[n-1]
		}
		t = kid
	}
	s.at = SkipLine(s.text, s.at)
	return t
}

// part is one name of a dotted key, with its bytes in the text.
type part struct {
	name     string
	from, to int
}

// key reads a dotted key up to a stop character.
func (s *scanner) key(stop string) []part {
	var parts []part
	for s.at < len(s.text) && s.text[s.at] != '\n' && strings.IndexByte(stop, s.text[s.at]) < 0 {
		switch c := s.text[s.at]; c {
		case ' ', '\t', '\r', '.':
			s.at++
		case '"', '\'':
			start := s.at
			s.at = SkipString(s.text, s.at)
			name := Unquote(s.text[start:s.at])
			parts = append(parts, part{name, start, s.at})
		default:
			start := s.at
			for s.at < len(s.text) && strings.IndexByte(" \t\r\n.\"'"+stop, s.text[s.at]) < 0 {
				s.at++
			}
			parts = append(parts, part{s.text[start:s.at], start, s.at})
		}
	}
	return parts
}

// assignment reads key = value in a table; in an inline table it stops at one of the stop characters.
func (s *scanner) assignment(table *Node, stop string) {
	start := s.at
	parts := s.key("=" + stop)
	if s.at >= len(s.text) || s.text[s.at] != '=' || len(parts) == 0 {
		s.at = max(s.at, start+1)
		return
	}
	s.at++
	for s.at < len(s.text) && (s.text[s.at] == ' ' || s.text[s.at] == '\t') {
		s.at++
	}
	last := parts[len(parts)-1]
	for _, p := range parts[:len(parts)-1] {
		kid := table.kids[p.name]
		if kid == nil {
			kid = s.f.kid(table, p.name, p.from, p.to)
		}
		table = kid
	}
	s.value(s.f.kid(table, last.name, last.from, last.to))
}

// value passes over a value, noting the keys of inline tables in it.
func (s *scanner) value(n *Node) {
	n.Val, n.End = s.at, s.at
	if s.at >= len(s.text) {
		return
	}
	switch s.text[s.at] {
	case '"', '\'':
		s.at = SkipString(s.text, s.at)
	case '[':
		s.array(n)
	case '{':
		s.inline(n)
	default:
		for s.at < len(s.text) && strings.IndexByte(",]}#\n", s.text[s.at]) < 0 {
			s.at++
		}
		s.at = n.Val + len(strings.TrimRight(s.text[n.Val:s.at], " \t\r"))
	}
	n.End = s.at
}

func (s *scanner) array(n *Node) {
	s.between(']', "}", func() {
		start := s.at
		kid := s.f.item(n, start, start)
		s.value(kid)
		kid.KeyEnd = s.at
		s.at = max(s.at, start+1)
	})
}

func (s *scanner) inline(n *Node) { s.between('}', "][", func() { s.assignment(n, ",}") }) }

// between reads entries up to the bracket that closes them, or to one that cannot stand among them.
func (s *scanner) between(closing byte, foreign string, entry func()) {
	s.at++
	for s.at < len(s.text) {
		switch c := s.text[s.at]; {
		case c == closing:
			s.at++
			return
		case strings.IndexByte(" \t\r\n,", c) >= 0:
			s.at++
		case c == '#':
			s.at = SkipLine(s.text, s.at)
		case strings.IndexByte(foreign, c) >= 0:
			return
		default:
			entry()
		}
	}
}

// SkipString returns the index after the string that starts at an index, in any of the four ways of quoting.
func SkipString(text string, at int) int {
	quote := text[at]
	if at+2 < len(text) && text[at+1] == quote && text[at+2] == quote {
		return skipLongString(text, at+3, quote)
	}
	for at++; at < len(text); at++ {
		switch c := text[at]; {
		case c == quote:
			return at + 1
		case c == '\n':
			return at
		case c == '\\' && quote == '"' && at+1 < len(text) && text[at+1] != '\n':
			at++
		}
	}
	return len(text)
}

func skipLongString(text string, at int, quote byte) int {
	for ; at+2 < len(text); at++ {
		if text[at] == '\\' && quote == '"' {
			at++
			continue
		}
		if text[at] == quote && text[at+1] == quote && text[at+2] == quote {
			for at += 3; at < len(text) && text[at] == quote; at++ { // quotes before the closing ones
			}
			return at
		}
	}
	return len(text)
}
