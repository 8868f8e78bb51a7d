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

// over finds the words of a status by which a record is no longer in force.
var over = source.Pattern(`(?i)\b(superseded|superceded|replaced|deprecated|rejected|obsolete|withdrawn|abandoned|retired)\b`)

// struck finds what a status strikes out.
var struck = source.Pattern(`~~[^~]*~~`)

// IsOver tells by its status that a record was replaced, turned down or given up; the
// title of another record, to which it links, says nothing of this one.
func IsOver(status string) bool {
	words, _, _ := strings.Cut(struck().ReplaceAllString(status, ""), "[")
	return over().MatchString(words)
}

// numberFirst finds a number that stands before a title: "ADR-7: ", "[0007] ", "7 - ".
var numberFirst = source.Pattern(`^(?i:(?:adr|rfc)[-_ ]?)?\[?0*(\d{1,6})(?:\]|[.:)]| +[-–—])+ +`)

// WithoutNumber is a title without the number of its record.
func WithoutNumber(title string, number int) string {
	if m := numberFirst().FindStringSubmatch(title); m != nil && number > 0 && m[1] == strconv.Itoa(number) {
		return title[len(m[0]):]
	}
	return title
}
