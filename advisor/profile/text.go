package profile

import (
	"strings"

	"archadvisor/rules/source"
)

// Clean neutralises untrusted text for any output: clean text has no effect on
// a terminal and stays on its line. See source.Clean.
func Clean(s string) string { return source.Clean(s) }

// maxQuoted bounds what an error message quotes, in characters.
const maxQuoted = source.MaxQuoted

// quote returns untrusted text, neutralised and shortened, in double quotes.
func quote(s string) string { return source.Quote(s) }

// orList returns "a", "b" or "c".
func orList(words []string) string {
	var b strings.Builder
	for i, w := range words {
		switch {
		case i > 0 && i == len(words)-1:
			b.WriteString(" or ")
		case i > 0:
			b.WriteString(", ")
		}
		b.WriteString(`"` + w + `"`)
	}
	return b.String()
}
