package source

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Clean neutralises untrusted text for any output: line breaks and tabs become spaces; other control
// characters, escape sequences, characters that reorder or hide text and broken UTF-8 become visible escapes
// such as \u001B. Clean text has no effect on a terminal and stays on its line.
func Clean(s string) string {
	if harmless(s) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			fmt.Fprintf(&b, `\x%02X`, s[i])
		case r == '\n' || r == '\r' || r == '\t':
			b.WriteByte(' ')
		case Harmful(r) && r > 0xffff:
			fmt.Fprintf(&b, `\U%08X`, r)
		case Harmful(r):
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteString(s[i : i+n])
		}
		i += n
	}
	return b.String()
}

// harmless is the quick answer for printable ASCII.
func harmless(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < 0x20 || s[i] >= 0x7f {
			return false
		}
	}
	return true
}

// Harmful reports characters that control a terminal or reorder or hide text:
// control characters, format characters (bidirectional marks, tags, byte order
// mark) and the Unicode line breaks. The two joiners stay: scripts need them.
func Harmful(r rune) bool {
	const nonJoiner, joiner, lineBreak, paragraphBreak = 0x200c, 0x200d, 0x2028, 0x2029
	switch r {
	case nonJoiner, joiner:
		return false
	case lineBreak, paragraphBreak:
		return true
	}
	return unicode.IsControl(r) || unicode.Is(unicode.Cf, r)
}

// MaxQuoted bounds what a message quotes, in characters.
const MaxQuoted = 60

// Quote returns untrusted text, neutralised and shortened, in double quotes.
func Quote(s string) string { return `"` + Shorten(Clean(s), MaxQuoted) + `"` }

// Shorten cuts s to n characters, the last of them "…" if something was cut.
func Shorten(s string, n int) string {
	if len(s) <= n || utf8.RuneCountInString(s) <= n {
		return s
	}
	return string([]rune(s)[:n-1]) + "…"
}
