package record

import (
	"fmt"
	"strings"

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

// form is what a format is: a row of the table. Beside it a format is a template
// of its name, templates/NAME.tmpl, or a function that writes it.
type form struct {
	format    Format
	words     string                                          // what it is, in a few words
	folder    string                                          // where its records are kept by custom, "" for standard output
	extension string                                          // end of the file name, dot included
	dated     bool                                            // file names carry the date in the place of a number
	digitless bool                                            // a digit in a title would be taken for a number of adr-tools
	dateless  bool                                            // a record shows no date
	bullet    string                                          // of its lists in Markdown
	write     func(*Document) ([]byte, error)                 // nil: its template does
	supersede func(lines []string, h head, by []Ref) []string // marks an old Markdown record as replaced
}

// The formats, the default first.
var forms = []form{
	{format: MADR, words: "MADR 4, Markdown", folder: "docs/decisions", extension: ".md", bullet: "*", supersede: supersedeMADR},
	{format: Nygard, words: "Nygard, as adr-tools writes it", folder: "doc/adr", extension: ".md", digitless: true, bullet: "*", supersede: supersedeNygard},
	{format: Log4brains, words: "log4brains", folder: "docs/adr", extension: ".md", dated: true, bullet: "-", supersede: supersedeBullets},
	{format: MADR2, words: "MADR 2, the widest read", folder: "docs/adr", extension: ".md", digitless: true, bullet: "*", supersede: supersedeBullets},
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
func Formats() []Format {
	list := make([]Format, len(forms))
	for i := range forms {
		list[i] = forms[i].format
	}
	return list
}

// FormatNames lists the names of the formats, the default first.
func FormatNames() []string {
	names := make([]string, len(forms))
	for i := range forms {
		names[i] = string(forms[i].format)
	}
	return names
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

// Folder is where records of the format are kept by custom, "" for those that
// go to standard output unless a folder is named.
func (f Format) Folder() string { return f.form().folder }

// Dated reports whether file names carry the date in the place of a number.
func (f Format) Dated() bool { return f.form().dated }

// FileName is the name of the record's file in a new folder: "0001-slug.md", for
// log4brains "20261123-slug.md". The slug is made of the title, which is therefore
// needed in meta (Title makes one).
func FileName(f Format, m Meta) string { return Naming{Digits: usualDigits}.File(f, m) }
