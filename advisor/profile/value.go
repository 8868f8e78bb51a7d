package profile

import "slices"

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
// A number is in Low and High (equal when exact); a bool is 0 or 1 in Low and
// High; an option is its index in Field.Options, there too; a string is in
// Text and an array of strings in List.
type Value struct {
	State     Knowledge
	Low, High float64
	Text      string
	List      []string
}

// Number returns an exactly known number.
func Number(v float64) Value { return Value{State: Exact, Low: v, High: v} }

// Between returns a number known to lie from low to high; equal ends are an
// exact number.
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

// Choice returns the value of an option field for one of its words; false if
// the field has no such word.
func Choice(id ID, word string) (Value, bool) {
	f := id.Field()
	if f.Kind != Option {
		return Value{}, false
	}
	i, ok := f.Option(word)
	if !ok {
		return Value{}, false
	}
	return Number(float64(i)), true
}

// Words returns the value of a Text field.
func Words(s string) Value { return Value{State: Exact, Text: s} }

// List returns the value of a TextList field; no names at all is a known,
// empty list.
func List(names ...string) Value {
	return Value{State: Exact, List: append([]string{}, names...)}
}

// Known reports whether the value says anything.
func (v Value) Known() bool { return v.State != Open }

// Bool returns the value of a known bool field.
func (v Value) Bool() bool { return v.State != Open && v.Low != 0 }

// Equal reports whether two values say the same.
func (v Value) Equal(w Value) bool {
	return v.State == w.State && v.Low == w.Low && v.High == w.High &&
		v.Text == w.Text && slices.Equal(v.List, w.List)
}
