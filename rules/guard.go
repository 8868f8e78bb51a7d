package rules

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Bounds on a pack file, checked before the TOML library sees it.
const (
	maxFile    = 1 << 20 // bytes
	maxNesting = 32      // brackets and braces inside one another
	maxKey     = 16      // parts of a dotted key
)

// precheck refuses text that is too large, not text, or nested so deeply that
// a recursive decoder would suffer.
func precheck(s *source) *Issue {
	whole := func(format string, args ...any) *Issue {
		return &Issue{File: s.name, Message: fmt.Sprintf(format, args...)}
	}
	if len(s.text) > maxFile {
		return whole("a pack file is at most %d bytes, this one is %d", maxFile, len(s.text))
	}
	at := func(i int, message string) *Issue {
		is := s.issue(i, i+1, "", Error, message)
		return &is
	}
	if i := strings.IndexByte(s.text, 0); i >= 0 {
		return at(i, "a NUL character; a pack is text")
	}
	if !utf8.ValidString(s.text) {
		for i, r := range s.text {
			if r == utf8.RuneError && !strings.HasPrefix(s.text[i:], "\ufffd") {
				return at(i, "this is not UTF-8 text")
			}
		}
	}
	if i := tooDeep(s.text); i >= 0 {
		return at(i, fmt.Sprintf("nested more than %d levels deep, or a key of more than %d parts", maxNesting, maxKey))
	}
	return nil
}

// tooDeep finds where brackets, or the dots of a key, pass their bounds; -1 if
// nowhere. Strings and comments are passed over as the TOML library would.
func tooDeep(text string) int {
	sc := &scanner{text: text}
	depth, dots := 0, 0
	for sc.pos < len(text) {
		switch c := text[sc.pos]; c {
		case '"', '\'':
			sc.skipString()
			continue
		case '#':
			sc.blank(true)
			dots = 0
			continue
		case '[', '{':
			depth++
		case ']', '}':
			depth = max(0, depth-1)
		case '.':
			dots++
		case '\n', '=', ',':
			dots = 0
		}
		if depth > maxNesting || dots >= maxKey {
			return sc.pos
		}
		sc.pos++
	}
	return -1
}
