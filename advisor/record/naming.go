package record

import (
	"fmt"
	"io/fs"
	"regexp"
	"strconv"
	"strings"

	"archadvisor/advisor/record/slug"
)

// Naming is how the records of a folder are named, and which number is next.
type Naming struct {
	Lead   string // what stands before the number: "", "ADR-", "adr"
	Digits int    // how many digits a number has at least
	Date   string // the layout of a date in the place of a number, "" for numbers
	Next   int    // one more than the highest number
	Last   string // the record that has the highest number, if no higher one can be written
}

// numbering finds the number or the date of a record in its file name: "0007-x",
// "0007_x", "007 x", "ADR-007-x", "adr0007-x", "20230531-x", "2023-05-31-x".
var numbering = regexp.MustCompile(
	`^((?i:adr|ad|rfc|decision|dr)?[-_ ]?)(?:(\d{4}-\d\d-\d\d|\d{8})(?:[-_ ].*)?|(\d{1,7})[-_ ].+)\.`)

// namePart is what a file name says before its title.
type namePart struct {
	lead, digits string
	date         string // the layout of a date that stands in the place of digits
}

// partOf reads the start of a file name; ok is false if no number and no date
// stands there.
func partOf(name string) (p namePart, ok bool) {
	m := numbering.FindStringSubmatch(name)
	switch {
	case m == nil:
		return p, false
	case len(m[2]) == len(DateLayout):
		return namePart{lead: m[1], date: DateLayout}, true
	case m[2] != "":
		return namePart{lead: m[1], date: "20060102"}, true
	}
	return namePart{lead: m[1], digits: m[3]}, true
}

// NumberOf is the number that a file name has, 0 if it has none or a date.
func NumberOf(name string) int {
	p, _ := partOf(name)
	n, _ := strconv.Atoi(p.digits)
	return n
}

// The highest number of a name with so many digits, and with the usual four.
const (
	usualDigits = 4
	mostNumber  = 99999
)

// NamingOf is how a folder goes on: with the prefix and the digits of its highest
// number, or with dates if it has no number. The number of a deleted record is
// not given again while a record there links to it. A folder that is missing
// begins with 1.
func NamingOf(fsys fs.FS, dir string) (Naming, error) {
	n := Naming{Digits: usualDigits}
	entries, err := fs.ReadDir(fsys, dir)
	if err != nil && !isMissing(err) {
		return n, err
	}
	highest, dated := 0, Naming{}
	for _, e := range entries {
		name := e.Name()
		p, ok := partOf(name)
		if k := NumberOf(name); k > highest || k == 0 && p.digits != "" && highest == 0 {
			highest, n.Lead, n.Digits, n.Last = k, p.lead, len(p.digits), name
		}
		if ok && p.date != "" && recordFile(name) {
			dated = Naming{Lead: p.lead, Date: p.date}
		}
	}
	if n.Last == "" && dated.Date != "" {
		n.Lead, n.Date = dated.Lead, dated.Date
	}
	for _, e := range entries {
		if e.Type().IsRegular() && recordFile(e.Name()) {
			highest = max(highest, highestLink(fsys, dir, e.Name()))
		}
	}
	n.Next = highest + 1
	if highest < 9999 || n.Digits > usualDigits && highest < mostNumber {
		n.Last = ""
	}
	return n, nil
}

// File is the name of a record's file in the folder.
func (n Naming) File(f Format, m Meta) string {
	prefix := fmt.Sprintf("%s%0*d", n.Lead, n.Digits, m.Number)
	layout := n.Date
	if layout == "" && f.Dated() {
		layout = "20060102"
	}
	if layout != "" {
		prefix = n.Lead + m.Date
		if layout != DateLayout {
			prefix = n.Lead + strings.ReplaceAll(m.Date, "-", "")
		}
	}
	return prefix + "-" + slug.Of(m.Title, !f.form().digitless) + f.form().extension
}
