package source

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// Unquote decodes a TOML string as it stands in the file, and tells for every
// byte of the result at which byte of the literal it came from; the last
// entry is the place of the closing quote.
func Unquote(lit string) (text string, from []int) {
	if len(lit) < 2 {
		return lit, []int{0}
	}
	q := lit[0]
	body, end := 1, len(lit)-1
	multi := len(lit) >= 6 && lit[1] == q && lit[2] == q
	if multi {
		body, end = 3, len(lit)-3
		body += newline(lit[body:])
	}
	u := unquoter{lit: lit, end: end}
	for i := body; i < end; {
		if q == '"' && lit[i] == '\\' {
			i = u.escape(i, multi)
			continue
		}
		u.put(lit[i:i+1], i)
		i++
	}
	return u.out.String(), append(u.from, end)
}

type unquoter struct {
	lit  string
	end  int
	out  strings.Builder
	from []int
}

func (u *unquoter) put(s string, at int) {
	u.out.WriteString(s)
	for range len(s) {
		u.from = append(u.from, at)
	}
}

// escape decodes what follows the backslash at i and returns where to go on.
func (u *unquoter) escape(i int, multi bool) int {
	if i+1 >= u.end {
		return u.end
	}
	c := u.lit[i+1]
	if k := strings.IndexByte(`btnfre"\`, c); k >= 0 {
		u.put("\b\t\n\f\r\x1b\"\\"[k:k+1], i)
		return i + 2
	}
	digits := map[byte]int{'x': 2, 'u': 4, 'U': 8}[c]
	if digits > 0 && i+2+digits <= u.end {
		v, err := strconv.ParseUint(u.lit[i+2:i+2+digits], 16, 32)
		r := rune(v)
		if err != nil || !utf8.ValidRune(r) {
			r = utf8.RuneError
		}
		u.put(string(r), i)
		return i + 2 + digits
	}
	i++
	if multi { // a backslash at the end of a line joins it with the next
		for i < u.end && strings.IndexByte(" \t\r\n", u.lit[i]) >= 0 {
			i++
		}
	}
	return i
}

// newline is the length of the line end that s begins with.
func newline(s string) int {
	if strings.HasPrefix(s, "\r\n") {
		return 2
	}
	if strings.HasPrefix(s, "\n") {
		return 1
	}
	return 0
}

// Inside turns offsets into the decoded string at a node into offsets of the
// file.
func (f *File) Inside(n *Node, from, to int) (a, b int) {
	if n == nil || n.Val >= n.End || n.End > len(f.Text) {
		return 0, 0
	}
	_, places := Unquote(f.Text[n.Val:n.End])
	last := len(places) - 1
	return n.Val + places[min(max(from, 0), last)], n.Val + places[min(max(to, 0), last)]
}
