package record

import (
	"fmt"
	"io/fs"
	"strings"

	"archadvisor/advisor/record/page"
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
		p, ok := page.NameOf(name)
		if recordFile(name) {
			n.Taken[page.NumberOf(name)] = name
		}
		if k := page.NumberOf(name); k > highest || k == 0 && p.Digits != "" && highest == 0 {
			highest, n.Lead, n.Digits, n.Last = k, p.Lead, len(p.Digits), name
		}
		if ok && p.Date != "" && recordFile(name) {
			dated = Naming{Lead: p.Lead, Date: p.Date}
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
