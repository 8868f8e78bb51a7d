package record

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strconv"
	"strings"
	"time"

	"archadvisor/advisor/record/page"
	"archadvisor/advisor/record/slug"
	"archadvisor/advisor/say"
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

// How many digits a number has, the highest one, and the one that people give to templates and tests.
const (
	usualDigits = 4
	mostNumber  = 99999
	reserved    = 9999
	firstYear   = 1990
	lastYear    = 2100
)

// NamingOf is how a folder goes on: with the prefix and the digits of its highest number, or with dates if it
// has no number. The number of a deleted record is not given again while a record there links to it. A folder
// that is missing begins with 1.
func NamingOf(fsys fs.FS, dir string) (Naming, error) {
	n := Naming{Digits: usualDigits, Taken: map[int]string{}}
	entries, err := fs.ReadDir(fsys, dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return n, err
	}
	highest, dated := 0, Naming{}
	for _, e := range entries {
		name := e.Name()
		p, _ := page.NameOf(name)
		k := page.NumberOf(name)
		if recordFile(name) {
			n.Taken[k] = name
		}
		if k >= firstYear && k <= lastYear && len(entries) < firstYear/2 { // hardly the next of so few
			k, p.Date, p.Digits = 0, time.DateOnly, ""
		}
		if k > highest || k == 0 && p.Digits != "" && highest == 0 {
			highest, n.Lead, n.Digits, n.Last = k, p.Lead, len(p.Digits), name
		}
		if p.Date != "" && recordFile(name) {
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
	if layout == "" && f.form().dated {
		layout = "20060102"
	}
	if day, err := time.Parse(time.DateOnly, m.Date); err == nil && layout != "" {
		prefix = n.Lead + day.Format(layout)
	}
	return prefix + "-" + slug.Of(m.Title) + f.form().extension
}

// recordFile tells a record by its name: Markdown or JSON, and none of the pages that tools keep beside them.
func recordFile(name string) bool {
	switch strings.ToLower(name) {
	case "readme.md", "index.md", "template.md", "backlog.md", "adr-template.md":
		return false
	}
	return isPage(name)
}

// isPage reports whether a file may link to records.
func isPage(name string) bool {
	ext := strings.ToLower(path.Ext(name))
	return ext == ".md" || ext == ".json"
}

// highestLink is the highest number among the file names that a record links to; a file that cannot be read has none.
func highestLink(fsys fs.FS, dir, name string) (highest int) {
	data, _ := fs.ReadFile(fsys, path.Join(dir, name))
	for _, l := range page.Links(page.Text(data)) {
		if n := page.NumberOf(l.File); n < reserved {
			highest = max(highest, n)
		}
	}
	return highest
}

// FreeName is the file name under which a record can be kept in a folder without replacing another there or among
// those that are taken: the given one, or one of its alternatives (slug.Clash). For a numbered record the number
// alone must be free; NamingOf sees to it.
func FreeName(fsys fs.FS, name string, taken map[string]bool) (string, error) {
	free := name
	for n := 1; n <= 10000; n++ {
		_, err := fs.Stat(fsys, free)
		switch {
		case err != nil && !errors.Is(err, fs.ErrNotExist):
			return "", err
		case err != nil && !taken[free]:
			return free, nil
		}
		free = slug.Clash(name, n)
	}
	return "", fmt.Errorf("%s: every name like it is taken", say.Line(name))
}

// FindRecord finds the record with a number, or with the date 20261123 if only one has it: its file name.
func FindRecord(fsys fs.FS, dir string, number int) (string, error) {
	entries, err := fs.ReadDir(fsys, dir)
	if err != nil {
		return "", err
	}
	var found []string
	dated := strconv.Itoa(number) + "-"
	for _, e := range entries {
		name := e.Name()
		if recordFile(name) && (number > 0 && page.NumberOf(name) == number || len(dated) == 9 && strings.HasPrefix(name, dated)) {
			found = append(found, name)
		}
	}
	switch len(found) {
	case 0:
		return "", fmt.Errorf("no record with the number %d", number)
	case 1:
		return found[0], nil
	}
	count := "two"
	if len(found) > 2 {
		count = strconv.Itoa(len(found))
	}
	return "", fmt.Errorf("%s records have the number %d: %s; name the file", count, number, say.Line(strings.Join(found, ", ")))
}

// RefOf describes a record for a link to it, whoever wrote it.
func RefOf(data []byte, file string) Ref {
	r := headOnly(data, file)
	return Ref{Number: r.Number, Title: r.Title, File: path.Base(strings.ReplaceAll(file, `\`, "/"))}
}

// headOnly is what a file says of itself, damaged or not.
func headOnly(data []byte, file string) *Record {
	r := &Record{File: file}
	if text := page.Text(data); page.IsJSON(text) {
		_ = r.readJSON(text) // what could be read is enough
	} else {
		r.readHead(text)
	}
	return r
}
