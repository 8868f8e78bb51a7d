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

// Formats lists the formats, the default first.
func Formats() []Format {
	return []Format{MADR, Nygard, Log4brains, MADR2, JSON, Y}
}

// FormatNames lists the names of the formats, the default first.
func FormatNames() []string {
	names := make([]string, len(Formats()))
	for i, f := range Formats() {
		names[i] = string(f)
	}
	return names
}

// Words say in a few words what the format is.
func (f Format) Words() string {
	switch f {
	case MADR:
		return "MADR 4, Markdown"
	case Nygard:
		return "Nygard, as adr-tools writes it"
	case Log4brains:
		return "log4brains"
	case MADR2:
		return "MADR 2, the widest read"
	case JSON:
		return "JSON-ADR"
	}
	return "one sentence (Y-statement)"
}

// ParseFormat finds a format by its name.
func ParseFormat(name string) (Format, error) {
	for _, f := range Formats() {
		if string(f) == name {
			return f, nil
		}
	}
	return "", fmt.Errorf("format %q: want auto, %s", say.Line(name), strings.Join(FormatNames(), ", "))
}

// Folder is where records of the format are kept by custom, "" for those that
// go to standard output unless a folder is named.
func (f Format) Folder() string {
	switch f {
	case MADR:
		return "docs/decisions"
	case Nygard:
		return "doc/adr"
	case Log4brains, MADR2:
		return "docs/adr"
	}
	return ""
}

// Markdown tells whether records of the format are Markdown files.
func (f Format) Markdown() bool { return f != JSON && f != Y }

// Dated tells whether file names carry the date in the place of a number.
func (f Format) Dated() bool { return f == Log4brains }

// extension is the end of the file name, dot included.
func (f Format) extension() string {
	switch f {
	case JSON:
		return ".json"
	case Y:
		return ".txt"
	}
	return ".md"
}

// FileName is the name of the record's file: "0001-slug.md", for log4brains
// "20261123-slug.md". The slug is made of the title, which is therefore
// needed in meta (Title makes one).
func FileName(f Format, m Meta) string {
	prefix := fmt.Sprintf("%04d", m.Number)
	if f.Dated() {
		prefix = strings.ReplaceAll(m.Date, "-", "")
	}
	return prefix + "-" + Slug(m.Title) + f.extension()
}
