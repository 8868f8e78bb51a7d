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
	Lead   string         // what stands before the number: "", "ADR-", "adr"
	Digits int            // how many digits a number has at least
	Date   string         // the layout of a date in the place of a number, "" for numbers
	Next   int            // one more than the highest number
	Taken  map[int]string // the numbers of the records that are there
	Last   string         // the record that has the highest number, if no higher one can be written
}

// numbering finds the number or the date of a record in its file name: "0007-x",
// "0007_x", "007 x", "7. x", "ADR-007-x", "adr0007", "20230531-x", "2023_05_31-x".
var numbering = regexp.MustCompile(
	`^((?i:adr|ad|adl|rfc|decision|dec|dr|madr|tdr)?[-_ ]?)(?:(\d{4}([-_.])\d\d[-_.]\d\d|\d{8})|(\d{1,7}))(?:[-_. ]+(.*))?\.\w+$`)

// namePart is what a file name says before its title, and the title.
type namePart struct {
	lead, digits, words string
	date                string // the layout of a date that stands in the place of digits
}

// partOf reads the start of a file name; ok is false if no number and no date
// stands there.
func partOf(name string) (p namePart, ok bool) {
	m := numbering.FindStringSubmatch(name)
	if m == nil || m[2] == "" && m[5] == "" && len(m[4]) < 3 { // "12.md" may be anything
		return p, false
	}
	p = namePart{lead: m[1], digits: m[4], words: m[5]}
	if m[2] != "" {
		p.date = strings.ReplaceAll(DateLayout, "-", m[3])
	}
	return p, true
}

// NumberOf is the number that a file name has, 0 if it has none or a date.
func NumberOf(name string) int {
	p, _ := partOf(name)
	n, _ := strconv.Atoi(p.digits)
	return n
}

// How many digits a number has, the highest one, and the one that people give to
// templates and tests.
const (
	usualDigits = 4
	mostNumber  = 99999
	reserved    = 9999
)

// NamingOf is how a folder goes on: with the prefix and the digits of its highest
// number, or with dates if it has no number. The number of a deleted record is
// not given again while a record there links to it. A folder that is missing
// begins with 1.
func NamingOf(fsys fs.FS, dir string) (Naming, error) {
	n := Naming{Digits: usualDigits, Taken: map[int]string{}}
	entries, err := fs.ReadDir(fsys, dir)
	if err != nil && !isMissing(err) {
		return n, err
	}
	highest, dated := 0, Naming{}
	for _, e := range entries {
		name := e.Name()
		p, ok := partOf(name)
		if recordFile(name) {
			n.Taken[NumberOf(name)] = name
		}
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
	if highest < reserved || n.Digits > usualDigits && highest < mostNumber {
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
		prefix = n.Lead + strings.ReplaceAll(m.Date, "-", strings.TrimRight(layout[4:len(layout)-4], "0"))
	}
	return prefix + "-" + slug.Of(m.Title, !f.form().digitless) + f.form().extension
}
