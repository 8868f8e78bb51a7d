package measure

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"archadvisor/advisor/profile"
	"archadvisor/rules/source"
)

// Merged is the text of a profile with facts in it.
type Merged struct {
	Text  []byte
	Added []Change // measured where nothing was stated, or measured before
	Kept  []Change // stated by somebody, so the measured value is not in the text
}

// Change is one field before and after, "key = value" as in a file; Old is "" where nothing was stated.
type Change struct{ Old, New string }

// edit replaces the bytes from..to of a text.
type edit struct {
	from, to int
	text     string
}

// merger puts facts into the text of one profile.
type merger struct {
	file    *source.File
	profile *profile.Profile
	newline string
	edits   []edit
	opened  map[string][]string // lines of sections that the text lacks
}

// Into returns the text of a profile with the facts in it: comments and order stay. What somebody stated is
// kept; what was measured before is measured anew. The result reads back as the
// old profile with the facts, or there is none.
func (f *Fragment) Into(text []byte, name string) (out *Merged, err error) {
	list, errs := profile.Decode(text, name)
	if len(errs) > 0 {
		return nil, errs
	}
	m := &merger{file: source.New(name, text), profile: list[0], newline: "\n", opened: map[string][]string{}}
	if m.file.Root().Child("profile") != nil {
		return nil, fmt.Errorf("%s is a file of [[profile]] tables: measure into a file of one profile", profile.Clean(name))
	}
	if bytes.Contains(text, []byte("\r\n")) {
		m.newline = "\r\n"
	}
	out = &Merged{}
	for _, x := range f.sorted() {
		if x.Hint {
			continue
		}
		change, kept, err := m.put(&x)
		switch {
		case err != nil:
			return nil, err
		case kept:
			out.Kept = append(out.Kept, change)
		case change.Old != change.New:
			out.Added = append(out.Added, change)
		}
	}
	out.Text, err = m.finish(text)
	return out, err
}

// put plans the edit of one fact; the other field of a pair is kept as the field itself.
func (m *merger) put(x *Fact) (c Change, kept bool, err error) {
	old := x.ID
	if other, ok := profile.Partner(x.ID); ok && !m.profile.Known(x.ID) && m.profile.Known(other) {
		old = other
	}
	c = Change{New: x.ID.Field().Key + " = " + profile.TOML(x.ID, x.Value)}
	if at := m.file.Root().Child(old.Field().Section).Child(old.Field().Key); at != nil {
		c.Old = old.Field().Key + " = " + profile.TOML(old, m.profile.Get(old))
		end := m.lineEnd(at.End)
		measured := strings.HasPrefix(strings.TrimSpace(m.file.Text[at.End:end]), Mark)
		if c.Old == c.New || !measured {
			return c, c.Old != c.New, nil
		}
		m.edits = append(m.edits, edit{at.Key, end, x.line("")})
	} else if err := m.insert(x); err != nil {
		return c, false, err
	}
	return c, false, m.profile.Answer(x.ID, x.Value)
}

// lineEnd is the end of the line of an offset.
func (m *merger) lineEnd(at int) int {
	end := source.SkipLine(m.file.Text, at)
	return at + len(strings.TrimSuffix(m.file.Text[at:end], "\r"))
}

// insert adds a line at the end of the section of the fact.
func (m *merger) insert(x *Fact) error {
	f := x.ID.Field()
	section := m.file.Root().Child(f.Section)
	if section == nil {
		m.opened[f.Section] = append(m.opened[f.Section], x.line(""))
		return nil
	}
	if section.End > section.Val {
		spot := m.file.Spot(section.Key, section.KeyEnd)
		return fmt.Errorf("%s:%d:%d: %s is an inline table: write [%s] on a line of its own and its fields below it, then measure again",
			profile.Clean(m.file.Name), spot.Line, spot.Column, f.Section, f.Section)
	}
	prefix, at := "", section.KeyEnd
	if start := source.LineStart(m.file.Text, section.Key); !strings.HasPrefix(strings.TrimSpace(m.file.Text[start:]), "[") {
		prefix = f.Section + "."
	}
	for _, row := range profile.Fields() {
		if n := section.Child(row.Key); n != nil && row.Section == f.Section {
			at = max(at, n.End)
		}
	}
	at = m.lineEnd(at)
	m.edits = append(m.edits, edit{at, at, m.newline + x.line(prefix)})
	return nil
}

// finish applies the edits from the last to the first and reads the result back.
func (m *merger) finish(text []byte) ([]byte, error) {
	out, name := m.file.Text, m.file.Name
	slices.SortStableFunc(m.edits, func(a, b edit) int { return a.from - b.from })
	for _, e := range slices.Backward(m.edits) {
		out = out[:e.from] + e.text + out[e.to:]
	}
	for _, section := range profile.Sections() {
		if lines := m.opened[section]; len(lines) > 0 {
			out = strings.TrimRight(out, "\r\n") + strings.Join(append([]string{"", "", "[" + section + "]"}, lines...), m.newline) + m.newline
		}
	}
	if bytes.HasPrefix(text, []byte("\ufeff")) {
		out = "\ufeff" + out
	}
	list, errs := profile.Decode([]byte(out), name)
	switch {
	case len(errs) > 0:
		return nil, fmt.Errorf("what was measured contradicts what is stated; nothing was written\n%w", errs)
	case !list[0].Equal(m.profile):
		return nil, fmt.Errorf("%s cannot be changed line by line; write its sections as [tables], then measure again", profile.Clean(name))
	}
	return []byte(out), nil
}

// Known are the values of a profile that were measured.
type Known map[profile.ID]Fact

// Note tells where a value was measured, "" if it was not, or is another by now.
func (k Known) Note(id profile.ID, v profile.Value) string {
	if x, ok := k[id]; ok && x.Value.Equal(v) {
		return x.Note
	}
	return ""
}

// Provenance finds in a profile's text what was measured.
func Provenance(text []byte) Known {
	known := Known{}
	eachValue(text, func(f *source.File, n *source.Node, id profile.ID, v profile.Value) {
		if note, ok := strings.CutPrefix(strings.TrimSpace(f.Text[n.End:source.SkipLine(f.Text, n.End)]), Mark); ok {
			known[id] = Fact{ID: id, Value: v, Note: note}
		}
	})
	return known
}

// Annotate writes beside the values of a profile's text where those that were measured are from.
func (k Known) Annotate(text []byte) []byte {
	out := string(text)
	eachValue(text, func(_ *source.File, n *source.Node, id profile.ID, v profile.Value) {
		if note := k.Note(id, v); note != "" {
			out = out[:n.End] + "  " + Mark + note + out[n.End:]
		}
	})
	return []byte(out)
}

// eachValue goes through the values of a text of one profile, the last first.
func eachValue(text []byte, each func(f *source.File, n *source.Node, id profile.ID, v profile.Value)) {
	list, _ := profile.Decode(text, "") // what cannot be read has no values
	f := source.New("", text)
	for _, n := range slices.Backward(f.Keys()) {
		if id, ok := profile.Lookup(strings.Join(n.Path(), ".")); ok && len(list) == 1 && n.Name != "" && n.End > n.Val {
			each(f, n, id, list[0].Get(id))
		}
	}
}

// ReadSets reads a fragment, or a profile of one system, as assignments of --set, without schema, name, summary.
func ReadSets(text []byte, name string) ([]string, error) {
	f := source.New(name, text)
	for _, key := range []string{"component", "profile"} {
		if n := f.Root().Child(key); n != nil {
			spot := f.Spot(n.Key, n.KeyEnd)
			return nil, fmt.Errorf("%s:%d:%d: %s: measurements are of one system as a whole; state their fields without it", profile.Clean(name), spot.Line, spot.Column, key)
		}
	}
	head := ""
	if f.Root().Child("schema") == nil {
		head = "schema = 2\nname = \"measured\"\n"
	}
	list, errs := profile.Decode([]byte(head+f.Text), name)
	if len(errs) > 0 {
		for i := range errs {
			errs[i].Line = max(0, errs[i].Line-strings.Count(head, "\n"))
		}
		return nil, errs
	}
	var out []string
	for _, id := range list[0].Answered() {
		if id.Field().Section != "" {
			out = append(out, id.String()+"="+profile.TOML(id, list[0].Get(id)))
		}
	}
	return out, nil
}
