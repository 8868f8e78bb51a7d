package source

import (
	"fmt"
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/hbollon/go-edlib"
)

// Clean neutralises untrusted text for any output: line breaks and tabs become spaces; other control
// characters, escape sequences, characters that reorder or hide text and broken UTF-8 become visible escapes
// such as \u001B. Clean text has no effect on a terminal and stays on its line.
func Clean(s string) string {
	if strings.IndexFunc(s, func(r rune) bool { return r < ' ' || r > '~' }) < 0 { // the quick answer for printable ASCII
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

// Harmful reports characters that control a terminal or reorder or hide text: control characters, format characters
// (bidirectional marks, tags, byte order mark) and the Unicode line breaks. The two joiners stay: scripts need them.
func Harmful(r rune) bool {
	const nonJoiner, joiner = 0x200c, 0x200d
	return r != nonJoiner && r != joiner && unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp)
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

// Pattern compiles a regular expression when it is first asked for: few commands need it, and all would wait.
func Pattern(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}

// Inside turns offsets into the string at a node into offsets of the file; of a string with escapes it is the whole.
func (f *File) Inside(n *Node, from, to int) (a, b int) {
	if n == nil || n.End-n.Val < 2 || n.End > len(f.Text) {
		return 0, 0
	}
	lit := f.Text[n.Val:n.End]
	start, end := 1, len(lit)-1
	if quotes := lit[:1] + lit[:1] + lit[:1]; len(lit) >= 6 && strings.HasPrefix(lit, quotes) {
		rest := strings.TrimPrefix(strings.TrimPrefix(lit[3:], "\r"), "\n") // a line end right after them is none of the text
		start, end = len(lit)-len(rest), len(lit)-3
	}
	if lit[0] == '"' && strings.Contains(lit, `\`) {
		return n.Val + start, n.Val + end
	}
	return n.Val + min(start+max(from, 0), end), n.Val + min(start+max(to, 0), end)
}

const longest = 63 // bounds the work of one comparison; what is longer is cut

// Fold makes spellings comparable: lower case, "_" for "-" and spaces, cut to the length of real words.
func Fold(s string) string {
	if len(s) > longest {
		s = s[:longest]
	}
	return folds.Replace(strings.ToLower(s))
}

var folds = strings.NewReplacer("-", "_", " ", "_")

// tolerance is how many slips make a word still the same word: none in two letters, one in four, two in nine.
func tolerance(word string) int {
	if n := len(word); n <= 9 {
		return min(2, (n-1)/2)
	}
	return len(word) / 3
}

// Nearest returns the known word that was probably meant, "" if none is near; of two the first. Slips are insertions,
// deletions, replacements and swaps of letters.
func Nearest(word string, known ...string) string {
	word = Fold(word)
	best, found := tolerance(word)+1, ""
	for _, k := range known {
		if d := edlib.OSADamerauLevenshteinDistance(word, Fold(k)); d < best {
			best, found = d, k
		}
	}
	return found
}

// DidYouMean is the ending of a message about an unknown word, "" if no known one is near.
func DidYouMean(word string, known ...string) string {
	if near := Nearest(word, known...); near != "" {
		return "; did you mean " + near + "?"
	}
	return ""
}
