package record

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/mixture"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/record/markup"
	"archadvisor/advisor/record/page"
	"archadvisor/advisor/record/slug"
	"archadvisor/advisor/say"
)

// Format is a form of decision record.
type Format string

// The formats. MADR is the default.
const (
	MADR       Format = "madr"       // MADR 4.0.0, https://adr.github.io/madr
	Nygard     Format = "nygard"     // Michael Nygard's, as adr-tools writes it
	Log4brains Format = "log4brains" // log4brains 1.1
	MADR2      Format = "madr2"      // MADR 2 bullets: what most readers understand
	JSON       Format = "json"       // JSON-ADR v1
	Y          Format = "y"          // one Y-statement, prose
)

// form is what a format is: a row of the table, beside it templates/NAME.tmpl or a function that writes it.
type form struct {
	format    Format
	words     string                                        // what it is, in a few words
	folder    string                                        // where its records are kept by custom, "" for standard output
	extension string                                        // end of the file name, dot included
	dated     bool                                          // file names carry the date in the place of a number
	dateless  bool                                          // a record shows no date
	bullet    string                                        // of its lists in Markdown
	write     func(*Document) ([]byte, error)               // nil: its template does
	supersede func(lines []string, h head, by Ref) []string // marks an old Markdown record as replaced
}

// The formats, the default first.
var forms = []form{
	{format: MADR, words: "MADR 4, Markdown", folder: "docs/decisions", extension: ".md", bullet: "*", supersede: supersedeMADR},
	{format: Nygard, words: "Nygard, as adr-tools writes it", folder: "doc/adr", extension: ".md", bullet: "*", supersede: supersedeNygard},
	{format: Log4brains, words: "log4brains", folder: "docs/adr", extension: ".md", dated: true, bullet: "-", supersede: supersedeBullets},
	{format: MADR2, words: "MADR 2, the widest read", folder: "docs/adr", extension: ".md", bullet: "*", supersede: supersedeBullets},
	{format: JSON, words: "JSON-ADR", extension: ".json", write: writeJSON},
	{format: Y, words: "one sentence (Y-statement)", extension: ".txt", dateless: true, bullet: "*"},
}

// form is the row of a format; that of an unknown one is empty.
func (f Format) form() form {
	for _, row := range forms {
		if row.format == f {
			return row
		}
	}
	return form{format: f}
}

// Formats lists the formats, the default first.
func Formats() []Format { return say.Each(forms, func(row form) Format { return row.format }) }

// FormatNames lists the names of the formats, the default first.
func FormatNames() []string {
	return say.Each(forms, func(row form) string { return string(row.format) })
}

// Words say in a few words what the format is.
func (f Format) Words() string { return f.form().words }

// Folder is where records of the format are kept by custom, "" for those that go to standard output.
func (f Format) Folder() string { return f.form().folder }

// Meta is what a record says about itself, beside the decision. Every text in it may come from a stranger.
type Meta struct {
	Title      string // "" = Title of the recommendation and the profile's name
	Status     string // "" = proposed; one of Statuses
	Date       string // YYYY-MM-DD, needed by every format but y
	Number     int    // 1 or more; not used by log4brains and y
	Deciders   []string
	Tags       []string         // nil = architecture-style, deployment
	Supersedes []Ref            // the records that this one replaces
	Mixture    *mixture.Mixture // of a profile that has components
	File       string           // name of the record's file; "" = 0001-slug.md, of log4brains 20261123-slug.md
}

// Ref points from one record to another in the same folder.
type Ref struct {
	Number int
	Title  string // plain, as Parse returns it
	File   string // base name
}

const maxProse = 2000 // runes of a summary, far above what people write; a longer one ends in an ellipsis

// Statuses are what a new record may be, the default first.
func Statuses() []string { return []string{"proposed", "accepted", "rejected", "deprecated"} }

// Fill completes meta for the format and checks it: title, status, tags and file name get their defaults,
// texts become lines. Write calls it; callers need it only to know the file name beforehand.
func (m Meta) Fill(f Format, d *explain.Decision, p *profile.Profile) (Meta, error) {
	m.Title = markup.Title(m.Title)
	if m.Title == "" {
		m.Title = markup.Title(say.Title(d.Recommendation, nameOf(p), d.Advice))
		if m.Mixture.Divided() {
			m.Title = markup.Title(say.Text(say.MixtureTitle, say.Mixture(m.Mixture), nameOf(p)))
		}
	}
	if m.Status = cmp.Or(m.Status, Statuses()[0]); !slices.Contains(Statuses(), m.Status) {
		return m, fmt.Errorf("status %q: want %s", say.Line(m.Status), strings.Join(Statuses(), ", "))
	}
	if !f.form().dateless {
		if _, err := time.Parse(time.DateOnly, m.Date); err != nil {
			return m, fmt.Errorf("date %q: want YYYY-MM-DD", say.Line(m.Date))
		}
	}
	if m.Number < 0 || m.Number > mostNumber {
		return m, fmt.Errorf("number %d: want 1 to %d", m.Number, mostNumber)
	}
	m.Number = max(m.Number, 1)
	m.Deciders = say.Labels(m.Deciders)
	if m.Tags == nil {
		m.Tags = []string{"architecture-style", "deployment"}
	}
	m.Tags = say.Labels(m.Tags)
	m.File = cmp.Or(m.File, Naming{Digits: usualDigits}.File(f, m))
	return m, nil
}

func nameOf(p *profile.Profile) string {
	return cmp.Or(say.Limit(say.Line(p.Get(profile.Name).Text), markup.MaxTitle), say.Text(say.Unnamed))
}

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
)

// NamingOf is how a folder goes on: with the prefix and digits of its highest number, or with dates if it has no
// number; a missing one begins with 1.
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

func isPage(name string) bool {
	ext := strings.ToLower(path.Ext(name))
	return ext == ".md" || ext == ".json"
}

// FreeName is the file name under which a record replaces no other in a folder or among those that are taken: the given
// one, or one of its alternatives (slug.Clash). For a numbered record the number alone must be free: see NamingOf.
func FreeName(fsys fs.FS, name string, taken map[string]bool) (string, error) {
	free := name
	for n := 1; ; n++ {
		_, err := fs.Stat(fsys, free)
		switch {
		case err != nil && !errors.Is(err, fs.ErrNotExist):
			return "", err
		case err != nil && !taken[free]:
			return free, nil
		}
		free = slug.Clash(name, n)
	}
}

// FindRecord finds the record with a number: its file name.
func FindRecord(fsys fs.FS, dir string, number int) (string, error) {
	entries, err := fs.ReadDir(fsys, dir)
	if err != nil {
		return "", err
	}
	var found []string
	for _, e := range entries {
		if name := e.Name(); recordFile(name) && number > 0 && page.NumberOf(name) == number {
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

func headOnly(data []byte, file string) *Record {
	r := &Record{File: file}
	if text := page.Text(data); page.IsJSON(text) {
		_ = r.readJSON(text) // what could be read is enough
	} else {
		r.readHead(text)
	}
	return r
}
