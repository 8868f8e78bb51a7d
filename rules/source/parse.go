package source

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
)

// The TOML library stops at the first error of syntax. To report all of them at once, the line of that error
// is blanked and the rest read again, a bounded number of times. A broken table header becomes one of a table
// that nobody reads, lest its keys be taken for those of the table before.
const (
	standIns    = "0123456789ABCDEFGHIJ"
	maxRecovery = 64 << 10 // bytes; longer files get the first error only
)

// Syntax is an error of syntax at a byte of the file; of the whole file, or of a key that stands twice, it is at -1.
type Syntax struct {
	Fault
	At int
}

// Parse decodes a file. Where its syntax is broken it tells all that is, and gives what is left of the
// document without the broken lines, as a file whose places are the same; the document is nil if nothing can
// be read. what names the kind of file: "a pack".
func Parse(f *File, what string) (doc map[string]any, rest *File, broken []Syntax) {
	if fault := f.Refuse(what); fault != nil {
		return nil, f, []Syntax{{Fault: *fault, At: -1}}
	}
	err := error(nil)
	if doc = f.plain(); doc == nil {
		doc, err = decode(f.Text)
	}
	if err == nil {
		if _, ok := doc["$schema"].(string); ok {
			delete(doc, "$schema") // for editors of TOML
		}
		return doc, f, nil
	}
	text := []byte(f.Text)
	for err != nil {
		s, at := f.syntax(err)
		broken = append(broken, s)
		if len(text) > maxRecovery || len(broken) == len(standIns) || at < 0 || !blank(text, at, standIns[len(broken)-1]) {
			return nil, f, broken
		}
		doc, err = decode(string(text))
	}
	for i := range standIns {
		delete(doc, standIns[i:i+1])
	}
	return doc, New(f.Name, text), broken
}

// decode is toml.Decode into plain maps, with a bug in that package (a panic) turned into an error.
func decode(text string) (doc map[string]any, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("not readable as TOML: %v", r)
		}
	}()
	var top any // which becomes the parser's own map; one of ours would be filled anew
	_, err = toml.Decode(text, &top)
	doc, _ = top.(map[string]any)
	return doc, err
}

// syntax places an error of the TOML library, and says at which byte the line to be left out is, -1 if none.
func (f *File) syntax(err error) (s Syntax, at int) {
	var pe toml.ParseError
	if !errors.As(err, &pe) {
		return Syntax{Fault{File: f.Name, Message: Clean(strings.TrimPrefix(err.Error(), "toml: "))}, -1}, -1
	}
	at = min(max(pe.Position.Start, 0), len(f.Text))
	if strings.Contains(pe.Message, "already") { // a key that stands twice
		start, end := LineStart(f.Text, at), SkipLine(f.Text, at)
		for _, n := range f.Keys() {
			if n.First != nil && n.Key >= start && n.Key < end {
				return Syntax{f.Fault(n.Key, n.KeyEnd, "", fmt.Sprintf("%s is given twice: it stands on line %d, too",
					Quote(f.Text[n.Key:n.KeyEnd]), f.Spot(n.First.Key, n.First.KeyEnd).Line)), -1}, n.Key
			}
		}
	}
	message := "not valid TOML: " + Shorten(Clean(pe.Message), 3*MaxQuoted)
	return Syntax{f.Fault(at, at+max(1, pe.Position.Len), "", message), at}, at
}

// blank overwrites the line at an offset with spaces, a table header with a stand-in; false if there is no room.
func blank(text []byte, at int, standIn byte) bool {
	start := LineStart(string(text), at)
	line := text[start:SkipLine(string(text), at)]
	body := bytes.TrimSpace(line)
	header := bytes.HasPrefix(body, []byte("["))
	if len(body) == 0 || header && len(line) < 3 {
		return false
	}
	copy(line, bytes.Repeat([]byte(" "), len(line)))
	if header {
		copy(line, []byte{'[', standIn, ']'})
	}
	return true
}

// MaxSize is the largest file that is read, in bytes.
const MaxSize = 1 << 20

const maxDepth = 32 // bounds brackets and dots, on which the TOML library recurses; our files need three of either

// Refuse looks for what must not reach the TOML library: too long, not text, nested too deep; nil if nothing.
func (f *File) Refuse(what string) *Fault {
	if len(f.Text) > MaxSize {
		return &Fault{File: f.Name, Message: fmt.Sprintf("the file is too large: %s has at most %d bytes (1 MiB)", what, MaxSize)}
	}
	at := func(i int, format string, args ...any) *Fault {
		fault := f.Fault(i, i+1, "", fmt.Sprintf(format, args...))
		return &fault
	}
	if i := strings.IndexByte(f.Text, 0); i >= 0 {
		return at(i, "a NUL byte: %s is a TOML file in UTF-8 text", what)
	}
	if i := invalidUTF8(f.Text); i >= 0 {
		return at(i, `the byte \x%02X is not UTF-8: %s is a TOML file in UTF-8 text`, f.Text[i], what)
	}
	if i := tooDeep(f.Text); i >= 0 {
		return at(i, "nested more than %d deep: %s has tables of plain values", maxDepth, what)
	}
	return nil
}

func invalidUTF8(text string) int {
	if utf8.ValidString(text) {
		return -1
	}
	for i, r := range text {
		if r == utf8.RuneError && !strings.HasPrefix(text[i:], "\ufffd") {
			return i
		}
	}
	return -1
}

// tooDeep returns where a text nests deeper than maxDepth, or -1; of what is no TOML it may find nothing.
func tooDeep(text string) int {
	few := func(c string) bool { return strings.Count(text, c) <= maxDepth }
	if few(".") && few("[") && few("{") {
		return -1
	}
	depth, dots := 0, 0
	for i := 0; i < len(text); i++ {
		switch c := text[i]; c {
		case '"', '\'':
			i = skipString(text, i) - 1
		case '#':
			i = SkipLine(text, i) - 1
		case '[', '{':
			depth++
			dots = 0
		case ']', '}':
			depth = max(0, depth-1)
			dots = 0
		case ',', '=', '\n':
			dots = 0
		case '.':
			dots++
		}
		if depth > maxDepth || dots > maxDepth {
			return i
		}
	}
	return -1
}

// skipString returns the index after the string that starts at an index, in any of the four ways of quoting.
func skipString(text string, at int) int {
	quote, long := text[at:at+1], strings.Repeat(text[at:at+1], 3)
	if strings.HasPrefix(text[at:], long) {
		quote = long
	}
	for at += len(quote); at < len(text); at++ {
		switch {
		case strings.HasPrefix(text[at:], quote):
			return at + len(quote)
		case text[at] == '\n' && quote != long:
			return at
		case text[at] == '\\' && quote[0] == '"':
			at++
		}
	}
	return len(text)
}
