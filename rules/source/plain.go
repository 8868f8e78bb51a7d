package source

import (
	"strconv"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"
)

// plain reads what nearly all files are made of, in a fifth of the time that the library takes which gives values: keys
// of one name and tables that are each given once. Anything else, an error among it, is odd and left to that library.
type plain struct {
	unstable.Parser
	odd    bool
	inline map[string]bool // keys with inline tables, which no header may add to
}

// plain returns the document, nil if it is odd, or if there is a bug in the parser (a panic).
func (f *File) plain() (doc map[string]any) {
	defer func() {
		if recover() != nil {
			doc = nil
		}
	}()
	doc = map[string]any{}
	r, table := plain{inline: map[string]bool{}}, doc
	for r.Reset(f.data); !r.odd && r.NextExpression(); {
		if e := r.Expression(); e.Kind == unstable.KeyValue {
			r.assign(table, e)
		} else {
			table = r.header(doc, e)
		}
	}
	if r.odd || r.Error() != nil {
		return nil
	}
	return doc
}

// header returns the table that [a.b] or [[a.b]] opens in t.
func (r *plain) header(t map[string]any, e *unstable.Node) map[string]any {
	for it := e.Key(); !r.odd && it.Next(); {
		name, last := string(it.Node().Data), it.IsLast()
		has, there := t[name]
		rows, array := has.([]map[string]any)
		kid, table := has.(map[string]any)
		switch {
		case last && e.Kind == unstable.ArrayTable && (array || !there):
			kid = map[string]any{}
			t[name] = append(rows, kid)
		case !there:
			kid = map[string]any{}
			t[name] = kid
		case array && !last:
			kid = rows[len(rows)-1]
		default:
			r.odd = !table || last || r.inline[name]
		}
		t = kid
	}
	return t
}

func (r *plain) assign(t map[string]any, e *unstable.Node) {
	it, v := e.Key(), e.Value()
	it.Next()
	name := string(it.Node().Data)
	_, twice := t[name]
	r.odd = r.odd || twice || !it.IsLast()
	if t[name] = r.value(v); v.Kind == unstable.InlineTable {
		r.inline[name] = true
	}
}

func (r *plain) value(v *unstable.Node) any {
	switch it := v.Children(); v.Kind {
	case unstable.String:
		return string(v.Data)
	case unstable.Bool:
		return v.Data[0] == 't'
	case unstable.Integer, unstable.Float:
		return r.number(string(v.Data), v.Kind)
	case unstable.Array:
		list := []any{}
		for it.Next() {
			list = append(list, r.value(it.Node()))
		}
		return list
	case unstable.InlineTable:
		t := map[string]any{}
		for it.Next() {
			r.assign(t, it.Node())
		}
		return t
	}
	r.odd = true // a date
	return nil
}

// number reads what TOML and Go write alike: no zero before it, digits around the point.
func (r *plain) number(s string, kind unstable.Kind) (x any) {
	whole, part, point := strings.Cut(strings.TrimLeft(s, "+-"), ".")
	err := error(nil)
	if kind == unstable.Integer {
		x, err = strconv.ParseInt(s, 0, 64)
	} else {
		x, err = strconv.ParseFloat(s, 64)
	}
	r.odd = r.odd || err != nil || whole != "0" && (whole == "" || whole[0] < '1' || whole[0] > '9') || point && (part == "" || part[0] > '9')
	return x
}
