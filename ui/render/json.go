package render

import (
	"bytes"
	"cmp"
	"encoding"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"unicode/utf8"
)

// jsonRows prints JSON values as they come, a line each, as one array or, as ndjson has it, without one.
type jsonRows struct {
	w     io.Writer
	lines bool
	n     int
	buf   []byte
}

func (j *jsonRows) add(v any) error {
	before, after := ",\n", ""
	switch {
	case j.lines:
		before, after = "", "\n"
	case j.n == 0:
		before = "[\n"
	}
	j.n++
	j.buf = append(appendJSON(append(j.buf[:0], before...), reflect.ValueOf(v)), after...)
	_, err := j.w.Write(j.buf)
	return err
}

// Close ends the array.
func (j *jsonRows) Close([]string) error {
	end := "\n]\n"
	switch {
	case j.lines:
		return nil
	case j.n == 0:
		end = "[]\n"
	}
	_, err := io.WriteString(j.w, end)
	return err
}

func array[T any](list []T) string {
	var b strings.Builder
	j := jsonRows{w: &b}
	for _, entry := range list {
		_ = j.add(entry) // to memory
	}
	_ = j.Close(nil)
	return b.String()
}

// JSON is one value, indented.
func JSON(v any) string {
	var b bytes.Buffer
	_ = json.Indent(&b, appendJSON(nil, reflect.ValueOf(v)), "", "  ") // it is JSON
	return b.String() + "\n"
}

// What JSON prints differs from encoding/json: floats have six significant digits, since more would promise what the
// models do not know, and no text holds what a terminal would obey. It is one pass: a batch prints six kilobytes a
// row.

const digits = 6

type encoder func(b []byte, v reflect.Value) []byte

var encoders sync.Map // by reflect.Type

func appendJSON(b []byte, v reflect.Value) []byte {
	if !v.IsValid() {
		return append(b, "null"...)
	}
	return encoderOf(v.Type())(b, v)
}

func encoderOf(t reflect.Type) encoder {
	if e, ok := encoders.Load(t); ok {
		return e.(encoder)
	}
	e := newEncoder(t)
	encoders.Store(t, e)
	return e
}

func newEncoder(t reflect.Type) encoder {
	if t.Implements(reflect.TypeFor[json.Marshaler]()) || t.Implements(reflect.TypeFor[encoding.TextMarshaler]()) {
		return appendOther
	}
	inner := sync.OnceValue(func() encoder { return encoderOf(t.Elem()) }) // when it is met: a type may hold itself
	switch t.Kind() {
	case reflect.Bool:
		return func(b []byte, v reflect.Value) []byte { return strconv.AppendBool(b, v.Bool()) }
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return func(b []byte, v reflect.Value) []byte { return strconv.AppendInt(b, v.Int(), 10) }
	case reflect.Float64:
		return func(b []byte, v reflect.Value) []byte { return appendFloat(b, v.Float()) }
	case reflect.String:
		return func(b []byte, v reflect.Value) []byte { return appendText(b, v.String()) }
	case reflect.Interface:
		return func(b []byte, v reflect.Value) []byte { return appendJSON(b, v.Elem()) }
	case reflect.Pointer:
		return newPointerEncoder(t, inner)
	case reflect.Slice, reflect.Array:
		return func(b []byte, v reflect.Value) []byte { return appendList(b, v, inner()) }
	case reflect.Map:
		return func(b []byte, v reflect.Value) []byte { return appendMap(b, v, inner()) }
	case reflect.Struct:
		return newStructEncoder(t)
	}
	return appendOther
}

// written is what many rows share: it keeps its text where it has room for it.
type written interface {
	Written() *atomic.Pointer[string]
}

func newPointerEncoder(t reflect.Type, inner func() encoder) encoder {
	shared := t.Implements(reflect.TypeFor[written]())
	return func(b []byte, v reflect.Value) []byte {
		if v.IsNil() {
			return append(b, "null"...)
		}
		var room *atomic.Pointer[string]
		if shared {
			room = v.Interface().(written).Written()
		}
		if room == nil {
			return inner()(b, v.Elem())
		}
		if text := room.Load(); text != nil {
			return append(b, *text...)
		}
		from := len(b)
		b = inner()(b, v.Elem())
		text := string(b[from:])
		room.Store(&text)
		return b
	}
}

// appendOther is for what encoding/json knows best.
func appendOther(b []byte, v reflect.Value) []byte {
	data, err := json.Marshal(v.Interface())
	if err != nil { // nothing that this program prints
		data = []byte("null")
	}
	return appendInert(b, data)
}

func appendList(b []byte, v reflect.Value, entry encoder) []byte {
	if v.Kind() == reflect.Slice && v.IsNil() {
		return append(b, "null"...)
	}
	b = append(b, '[')
	for i := range v.Len() {
		if i > 0 {
			b = append(b, ',')
		}
		b = entry(b, v.Index(i))
	}
	return append(b, ']')
}

func appendMap(b []byte, v reflect.Value, entry encoder) []byte {
	if v.IsNil() {
		return append(b, "null"...)
	}
	keys := v.MapKeys()
	slices.SortFunc(keys, func(x, y reflect.Value) int { return strings.Compare(x.String(), y.String()) })
	b = append(b, '{')
	for i, k := range keys {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(appendText(b, k.String()), ':')
		b = entry(b, v.MapIndex(k))
	}
	return append(b, '}')
}

// member is one field of a struct, those of embedded ones included.
type member struct {
	index     []int
	key       string // with quotes and colon
	omitEmpty bool
	encode    encoder
}

func newStructEncoder(t reflect.Type) encoder {
	list := members(t, nil)
	return func(b []byte, v reflect.Value) []byte {
		b = append(b, '{')
		first, last := true, lastFloat{}
		for i := range list {
			m := &list[i]
			f := v.FieldByIndex(m.index)
			if m.omitEmpty && isEmpty(f) {
				continue
			}
			if !first {
				b = append(b, ',')
			}
			first = false
			if b = append(b, m.key...); f.Kind() == reflect.Float64 {
				b = last.append(b, f.Float())
				continue
			}
			b = m.encode(b, f)
		}
		return append(b, '}')
	}
}

// lastFloat is the last float that was written, and where: what is certain is the same at both ends of its range.
type lastFloat struct {
	x        float64
	from, to int
}

func (n *lastFloat) append(b []byte, x float64) []byte {
	from := len(b)
	if n.to > 0 && n.x == x {
		b = append(b, b[n.from:n.to]...)
	} else {
		b = appendFloat(b, x)
	}
	*n = lastFloat{x, from, len(b)}
	return b
}

func members(t reflect.Type, at []int) []member {
	var list []member
	for i := range t.NumField() {
		f := t.Field(i)
		index := append(slices.Clone(at), i)
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case f.Anonymous && name == "" && f.Type.Kind() == reflect.Struct:
			list = append(list, members(f.Type, index)...)
		case f.IsExported() && name != "-":
			list = append(list, member{index, strconv.Quote(cmp.Or(name, f.Name)) + ":", options == "omitempty", encoderOf(f.Type)})
		}
	}
	return list
}

func isEmpty(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Slice, reflect.Map, reflect.Array:
		return v.Len() == 0
	}
	return v.Kind() != reflect.Struct && v.IsZero()
}

// appendFloat writes six significant digits; what JSON cannot hold becomes 0, and no zero is negative.
func appendFloat(b []byte, x float64) []byte {
	if x == 0 || math.IsNaN(x) || math.IsInf(x, 0) {
		return append(b, '0')
	}
	if n := int64(x); float64(n) == x && -1e6 < x && x < 1e6 { // its own digits
		return strconv.AppendInt(b, n, 10)
	}
	if a := math.Abs(x); a >= 1e-4 && a < 999_999 {
		return strconv.AppendFloat(b, x, 'g', digits, 64)
	}
	x, _ = strconv.ParseFloat(strconv.FormatFloat(x, 'g', digits, 64), 64) // its own digits: no error
	return appendOther(b, reflect.ValueOf(x))
}

func appendText(b []byte, s string) []byte {
	for i, c := range s {
		switch {
		case c < ' ' || c == '"' || c == '\\' || c == '<' || c == '>' || c == '&',
			c >= utf8.RuneSelf-1 && (steers(c) || c == '\u2028' || c == '\u2029' || c == utf8.RuneError && !strings.HasPrefix(s[i:], "\ufffd")):
			return appendOther(b, reflect.ValueOf(s))
		}
	}
	b = append(b, '"')
	b = append(b, s...)
	return append(b, '"')
}

// appendInert escapes DEL, C1 controls and marks of direction, too, which a terminal would obey.
func appendInert(b, data []byte) []byte {
	for len(data) > 0 {
		r, n := utf8.DecodeRune(data)
		if steers(r) {
			b = fmt.Appendf(b, `\u%04x`, r)
		} else {
			b = append(b, data[:n]...)
		}
		data = data[n:]
	}
	return b
}

func steers(r rune) bool {
	return r >= 0x7f && r <= 0x9f || r >= 0x200e && r <= 0x200f || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0xfeff
}
