package profile

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
)

// MaxSize is the largest profile file that is read, in bytes.
const MaxSize = 1 << 20

// Decode reads one profile, or several [[profile]] tables, from a TOML file.
// The name of the file is only for the errors. Either every profile is valid,
// or none is returned and the errors are all faults of the file by position;
// their report is at most 16 KiB long.
func Decode(data []byte, file string) ([]*Profile, Errors) {
	if e, bad := refuse(data); bad {
		e.File = file
		return nil, Errors{e}
	}
	text := strings.TrimPrefix(string(data), "\ufeff")
	if spots := flood(text); spots != nil {
		return nil, report(text, file, spots)
	}
	doc, err := parse(text)
	if err != nil {
		return nil, report(text, file, syntaxSpots(text, err))
	}
	profiles, faults := readDocument(doc)
	if len(faults) == 0 {
		return profiles, nil
	}
	return nil, report(text, file, spotsOf(locate(text), faults))
}

// parse is toml.Decode into plain maps, with a bug in that package (a panic)
// turned into an error.
func parse(text string) (doc map[string]any, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("not readable as TOML: %v", r)
		}
	}()
	_, err = toml.Decode(text, &doc)
	return doc, err
}

// refuse looks for what must not reach the parser: too long, not text, nested
// too deep.
func refuse(data []byte) (Error, bool) {
	if len(data) > MaxSize {
		return Error{Message: fmt.Sprintf("the file has %d bytes; a profile has at most %d (1 MiB)", len(data), MaxSize)}, true
	}
	if i := bytes.IndexByte(data, 0); i >= 0 {
		return point(string(data), i, 1, "a NUL byte: a profile is a TOML file in UTF-8 text"), true
	}
	if !utf8.Valid(data) {
		i := invalidUTF8(data)
		return point(string(data), i, 1, fmt.Sprintf(`the byte \x%02X is not UTF-8: a profile is a TOML file in UTF-8 text`, data[i])), true
	}
	if i := tooDeep(data); i >= 0 {
		return point(string(data), i, 1, fmt.Sprintf("nested more than %d deep: a profile has tables of plain values", maxDepth)), true
	}
	return Error{}, false
}

func invalidUTF8(data []byte) int {
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return 0
}

// located says what is wrong at a path of the file ("team\x1fengineers"), with the
// words made only for those that are printed.
type located struct {
	path  string
	atKey bool // point at the key, not at the value
	lacks bool // a required key is missing in the table of the path
	say   func() string
}

// sep joins the parts of a path; it cannot stand in a bare key.
const sep = "\x1f"

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
				return quote(key) + " stands beside [[profile]]: in a file of several profiles everything belongs to one of them"
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

// element is the path of entry i of an array of tables.
func element(path string, i int) string { return fmt.Sprintf("%s%s#%d", path, sep, i) }

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
		r.lack(at, fmt.Sprintf("schema is missing: write schema = %d (this program reads version %d)", SchemaVersion, SchemaVersion))
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

func join(at, key string) string {
	if at == "" {
		return key
	}
	return at + sep + key
}
