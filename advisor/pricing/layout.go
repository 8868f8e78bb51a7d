package pricing

import (
	"fmt"
	"strings"
)

// FileError is a fault in a price file, with its place.
type FileError struct {
	File         string
	Line, Column int // from 1; 0 if the fault is of the whole file
	Message      string
}

// Error is "file:line:column: message".
func (e *FileError) Error() string {
	if e.Line == 0 {
		return fmt.Sprintf("%s: %s", e.File, e.Message)
	}
	return fmt.Sprintf("%s:%d:%d: %s", e.File, e.Line, e.Column, e.Message)
}

// spot is a place in a file, both from 1.
type spot struct{ line, column int }

// layout is where the keys of a price file stand. The TOML decoder gives
// values without places, so the file is read a second time, line by line; it
// has decoded without error by then.
type layout struct {
	top    table
	tables map[string][]table // [[name]] in order of appearance
}

// table is where one table stands, and the keys and values in it.
type table struct {
	header spot
	keys   map[string]spot
	values map[string]spot
}

func newTable(line int) table {
	return table{header: spot{line, 1}, keys: map[string]spot{}, values: map[string]spot{}}
}

// value is where a value stands; of a missing one, where its table begins.
func (t table) value(name string) spot {
	if at, ok := t.values[name]; ok {
		return at
	}
	return t.header
}

// key is where a key stands.
func (t table) key(name string) spot {
	if at, ok := t.keys[name]; ok {
		return at
	}
	return t.header
}

// at is the n-th table of a name; of one written inline, where its list begins.
func (l *layout) at(name string, n int) table {
	if all := l.tables[name]; n < len(all) {
		return all[n]
	}
	return table{header: l.top.key(name)}
}

func readLayout(data []byte) *layout {
	l := &layout{top: newTable(1), tables: map[string][]table{}}
	current, open := l.top, ""
	for n, line := range strings.Split(string(data), "\n") {
		if open != "" {
			if strings.Contains(line, open) {
				open = ""
			}
			continue
		}
		trimmed := strings.TrimLeft(line, " \t")
		indent := len(line) - len(trimmed)
		if strings.HasPrefix(trimmed, "[") {
			current = newTable(n + 1)
			current.header.column = indent + 1
			name := strings.TrimSpace(strings.Trim(strings.TrimSpace(strings.SplitN(trimmed, "#", 2)[0]), "[]"))
			l.tables[name] = append(l.tables[name], current)
			continue
		}
		name, value, found := strings.Cut(trimmed, "=")
		if !found || strings.HasPrefix(trimmed, "#") {
			continue
		}
		key := strings.Trim(strings.TrimSpace(name), `"'`)
		start := indent + len(name) + 1
		start += len(value) - len(strings.TrimLeft(value, " \t"))
		current.keys[key] = spot{n + 1, indent + 1}
		current.values[key] = spot{n + 1, start + 1}
		open = leftOpen(value)
	}
	return l
}

// leftOpen is the quote that a value opens but does not close on its line.
func leftOpen(value string) string {
	for _, quote := range []string{`"""`, `'''`} {
		if strings.Count(value, quote) == 1 {
			return quote
		}
	}
	return ""
}
