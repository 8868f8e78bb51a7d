package profile

import (
	"fmt"
	"strconv"
	"strings"

	"archadvisor/advisor/profile/quantity"
	"archadvisor/rules/source"
)

// fromTOML turns a value of the TOML package into the value of a field, or says what is wrong with it.
func fromTOML(f *Field, raw any) (Value, error) {
	v, err := f.valueOf(raw)
	if err != nil {
		err = fmt.Errorf("%s: %w", f.Name(), err)
	}
	return v, err
}

// valueOf is fromTOML without the name of the field in the error.
func (f *Field) valueOf(raw any) (Value, error) {
	v, err := f.convert(raw)
	if err == nil {
		err = check(f, v)
	}
	if err != nil {
		return Value{}, err
	}
	return v, nil
}

func (f *Field) convert(raw any) (Value, error) {
	switch x := raw.(type) {
	case bool:
		if f.Kind == Bool {
			return Flag(x), nil
		}
	case string:
		switch i, word := f.Option(x); {
		case f.Kind == Text:
			return Words(x), nil
		case f.Kind == Option && word:
			return Number(float64(i)), nil
		case f.Kind == Option:
			return Value{}, f.unknownWord(x)
		case f.OrWord:
			return List(x), nil
		}
	case []any:
		switch f.Kind {
		case Numeric:
			return f.convertRange(x)
		case TextList:
			return f.convertList(x)
		}
	}
	number, ok := source.Number(raw)
	_, whole := raw.(int64)
	switch {
	case ok && f.Kind == Numeric:
		return Number(number), nil
	case f.Kind != Integer:
		return Value{}, f.wrongType(raw)
	case whole && f.Allows(number):
		return Number(SchemaVersion), nil
	}
	return Value{}, fmt.Errorf("%s cannot be read: this program reads versions %s, write %s = %d",
		source.Describe(raw), f.Bounds(), f.Key, SchemaVersion)
}

func (f *Field) convertRange(list []any) (Value, error) {
	if len(list) != 2 {
		return Value{}, fmt.Errorf("a range is [low, high], two numbers, not %d%s", len(list), f.commas(list))
	}
	var ends [2]float64
	for i, x := range list {
		var ok bool
		if ends[i], ok = source.Number(x); !ok {
			return Value{}, fmt.Errorf("must be two numbers, [low, high], not %s%s", source.Describe(x),
				f.hint(fmt.Sprintf("%v to %v", list...)))
		}
	}
	return Between(ends[0], ends[1]), nil
}

// commas is the hint for a range whose numbers have commas inside: [1,5, 2,5].
func (f *Field) commas(list []any) string {
	if len(list) != 4 {
		return ""
	}
	return f.hint(fmt.Sprintf("%v,%v to %v,%v", list...))
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

func (f *Field) convertList(list []any) (Value, error) {
	names := make([]string, len(list))
	for i, x := range list {
		var ok bool
		if names[i], ok = x.(string); !ok {
			return Value{}, f.wrongType(x)
		}
	}
	return Value{State: Exact, List: names}, nil
}

// wrongType says what a field takes, and for a number written as people write it how to write it here.
func (f *Field) wrongType(raw any) error {
	hint := ""
	if s, ok := raw.(string); ok && (f.Kind == Numeric || f.Kind == Bool) {
		hint = f.hint(s)
	}
	return fmt.Errorf("must be %s, not %s%s", f.allowed(), source.Describe(raw), hint)
}

// allowed is what may be written there, as a file has it.
func (f *Field) allowed() string {
	return [...]string{"a number or [low, high], " + f.Bounds(), "true or false", "one of " + orList(f.Options), "a string",
		`an array of strings, ["a", "b"]`, "a whole number, " + f.Bounds()}[f.Kind]
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

func (r *reader) unknown(at *source.Node, section, key string, isTable bool) {
	switch r.faulty = true; {
	case r.Reader == nil || r.Full(): // to look for near words takes a while
	case section == "" && isTable:
		known := Sections()[1:]
		hint := "a profile has [" + strings.Join(known, "], [") + "]"
		if near := source.Nearest(key, known...); near != "" {
			hint = "did you mean [" + near + "]?"
		}
		r.faultOfKey(at.Near(key), "unknown table [%s]; %s", source.Shorten(source.Clean(key), source.MaxQuoted), hint)
	default:
		r.faultOfKey(at.Near(key), "unknown key %s", unknownKey(section, key))
	}
}

func unknownKey(section, key string) string {
	name, has, place := source.Quote(key), "above its tables a profile has ", ""
	if section != "" {
		name, has = name+" in ["+section+"]", "it has "
	}
	f := nearestField(section, key)
	switch {
	case f == nil:
		return name + "; " + has + keysOf(section)
	case f.Section == "" && section != "":
		place = ", above all tables"
	case f.Section != section:
		place = " in [" + f.Section + "]"
	}
	return fmt.Sprintf("%s; did you mean %q%s?", name, f.Key, place)
}
