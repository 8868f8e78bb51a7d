package profile

import (
	"strings"

	"archadvisor/rules/source"
)

// Clean neutralises untrusted text for any output: clean text has no effect on
// a terminal and stays on its line. See source.Clean.
func Clean(s string) string { return source.Clean(s) }

// orList returns "a", "b" or "c".
func orList(words []string) string {
	list := `"` + strings.Join(words, `", "`) + `"`
	if i := strings.LastIndex(list, ", "); i >= 0 {
		return list[:i] + " or" + list[i+1:]
	}
	return list
}
