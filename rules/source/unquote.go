package source

import (
	"strconv"
	"strings"
)

// Unquote is the name that a quoted key, or the text that a string on one line, stands
// for; one that Go would write differently stays as it is.
func Unquote(lit string) string {
	if text, err := strconv.Unquote(lit); err == nil && lit[0] == '"' {
		return text
	}
	if len(lit) > 1 {
		return lit[1 : len(lit)-1]
	}
	return lit
}

// Inside turns offsets into the string at a node into offsets of the file; of a string
// with escapes it is the whole.
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
