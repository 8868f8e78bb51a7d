package profile

import (
	"fmt"
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
	profiles, faults := readDocument(doc)
	if len(broken) == 0 && len(faults) == 0 {
		return profiles, nil
	}
	if len(broken) > 0 { // what is missing may have stood on a broken line
		faults = slices.DeleteFunc(faults, func(f located) bool { return f.lacks })
	}
	spots := syntaxSpots(f, broken)
	if doc != nil || len(broken) == 0 {
		spots = append(spots, spotsOf(rest, faults)...)
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
	faults []located
}

func (r *reader) fault(path string, atKey bool, say func() string) {
	r.faults = append(r.faults, located{path: path, atKey: atKey, say: say})
}

func readDocument(doc map[string]any) ([]*Profile, []located) {
	r := &reader{}
	list, several := doc["profile"]
	if !several {
		return []*Profile{r.profile("", doc)}, r.faults
	}
	for key := range doc {
		if key != "profile" {
			r.fault(key, true, func() string {
				return source.Quote(key) + " stands beside [[profile]]: in a file of several profiles everything belongs to one of them"
			})
		}
	}
	tables, ok := list.([]map[string]any)
	if !ok || len(tables) == 0 {
		r.fault("profile", true, func() string {
			return `"profile" must be an array of tables: write [[profile]] above each of several profiles`
		})
	}
	var out []*Profile
	for i, t := range tables {
		out = append(out, r.profile(element("profile", i), t))
	}
	return out, r.faults
}

// profile reads one profile from its table at a path ("" for the whole file).
func (r *reader) profile(at string, t map[string]any) *Profile {
	p := &Profile{}
	for key, v := range t {
		if id, ok := lookupKey("", key); ok {
			r.value(p, id, join(at, key), v)
			continue
		}
		sub, isTable := v.(map[string]any)
		switch fields, known := table.keyList[key]; {
		case !known || key == "":
			r.unknown(at, "", key, isTable)
		case !isTable:
			r.fault(join(at, key), true, func() string {
				return fmt.Sprintf("%q is a table: write [%s] and its fields (%s) below it", key, key, strings.Join(fields, ", "))
			})
		default:
			r.section(p, key, join(at, key), sub)
		}
	}
	r.required(at, t)
	for _, f := range p.contradictions() {
		r.fault(join(at, strings.ReplaceAll(f.id.String(), ".", sep)), false, func() string { return f.text })
	}
	return p
}

func (r *reader) section(p *Profile, section, at string, t map[string]any) {
	for key, v := range t {
		id, ok := lookupKey(section, key)
		if !ok {
			_, isTable := v.(map[string]any)
			r.unknown(at, section, key, isTable)
			continue
		}
		r.value(p, id, at+sep+key, v)
	}
}

// required reports a missing schema or name.
func (r *reader) required(at string, t map[string]any) {
	if _, there := t["schema"]; !there {
		r.lack(at, fmt.Sprintf("schema is missing: write schema = %d (this program reads versions %s)", SchemaVersion, Schema.Field().Bounds()))
	}
	if _, there := t["name"]; !there {
		r.lack(at, `name is missing: write name = "..."`)
	}
}

func (r *reader) lack(at, text string) {
	r.faults = append(r.faults, located{path: at, atKey: true, lacks: true, say: func() string { return text }})
}

func (r *reader) value(p *Profile, id ID, path string, raw any) {
	v, err := fromTOML(id.Field(), raw)
	if err != nil {
		r.fault(path, false, func() string { return err.Error() })
		return
	}
	p.put(id, v)
}
