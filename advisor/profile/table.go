package profile

import (
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

// row is a field as fields.toml writes it.
type row struct {
	Field
	Name      string
	Above     *float64
	Span      [2]float64
	Log       bool
	Chance    float64
	DrawsWith string
	Pair      string
	Slider    [2]float64
}

// readTable reads the rows; a test holds what the rest of the package relies on.
func readTable(text string) fieldTable {
	t := fieldTable{byName: make(map[string]ID, NumFields), of: map[string][]*Field{}}
	for _, r := range readRows(text) {
		f := r.field()
		if t.of[f.Section] == nil {
			t.sections = append(t.sections, f.Section)
		}
		t.rows, t.of[f.Section] = append(t.rows, f), append(t.of[f.Section], f)
		t.byID[f.ID], t.byName[f.name], t.unanswered[f.ID] = f, f.ID, f.unanswered()
	}
	return t
}

// readRows reads a column a line, its value as in JSON: every command waits, and a TOML reader takes ten times longer.
func readRows(text string) []row {
	rows := make([]row, 0, NumFields)
	r := &row{} // in hand: its columns are looked up once
	columns := r.columns()
	for line := range strings.Lines(text) {
		column, value, ok := strings.Cut(strings.TrimSpace(line), " = ")
		switch {
		case column == "[[field]]":
			if r.Name != "" {
				rows = append(rows, *r)
			}
			*r = row{}
		case ok && column[0] != '#':
			if err := set(columns[column], value); err != nil {
				panic(fmt.Sprintf("fields.toml: column %s: %v", column, err)) // embedded: a bug in this program
			}
		}
	}
	return append(rows, *r)
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

func (r *row) columns() map[string]any {
	return map[string]any{
		"id": &r.ID, "kind": &r.Kind, "unit": &r.Unit, "min": &r.Min, "max": &r.Max, "whole": &r.Whole,
		"options": &r.Options, "meanings": &r.Meanings, "spoken": &r.Spoken, "or_word": &r.OrWord, "default": &r.Default,
		"drawn": &r.Drawn, "prior": &r.PriorText, "source": &r.PriorSource, "ordered": &r.Ordered,
		"not_fact": &r.NotFact, "not_flipped": &r.NotFlipped, "snap": &r.Snap, "limit": &r.Limit, "shapes": &r.Shapes, "try": &r.Try,
		"when": &r.When, "group": &r.Group, "effort": &r.Effort, "label": &r.Label, "phrase": &r.Phrase,
		"phrase_no": &r.PhraseNo, "fact": &r.Fact, "fact_is": &r.FactIs, "prompt": &r.Prompt, "meaning": &r.Technical, "why": &r.Why, "how": &r.HowTo, "measure": &r.Measure,
		"typical": &r.Typical, "synonyms": &r.Synonyms, "name": &r.Name, "above": &r.Above, "span": &r.Span,
		"log": &r.Log, "together": &r.Together, "chance": &r.Chance, "draws_with": &r.DrawsWith, "pair": &r.Pair, "slider": &r.Slider,
	}
}

// field completes a row: what it leaves out, and what follows from it.
func (r *row) field() *Field {
	f := &r.Field
	section, key, dotted := strings.Cut(r.Name, ".")
	if !dotted {
		section, key = "", r.Name
	}
	f.Section, f.Key, f.name, f.pair, f.chance, f.group = section, key, r.Name, r.Pair, r.Chance, r.DrawsWith
	f.number, _ = strconv.ParseFloat(f.Default, 64)
	if r.Above != nil {
		f.Min, f.MinOpen = *r.Above, true
	}
	f.prior = distribution.Between(r.Span[0], r.Span[1], r.Log)
	f.Slider = Scale{f.prior.Lo, f.prior.Hi, f.prior.Log}
	if lo, hi := r.Slider[0], r.Slider[1]; lo < hi {
		f.Slider = Scale{lo, hi, lo > 0 && hi > decade*lo}
	}
	if f.Group == "" && section != "" {
		f.Group = strings.ToUpper(section[:1]) + section[1:]
	}
	if f.Effort == 0 {
		f.Effort = 1
	}
	if f.Label == "" {
		f.Label = strings.ReplaceAll(key, "_", " ")
	}
	return f
}
