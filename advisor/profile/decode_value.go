package profile

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"archadvisor/advisor/profile/quantity"
	"archadvisor/rules/source"
)

// fromTOML turns a value of the TOML package into the value of a field, or says what is wrong with it.
func fromTOML(f *Field, raw any) (Value, error) {
	v, err := f.convert(raw)
	if v, err = checked(f, v, err); err != nil {
		err = fmt.Errorf("%s: %w", f.Name(), err)
	}
	return v, err
}

func (f *Field) convert(raw any) (Value, error) {
	switch f.Kind {
	case Numeric:
		return f.convertNumber(raw)
	case Bool:
		if b, ok := raw.(bool); ok {
			return Flag(b), nil
		}
		return Value{}, f.wrongType(raw, "true or false")
	case Option:
		word, ok := raw.(string)
		if !ok {
			return Value{}, f.wrongType(raw, "one of "+orList(f.Options))
		}
		if i, ok := f.Option(word); ok {
			return Number(float64(i)), nil
		}
		return Value{}, f.unknownWord(word)
	case Text:
		if s, ok := raw.(string); ok {
			return Words(s), nil
		}
		return Value{}, f.wrongType(raw, "a string")
	case TextList:
		return f.convertList(raw)
	}
	if n, ok := raw.(int64); !ok || !f.Allows(float64(n)) {
		return Value{}, fmt.Errorf("%s cannot be read: this program reads versions %s, write %s = %d", what(raw), f.Bounds(), f.Key, SchemaVersion)
	}
	return Number(SchemaVersion), nil
}

func (f *Field) convertNumber(raw any) (Value, error) {
	if x, ok := source.Number(raw); ok {
		return Number(x), nil
	}
	list, ok := raw.([]any)
	if !ok {
		return Value{}, f.wrongType(raw, "a number or [low, high], "+f.Bounds())
	}
	if len(list) != 2 {
		return Value{}, fmt.Errorf("a range is [low, high], two numbers, not %d%s", len(list), f.commas(list))
	}
	lo, isLow := source.Number(list[0])
	hi, isHigh := source.Number(list[1])
	switch {
	case !isLow || !isHigh:
		bad := list[0]
		if isLow {
			bad = list[1]
		}
		return Value{}, fmt.Errorf("must be two numbers, [low, high], not %s%s", what(bad), f.hint(fmt.Sprintf("%v to %v", list...)))
	case lo > hi:
		return Value{}, fmt.Errorf("the range [%s, %s] is reversed: low comes first, write [%s, %s]",
			shortest(lo), shortest(hi), shortest(hi), shortest(lo))
	}
	return Between(lo, hi), nil
}

// commas is the hint for a range whose numbers have commas inside: [1,5, 2,5].
func (f *Field) commas(list []any) string {
	for _, n := range list {
		if _, whole := n.(int64); !whole || len(list) != 4 {
			return ""
		}
	}
	return f.hint(fmt.Sprintf("%d,%d to %d,%d", list...))
}

func (f *Field) unknownWord(word string) error {
	hint := ""
	if near := source.Nearest(word, f.Options...); near != "" {
		hint = fmt.Sprintf("; did you mean %q?", near)
	}
	list := orList(f.Options)
	for i, said := range f.Spoken {
		if said != "" {
			list = strings.Replace(list, strconv.Quote(f.Options[i]), strconv.Quote(f.Options[i])+" ("+said+")", 1)
		}
	}
	return fmt.Errorf("%s is not one of %s%s", source.Quote(word), list, hint)
}

func (f *Field) convertList(raw any) (Value, error) {
	if word, ok := raw.(string); ok && f.OrWord {
		raw = []any{word}
	}
	list, ok := raw.([]any)
	if !ok {
		return Value{}, f.wrongType(raw, `an array of strings, ["a", "b"]`)
	}
	names := make([]string, len(list))
	for i, x := range list {
		s, ok := x.(string)
		if !ok {
			return Value{}, f.wrongType(x, "an array of strings only")
		}
		if _, known := f.Option(s); f.Options != nil && !known {
			return Value{}, f.unknownWord(s)
		}
		names[i] = s
	}
	return Value{State: Exact, List: names}, nil
}

// wrongType says what a field takes, and for a number written as people write it how to write it here.
func (f *Field) wrongType(raw any, allowed string) error {
	hint := ""
	if s, ok := raw.(string); ok && (f.Kind == Numeric || f.Kind == Bool) {
		hint = f.hint(s)
	}
	return fmt.Errorf("must be %s, not %s%s", allowed, what(raw), hint)
}

// hint says how to write what a person meant by a text: "; write 1500" for 1.5k.
func (f *Field) hint(text string) string {
	if len(text) > source.MaxQuoted {
		return ""
	}
	if plain, odd := quantity.Rewritten(text); odd {
		text = plain
	}
	v, err := Parse(f.ID, text)
	switch {
	case err != nil:
		return ""
	case !v.Known():
		return "; leave the line out if it is unknown"
	}
	if quantity.IsPlain(text) && f.Kind == Numeric {
		return "; write " + f.Key + " = " + text // no digit is lost
	}
	return "; write " + f.Key + " = " + TOML(f.ID, v)
}

// what names a value of a file: `the string "nine"`.
func what(raw any) string {
	switch x := raw.(type) {
	case string:
		return "the string " + source.Quote(x)
	case bool, int64:
		return fmt.Sprint(x)
	case float64:
		return shortest(x)
	case time.Time:
		return "a date"
	case []any:
		return "an array"
	}
	return "a table"
}

func (r *reader) unknown(at *source.Node, section, key string, isTable bool) {
	switch r.faulty = true; {
	case r.Reader == nil || r.Full(): // to look for near words takes a while
	case section == "" && isTable:
		r.faultOfKey(inside(at, key), "%s", unknownTable(key))
	default:
		r.faultOfKey(inside(at, key), "%s", unknownKey(section, key))
	}
}

func unknownTable(key string) string {
	msg := "unknown table [" + source.Shorten(source.Clean(key), source.MaxQuoted) + "]"
	if near := source.Nearest(key, Sections()[1:]...); near != "" {
		return msg + "; did you mean [" + near + "]?"
	}
	return msg + "; a profile has [" + strings.Join(Sections()[1:], "], [") + "]"
}

func unknownKey(section, key string) string {
	msg := "unknown key " + source.Quote(key)
	if section != "" {
		msg += " in [" + section + "]"
	}
	f := nearestField(section, key)
	switch {
	case f != nil && f.Section == section:
		return fmt.Sprintf("%s; did you mean %q?", msg, f.Key)
	case f != nil && f.Section == "":
		return fmt.Sprintf("%s; did you mean %q, above all tables?", msg, f.Key)
	case f != nil:
		return fmt.Sprintf("%s; did you mean %q in [%s]?", msg, f.Key, f.Section)
	case section == "":
		return msg + "; above its tables a profile has " + strings.Join(table.keyList[""], ", ")
	}
	return msg + "; it has " + strings.Join(table.keyList[section], ", ")
}
