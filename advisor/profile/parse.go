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
	f := id.Field()
	s = strings.TrimSpace(s)
	if unknownAnswer(s) {
		return Value{}, nil
	}
	raw, err := f.read(s)
	if err != nil {
		return Value{}, err
	}
	return f.valueOf(raw)
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

// read is the text of a person as a file would have it.
func (f *Field) read(s string) (any, error) {
	switch f.Kind {
	case Bool:
		switch strings.ToLower(s) {
		case "y", "yes", "yep", "yeah", "true", "1", "on":
			return true, nil
		case "n", "no", "nope", "none", "never", "false", "0", "off":
			return false, nil
		}
		return nil, fmt.Errorf("%s is neither yes nor no", source.Quote(s))
	case Option:
		return f.meant(s), nil
	case Text:
		return s, nil
	case TextList:
		return f.readList(s), nil
	}
	return f.readNumber(s)
}

// meant is the option that somebody wrote: in any case, with blanks, or by a beginning of its own; else the text.
func (f *Field) meant(s string) string {
	word, found := strings.ToLower(s), []string{}
	for _, o := range f.Options {
		plain := strings.NewReplacer("_", " ", "-", " ").Replace
		if begins, _, _ := strings.Cut(f.Meaning(o), ":"); plain(o) == plain(word) || f.Said(o) == word || begins == word {
			return o
		}
		if strings.HasPrefix(plain(o), plain(word)) || strings.HasPrefix(f.Said(o), word) {
			found = append(found, o)
		}
	}
	if len(found) != 1 {
		return s
	}
	return found[0]
}

func (f *Field) readList(s string) (names []any) {
	for _, w := range strings.Split(strings.ReplaceAll(strings.Trim(s, "[]"), " and ", ","), ",") {
		w = f.meant(strings.Trim(strings.TrimSpace(w), `"'`))
		_, word := f.Option("none")
		if w != "" && (word || !strings.EqualFold(w, "none")) && !slices.Contains(names, any(w)) {
			names = append(names, w)
		}
	}
	return names
}

func (f *Field) readNumber(s string) (any, error) {
	text, side := quantity.Open(s)
	low, high, err := quantity.Read(text, f.Unit)
	switch {
	case err != nil:
		return nil, err
	case f.Unit == "share" && high >= 2 && high <= 100 && !strings.ContainsAny(text, "%p"):
		low, high = low/100, high/100 // plainly per cent
	case f.Unit == "%" && high <= 1 && f.Min > 1:
		low, high = 100*low, 100*high // plainly a share
	}
	low, high = f.reach(low, high, side)
	return []any{low, high}, nil
}

// reach gives an open end of a number its place: a tenth or ten times as much. A limit is what it says.
func (f *Field) reach(low, high float64, side quantity.Side) (float64, float64) {
	if f.Limit || side == quantity.Neither {
		return low, high
	}
	least, most := math.Max(f.Min, low/10), math.Min(f.Max, high*10)
	if f.Max-f.Min <= 100 {
		least, most = f.Min, f.Max
	}
	if side == quantity.UpTo {
		low = least
	} else {
		high = most
	}
	if f.Whole {
		low, high = math.Ceil(low), math.Floor(high)
	}
	return low, high
}
