package profile

import (
	"fmt"
	"slices"
	"strings"

	"archadvisor/rules/source"
)

// SetString applies one assignment of --set: section.field=value, the value as in TOML, quotes around a word
// optional; people's units and "unknown" are understood, too. Stating one field of a pair forgets the other.
// Rules between fields are not checked, so that several assignments may follow: see Validate.
func (p *Profile) SetString(assign string) error {
	name, text, ok := strings.Cut(assign, "=")
	name, text = strings.TrimSpace(name), strings.TrimSpace(text)
	if !ok {
		return fmt.Errorf("%s is no assignment: write section.field=value, as in team.engineers=12", source.Quote(assign))
	}
	id, ok := Lookup(name)
	if !ok {
		hint := ": write section.field=value, as in team.engineers=12"
		if near := Nearest(name); near != "" {
			hint = fmt.Sprintf("; did you mean %q?", near)
		}
		return fmt.Errorf("%s is no field of a profile%s", source.Quote(name), hint)
	}
	v, err := parseAssigned(id, text)
	if err != nil {
		return err
	}
	if v.State == Open && (id == Schema || id == Name) {
		return fmt.Errorf("%s cannot be unknown", id)
	}
	return p.Answer(id, v)
}

// parseAssigned reads a value as TOML, or else as people write it.
func parseAssigned(id ID, text string) (Value, error) {
	f := id.Field()
	raw, ok := tomlValue(text)
	if _, isString := raw.(string); ok && (isString || f.Kind != Text) {
		return fromTOML(f, raw)
	}
	if f.Kind == Option && !strings.EqualFold(text, "unknown") {
		return fromTOML(f, text) // a word without its quotes, but the whole word
	}
	v, err := Parse(id, text)
	if err != nil {
		return Value{}, fmt.Errorf("%s: %w", id, err)
	}
	return v, nil
}

func tomlValue(text string) (any, bool) {
	if text == "" || strings.ContainsAny(text, "\n\r") {
		return nil, false
	}
	doc, _, broken := source.Parse(source.New("", []byte("v = "+text)), "a value")
	raw, ok := doc["v"]
	return raw, ok && len(broken) == 0 && len(doc) == 1
}

// Nearest returns the name of the field that was probably meant, "" if none is near.
func Nearest(name string) string {
	section, key, dotted := strings.Cut(name, ".")
	if !dotted {
		section, key = "", name
	}
	if f := nearestField(section, key); f != nil {
		return f.Name()
	}
	return ""
}

// nearestField looks for a key: a synonym, then the nearest word, of equals one of the section.
func nearestField(section, key string) *Field {
	here := func(f *Field) bool { return f.Section == section }
	ids := append(Where(here), Where(func(f *Field) bool { return !here(f) })...)
	words := make([]string, len(ids))
	for i, id := range ids {
		if words[i] = id.Field().Key; slices.Contains(id.Field().Synonyms, source.Fold(key)) {
			return id.Field()
		}
	}
	if i := slices.Index(words, source.Nearest(key, words...)); i >= 0 {
		return ids[i].Field()
	}
	return nil
}
