package pricing

import (
	"maps"
	"slices"
	"strings"
	"time"
)

// entryKeys are the keys of an entry of a price file.
var entryKeys = []string{"cloud", "service", "item", "value", "low", "high", "unit", "region", "source", "as_of", "confidence", "note"}

// entries lays all tables of one name over the catalogue.
func (o *overlay) entries(kind figure, name string, v any) {
	rows, ok := tablesOf(v)
	if !ok {
		o.fault(o.layout.at(name, 0).header, "%s is a list of tables: write [[%s]]", name, name)
		return
	}
	for i, row := range rows {
		o.entry(kind, row, o.layout.at(name, i))
	}
}

// tablesOf is a list of tables, written as [[name]] or inline.
func tablesOf(v any) ([]map[string]any, bool) {
	list, ok := v.([]any)
	if !ok {
		rows, ok := v.([]map[string]any)
		return rows, ok
	}
	rows := make([]map[string]any, len(list))
	for i := range list {
		if rows[i], ok = list[i].(map[string]any); !ok {
			return nil, false
		}
	}
	return rows, true
}

// entry lays one table over the catalogue, or says all that is wrong with it.
func (o *overlay) entry(kind figure, row map[string]any, at table) {
	before := len(o.errs)
	for _, name := range slices.Sorted(maps.Keys(row)) {
		if !slices.Contains(entryKeys, name) {
			o.fault(at.key(name), "unknown key %q%s", name, suggest(name, entryKeys))
		}
	}
	k := o.keyOf(kind, row, at)
	value := o.amount(row, "value", at)
	if _, ok := row["value"]; !ok {
		o.fault(at.header, "value is missing")
	}
	if len(o.errs) > before {
		return
	}
	old, ok := o.base.figures[k]
	if !ok {
		o.unknown(k, at)
		return
	}
	if o.seen[k] {
		o.fault(at.value("item"), "%s is given twice", old.Name())
		return
	}
	p := o.replace(old, row, value, at)
	if len(o.errs) == before {
		o.seen[k] = true
		o.next.figures[k] = p
	}
}

// keyOf names the figure that a table replaces.
func (o *overlay) keyOf(kind figure, row map[string]any, at table) key {
	k := key{kind: kind, cloud: o.cloud, service: o.word(row, "service", at), item: o.word(row, "item", at)}
	if cloud := o.word(row, "cloud", at); cloud != "" {
		k.cloud = cloud
	}
	if kind == assumption {
		k.cloud = "assumptions"
	}
	switch _, known := o.base.books[k.cloud]; {
	case k.cloud == "":
		o.fault(at.header, "cloud is missing: here or at the top of the file")
	case !known:
		o.fault(at.value("cloud"), "unknown cloud %q (known: %s)", k.cloud, strings.Join(o.base.clouds(), ", "))
	}
	if k.item == "" {
		o.fault(at.header, "item is missing")
	}
	if k.service == "" && (kind == price || kind == billingRule) {
		o.fault(at.header, "service is missing")
	}
	return k
}

func (o *overlay) word(row map[string]any, name string, at table) string {
	v, ok := row[name]
	if !ok {
		return ""
	}
	if day, ok := v.(time.Time); ok && name == "as_of" {
		return day.Format(time.DateOnly)
	}
	s, ok := v.(string)
	if !ok {
		o.fault(at.value(name), "%s is a text in quotes", name)
	}
	return s
}

func (o *overlay) amount(row map[string]any, name string, at table) float64 {
	v, ok := row[name]
	if !ok {
		return 0
	}
	n, ok := asNumber(v)
	if !ok || !finite(n) {
		o.fault(at.value(name), "%s = %v: a number of 0 or more is expected", name, printableValue(v))
	}
	return n
}

func printableValue(v any) any {
	if s, ok := v.(string); ok {
		return `"` + printable(s) + `"`
	}
	return v
}

// unknown says which name was probably meant.
func (o *overlay) unknown(k key, at table) {
	name := (&Price{Cloud: k.cloud, Service: k.service, Item: k.item}).Name()
	if near := o.base.nearest(k); near != "" {
		o.fault(at.value("item"), "no figure %q in the books (did you mean %s?)", name, near)
		return
	}
	o.fault(at.value("item"), "no figure %q in the books", name)
}

// replace is the old figure with what the table and the file say.
func (o *overlay) replace(old *Price, row map[string]any, value float64, at table) *Price {
	p := *old
	p.Value, p.Low, p.High = value, value, value
	if _, ok := row["low"]; ok {
		p.Low = o.amount(row, "low", at)
	}
	if _, ok := row["high"]; ok {
		p.High = o.amount(row, "high", at)
	}
	if p.Low > value || p.High < value {
		o.fault(at.value("value"), "value = %v does not lie between low and high", value)
	}
	if unit := o.word(row, "unit", at); unit != "" && unit != old.Unit {
		o.fault(at.value("unit"), "unit = %q: the books have %s in %s", unit, old.Name(), old.Unit)
	}
	p.Region = firstWord(o.word(row, "region", at), o.regionFor(old), old.Region)
	p.Source = firstWord(o.word(row, "source", at), o.source, o.file)
	p.AsOf = firstWord(o.word(row, "as_of", at), o.asOf, "undated")
	if word := o.word(row, "as_of", at); word != "" && !isDate(word) {
		o.fault(at.value("as_of"), "as_of = %q: a date like 2026-10-01 or 2026-10 is expected", word)
	}
	p.Confidence = firstWord(o.word(row, "confidence", at), "overlay")
	p.Note = o.word(row, "note", at)
	return &p
}

func (o *overlay) regionFor(old *Price) string {
	if old.Cloud == o.cloud {
		return o.region
	}
	return ""
}

func firstWord(words ...string) string {
	for _, w := range words {
		if w != "" {
			return w
		}
	}
	return ""
}

// asNumber is the value of any numeric type that TOML has.
func asNumber(v any) (float64, bool) {
	switch n := v.(type) {
	case float64:
		return n, true
	case int64:
		return float64(n), true
	}
	return 0, false
}
