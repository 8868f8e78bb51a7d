package record

import (
	"fmt"
	"strings"

	"archadvisor/advisor/record/markup"
	"archadvisor/advisor/say"
)

// idOf is a number as names and links write it: "0001".
func idOf(number int) string { return fmt.Sprintf("%04d", number) }

// adrName is how MADR names a record: "ADR-0001".
func adrName(number int) string { return "ADR-" + idOf(number) }

// clean is a reference whose title can be the text of a link.
func (r Ref) clean() Ref {
	r.File, r.Title = say.Line(r.File), markup.Title(strings.NewReplacer("[", "(", "]", ")").Replace(r.Title))
	if r.Title == "" {
		r.Title = adrName(r.Number)
	}
	return r
}

// adrNames is how MADR names several records.
func adrNames(refs []Ref) []string {
	names := make([]string, len(refs))
	for i, r := range refs {
		names[i] = adrName(r.Number)
	}
	return names
}

// supersedesValue is the YAML value of "supersedes": a string for one record,
// a list for several.
func supersedesValue(refs []Ref) string {
	names := adrNames(refs)
	if len(names) == 1 {
		return names[0]
	}
	return "[" + strings.Join(names, ", ") + "]"
}
