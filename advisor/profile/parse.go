package profile

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"archadvisor/advisor/profile/quantity"
	"archadvisor/rules/source"
)

// Parse reads an answer as people write it, in the units they use, and returns it in the unit of the field: "1.5k",
// "5M/day", "90k/min", "200ms", "$3k", "100-2k", "up to 50", "99.9%", "yes", "bursty". "unknown", "not sure", "?" and
// nothing at all are the open value. In a range a unit stands for both ends, and so does a factor of thousands on the
// second end if the first number is the smaller one: 5-10k is 5000 to 10000, 100-2k is 100 to 2000.
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
	return checked(f, v, err)
}

// checked is a value that may stand in a field, or what is wrong with it.
func checked(f *Field, v Value, err error) (Value, error) {
	if err == nil {
		err = check(f, v)
	}
	if err != nil {
		return Value{}, err
	}
	return v, nil
}

// unknowns are the ways to say that one does not know, without "I" in front.
var unknowns = []string{"", "?", "unknown", "don't know", "dont know", "do not know", "idk", "dunno", "no idea", "no clue", "not sure",
	"unsure", "not known", "can't say", "cannot say", "n/a", "skip"}

func unknownAnswer(s string) bool {
	s = strings.TrimRight(strings.ReplaceAll(strings.ToLower(s), "’", "'"), ".!")
	for _, subject := range []string{"i'm ", "i am ", "i ", "we "} {
		s = strings.TrimPrefix(s, subject)
	}
	return slices.Contains(unknowns, s)
}

func (f *Field) parse(s string) (Value, error) {
	switch f.Kind {
	case Bool:
		return parseBool(s)
	case Option:
		i, ok := f.meant(s)
		if !ok {
			return Value{}, f.unknownWord(s)
		}
		return Number(float64(i)), nil
	case Text:
		return Words(s), nil
	case TextList:
		return f.parseList(s)
	}
	return f.parseNumber(s)
}

func parseBool(s string) (Value, error) {
	switch strings.ToLower(s) {
	case "y", "yes", "yep", "yeah", "true", "1", "on":
		return Flag(true), nil
	case "n", "no", "nope", "none", "never", "false", "0", "off":
		return Flag(false), nil
	}
	return Value{}, fmt.Errorf("%s is neither yes nor no", source.Quote(s))
}

// meant is the option that somebody wrote: in any case, with blanks, or by a beginning that no other one has.
func (f *Field) meant(s string) (found int, ok bool) {
	word, n := strings.ToLower(s), 0
	for i, o := range f.Options {
		plain := strings.NewReplacer("_", " ", "-", " ").Replace
		if begins, _, _ := strings.Cut(f.Meaning(o), ":"); plain(o) == plain(word) || f.Said(o) == word || begins == word {
			return i, true
		}
		if strings.HasPrefix(plain(o), plain(word)) || strings.HasPrefix(f.Said(o), word) {
			found, n = i, n+1
		}
	}
	return found, n == 1
}

func (f *Field) parseList(s string) (Value, error) {
	s = strings.Trim(s, "[]")
	names := []string{}
	for _, w := range strings.Split(strings.ReplaceAll(s, " and ", ","), ",") {
		w = strings.Trim(strings.TrimSpace(w), `"'`)
		if _, word := f.Option("none"); w == "" || strings.EqualFold(w, "none") && !word {
			continue
		}
		if f.Options != nil {
			i, ok := f.meant(w)
			if !ok {
				return Value{}, f.unknownWord(w)
			}
			w = f.Options[i]
		}
		if !slices.Contains(names, w) {
			names = append(names, w)
		}
	}
	return List(names...), nil
}

func (f *Field) parseNumber(s string) (Value, error) {
	text, side := quantity.Open(s)
	low, high, err := quantity.Read(text, f.Unit)
	if err != nil {
		return Value{}, err
	}
	if low > high {
		return Value{}, fmt.Errorf("%s to %s is reversed: the lower number comes first", shortest(low), shortest(high))
	}
	if f.Unit == "share" && high >= 2 && high <= 100 && !strings.ContainsAny(text, "%p") {
		low, high = low/100, high/100 // plainly per cent
	}
	if f.Unit == "%" && high <= 1 && f.Min > 1 {
		low, high = 100*low, 100*high // plainly a share
	}
	return Between(f.reach(low, high, side)), nil
}

// reach gives an open end of a number its place: a tenth or ten times as much. A limit is what it says.
func (f *Field) reach(low, high float64, side quantity.Side) (float64, float64) {
	narrow := f.Max-f.Min <= 100
	switch {
	case f.Limit || side == quantity.Neither:
	case side == quantity.UpTo && narrow:
		low = f.Min
	case side == quantity.UpTo:
		low = math.Max(f.Min, low/10)
	case narrow:
		high = f.Max
	default:
		high = math.Min(f.Max, high*10)
	}
	if f.Whole && side != quantity.Neither {
		low, high = math.Ceil(low), math.Floor(high)
	}
	return low, high
}
