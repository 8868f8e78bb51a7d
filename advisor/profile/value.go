package profile

import (
	"slices"
	"strings"

	"archadvisor/rules/numeral"
	"archadvisor/rules/source"
)

// Knowledge says how much of a field is known.
type Knowledge uint8

// How much is known of a field.
const (
	Open  Knowledge = iota // nobody answered: the zero value
	Exact                  // one value
	Range                  // somewhere between two numbers
)

// Value is what a profile says of one field. The zero Value is "unknown".
//
// A number is in Low and High (equal when exact); a bool is 0 or 1 in Low and High; an option is its index in
// Field.Options, there too; a string is in Text; an array of strings is in List, and where its words are
// those of Field.Options, as a set of bits in Low and High.
type Value struct {
	State     Knowledge
	Low, High float64
	Text      string
	List      []string
}

// Number returns an exactly known number.
func Number(v float64) Value { return Value{State: Exact, Low: v, High: v} }

// Between returns a number known to lie from low to high; equal ends are an exact number.
func Between(low, high float64) Value {
	if low == high {
		return Number(low)
	}
	return Value{State: Range, Low: low, High: high}
}

// Flag returns a known bool.
func Flag(b bool) Value {
	if b {
		return Number(1)
	}
	return Number(0)
}

// Choice returns the value of an option or a list that is one of its words; false if there is no such word.
func Choice(id ID, word string) (Value, bool) {
	f := id.Field()
	switch i, ok := f.Option(word); {
	case ok && f.Kind == Option:
		return Number(float64(i)), true
	case ok && f.Kind == TextList:
		v := Number(f.bits([]string{word}))
		v.List = []string{word}
		return v, true
	}
	return Value{}, false
}

// Choices are the values of a yes or no, of an option, or of a list with one of its words; nil of any other field.
func (f *Field) Choices() (out []Value) {
	if f.Kind == Bool {
		return []Value{Flag(false), Flag(true)}
	}
	for _, word := range f.Options {
		v, _ := Choice(f.ID, word)
		out = append(out, v)
	}
	return out
}

// Words returns the value of a Text field.
func Words(s string) Value { return Value{State: Exact, Text: s} }

// List returns the value of a TextList field; no names at all is a known, empty list.
func List(names ...string) Value { return Value{State: Exact, List: append([]string{}, names...)} }

// bits is the set of the words of a list, 0 where any words are allowed.
func (f *Field) bits(list []string) float64 {
	set := uint64(0)
	for _, w := range list {
		if i, ok := f.Option(w); ok {
			set |= 1 << i
		}
	}
	return float64(set)
}

// Known reports whether the value says anything.
func (v Value) Known() bool { return v.State != Open }

// Bool returns the value of a known bool field.
func (v Value) Bool() bool { return v.State != Open && v.Low != 0 }

// Equal reports whether two values say the same.
func (v Value) Equal(w Value) bool {
	number := v.List != nil || w.List != nil || v.Low == w.Low && v.High == w.High
	return v.State == w.State && number && v.Text == w.Text && slices.Equal(v.List, w.List)
}

// Format writes a value for people, with its unit: "1,500 req/s", "8 to 20 people", "40 %". Parse reads it back.
func Format(id ID, v Value) string {
	f := id.Field()
	switch {
	case v.State == Open:
		return "unknown"
	case f.Kind == Bool && v.Low != 0:
		return "yes"
	case f.Kind == Bool:
		return "no"
	case f.Kind == Option:
		return f.Said(f.Word(v))
	case f.Kind == Text:
		return Clean(v.Text)
	case f.Kind == TextList && len(v.List) == 0:
		return "none"
	case f.Kind == TextList:
		said := slices.Clone(v.List)
		for i, w := range said {
			said[i] = f.Said(w)
		}
		return Clean(strings.Join(said, ", "))
	case v.State == Range:
		return numeral.Range(v.Low, v.High, f.Unit, numeral.Exact)
	}
	return numeral.With(v.Low, f.Unit, numeral.Exact)
}

// Counted tells a load in what the work of the profile consists of: of jobs "1 run a day" where Format says "1 request a day".
func (p *Profile) Counted(load string) string {
	kinds := p.Get(Interaction).List
	switch {
	case len(kinds) == 0 || slices.ContainsFunc(kinds, func(kind string) bool { return kind != "batch" && kind != "event" }):
		return load
	case slices.Contains(kinds, "batch"):
		return numeral.Of(load, "run")
	}
	return numeral.Of(load, "event")
}

// Clean neutralises untrusted text for any output. See source.Clean.
func Clean(s string) string { return source.Clean(s) }

func orList(words []string) string {
	list := `"` + strings.Join(words, `", "`) + `"`
	if i := strings.LastIndex(list, ", "); i >= 0 {
		return list[:i] + " or" + list[i+1:]
	}
	return list
}
