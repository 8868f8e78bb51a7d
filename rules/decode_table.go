package rules

import (
	"fmt"
	"math"
	"strings"

	"archadvisor/rules/numeral"
)

// table is one TOML table that is being read, with the keys asked for.
type table struct {
	r    *reader
	m    map[string]any
	n    *node
	id   string
	used []string
}

// at makes a finding at the value of a key, or at the head of the table.
func (t *table) at(key, format string, args ...any) {
	o := origin{src: t.r.src, node: t.n}
	t.r.add(o.issue(t.id, key, Error, fmt.Sprintf(format, args...)))
}

func (t *table) missing(key string) { t.at("", "%s is missing", key) }

func (t *table) wrong(key, want string) {
	t.at(key, "%s must be %s, not %s", key, want, typeName(t.m[key]))
}

func typeName(v any) string {
	switch v.(type) {
	case string:
		return "a string"
	case int64, float64:
		return "a number"
	case bool:
		return "true or false"
	case []any, []map[string]any:
		return "an array"
	case map[string]any:
		return "a table"
	}
	return "a date"
}

func (t *table) get(key string) (any, bool) {
	t.used = append(t.used, key)
	v, ok := t.m[key]
	return v, ok
}

// origin is where the table stands, and whether it replaces another.
func (t *table) origin() origin {
	return origin{src: t.r.src, node: t.n, replace: t.flag("replace")}
}

// name reads the id.
func (t *table) name() string {
	id := t.text("id", true)
	if id != "" && !isID(id) {
		t.at("id", "an id is lower-case letters, digits, hyphens and underscores, at most 60, beginning with a letter; not %s", quoted(id))
	}
	if isID(id) {
		t.id = id
	}
	return id
}

func isID(s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if !(c >= 'a' && c <= 'z' || i > 0 && (c == '-' || c == '_' || isDigit(c))) {
			return false
		}
	}
	return s != "" && len(s) <= 60
}

func (t *table) text(key string, required bool) string {
	v, ok := t.get(key)
	if !ok {
		if required {
			t.missing(key)
		}
		return ""
	}
	s, ok := v.(string)
	if !ok {
		t.wrong(key, "a string")
		return ""
	}
	if required && strings.TrimSpace(s) == "" {
		t.at(key, "%s is empty", key)
	}
	if len(s) > maxCondition {
		t.at(key, "%s is longer than %d bytes", key, maxCondition)
		return ""
	}
	return s
}

func (t *table) flag(key string) bool {
	v, ok := t.get(key)
	b, is := v.(bool)
	if ok && !is {
		t.wrong(key, "true or false")
	}
	return b
}

// number reads a finite number from lo to hi.
func (t *table) number(key string, lo, hi, otherwise float64, required bool) float64 {
	v, ok := t.get(key)
	if !ok {
		if required {
			t.missing(key)
		}
		return otherwise
	}
	x, ok := toNumber(v)
	if !ok {
		t.wrong(key, "a number")
		return otherwise
	}
	if math.IsNaN(x) || math.IsInf(x, 0) || x < lo || x > hi {
		t.at(key, "%s is %v; allowed is %s to %s", key, x, numeral.Plain(lo), numeral.Plain(hi))
		return otherwise
	}
	return x
}

func toNumber(v any) (float64, bool) {
	switch x := v.(type) {
	case int64:
		return float64(x), true
	case float64:
		return x, true
	}
	return 0, false
}

// texts reads an array of strings.
func (t *table) texts(key string) []string {
	v, ok := t.get(key)
	if !ok {
		return nil
	}
	list, ok := v.([]any)
	if !ok {
		t.wrong(key, "an array of strings")
		return nil
	}
	out := make([]string, 0, len(list))
	for _, e := range list {
		s, ok := e.(string)
		if !ok {
			t.at(key, "%s must hold strings only", key)
			return nil
		}
		out = append(out, s)
	}
	return out
}

// oneOrMore reads a string or an array of strings.
func (t *table) oneOrMore(key string) []string {
	if s, ok := t.m[key].(string); ok {
		t.used = append(t.used, key)
		return []string{s}
	}
	out := t.texts(key)
	if out == nil && key == "option" {
		if _, ok := t.m[key]; !ok {
			t.missing(key)
		}
	}
	return out
}

// points reads [[x, value], ...]; the linker checks the numbers.
func (t *table) points(key string) [][2]float64 {
	v, ok := t.get(key)
	if !ok {
		t.missing(key)
		return nil
	}
	list, ok := v.([]any)
	if !ok {
		t.wrong(key, "an array of [x, value] pairs")
		return nil
	}
	out := make([][2]float64, 0, len(list))
	for i, e := range list {
		pair, ok := e.([]any)
		if !ok || len(pair) != 2 {
			t.at(key, "point %d must be [x, value]", i+1)
			return nil
		}
		x, okx := toNumber(pair[0])
		y, oky := toNumber(pair[1])
		if !okx || !oky {
			t.at(key, "point %d must be two numbers", i+1)
			return nil
		}
		out = append(out, [2]float64{x, y})
	}
	return out
}

// scores reads points by option.
func (t *table) scores(key string) map[string]float64 {
	kid := t.table(key)
	if kid == nil {
		if _, ok := t.m[key]; !ok {
			t.missing(key)
		}
		return nil
	}
	out := make(map[string]float64, len(kid.m))
	for _, option := range sortedKeys(kid.m) {
		out[option] = kid.number(option, -100, 100, 0, true)
	}
	if len(out) == 0 {
		t.at(key, "points are empty: the rule speaks for nothing")
	}
	return out
}

func (t *table) table(key string) *table {
	v, ok := t.get(key)
	if !ok {
		return nil
	}
	m, ok := v.(map[string]any)
	if !ok {
		t.wrong(key, "a table")
		return nil
	}
	n := t.n.child(key)
	if n == nil {
		n = &node{key: t.n.key, keyEnd: t.n.keyEnd}
	}
	return &table{r: t.r, m: m, n: n, id: t.id}
}

func (t *table) tables(key string) []*table {
	v, ok := t.get(key)
	if !ok {
		return nil
	}
	list, ok := v.([]map[string]any)
	if a, is := v.([]any); is {
		list, ok = nil, true
		for _, e := range a {
			m, isTable := e.(map[string]any)
			ok = ok && isTable
			list = append(list, m)
		}
	}
	if !ok {
		t.at(key, "%s must be written [[%s]]", key, key)
		return nil
	}
	var out []*table
	for i, m := range list {
		n := t.n.child(key).item(i)
		if n == nil {
			n = &node{}
		}
		out = append(out, &table{r: t.r, m: m, n: n})
	}
	return out
}

// done reports the keys that nobody asked for.
func (t *table) done() {
	asked := make(map[string]bool, len(t.used))
	for _, k := range t.used {
		asked[k] = true
	}
	for _, k := range sortedKeys(t.m) {
		if asked[k] {
			continue
		}
		if len(t.r.issues) >= maxIssues {
			t.r.dropped++
			continue
		}
		o := t.n.child(k)
		if o == nil {
			o = t.n
		}
		t.r.add(t.r.src.issue(o.key, o.keyEnd, t.id, Error, "unknown key "+quoted(k)+didYouMean(k, t.used...)))
	}
}
