package profile

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"
)

// A TOML parser stops at the first error of syntax. To report all faults of a
// file at once, the line of that error is blanked and the rest read again, a
// bounded number of times. A broken table header becomes one of a table that
// nobody reads, lest its keys be taken for those of the table before.
const (
	maxSyntaxErrors = len(standIns)
	maxRecovery     = 64 << 10 // bytes; longer files get the first error only
	standIns        = "0123456789ABCDEFGHIJ"
)

// syntaxSpots returns all faults of a text that does not parse.
func syntaxSpots(text string, err error) []spot {
	l := locate(text)
	rest := []byte(text)
	var spots []spot
	for err != nil {
		s := syntaxSpot(l, err)
		spots = append(spots, s)
		if len(text) > maxRecovery || len(spots) == maxSyntaxErrors || !blank(rest, s.from, standIns[len(spots)-1]) {
			return spots
		}
		_, err = parse(string(rest))
	}
	return append(spots, restSpots(string(rest))...)
}

// restSpots judges what is left of a text without its broken lines. What is
// missing may have stood on them, so that is not said.
func restSpots(rest string) []spot {
	doc, err := parse(rest)
	if err != nil {
		return nil
	}
	for i := range standIns {
		delete(doc, standIns[i:i+1])
	}
	_, faults := readDocument(doc)
	faults = slices.DeleteFunc(faults, func(f located) bool { return f.lacks })
	return spotsOf(locate(rest), faults)
}

// syntaxSpot places an error of the TOML package.
func syntaxSpot(l *locator, err error) spot {
	var pe toml.ParseError
	if !errors.As(err, &pe) {
		return spot{say: func() string { return Clean(err.Error()) }}
	}
	from := max(0, min(pe.Position.Start, len(l.text)))
	message := "not valid TOML: " + shorten(Clean(pe.Message), 3*maxQuoted) + l.valueHint(from)
	s := spot{from: from, n: max(1, pe.Position.Len), say: func() string { return message }}
	if strings.Contains(pe.Message, "already") {
		l.duplicate(&s)
	}
	return s
}

// valueHint says how to write the value on the line of an offset, if it is one
// that people write but TOML does not know: a bare word, 5M/day, 40%.
func (l *locator) valueHint(at int) string {
	start, end := lineStart(l.text, at), skipLine(l.text, at)
	for _, e := range l.keys {
		if e.key < start || e.key >= end || e.value >= e.valueEnd {
			continue
		}
		if f := fieldAt(e.path); f != nil && f.Kind != Text && e.valueEnd <= end {
			return f.hint(strings.Trim(l.text[e.value:e.valueEnd], "\"' \r"))
		}
	}
	return ""
}

// fieldAt returns the field that stands at a path of a file, or nil.
func fieldAt(path string) *Field {
	parts := strings.Split(path, sep)
	if len(parts) > 2 && parts[0] == "profile" {
		parts = parts[2:]
	}
	if len(parts) == 1 {
		parts = []string{"", parts[0]}
	}
	if len(parts) != 2 {
		return nil
	}
	if id, ok := lookupKey(parts[0], parts[1]); ok {
		return id.Field()
	}
	return nil
}

// duplicate finds the key that stands twice and where it stood first.
func (l *locator) duplicate(s *spot) {
	start, end := lineStart(l.text, s.from), skipLine(l.text, s.from)
	for _, e := range l.keys {
		first, ok := l.places[e.path]
		if e.key < start || e.key >= end || !ok || first.key >= e.key {
			continue
		}
		s.from, s.n = e.key, e.keyEnd-e.key
		line := 1 + strings.Count(l.text[:first.key], "\n")
		key := l.text[e.key:e.keyEnd]
		s.say = func() string {
			return fmt.Sprintf("%s is given twice: it stands on line %d, too", quote(key), line)
		}
	}
}

func lineStart(text string, at int) int { return strings.LastIndexByte(text[:at], '\n') + 1 }

// blank overwrites the line at an offset with spaces, a table header with a
// stand-in; false if nothing was left of it to overwrite.
func blank(text []byte, at int, standIn byte) bool {
	start := bytes.LastIndexByte(text[:at], '\n') + 1
	line := text[start:skipLine(text, at)]
	body := bytes.TrimSpace(line)
	if len(body) == 0 {
		return false
	}
	header := body[0] == '['
	for i := range line {
		line[i] = ' '
	}
	if header && len(line) < 3 {
		return false
	}
	if header {
		copy(line, []byte{'[', standIn, ']'})
	}
	return true
}
