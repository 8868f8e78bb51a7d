package quantity

import (
	"archadvisor/rules/source"
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Side says on which side a text leaves a number open.
type Side uint8

// The sides: none, "up to 50" and "100+".
const (
	Neither Side = iota
	UpTo
	AtLeast
)

var (
	openUp   = source.Pattern(`^(?:<=?|≤|up to|at most|less than|fewer than|no more than|not more than|below|under|max\.?|maximum)\s*`)
	openDown = source.Pattern(`^(?:>=?|≥|at least|more than|no less than|over|above|min\.?|minimum)\s*`)
	plus     = source.Pattern(`(\d[kmb]?)\s*\+(\s|$)|\s+(?:or|and) more\b`)
)

// Open takes off what leaves a number open on one side: "<200ms" is up to 200ms, "100+" is at least 100.
func Open(text string) (string, Side) {
	s := strings.ToLower(strings.TrimSpace(text))
	for side, form := range map[Side]*regexp.Regexp{UpTo: openUp(), AtLeast: openDown()} {
		if at := form.FindStringIndex(s); at != nil {
			return s[at[1]:], side
		}
	}
	if plus().MatchString(s) {
		return strings.Join(strings.Fields(plus().ReplaceAllString(s, "$1 ")), " "), AtLeast
	}
	return text, Neither
}

// spelled are the numbers in words up to ninety-nine.
var spelled = func() map[string]string {
	ones := strings.Fields("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
	tens := strings.Fields("twenty thirty forty fifty sixty seventy eighty ninety")
	out := map[string]string{"half": "0.5"}
	for i, w := range ones {
		out[w] = strconv.Itoa(i)
	}
	for i, w := range tens {
		out[w] = strconv.Itoa(20 + 10*i)
		for k := 1; k < 10; k++ {
			out[w+"-"+ones[k]] = strconv.Itoa(20 + 10*i + k)
		}
	}
	return out
}()

// whole are texts that say a number as a whole, by unit; "" is any.
var whole = map[string]map[string]string{
	"": {"none": "0", "nil": "0", "nothing": "0", "never": "0", "free": "0"},
	"x": {"none": "1", "same": "1", "the same": "1", "stays the same": "1", "no growth": "1", "flat": "1", "stable": "1",
		"double": "2", "doubles": "2", "twice": "2", "triple": "3", "triples": "3", "halves": "0.5"},
	"people": {"me": "1", "just me": "1", "only me": "1", "myself": "1"},
}

// idioms are turns of phrase that hide a number, each with what it means.
var idioms = []struct {
	said func() *regexp.Regexp
	is   string
}{
	{source.Pattern(`^a few\b`), "2 to 5"}, {source.Pattern(`^several\b`), "3 to 8"}, {source.Pattern(`^(?:a )?couple(?: of)?\b`), "2"},
	{source.Pattern(`^once (?:a|an|per|every|in a|each) `), "1 times a "}, {source.Pattern(`^twice (?:a|an|per|every|each) `), "2 times a "},
	{source.Pattern(`^every other `), "every 2 "},
}

var (
	everySo  = source.Pattern(`^every (?:(\d+) )?([a-z]+?)s?$`)
	fraction = source.Pattern(`^(\d{1,2})/(\d{1,3})$`)
	change   = source.Pattern(`^(\+|-)?\s?(\d+(?:\.\d+)?)\s?(?:%|percent)\s?(more|growth|less|fewer)?(?: (?:a|per) year)?$`)
)

// plainly writes a turn of phrase as a number with its unit: "twice a day" is "2 times a day", "every 5
// minutes" "0.2/minute", "2/3" of a share "0.667", and 20 % of a factor "1.2".
func plainly(text, unit string) string {
	for _, words := range []string{unit, ""} {
		if number := whole[words][text]; number != "" {
			return number
		}
	}
	for _, i := range idioms {
		text = i.said().ReplaceAllString(text, i.is)
	}
	text = digits(text)
	if m := everySo().FindStringSubmatch(text); m != nil {
		n, _ := strconv.ParseFloat(cmp.Or(m[1], "1"), 64)
		return short(1/n) + "/" + m[2]
	}
	if m := fraction().FindStringSubmatch(text); m != nil && unit == "share" {
		part, _ := strconv.ParseFloat(m[1], 64)
		of, _ := strconv.ParseFloat(m[2], 64)
		return short(part / of)
	}
	if m := change().FindStringSubmatch(text); m != nil && unit == "x" {
		percent, _ := strconv.ParseFloat(m[2], 64)
		if m[1] == "-" || m[3] == "less" || m[3] == "fewer" {
			percent = -percent
		}
		return short(1 + percent/100)
	}
	return text
}

func short(x float64) string { return strconv.FormatFloat(x, 'f', 6, 64) }

// digits writes numbers in words as numbers: "twenty-five people" is "25 people", "half an hour" is "0.5 hour".
func digits(text string) string {
	words := strings.Fields(text)
	for i, w := range words {
		many := i+1 < len(words) && (slices.ContainsFunc(multipliers[:], func(m multiplier) bool { return len(m.word) > 2 && m.word == words[i+1] }) ||
			(i == 0 || words[i-1] == "0.5") && (periods[words[i+1]] > 0 || fractions[words[i+1]] > 0))
		switch x, ok := spelled[w]; {
		case ok:
			words[i] = x
		case many && i > 0 && words[i-1] == "0.5" && (w == "a" || w == "an"):
			words[i] = ""
		case many && (w == "a" || w == "an"):
			words[i] = "1"
		}
	}
	return strings.Join(slices.DeleteFunc(words, func(w string) bool { return w == "" }), " ")
}

var (
	nines = source.Pattern(`^(\d) nines?$`)
	span  = source.Pattern(`^(\d+(?:\.\d+)?) ?([a-zµ]+) ?(?:and )?`)
	money = source.Pattern(`^(.*[^\s@*])\s*(?:@|\bat\b|\bx\b|\*)\s*(\d+(?:\.\d+)?)$`)
	other = source.Pattern(`[€£¥₹]|\b(?:eur|euros?|gbp|pounds?|chf|francs?|jpy|yen|inr|rupees?|sek|nok|dkk|pln|cad|aud)\b`)
)

// compound reads a time of several parts: "2h30m", "1 h 30 min".
func compound(text, unit string) (sum float64, ok bool) {
	parts := 0
	for rest := text; rest != ""; parts++ {
		m := span().FindStringSubmatch(rest)
		if m == nil {
			return 0, false
		}
		number, err := strconv.ParseFloat(m[1], 64)
		factor, known := unitFactor(unit, m[2])
		if err != nil || !known {
			return 0, false
		}
		sum, rest = sum+number*factor, rest[len(m[0]):]
	}
	return sum, parts > 1 && (unit == "ms" || unit == "s" || unit == "months")
}

// rated takes an amount of other money apart from its rate: "€3k at 1.1". Without one it is an amount of no dollars.
func rated(text, unit string) (amount string, rate float64, ok bool) {
	if s := strings.ToLower(text); unit == "USD" && other().MatchString(s) {
		m := money().FindStringSubmatch(s)
		if m == nil {
			return text, 1, false
		}
		rate, _ = strconv.ParseFloat(m[2], 64)
		return strings.TrimSpace(other().ReplaceAllString(m[1], "")), rate, rate > 0
	}
	return text, 1, true
}
