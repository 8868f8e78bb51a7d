package source

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
)

const maxFaults = 200   // how many faults of one file are kept; the rest are counted
const maxText = 8 << 10 // bounds one text, in bytes

// Reader reads the tables of a file and collects what is wrong with them.
type Reader struct {
	File    *File
	Faults  Errors
	Dropped int // faults beyond those that are kept
}

// Full counts one more fault that is not kept, if there are enough.
func (r *Reader) Full() bool {
	if len(r.Faults) < maxFaults {
		return false
	}
	r.Dropped++
	return true
}

// Add notes a fault about the bytes between two offsets.
func (r *Reader) Add(from, to int, id, format string, args ...any) {
	if !r.Full() {
		r.Faults = append(r.Faults, r.File.Fault(from, to, id, fmt.Sprintf(format, args...)))
	}
}

// Report is the faults in the order of their places; of too many to read the last one counts the rest.
func (r *Reader) Report() Errors {
	slices.SortStableFunc(r.Faults, func(a, b Fault) int { return cmp.Or(a.Line-b.Line, a.Column-b.Column) })
	list, more, file := r.Faults, r.Dropped, r.File.Name
	room := maxReport - 2*ofPlace - len(file)
	for i := range list {
		room -= len(list[i].Message) + len(list[i].ID) + len(file) + ofPlace
		if room < 0 && i > 0 {
			list, more = list[:i:i], more+len(list)-i
			break
		}
	}
	if more > 0 {
		list = append(list, Fault{File: file, Message: fmt.Sprintf("… and %d more", more), More: more})
	}
	return list
}

// Read reads a file by its tables, unless its syntax is broken, and returns all that is wrong with it.
func (f *File) Read(what string, read func(*Table)) Errors {
	doc, _, broken := Parse(f, what)
	r := &Reader{File: f}
	for _, b := range broken {
		r.Faults = append(r.Faults, b.Fault)
	}
	if len(broken) == 0 {
		read(&Table{Values: doc, Node: f.Root(), reader: r})
	}
	return r.Report()
}

// Faults counts what is wrong so far with the file of the table.
func (t *Table) Faults() int { return len(t.reader.Faults) + t.reader.Dropped }

// Table is one table that is being read, with the keys asked for.
type Table struct {
	Values map[string]any
	Node   *Node
	ID     string // of the statement, for the faults

	reader *Reader
	asked  []string
}

// At notes a fault at the value of a key, or at the head of the table.
func (t *Table) At(key, format string, args ...any) {
	from, to := t.Node.Near(key).Place()
	t.reader.Add(from, to, t.ID, format, args...)
}

// AtKey notes a fault at the key of a node.
func (t *Table) AtKey(n *Node, format string, args ...any) {
	t.reader.Add(n.Key, n.KeyEnd, t.ID, format, args...)
}

// Missing notes that a key is not there.
func (t *Table) Missing(key string) { t.At("", "%s is missing", key) }

// Wrong notes that the value of a key is of the wrong type.
func (t *Table) Wrong(key, want string) {
	t.At(key, "%s must be %s, not %s", key, want, Describe(t.Values[key]))
}

// Describe names a value of a file: 3, the string "nine", an array.
func Describe(v any) string {
	switch v := v.(type) {
	case string:
		return "the string " + Quote(v)
	case int64, float64, bool:
		return fmt.Sprint(v)
	case []any, []map[string]any:
		return "an array"
	case map[string]any:
		return "a table"
	}
	return "a date"
}

// Get is the value of a key as the TOML library gives it.
func (t *Table) Get(key string) (any, bool) {
	t.asked = append(t.asked, key)
	v, ok := t.Values[key]
	return v, ok
}

// required is Get of a key that may have to be there.
func (t *Table) required(key string, required bool) (any, bool) {
	v, ok := t.Get(key)
	if !ok && required {
		t.Missing(key)
	}
	return v, ok
}

// Text reads a string, "" if there is none.
func (t *Table) Text(key string, required bool) string {
	s, ok := read[string](t, key, "a string", required)
	switch {
	case ok && required && strings.TrimSpace(s) == "":
		t.At(key, "%s is empty", key)
		return ""
	case len(s) > maxText:
		t.At(key, "%s is longer than %d bytes", key, maxText)
		return ""
	}
	return s
}

// Word reads a string that is one of some words, "" if there is none.
func (t *Table) Word(key string, required bool, words ...string) string {
	w := t.Text(key, required)
	if w == "" || slices.Contains(words, w) {
		return w
	}
	t.At(key, "%s is %s; allowed is %s%s", key, Quote(w), strings.Join(words, ", "), DidYouMean(w, words...))
	return ""
}

// read is the value of a key as one type; of another type it is wrong.
func read[T any](t *Table, key, want string, required bool) (x T, ok bool) {
	v, there := t.required(key, required)
	if x, ok = v.(T); there && !ok {
		t.Wrong(key, want)
	}
	return x, ok
}

// Flag reads true or false, false if it is not there.
func (t *Table) Flag(key string) bool {
	b, _ := read[bool](t, key, "true or false", false)
	return b
}

// Number reads a number from lo to hi; otherwise if there is none.
func (t *Table) Number(key string, lo, hi, otherwise float64, required bool) float64 {
	v, there := t.required(key, required)
	switch x, ok := Number(v); {
	case !there:
	case !ok:
		t.Wrong(key, "a number")
	case !(x >= lo && x <= hi) || math.IsInf(x, 0):
		t.At(key, "%s is %v; allowed is %s", key, x, between(lo, hi))
	default:
		return x
	}
	return otherwise
}

// Count reads a whole number from 0 to most; most if there is none.
func (t *Table) Count(key string, most int, required bool) int {
	x := t.Number(key, 0, float64(most), float64(most), required)
	if x != math.Trunc(x) {
		t.At(key, "%s is %v; allowed is a whole number, 0 to %d", key, x, most)
	}
	return int(x)
}

func between(lo, hi float64) string {
	switch {
	case math.IsInf(lo, 0) && math.IsInf(hi, 0):
		return "any number"
	case math.IsInf(hi, 0):
		return fmt.Sprintf("a number of %v or more", lo)
	}
	return fmt.Sprintf("%v to %v", lo, hi)
}

// Number is a value as a number, whole and fractional ones alike; the sum turns -0 into 0.
func Number(v any) (float64, bool) {
	switch x := v.(type) {
	case int64:
		return float64(x), true
	case float64:
		return x + 0, true
	}
	return 0, false
}

// Date reads a year, a month or a day, as a string, a number or a TOML date; "" if there is none.
func (t *Table) Date(key string, required bool) string {
	v, ok := t.required(key, required)
	if !ok {
		return ""
	}
	text := fmt.Sprint(v)
	if day, ok := v.(interface{ Format(string) string }); ok { // a TOML date
		text = day.Format("2006-01-02")
	}
	if !date().MatchString(text) {
		t.At(key, "%s must be a year, a month or a day, such as 2021, 2021-05 or 2021-05-09", key)
		return ""
	}
	return text
}

var date = Pattern(`^\d{4}(?:-(?:02(?:-(?:0[1-9]|[12]\d))?|(?:0[469]|11)(?:-(?:0[1-9]|[12]\d|30))?|(?:0[13578]|1[02])(?:-(?:0[1-9]|[12]\d|3[01]))?))?$`)

// Texts reads an array of strings.
func (t *Table) Texts(key string) []string {
	list, _ := read[[]any](t, key, "an array of strings", false)
	var out []string
	for _, e := range list {
		s, ok := e.(string)
		if !ok {
			t.At(key, "%s must hold strings only", key)
			return nil
		}
		out = append(out, s)
	}
	return out
}

// Numbers reads an array of so many numbers from lo to hi, false if it is none.
func (t *Table) Numbers(key string, n int, lo, hi float64) ([]float64, bool) {
	v, _ := t.Get(key)
	list, _ := v.([]any)
	out := make([]float64, 0, n)
	for _, e := range list {
		if x, ok := Number(e); ok && x >= lo && x <= hi {
			out = append(out, x)
		}
	}
	if len(out) != n || len(list) != n {
		t.At(key, "%s must be an array of %d numbers, each %s", Quote(key), n, between(lo, hi))
		return nil, false
	}
	return out, true
}

// OneOrMore reads a string or an array of strings.
func (t *Table) OneOrMore(key string, required bool) []string {
	v, ok := t.required(key, required)
	if s, one := v.(string); ok && one {
		return []string{s}
	}
	return t.Texts(key)
}

// Table reads a table, nil if there is none.
func (t *Table) Table(key string) *Table {
	if m, ok := read[map[string]any](t, key, "a table", false); ok {
		return &Table{Values: m, Node: t.Node.Near(key), ID: t.ID, reader: t.reader}
	}
	return nil
}

// Tables reads an array of tables.
func (t *Table) Tables(key string) (out []*Table) {
	v, there := t.Get(key)
	list, ok := v.([]map[string]any)
	inline, isList := v.([]any)
	for _, e := range inline {
		m, isTable := e.(map[string]any)
		list, isList = append(list, m), isList && isTable
	}
	if there && !ok && !isList {
		t.At(key, "%s must be written [[%s]]", key, key)
		return nil
	}
	n := t.Node.Near(key)
	for i, m := range list {
		out = append(out, &Table{Values: m, Node: cmp.Or(n.Item(i), n), reader: t.reader})
	}
	return out
}

// Done reports the keys that nobody asked for.
func (t *Table) Done() {
	for _, k := range slices.Sorted(maps.Keys(t.Values)) {
		if slices.Contains(t.asked, k) || t.reader.Full() {
			continue
		}
		t.AtKey(t.Node.Near(k), "unknown key %s%s", Quote(k), DidYouMean(k, t.asked...))
	}
}
