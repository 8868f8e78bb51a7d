package record

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/mixture"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/record/markup"
	"archadvisor/advisor/say"
	"archadvisor/advisor/say/paper"
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
	words     string                                          // what it is, in a few words
	folder    string                                          // where its records are kept by custom, "" for standard output
	extension string                                          // end of the file name, dot included
	dated     bool                                            // file names carry the date in the place of a number
	dateless  bool                                            // a record shows no date
	bullet    string                                          // of its lists in Markdown
	write     func(*Document) ([]byte, error)                 // nil: its template does
	supersede func(lines []string, h head, by []Ref) []string // marks an old Markdown record as replaced
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

// ParseFormat finds a format by its name.
func ParseFormat(name string) (Format, error) {
	if f := Format(name); f.form().words != "" {
		return f, nil
	}
	return "", fmt.Errorf("format %q: want auto, %s", say.Line(name), strings.Join(FormatNames(), ", "))
}

// Folder is where records of the format are kept by custom, "" for those that go to standard output.
func (f Format) Folder() string { return f.form().folder }

// FileName is the name of the record's file in a new folder: "0001-slug.md", for log4brains
// "20261123-slug.md". The slug is made of the title, which is therefore needed in meta (Title makes one).
func FileName(f Format, m Meta) string { return Naming{Digits: usualDigits}.File(f, m) }

// Meta is what a record says about itself, beside the decision. Every text in it may come from a stranger.
type Meta struct {
	Title      string // "" = Title of the recommendation and the profile's name
	Status     string // "" = proposed; one of Statuses
	Date       string // YYYY-MM-DD, needed by every format but y
	Number     int    // 1 or more; not used by log4brains and y
	Deciders   []string
	Consulted  []string
	Informed   []string
	Tags       []string         // nil = architecture-style, deployment
	Supersedes []Ref            // the records that this one replaces
	Mixture    *mixture.Mixture // of a profile that has components
	File       string           // name of the record's file; "" = FileName
}

// Ref points from one record to another in the same folder.
type Ref struct {
	Number int
	Title  string // plain, as Parse returns it
	File   string // base name
}

// maxProse keeps a record readable whatever the summary, in runes; it is far
// above what people write. Longer text is cut and ends in an ellipsis.
const maxProse = 2000

// Statuses are what a new record may be, the default first.
func Statuses() []string { return []string{"proposed", "accepted", "rejected", "deprecated"} }

// Fill completes meta for the format and checks it: title, status, tags and file name get their defaults,
// texts become lines. Write calls it; callers need it only to know the file name beforehand.
func (m Meta) Fill(f Format, d *explain.Decision, p *profile.Profile) (Meta, error) {
	m.Title = markup.Title(m.Title)
	if m.Title == "" {
		m.Title = markup.Title(say.Title(d.Recommendation, nameOf(p), d.Advice))
		if m.Mixture.Divided() {
			m.Title = markup.Title(paper.MixtureTitle(m.Mixture, nameOf(p)))
		}
	}
	if m.Status == "" {
		m.Status = Statuses()[0]
	}
	if !slices.Contains(Statuses(), m.Status) {
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
	if m.Number == 0 {
		m.Number = 1
	}
	m.Deciders, m.Consulted, m.Informed = say.Labels(m.Deciders), say.Labels(m.Consulted), say.Labels(m.Informed)
	if m.Tags == nil {
		m.Tags = []string{"architecture-style", "deployment"}
	}
	m.Tags = say.Labels(m.Tags)
	if m.File == "" {
		m.File = FileName(f, m)
	}
	return m, nil
}

// nameOf is the profile's name as one line, never empty.
func nameOf(p *profile.Profile) string {
	if n := say.Limit(say.Line(p.Get(profile.Name).Text), markup.MaxTitle); n != "" {
		return n
	}
	return say.Unnamed()
}
