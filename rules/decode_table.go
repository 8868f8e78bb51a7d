package rules

import (
	"maps"
	"slices"

	"archadvisor/rules/source"
)

// each reads an array of tables.
func each[T any](t *source.Table, key string, read func(*source.Table) T) []T {
	var out []T
	for _, kid := range t.Tables(key) {
		out = append(out, read(kid))
	}
	return out
}

// origin is where a table stands, and whether it replaces another.
func (p *Pack) origin(t *source.Table) origin {
	return origin{file: p.file, node: t.Node, replace: t.Flag("replace")}
}

// name reads the id.
func name(t *source.Table) string {
	id := t.Text("id", true)
	if validID().MatchString(id) {
		t.ID = id
	} else if id != "" {
		t.At("id", "an id is lower-case letters, digits, hyphens and underscores, at most 60, beginning with a letter; not %s", source.Quote(id))
	}
	return id
}

var validID = source.Pattern(`^[a-z][a-z0-9_-]{0,59}$`)

// points reads [[x, value], ...]; the linker checks the numbers.
func points(t *source.Table, key string) [][2]float64 {
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
func scores(t *source.Table, key string) map[string]float64 {
	kid := t.Table(key)
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
