package rules

import "strings"

// scanner walks TOML that is known to be valid and notes where things stand.
type scanner struct {
	text string
	pos  int
}

// scan fills the tree of places.
func (s *source) scan() {
	sc := &scanner{text: s.text}
	if strings.HasPrefix(s.text, "\ufeff") {
		sc.pos = len("\ufeff")
	}
	table := s.root
	for {
		sc.blank(true)
		if sc.pos >= len(sc.text) {
			return
		}
		before := sc.pos
		if sc.peek() == '[' {
			table = sc.header(s.root)
		} else {
			sc.pair(table)
		}
		if sc.pos == before { // not TOML after all
			return
		}
	}
}

func (sc *scanner) peek() byte {
	if sc.pos < len(sc.text) {
		return sc.text[sc.pos]
	}
	return 0
}

// blank skips white space and, with lines, line ends and comments.
func (sc *scanner) blank(lines bool) {
	for sc.pos < len(sc.text) {
		switch c := sc.text[sc.pos]; {
		case c == ' ' || c == '\t' || c == '\r':
			sc.pos++
		case c == '\n' && lines:
			sc.pos++
		case c == '#' && lines:
			for sc.pos < len(sc.text) && sc.text[sc.pos] != '\n' {
				sc.pos++
			}
		default:
			return
		}
	}
}

// header reads [a.b] or [[a.b]] and returns the table that it opens.
func (sc *scanner) header(root *node) *node {
	from := sc.pos
	sc.pos++
	array := sc.peek() == '['
	if array {
		sc.pos++
	}
	path := sc.path()
	for sc.peek() == ']' {
		sc.pos++
	}
	t := root
	for i, p := range path {
		kid := t.kids[p.name]
		if kid == nil {
			kid = &node{key: p.from, keyEnd: p.to, val: from, end: sc.pos}
			t.add(p.name, kid)
		}
		if array && i == len(path)-1 {
			kid.items = append(kid.items, &node{key: p.from, keyEnd: p.to, val: from, end: sc.pos})
		}
		if n := len(kid.items); n > 0 {
			kid = kid.items[n-1]
		}
		t = kid
	}
	return t
}

type keyPart struct {
	name     string
	from, to int
}

// path reads a dotted key.
func (sc *scanner) path() []keyPart {
	var out []keyPart
	for {
		sc.blank(false)
		k := keyPart{from: sc.pos}
		if c := sc.peek(); c == '"' || c == '\'' {
			sc.skipString()
			k.name, _ = unquote(sc.text[k.from:sc.pos])
		} else {
			for sc.pos < len(sc.text) && strings.IndexByte(" \t\r\n.=]#", sc.text[sc.pos]) < 0 {
				sc.pos++
			}
			k.name = sc.text[k.from:sc.pos]
		}
		k.to = sc.pos
		out = append(out, k)
		sc.blank(false)
		if sc.peek() != '.' {
			return out
		}
		sc.pos++
	}
}

// pair reads key = value into the table.
func (sc *scanner) pair(t *node) {
	path := sc.path()
	sc.blank(false)
	if sc.peek() != '=' {
		return
	}
	sc.pos++
	sc.blank(false)
	last := len(path) - 1
	for _, p := range path[:last] {
		kid := t.kids[p.name]
		if kid == nil {
			kid = &node{key: p.from, keyEnd: p.to, val: p.from, end: p.to}
			t.add(p.name, kid)
		}
		t = kid
	}
	kid := &node{key: path[last].from, keyEnd: path[last].to}
	t.add(path[last].name, kid)
	sc.value(kid)
}

func (sc *scanner) value(n *node) {
	n.val = sc.pos
	switch sc.peek() {
	case '"', '\'':
		sc.skipString()
	case '[':
		sc.array(n)
	case '{':
		sc.inline(n)
	default:
		for sc.pos < len(sc.text) && strings.IndexByte(",]}#\n\r", sc.text[sc.pos]) < 0 {
			sc.pos++
		}
		n.end = n.val + len(strings.TrimRight(sc.text[n.val:sc.pos], " \t"))
		return
	}
	n.end = sc.pos
}

func (sc *scanner) array(n *node) {
	sc.pos++
	for {
		sc.blank(true)
		switch sc.peek() {
		case ']':
			sc.pos++
			return
		case ',':
			sc.pos++
			continue
		case 0:
			return
		}
		kid := &node{key: sc.pos}
		sc.value(kid)
		if kid.keyEnd = kid.end; sc.pos == kid.val {
			return
		}
		n.items = append(n.items, kid)
	}
}

func (sc *scanner) inline(n *node) {
	sc.pos++
	for {
		sc.blank(true)
		switch sc.peek() {
		case '}':
			sc.pos++
			return
		case ',':
			sc.pos++
			continue
		}
		before := sc.pos
		sc.pair(n)
		if sc.pos == before || sc.pos >= len(sc.text) {
			return
		}
	}
}

// skipString passes one string of any of the four kinds.
func (sc *scanner) skipString() {
	q := sc.text[sc.pos]
	rest := sc.text[sc.pos:]
	if strings.HasPrefix(rest, strings.Repeat(string(q), 3)) {
		sc.pos += 3
		for sc.pos < len(sc.text) && !strings.HasPrefix(sc.text[sc.pos:], rest[:3]) {
			sc.step(q)
		}
		for n := 0; n < 5 && sc.peek() == q; n++ { // up to two quotes may stand before the end
			sc.pos++
		}
		return
	}
	sc.pos++
	for sc.pos < len(sc.text) && sc.text[sc.pos] != q && sc.text[sc.pos] != '\n' {
		sc.step(q)
	}
	sc.pos = min(sc.pos+1, len(sc.text))
}

func (sc *scanner) step(q byte) {
	if q == '"' && sc.text[sc.pos] == '\\' {
		sc.pos++
	}
	sc.pos = min(sc.pos+1, len(sc.text))
}
