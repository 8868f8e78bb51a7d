package profile

import "strings"

// place is where a key and its value stand in a file, in bytes; a table has no
// value.
type place struct{ key, keyEnd, value, valueEnd int }

// locator finds the places of keys in TOML text. The TOML package gives none
// for keys, so this runs when there is an error to point at. Text that is no
// TOML is passed over line by line.
type locator struct {
	text   string
	at     int
	places map[string]place
	arrays map[string]int // entries so far of arrays of tables
	keys   []entry        // in order of the file, duplicates too
}

type entry struct {
	path string
	place
}

// locate finds every key of the text; a path that occurs twice keeps its first
// place.
func locate(text string) *locator {
	size := strings.Count(text, "\n") + 1
	l := &locator{
		text: text, places: make(map[string]place, size),
		arrays: map[string]int{}, keys: make([]entry, 0, size),
	}
	table := ""
	for l.at < len(text) {
		switch text[l.at] {
		case ' ', '\t', '\r', '\n':
			l.at++
		case '#':
			l.at = skipLine(text, l.at)
		case '[':
			table = l.header()
		default:
			l.assignment(table, "\n")
			l.at = skipLine(text, l.at)
		}
	}
	return l
}

// find returns the place of a path, or of the nearest table around it.
func (l *locator) find(path string) (place, bool) {
	for {
		if pl, ok := l.places[path]; ok {
			return pl, true
		}
		if l.arrays[path] > 0 { // asked for as a table, written as an array of them
			if pl, ok := l.places[element(path, 0)]; ok {
				return pl, true
			}
		}
		i := strings.LastIndex(path, sep)
		if i < 0 {
			return place{}, false
		}
		path = path[:i]
	}
}

// header reads [a.b] or [[a]] and returns the path of the table.
func (l *locator) header() string {
	start := l.at
	double := strings.HasPrefix(l.text[l.at:], "[[")
	l.at++
	if double {
		l.at++
	}
	parts := l.key("]")
	path, pl := "", place{key: start, keyEnd: l.at}
	for i, part := range parts {
		path = join(path, part.name)
		pl = place{key: part.from, keyEnd: part.to}
		n, isArray := l.arrays[path]
		if double && i == len(parts)-1 {
			l.arrays[path] = n + 1
			path = element(path, n)
		} else if isArray {
			path = element(path, n-1)
		}
	}
	l.note(path, pl)
	l.at = skipLine(l.text, l.at)
	return path
}

// assignment reads key = value in a table; in an inline table it stops at one
// of the stop characters.
func (l *locator) assignment(table, stop string) {
	start := l.at
	parts := l.key("=" + stop)
	if l.at >= len(l.text) || l.text[l.at] != '=' || len(parts) == 0 {
		l.at = max(l.at, start+1)
		return
	}
	l.at++
	value := l.skipSpace()
	path, last := table, len(parts)-1
	for _, part := range parts[:last] {
		path = join(path, part.name)
		l.note(path, place{key: part.from, keyEnd: part.to})
	}
	path = join(path, parts[last].name)
	l.value(path)
	l.note(path, place{parts[last].from, parts[last].to, value, l.at})
}

// part is one name of a dotted key, with its bytes in the text.
type part struct {
	name     string
	from, to int
}

// key reads a dotted key up to a stop character and returns its parts.
func (l *locator) key(stop string) []part {
	var parts []part
	for l.at < len(l.text) && l.text[l.at] != '\n' && strings.IndexByte(stop, l.text[l.at]) < 0 {
		switch c := l.text[l.at]; c {
		case ' ', '\t', '\r', '.':
			l.at++
		case '"', '\'':
			start := l.at
			l.at = skipString(l.text, l.at)
			parts = append(parts, part{unquote(l.text[start:l.at]), start, l.at})
		default:
			start := l.at
			for l.at < len(l.text) && strings.IndexByte(" \t\r\n.\"'"+stop, l.text[l.at]) < 0 {
				l.at++
			}
			parts = append(parts, part{l.text[start:l.at], start, l.at})
		}
	}
	return parts
}

// unquote reads a quoted key, with the TOML package itself if it has escapes.
func unquote(quoted string) string {
	if n := len(quoted); n >= 2 && quoted[n-1] == quoted[0] && !strings.Contains(quoted, "\\") {
		return quoted[1 : n-1]
	}
	doc, err := parse("k = " + quoted)
	if s, ok := doc["k"].(string); ok && err == nil {
		return s
	}
	return strings.Trim(quoted, `"'`)
}

// value passes over a value, noting the keys of inline tables in it.
func (l *locator) value(path string) {
	if l.at >= len(l.text) {
		return
	}
	switch l.text[l.at] {
	case '"', '\'':
		l.at = skipString(l.text, l.at)
	case '[':
		l.array(path)
	case '{':
		l.inline(path)
	default:
		start := l.at
		for l.at < len(l.text) && strings.IndexByte(",]}#\n", l.text[l.at]) < 0 {
			l.at++
		}
		l.at = start + len(strings.TrimRight(l.text[start:l.at], " \t\r"))
	}
}

func (l *locator) array(path string) {
	l.at++
	for n := 0; l.at < len(l.text); {
		switch l.text[l.at] {
		case ']':
			l.at++
			return
		case ' ', '\t', '\r', '\n', ',':
			l.at++
		case '#':
			l.at = skipLine(l.text, l.at)
		case '}':
			return
		default:
			start := l.at
			l.value(element(path, n))
			l.note(element(path, n), place{start, l.at, start, l.at})
			l.at = max(l.at, start+1)
			n++
		}
	}
}

func (l *locator) inline(path string) {
	l.at++
	for l.at < len(l.text) {
		switch l.text[l.at] {
		case '}':
			l.at++
			return
		case ' ', '\t', '\r', ',':
			l.at++
		case '\n', ']':
			return
		default:
			l.assignment(path, ",}")
		}
	}
}

func (l *locator) skipSpace() int {
	for l.at < len(l.text) && (l.text[l.at] == ' ' || l.text[l.at] == '\t') {
		l.at++
	}
	return l.at
}

func (l *locator) note(path string, pl place) {
	if _, twice := l.places[path]; !twice {
		l.places[path] = pl
	}
	l.keys = append(l.keys, entry{path, pl})
}
