package rules

import (
	"maps"
	"slices"

	"archadvisor/rules/source"
)

// table is a table of a pack that is being read.
type table struct {
	*source.Table
	file *source.File
}

// sub reads a table inside this one.
func (t table) sub(key string) (table, bool) {
	kid := t.Table.Table(key)
	return table{kid, t.file}, kid != nil
}

// each reads an array of tables.
func each[T any](t table, key string, read func(table) T) []T {
	var out []T
	for _, kid := range t.Tables(key) {
		out = append(out, read(table{kid, t.file}))
	}
	return out
}

// origin is where the table stands, and whether it replaces another.
func (t table) origin() origin {
	return origin{file: t.file, node: t.Node, replace: t.Flag("replace")}
}

// name reads the id.
func (t table) name() string {
	id := t.Text("id", true)
	if isID(id) {
		t.ID = id
	} else if id != "" {
		t.At("id", "an id is lower-case letters, digits, hyphens and underscores, at most 60, beginning with a letter; not %s", source.Quote(id))
	}
	return id
}

func isID(s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if !(c >= 'a' && c <= 'z' || i > 0 && (c == '-' || c == '_' || c >= '0' && c <= '9')) {
			return false
		}
	}
	return s != "" && len(s) <= 60
}

// points reads [[x, value], ...]; the linker checks the numbers.
func (t table) points(key string) [][2]float64 {
	v, ok := t.Get(key)
	if !ok {
		t.Missing(key)
		return nil
	}
	list, ok := v.([]any)
	if !ok {
		t.Wrong(key, "an array of [x, value] pairs")
		return nil
	}
	out := make([][2]float64, 0, len(list))
	for i, e := range list {
		pair, ok := e.([]any)
		if !ok || len(pair) != 2 {
			t.At(key, "point %d must be [x, value]", i+1)
			return nil
		}
		x, okx := source.Number(pair[0])
		y, oky := source.Number(pair[1])
		if !okx || !oky {
			t.At(key, "point %d must be two numbers", i+1)
			return nil
		}
		out = append(out, [2]float64{x, y})
	}
	return out
}

// scores reads points by option.
func (t table) scores(key string) map[string]float64 {
	kid := t.Table.Table(key)
	if kid == nil {
		if _, ok := t.Values[key]; !ok {
			t.Missing(key)
		}
		return nil
	}
	out := make(map[string]float64, len(kid.Values))
	for _, option := range slices.Sorted(maps.Keys(kid.Values)) {
		out[option] = kid.Number(option, -100, 100, 0, true)
	}
	if len(out) == 0 {
		t.At(key, "points are empty: the rule speaks for nothing")
	}
	return out
}
