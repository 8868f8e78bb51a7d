package render

import (
	"bytes"
	"cmp"
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

func appendJSON(b []byte, v reflect.Value) []byte {
	switch kind := v.Kind(); kind {
	case reflect.Bool:
		return strconv.AppendBool(b, v.Bool())
	case reflect.Int:
		return strconv.AppendInt(b, v.Int(), 10)
	case reflect.Float64:
		return appendFloat(b, v.Float())
	case reflect.String:
		return appendText(b, v.String())
	case reflect.Invalid, reflect.Interface, reflect.Pointer, reflect.Map, reflect.Slice:
		switch {
		case kind == reflect.Invalid || v.IsNil():
			return append(b, "null"...)
		case kind == reflect.Interface:
			return appendJSON(b, v.Elem())
		case kind == reflect.Pointer:
			return appendShared(b, v)
		case kind == reflect.Map:
			return appendMap(b, v)
		case v.Type().Elem().Kind() != reflect.Uint8:
			return appendList(b, v)
		}
	case reflect.Array:
		return appendList(b, v)
	case reflect.Struct:
		return appendStruct(b, v, membersOf(v.Type()))
	}
	return appendOther(b, v)
}

// appendOther is for what encoding/json knows best.
func appendOther(b []byte, v reflect.Value) []byte {
	data, err := json.Marshal(v.Interface())
	if err != nil { // nothing that this program prints
		data = []byte("null")
	}
	return appendInert(b, data)
}

// written is what many rows share: it keeps its text where it has room for it.
type written interface {
	Written() *atomic.Pointer[string]
}

// appendShared writes what a pointer leads to.
func appendShared(b []byte, v reflect.Value) []byte {
	shared, _ := v.Interface().(written)
	if shared == nil || shared.Written() == nil {
		return appendJSON(b, v.Elem())
	}
	room := shared.Written()
	if room.Load() == nil {
		text := string(appendJSON(nil, v.Elem()))
		room.Store(&text)
	}
	return append(b, *room.Load()...)
}

func appendList(b []byte, v reflect.Value) []byte {
	b = append(b, '[')
	for i := range v.Len() {
		b = append(appendJSON(b, v.Index(i)), ',')
	}
	return closed(b, ']')
}

func appendMap(b []byte, v reflect.Value) []byte {
	keys := v.MapKeys()
	slices.SortFunc(keys, func(x, y reflect.Value) int { return strings.Compare(x.String(), y.String()) })
	b = append(b, '{')
	for _, k := range keys {
		b = append(appendText(b, k.String()), ':')
		b = append(appendJSON(b, v.MapIndex(k)), ',')
	}
	return closed(b, '}')
}

// closed ends a list in the place of the last comma, if it has one.
func closed(b []byte, end byte) []byte {
	if last := len(b) - 1; b[last] == ',' {
		b[last] = end
		return b
	}
	return append(b, end)
}

// member is one field of a struct, those of embedded ones included.
type member struct {
	index     []int
	key       string // with quotes and colon
	omitEmpty bool
	inner     []member // of a struct
}

var structs sync.Map // the members of each, by reflect.Type

func membersOf(t reflect.Type) []member {
	list, known := structs.Load(t)
	if !known {
		list, _ = structs.LoadOrStore(t, members(t, nil))
	}
	return list.([]member)
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
			m := member{index: index, key: strconv.Quote(cmp.Or(name, f.Name)) + ":", omitEmpty: options == "omitempty"}
			if f.Type.Kind() == reflect.Struct {
				m.inner = members(f.Type, nil)
			}
			list = append(list, m)
		}
	}
	return list
}

func appendStruct(b []byte, v reflect.Value, list []member) []byte {
	b = append(b, '{')
	last, from, to := 0.0, 0, 0 // a float that is like that before it is copied: what is certain has one figure thrice
	for i := range list {
		m := &list[i]
		f := v.Field(m.index[0])
		for _, at := range m.index[1:] {
			f = f.Field(at)
		}
		if m.omitEmpty && isEmpty(f) {
			continue
		}
		b = append(b, m.key...)
		if f.Kind() == reflect.Pointer && !f.IsNil() && f.Elem().Kind() == reflect.Float64 {
			f = f.Elem()
		}
		switch start := len(b); {
		case m.inner != nil:
			b = appendStruct(b, f, m.inner)
		case f.Kind() != reflect.Float64:
			b = appendJSON(b, f)
		case to > 0 && f.Float() == last:
			b = append(b, b[from:to]...)
		default:
			last = f.Float()
			b = appendFloat(b, last)
			from, to = start, len(b)
		}
		b = append(b, ',')
	}
	return closed(b, '}')
}

func isEmpty(v reflect.Value) bool {
	if kind := v.Kind(); kind == reflect.Slice || kind == reflect.Map {
		return v.Len() == 0
	}
	return v.IsZero()
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

// plain are the bytes that stand for themselves.
var plain = func() (is [256]bool) {
	for c := byte(' '); c < 0x7f; c++ {
		is[c] = strings.IndexByte(`"\<>&`, c) < 0
	}
	return is
}()

func appendText(b []byte, s string) []byte {
	for i, n := 0, 1; i < len(s); i += n {
		if n = 1; plain[s[i]] {
			continue
		}
		var c rune
		if c, n = utf8.DecodeRuneInString(s[i:]); c < utf8.RuneSelf || steers(c) || c == '\u2028' || c == '\u2029' || c == utf8.RuneError && n == 1 {
			return appendOther(b, reflect.ValueOf(s))
		}
	}
	return append(append(append(b, '"'), s...), '"')
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
