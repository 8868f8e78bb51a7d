package profile

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"archadvisor/rules/source"
)

// Decode reads one profile, or several [[profile]] tables, from a TOML file.
// The name of the file is only for the errors. Either every profile is valid,
// or none is returned and the errors are all faults of the file by position;
// their report is at most 16 KiB long.
func Decode(data []byte, file string) ([]*Profile, Errors) {
	f := source.New(file, data)
	doc, rest, broken := source.Parse(f, "a profile")
	if len(broken) == 1 && broken[0].At < 0 {
		return nil, Errors{errorOf(file, broken[0].Fault)}
	}
	profiles, faults := readDocument(&source.Node{}, doc)
	if len(broken) == 0 && len(faults) == 0 {
		return profiles, nil
	}
	_, faults = readDocument(rest.Root(), doc) // again with the places, which most files never need
	if len(broken) > 0 {                       // what is missing may have stood on a broken line
		faults = slices.DeleteFunc(faults, func(s spot) bool { return s.lacks })
	}
	spots := syntaxSpots(f, broken)
	if doc != nil || len(broken) == 0 {
		spots = append(spots, faults...)
	}
	return nil, report(f, spots)
}

// syntaxSpots are the errors of syntax, with how to write the value on the line
// if it is one that people write but TOML does not know: a bare word, 5M/day, 40%.
func syntaxSpots(f *source.File, broken []source.Syntax) []spot {
	spots := make([]spot, len(broken))
	for i, b := range broken {
		spots[i] = spot{from: b.At, to: b.At + b.Length, say: func() string {
			if b.Twice {
				return b.Message
			}
			return b.Message + valueHint(f, b.At)
		}}
	}
	return spots
}

func valueHint(f *source.File, at int) string {
	end := source.SkipLine(f.Text, at)
	for _, n := range f.KeysOnLine(at) {
		if field := fieldAt(n.Path()); n.End > n.Val && n.End <= end && field != nil && field.Kind != Text {
			whole, _, _ := strings.Cut(f.Text[n.Val:end], "#")
			if hint := field.hint(strings.Trim(whole, "\"' \t\r\n")); hint != "" {
				return hint // a comma ended the value too early
			}
			return field.hint(strings.Trim(f.Text[n.Val:n.End], "\"' \r"))
		}
	}
	return ""
}

// fieldAt returns the field that stands at a path of a file, or nil.
func fieldAt(path []string) *Field {
	if len(path) > 1 && path[0] == "profile" {
		path = path[1:]
	}
	if len(path) > 1 && path[0] == componentKey {
		path = path[1:]
	}
	if len(path) == 1 {
		path = []string{"", path[0]}
	}
	if len(path) != 2 {
		return nil
	}
	if id, ok := lookupKey(path[0], path[1]); ok {
		return id.Field()
	}
	return nil
}

// reader turns the tables of a file into profiles.
type reader struct {
	faults []spot
}

// fault notes what is wrong with the value at a node.
func (r *reader) fault(n *source.Node, say func() string) {
	from, to := n.Place()
	r.faults = append(r.faults, spot{from: from, to: to, say: say})
}

// faultOfKey notes what is wrong with the key of a node.
func (r *reader) faultOfKey(n *source.Node, say func() string) {
	r.faults = append(r.faults, spot{from: n.Key, to: n.KeyEnd, say: say})
}

func readDocument(at *source.Node, doc map[string]any) ([]*Profile, []spot) {
	r := &reader{}
	list, several := doc["profile"]
	if !several {
		return []*Profile{r.profile(at, doc)}, r.faults
	}
	for _, key := range slices.Sorted(maps.Keys(doc)) {
		if key != "profile" {
			r.faultOfKey(inside(at, key), func() string {
				return source.Quote(key) + " stands beside [[profile]]: in a file of several profiles everything belongs to one of them"
			})
		}
	}
	var out []*Profile
	r.tables(at, "profile", list, func(n *source.Node, t map[string]any) { out = append(out, r.profile(n, t)) })
	return out, r.faults
}

// tables reads an array of tables, each by a function.
func (r *reader) tables(at *source.Node, key string, list any, read func(*source.Node, map[string]any)) {
	tables, ok := list.([]map[string]any)
	if !ok || len(tables) == 0 {
		r.faultOfKey(inside(at, key), func() string {
			return fmt.Sprintf("%q must be an array of tables: write [[%s]] above each of several %[2]ss", key, key)
		})
	}
	for i, t := range tables {
		n := inside(at, key)
		if item := n.Item(i); item != nil {
			n = item
		}
		read(n, t)
	}
}

// profile reads one profile from its table, and its components.
func (r *reader) profile(at *source.Node, t map[string]any) *Profile {
	p := r.own(at, t)
	r.required(at, t)
	if list, there := t[componentKey]; there {
		r.tables(at, componentKey, list, func(n *source.Node, t map[string]any) { r.component(p, n, t) })
	}
	r.contradictions(at, p)
	return p
}

// contradictions notes the rules between fields that a profile breaks.
func (r *reader) contradictions(at *source.Node, p *Profile) {
	for _, f := range p.contradictions() {
		r.fault(inside(inside(at, f.id.Field().Section), f.id.Field().Key), func() string { return f.text })
	}
}

// own reads what one table states.
func (r *reader) own(at *source.Node, t map[string]any) *Profile {
	p := &Profile{}
	for _, key := range slices.Sorted(maps.Keys(t)) { // the same report each time
		v := t[key]
		if key == componentKey {
			continue
		}
		if id, ok := lookupKey("", key); ok {
			r.value(p, id, inside(at, key), v)
			continue
		}
		sub, isTable := v.(map[string]any)
		switch fields, known := table.keyList[key]; {
		case !known || key == "":
			r.unknown(at, "", key, isTable)
		case !isTable:
			r.faultOfKey(inside(at, key), func() string {
				return fmt.Sprintf("%q is a table: write [%s] and its fields (%s) below it", key, key, strings.Join(fields, ", "))
			})
		default:
			r.section(p, key, inside(at, key), sub)
		}
	}
	return p
}

func (r *reader) section(p *Profile, section string, at *source.Node, t map[string]any) {
	for _, key := range slices.Sorted(maps.Keys(t)) {
		v := t[key]
		id, ok := lookupKey(section, key)
		if !ok {
			_, isTable := v.(map[string]any)
			r.unknown(at, section, key, isTable)
			continue
		}
		r.value(p, id, inside(at, key), v)
	}
}

// required reports a missing schema or name.
func (r *reader) required(at *source.Node, t map[string]any) {
	if _, there := t["schema"]; !there {
		r.lack(at, fmt.Sprintf("schema is missing: write schema = %d (this program reads versions %s)", SchemaVersion, Schema.Field().Bounds()))
	}
	if _, there := t["name"]; !there {
		r.lack(at, `name is missing: write name = "..."`)
	}
}

func (r *reader) lack(at *source.Node, text string) {
	r.faults = append(r.faults, spot{from: at.Key, to: at.KeyEnd, lacks: true, say: func() string { return text }})
}

func (r *reader) value(p *Profile, id ID, at *source.Node, raw any) {
	v, err := fromTOML(id.Field(), raw)
	if err != nil {
		r.fault(at, func() string { return err.Error() })
		return
	}
	p.put(id, v)
}
