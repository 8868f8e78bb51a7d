package page

import (
	"archadvisor/rules/source"
	"strconv"
	"strings"
)

// DateLayout is the form of every date in a record.
const DateLayout = "2006-01-02"

// numbering finds the number or the date of a record in its file name: "0007-x",
// "0007_x", "007 x", "7. x", "ADR-007-x", "adr0007", "20230531-x", "2023_05_31-x".
var numbering = source.Pattern(
	`^((?i:adr|ad|adl|rfc|decision|dec|dr|madr|tdr)?[-_ ]?)(?:(\d{4}([-_.])\d\d[-_.]\d\d|\d{8})|(\d{1,7}))(?:[-_. ]+(.*))?\.\w+$`)

// Name is what a file name says before its title, and the title.
type Name struct {
	Lead, Digits, Words string
	Date                string // the layout of a date that stands in the place of digits
}

// NameOf reads the start of a file name; ok is false if no number and no date
// stands there.
func NameOf(name string) (p Name, ok bool) {
	m := numbering().FindStringSubmatch(name)
	if m == nil || m[2] == "" && m[5] == "" && len(m[4]) < 3 { // "12.md" may be anything
		return p, false
	}
	p = Name{Lead: m[1], Digits: m[4], Words: m[5]}
	if m[2] != "" {
		p.Date = strings.ReplaceAll(DateLayout, "-", m[3])
	}
	return p, true
}

// NumberOf is the number that a file name has, 0 if it has none or a date.
func NumberOf(name string) int {
	p, _ := NameOf(name)
	n, _ := strconv.Atoi(p.Digits)
	return n
}

// Stem is a file name without its extension: what log4brains calls a slug.
func Stem(file string) string {
	if i := strings.LastIndexByte(file, '.'); i > 0 {
		return file[:i]
	}
	return file
}
