package profile

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"archadvisor/advisor/profile/quantity"
	"archadvisor/rules/source"
)

// Decode reads one profile, or several [[profile]] tables, from a TOML file. The name of the file is only for
// the errors. Either every profile is valid, or none is returned and the errors are all faults of the file by
// position; their report is at most 16 KiB long.
func Decode(data []byte, file string) ([]*Profile, source.Errors) {
	f := source.New(file, data)
	doc, rest, broken := source.Parse(f, "a profile")
	r := &reader{}
	if len(broken) == 0 {
		if profiles := r.document(&source.Node{}, doc); !r.faulty {
			return profiles, nil
		}
	}
	r = &reader{Reader: &source.Reader{File: f}, whole: len(broken) == 0} // again with the places, which most files never need
	for _, b := range broken {
		if b.At >= 0 {
			b.Message += valueHint(f, b.At)
		}
		r.Faults = append(r.Faults, b.Fault)
	}
	if doc != nil || len(broken) == 0 {
		r.document(rest.Root(), doc)
	}
	return nil, r.Report()
}

// valueHint says how to write the value of a line that people write but TOML does not know: a word, 5M/day, 40%.
func valueHint(f *source.File, at int) string {
	start, end := source.LineStart(f.Text, at), source.SkipLine(f.Text, at)
	equals := strings.LastIndexByte(f.Text[:at], '=')
	if equals < start {
		if line := quantity.Line(f.Text[start:end]); line != "" {
			return "; write " + line
		}
		return ""
	}
	value := quantity.Typed(f.Text[equals+1 : end])
	words := strings.FieldsFunc(f.Text[start:equals], func(r rune) bool { return strings.ContainsRune(" \t{,.\"'", r) })
	for _, field := range table.rows {
		if field.Kind != Text && value != "" && len(words) > 0 && field.Key == words[len(words)-1] {
			return field.hint(value)
		}
	}
	return ""
}

// reader turns the tables of a file into profiles.
type reader struct {
	*source.Reader // nil: whether anything is wrong is all that is asked
	faulty         bool
	whole          bool // no line is broken on which what is missing may have stood
}

// fault notes what is wrong with the value at a node, in words made only if they are printed.
func (r *reader) fault(n *source.Node, format string, args ...any) {
	if r.faulty = true; r.Reader != nil {
		from, to := n.Place()
		r.Add(from, to, "", format, args...)
	}
}

// faultOfKey notes what is wrong with the key of a node.
func (r *reader) faultOfKey(n *source.Node, format string, args ...any) {
	r.fault(&source.Node{Key: n.Key, KeyEnd: n.KeyEnd}, format, args...)
}

func (r *reader) document(at *source.Node, doc map[string]any) []*Profile {
	list, several := doc["profile"]
	if !several {
		return []*Profile{r.profile(at, doc)}
	}
	for _, key := range slices.Sorted(maps.Keys(doc)) {
		if key != "profile" {
			r.faultOfKey(at.Near(key), "%s stands beside [[profile]]: in a file of several profiles everything belongs to one of them", source.Quote(key))
		}
	}
	var out []*Profile
	r.tables(at, "profile", list, func(n *source.Node, t map[string]any) { out = append(out, r.profile(n, t)) })
	return out
}

func (r *reader) tables(at *source.Node, key string, list any, read func(*source.Node, map[string]any)) {
	tables, ok := list.([]map[string]any)
	if !ok || len(tables) == 0 {
		r.faultOfKey(at.Near(key), "%q must be an array of tables: write [[%s]] above each of several %[2]ss", key, key)
	}
	for i, t := range tables {
		read(cmp.Or(at.Near(key).Item(i), at.Near(key)), t)
	}
}

func (r *reader) profile(at *source.Node, t map[string]any) *Profile {
	if _, there := t["schema"]; !there {
		r.lack(at, "schema is missing: write schema = %d (this program reads versions %s)", SchemaVersion, Schema.Field().Bounds())
	}
	if _, there := t["name"]; !there {
		r.lack(at, `name is missing: write name = "..."`)
	}
	p := &Profile{}
	r.section(p, "", at, t)
	if list, there := t[componentKey]; there {
		r.tables(at, componentKey, list, func(n *source.Node, t map[string]any) { r.component(p, n, t) })
	}
	r.contradictions(at, p)
	return p
}

func (r *reader) contradictions(at *source.Node, p *Profile) {
	for _, f := range p.contradictions() {
		r.fault(at.Near(f.id.Field().Section).Near(f.id.Field().Key), "%s", f.text)
	}
}

// section reads a table: what it knows first, which is worth more of the report than a thousand unknown keys.
func (r *reader) section(p *Profile, section string, at *source.Node, t map[string]any) {
	known := 0
	for _, f := range table.of[section] {
		if v, there := t[f.Key]; there {
			known++
			r.value(p, f, at.Near(f.Key), v)
		}
	}
	if known == len(t) {
		return
	}
	for _, key := range slices.Sorted(maps.Keys(t)) {
		sub, isTable := t[key].(map[string]any)
		switch {
		case lookupKey(section, key) != nil, section == "" && key == componentKey:
		case section != "", key == "", table.of[key] == nil:
			r.unknown(at, section, key, isTable)
		case !isTable:
			r.faultOfKey(at.Near(key), "%q is a table: write [%s] and its fields (%s) below it", key, key, keysOf(key))
		default:
			r.section(p, key, at.Near(key), sub)
		}
	}
}

// lack notes what is missing, unless it may have stood on a broken line.
func (r *reader) lack(at *source.Node, format string, args ...any) {
	if r.faulty = true; r.whole {
		r.faultOfKey(at, format, args...)
	}
}

func (r *reader) value(p *Profile, f *Field, at *source.Node, raw any) {
	v, err := fromTOML(f, raw)
	if err != nil {
		r.fault(at, "%s", err)
		return
	}
	p.put(f.ID, v)
}
