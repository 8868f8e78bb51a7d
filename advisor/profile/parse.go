package profile

import (
	"fmt"
	"strings"

	"archadvisor/advisor/profile/quantity"
	"archadvisor/rules/source"
)

// Parse reads an answer as people write it, in the units they use, and returns
// it in the unit of the field: "1.5k", "5M/day", "90k/min", "200ms", "$3k",
// "100-2k", "99.9%", "yes", "bursty". "unknown", "?" and nothing at all are the
// open value. In a range a unit stands for both ends, and so does a factor of
// thousands on the second end if the first number is the smaller one: 5-10k is
// 5000 to 10000, 100-2k is 100 to 2000.
func Parse(id ID, s string) (Value, error) {
	if id >= NumFields {
		return Value{}, fmt.Errorf("no field has the number %d", id)
	}
	f := id.Field()
	s = strings.TrimSpace(s)
	if unknownAnswer(s) {
		return Value{}, nil
	}
	v, err := f.parse(s)
	if err == nil {
		err = check(f, v)
	}
	if err != nil {
		return Value{}, err
	}
	return v, nil
}

func unknownAnswer(s string) bool {
	switch strings.ToLower(s) {
	case "", "?", "unknown", "don't know", "dont know", "i don't know", "idk", "no idea", "skip":
		return true
	}
	return false
}

func (f *Field) parse(s string) (Value, error) {
	switch f.Kind {
	case Bool:
		return parseBool(s)
	case Option:
		return f.parseOption(s)
	case Text:
		return Words(s), nil
	case TextList:
		return f.parseList(s)
	}
	return f.parseNumber(s)
}

func parseBool(s string) (Value, error) {
	switch strings.ToLower(s) {
	case "y", "yes", "true", "1", "on":
		return Flag(true), nil
	case "n", "no", "false", "0", "off":
		return Flag(false), nil
	}
	return Value{}, fmt.Errorf("%s is neither yes nor no", source.Quote(s))
}

// parseOption takes a word of the options in any case, or a beginning that only
// one of them has.
func (f *Field) parseOption(s string) (Value, error) {
	word := strings.ReplaceAll(strings.ToLower(s), " ", "-")
	found, n := 0, 0
	for i, o := range f.Options {
		if o == word {
			return Number(float64(i)), nil
		}
		if strings.HasPrefix(o, word) {
			found, n = i, n+1
		}
	}
	if n == 1 {
		return Number(float64(found)), nil
	}
	return Value{}, f.unknownWord(s)
}

func (f *Field) parseList(s string) (Value, error) {
	s = strings.Trim(s, "[]")
	names := []string{}
	for _, w := range strings.Split(s, ",") {
		w = strings.Trim(strings.TrimSpace(w), `"'`)
		if _, word := f.Option("none"); w == "" || strings.EqualFold(w, "none") && !word {
			continue
		}
		if f.Options != nil {
			w = strings.ToLower(w)
			if _, ok := f.Option(w); !ok {
				return Value{}, f.unknownWord(w)
			}
		}
		names = append(names, w)
	}
	return List(names...), nil
}

func (f *Field) parseNumber(s string) (Value, error) {
	low, high, err := quantity.Read(s, f.Unit)
	if err != nil {
		return Value{}, err
	}
	if low > high {
		return Value{}, fmt.Errorf("%s to %s is reversed: the lower number comes first", shortest(low), shortest(high))
	}
	return Between(low, high), nil
}
