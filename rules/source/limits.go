package source

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// MaxSize is the largest file that is read, in bytes.
const MaxSize = 1 << 20

// maxDepth bounds brackets inside brackets and dots in one key; the TOML
// library recurses on both. No file of ours needs more than three of either.
const maxDepth = 32

// Refuse looks for what must not reach the TOML library: too long, not text,
// nested too deep; nil if there is nothing. what names the kind of file: "a pack".
func (f *File) Refuse(what string) *Fault {
	if len(f.Text) > MaxSize {
		return &Fault{Message: fmt.Sprintf("the file has %d bytes; %s has at most %d (1 MiB)", len(f.Text), what, MaxSize)}
	}
	at := func(i int, format string, args ...any) *Fault {
		return &Fault{Message: fmt.Sprintf(format, args...), Spot: f.Spot(i, i+1)}
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

// tooDeep returns where a text nests deeper than maxDepth, or -1. It errs on
// the side of finding nothing in text that is no TOML: that never parses.
func tooDeep(text string) int {
	few := func(c string) bool { return strings.Count(text, c) <= maxDepth }
	if few(".") && few("[") && few("{") {
		return -1
	}
	depth, dots := 0, 0
	for i := 0; i < len(text); i++ {
		switch c := text[i]; c {
		case '"', '\'':
			i = SkipString(text, i) - 1
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
