package pricing

import (
	"reflect"
	"strings"
)

// Assume fills a struct from the book of assumptions. A field has the name of its item, whose dots, dashes, underscores
// and case do not count. Fields of a struct and elements of an array, one for each word of the tag "by", continue the
// name of what holds them. A number is the value, a *Price has its bounds, too. What the book may not have has the tag
// "else": the item that it is instead, or none for zero.
func (c *Catalogue) Assume(into any) {
	book := map[string]*Price{"": {}}
	for k, p := range c.figures {
		if k.kind == assumption {
			book[plainName(k.item)] = p
		}
	}
	assume(book, "", "", reflect.ValueOf(into).Elem())
}

var separators = strings.NewReplacer(".", "", "-", "", "_", "")

func plainName(item string) string { return strings.ToLower(separators.Replace(item)) }

func assume(book map[string]*Price, name string, tag reflect.StructTag, into reflect.Value) {
	switch into.Kind() {
	case reflect.Struct:
		for i := range into.NumField() {
			if f := into.Type().Field(i); f.IsExported() {
				assume(book, name+f.Name, f.Tag, into.Field(i))
			}
		}
		return
	case reflect.Array:
		for i, word := range strings.Fields(tag.Get("by")) {
			assume(book, name+word, tag, into.Index(i))
		}
		return
	}
	p, ok := book[plainName(name)]
	if instead, tagged := tag.Lookup("else"); !ok && tagged {
		p, ok = book[plainName(instead)]
	}
	if !ok {
		panic("pricing: no assumption " + name) // of the program's own book: a bug, never input
	}
	if into.Kind() == reflect.Float64 {
		into.SetFloat(p.Value)
	} else {
		into.Set(reflect.ValueOf(p))
	}
}
