package profile

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"github.com/BurntSushi/toml"
)

// A TOML parser stops at the first error of syntax. To report all faults of a
// file at once, the line of that error is blanked and the rest read again, a
// bounded number of times. Below a broken table header nothing is judged, since
// its keys would be taken for those of the table before.
const (
	maxSyntaxErrors = 20
	maxRecovery     = 64 << 10 // bytes; longer files get the first error only
)

// syntaxSpots returns all faults of a text that does not parse.
func syntaxSpots(text string, err error) []spot {
	l := locate(text)
	rest := []byte(text)
	judged := len(text) // where judging stops
	var spots []spot
	for err != nil {
		s := syntaxSpot(l, err)
		spots = append(spots, s)
		line := text[lineStart(text, s.from):skipLine(text, s.from)]
		if strings.HasPrefix(strings.TrimLeft(line, " \t"), "[") {
			judged = min(judged, s.from)
		}
		if len(text) > maxRecovery || len(spots) == maxSyntaxErrors || !blank(rest, s.from) {
			return spots
		}
		_, err = parse(string(rest))
	}
	return append(spots, restSpots(string(rest), judged)...)
}

// restSpots judges what is left of a text without its broken lines, up to an
// offset. What is missing may have stood on them, so that is not said.
func restSpots(rest string, judged int) []spot {
	doc, err := parse(rest)
	if err != nil {
		return nil
	}
	_, faults := readDocument(doc)
	var present []located
	for _, f := range faults {
		if !f.lacks {
			present = append(present, f)
		}
	}
	var out []spot
	for _, s := range spotsOf(locate(rest), present) {
		if s.from < judged {
			out = append(out, s)
		}
	}
	return out
}

// syntaxSpot places an error of the TOML package.
func syntaxSpot(l *locator, err error) spot {
	var pe toml.ParseError
	if !errors.As(err, &pe) {
		return spot{say: func() string { return Clean(err.Error()) }}
	}
	from := max(0, min(pe.Position.Start, len(l.text)))
	s := spot{from: from, n: max(1, pe.Position.Len), say: func() string { return syntaxMessage(pe) }}
	if strings.Contains(pe.Message, "already") {
		l.duplicate(&s)
	}
	return s
}

func syntaxMessage(pe toml.ParseError) string {
	return "not valid TOML: " + shorten(Clean(pe.Message), 3*maxQuoted)
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

// blank overwrites the line at an offset with spaces; false if nothing was left
// of it to overwrite.
func blank(text []byte, at int) bool {
	start := bytes.LastIndexByte(text[:at], '\n') + 1
	line := text[start:skipLine(text, at)]
	if len(bytes.TrimSpace(line)) == 0 {
		return false
	}
	for i := range line {
		line[i] = ' '
	}
	return true
}
