package profile

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// spot is a fault with the bytes of the file that it is about.
type spot struct {
	from, n int
	path    string
	order   int // among faults of one path
	say     func() string
}

// spotsOf finds where the faults stand; what is missing stands at the start of
// its table.
func spotsOf(l *locator, faults []located) []spot {
	spots := make([]spot, len(faults))
	for i, f := range faults {
		s := spot{path: f.path, say: f.say}
		if pl, ok := l.find(f.path); ok && f.path != "" {
			s.from, s.n = pl.value, pl.valueEnd-pl.value
			if f.atKey || s.n == 0 {
				s.from, s.n = pl.key, pl.keyEnd-pl.key
			}
		}
		spots[i] = s
	}
	return spots
}

// report turns spots into errors by position, as many as fit.
func report(text, file string, spots []spot) Errors {
	for i := range spots {
		spots[i].order = i
	}
	slices.SortFunc(spots, func(a, b spot) int {
		return cmp.Or(cmp.Compare(a.from, b.from), strings.Compare(a.path, b.path), cmp.Compare(a.order, b.order))
	})
	at := lines{text: text, line: 1}
	return bounded(file, len(spots), func(i int) Error {
		return at.point(spots[i].from, spots[i].n, spots[i].say())
	})
}

// bounded makes errors until the report is full; the last one then counts the
// rest. The room for one error is that of its form in JSON or as a line.
func bounded(file string, n int, make func(i int) Error) Errors {
	const overhead = 64
	var es Errors
	room := maxReport - 2*overhead - len(file)
	for i := range n {
		e := make(i)
		e.File = file
		room -= len(e.Message) + len(file) + overhead
		if room < 0 && i > 0 {
			return append(es, Error{File: file, Message: fmt.Sprintf("… and %d more", n-i)})
		}
		es = append(es, e)
	}
	return es
}

// lines counts lines while the positions asked for go up.
type lines struct {
	text      string
	line      int
	lineStart int
	counted   int
}

// point makes the error for n bytes of the text from an offset.
func point(text string, from, n int, message string) Error {
	at := lines{text: text, line: 1}
	return at.point(from, n, message)
}

func (l *lines) point(from, n int, message string) Error {
	from = min(max(from, 0), len(l.text))
	for l.counted < from {
		if l.text[l.counted] == '\n' {
			l.line++
			l.lineStart = l.counted + 1
		}
		l.counted++
	}
	end := skipLine(l.text, from)
	e := Error{
		Line:      l.line,
		Column:    utf8.RuneCountInString(l.text[l.lineStart:from]) + 1,
		Message:   message,
		Offending: shorten(Clean(l.text[from:min(from+max(n, 0), end)]), maxQuoted),
	}
	e.Source, e.caret = excerpt(l.text[l.lineStart:end], from-l.lineStart)
	return e
}

// maxSource bounds the line of the file that an error shows, in characters.
const maxSource = 100

// excerpt returns a line, neutralised, cut around an offset, and the column of
// that offset in it.
func excerpt(line string, offset int) (string, int) {
	const before = 40
	head, tail := line[:offset], line[offset:]
	if len(line) > maxSource && len(head) > before {
		head = lastRunes(head, before)
	}
	if len(tail) > 4*maxSource {
		tail = strings.ToValidUTF8(tail[:4*maxSource], "")
	}
	head = Clean(head)
	return shorten(head+Clean(tail), maxSource), utf8.RuneCountInString(head)
}

// lastRunes returns "…" and the last n characters of s, or s if it is shorter.
func lastRunes(s string, n int) string {
	at := len(s)
	for ; n > 0 && at > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:at])
		at -= size
	}
	if at == 0 {
		return s
	}
	return "…" + s[at:]
}
