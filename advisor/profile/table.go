package profile

import (
	"cmp"
	_ "embed" // the field table
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"archadvisor/advisor/profile/distribution"
)

// fieldsTOML is the one table of fields.
//
//go:embed fields.toml
var fieldsTOML string

// table is read once and never written again.
var table = readTable(fieldsTOML)

type fieldTable struct {
	rows     []*Field // in the order of a written profile
	byID     [NumFields]*Field
	byName   map[string]ID
	sections []string            // "" and the tables of a file, in order
	of       map[string][]*Field // the rows of each section

	unanswered Point // of a profile that says nothing, before anything is drawn
}

// Fields returns the table of all fields in contract order. It is shared: do not write to it.
func Fields() []*Field { return table.rows }

// Where are the fields of which something is so, in contract order.
func Where(so func(*Field) bool) (ids []ID) {
	for _, f := range table.rows {
		if so(f) {
			ids = append(ids, f.ID)
		}
	}
	return ids
}

// Lookup finds a field by its dotted name.
func Lookup(name string) (ID, bool) {
	id, ok := table.byName[name]
	return id, ok
}

// Sections are the tables of a profile file in contract order; the first, "", stands for the top-level keys.
func Sections() []string { return table.sections }

// lookupKey finds a field by its key in a section, nil if there is none.
func lookupKey(section, key string) *Field {
	for _, f := range table.of[section] {
		if f.Key == key {
			return f
		}
	}
	return nil
}

// keysOf lists the keys of a section for a message.
func keysOf(section string) string {
	keys := make([]string, len(table.of[section]))
	for i, f := range table.of[section] {
		keys[i] = f.Key
	}
	return strings.Join(keys, ", ")
}

// PriorGroup is what fields share when the prior of one depends on another: team and budget, load, work; "" is none.
func PriorGroup(id ID) string { return id.Field().group }

// PriorSpan returns the range in which a field lies when nothing at all is known, and whether it is spread evenly in
// the logarithm: the yardstick for distances and scans. Options count 0..n-1, bools 0..1; texts give 0, 0.
func PriorSpan(id ID) (lo, hi float64, log bool) {
	f := id.Field()
	switch f.Kind {
	case Bool:
		return 0, 1, false
	case Option:
		return 0, float64(len(f.Options) - 1), false
	}
	return f.prior.Lo, f.prior.Hi, f.prior.Log
}

const decade = 10 // the span beyond which a slider is even in the logarithm

// readTable reads the rows; a test holds what the rest of the package relies on.
func readTable(text string) fieldTable {
	t := fieldTable{byName: make(map[string]ID, NumFields), of: map[string][]*Field{}}
	rows := readRows(text)
	for i := range rows {
		f := &rows[i]
		f.complete()
		if t.of[f.Section] == nil {
			t.sections = append(t.sections, f.Section)
		}
		t.rows, t.of[f.Section] = append(t.rows, f), append(t.of[f.Section], f)
		t.byID[f.ID], t.byName[f.name], t.unanswered[f.ID] = f, f.ID, f.unanswered()
	}
	return t
}

// readRows reads a column a line, its value as in JSON: every command waits, and a TOML reader takes ten times longer.
func readRows(text string) []Field {
	rows, f := make([]Field, 0, NumFields), &Field{}
	columns := f.columns() // of the row in hand
	for line := range strings.Lines(text) {
		column, value, ok := strings.Cut(strings.TrimSpace(line), " = ")
		switch {
		case column == "[[field]]":
			if f.name != "" {
				rows = append(rows, *f)
			}
			*f = Field{Effort: 1}
		case ok && column[0] != '#':
			if err := set(columns[column], value); err != nil {
				panic(fmt.Sprintf("fields.toml: column %s: %v", column, err)) // embedded: a bug in this program
			}
		}
	}
	return append(rows, *f)
}

func set(to any, value string) (err error) {
	switch x := to.(type) {
	case *bool:
		*x, err = strconv.ParseBool(value)
	case *float64:
		*x, err = strconv.ParseFloat(value, 64)
	case *string:
		*x, err = strconv.Unquote(value)
	case *Kind:
		*x = Kind(slices.Index(kindWords[:], strings.Trim(value, `"`)))
	case *[]string:
		for rest := value[1:]; rest != "]" && err == nil; rest = strings.TrimLeft(rest, ", ") {
			var text string
			quoted, _ := strconv.QuotedPrefix(rest) // "" is no text, either
			text, err = strconv.Unquote(quoted)
			*x, rest = append(*x, text), rest[len(quoted):]
		}
	default:
		err = json.Unmarshal([]byte(value), to)
	}
	return err
}

func (f *Field) columns() map[string]any {
	return map[string]any{
		"id": &f.ID, "kind": &f.Kind, "unit": &f.Unit, "min": &f.Min, "max": &f.Max, "whole": &f.Whole,
		"options": &f.Options, "meanings": &f.Meanings, "spoken": &f.Spoken, "unaudited": &f.Unaudited, "or_word": &f.OrWord, "default": &f.Default, "taken": &f.Taken,
		"drawn": &f.Drawn, "prior": &f.PriorText, "source": &f.PriorSource, "ordered": &f.Ordered,
		"not_fact": &f.NotFact, "not_flipped": &f.NotFlipped, "snap": &f.Snap, "limit": &f.Limit, "shapes": &f.Shapes, "try": &f.Try,
		"when": &f.When, "group": &f.Group, "effort": &f.Effort, "label": &f.Label, "phrase": &f.Phrase,
		"phrase_no": &f.PhraseNo, "fact": &f.Fact, "fact_is": &f.FactIs, "prompt": &f.Prompt, "meaning": &f.Technical, "why": &f.Why, "how": &f.HowTo, "measure": &f.Measure,
		"typical": &f.Typical, "synonyms": &f.Synonyms, "name": &f.name, "above": &f.above, "span": &f.span,
		"log": &f.log, "together": &f.Together, "chance": &f.chance, "draws_with": &f.group, "pair": &f.pair, "slider": &f.slider,
	}
}

// complete adds what the row of a field leaves out, and what follows from it.
func (f *Field) complete() {
	f.Section, f.Key, _ = strings.Cut(f.name, ".")
	if f.Key == "" {
		f.Section, f.Key = "", f.name
	}
	f.number, _ = strconv.ParseFloat(f.Default, 64)
	if f.above != nil {
		f.Min, f.MinOpen = *f.above, true
	}
	f.prior = distribution.Between(f.span[0], f.span[1], f.log)
	f.Slider = Scale{f.prior.Lo, f.prior.Hi, f.prior.Log}
	if lo, hi := f.slider[0], f.slider[1]; lo < hi {
		f.Slider = Scale{lo, hi, lo > 0 && hi > decade*lo}
	}
	if f.Group == "" && f.Section != "" {
		f.Group = strings.ToUpper(f.Section[:1]) + f.Section[1:]
	}
	f.Label = cmp.Or(f.Label, strings.ReplaceAll(f.Key, "_", " "))
}
