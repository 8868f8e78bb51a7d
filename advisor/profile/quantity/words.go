package quantity

import (
	"cmp"
	"regexp"
	"strconv"
	"strings"

	"archadvisor/rules/source"
)

// Side says on which side a text leaves a number open.
type Side uint8

// The sides: none, "up to 50" and "100+".
const (
	Neither Side = iota
	UpTo
	AtLeast
)

// opens are the forms that leave a number open, with what they leave of it.
var opens = []struct {
	side  Side
	form  func() *regexp.Regexp
	leave string
}{
	{UpTo, source.Pattern(`^(?:<=?|≤|up to|at most|less than|fewer than|no more than|not more than|below|under|max\.?|maximum)\s*`), ""},
	{AtLeast, source.Pattern(`^(?:>=?|≥|at least|more than|no less than|over|above|min\.?|minimum)\s*`), ""},
	{AtLeast, source.Pattern(`(\d[kmb]?)\s*\+(?:\s|$)|\s+(?:or|and) more\b`), "$1 "},
}

// Open takes off what leaves a number open on one side: "<200ms" is up to 200ms, "100+" is at least 100.
func Open(text string) (string, Side) {
	s := strings.ToLower(strings.TrimSpace(text))
	for _, open := range opens {
		if rest := open.form().ReplaceAllString(s, open.leave); rest != s {
			return strings.Join(strings.Fields(rest), " "), open.side
		}
	}
	return text, Neither
}

// spelled are the numbers in words up to ninety-nine, and what stands for none and for a few times.
var spelled = func() map[string]string {
	ones := strings.Fields("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
	out := map[string]string{"none": "0", "once": "1 times", "twice": "2 times"}
	for i, w := range ones {
		out[w] = strconv.Itoa(i)
	}
	for i, w := range strings.Fields("twenty thirty forty fifty sixty seventy eighty ninety") {
		out[w] = strconv.Itoa(20 + 10*i)
		for k := 1; k < 10; k++ {
			out[w+"-"+ones[k]] = strconv.Itoa(20 + 10*i + k)
		}
	}
	return out
}()

// digits writes numbers in words as numbers: "twenty-five people" is "25 people".
func digits(text string) string {
	words := strings.Fields(text)
	for i, w := range words {
		words[i] = cmp.Or(spelled[w], w)
	}
	return strings.Join(words, " ")
}

var (
	nines = source.Pattern(`^([1-9]) nines?$`)
	part  = source.Pattern(`^(\d+(?:\.\d+)?) ?([a-zµ]+) ?(?:and )?`)
	money = source.Pattern(`^(.*[^\s@*])\s*(?:@|\bat\b|\bx\b|\*)\s*(\d+(?:\.\d+)?)$`)
	other = source.Pattern(`[€£¥₹]|\b(?:eur|euros?|gbp|pounds?|chf|francs?|jpy|yen|inr|rupees?|sek|nok|dkk|pln|cad|aud)\b`)
)

// compound reads a time of several parts: "2h30m", "1 h 30 min".
func compound(text, unit string) (sum float64, ok bool) {
	parts := 0
	for rest := text; rest != ""; parts++ {
		m := part().FindStringSubmatch(rest)
		if m == nil {
			return 0, false
		}
		number, _ := strconv.ParseFloat(m[1], 64) // its form is that of a number
		factor, known := unitFactor(unit, m[2])
		if !known {
			return 0, false
		}
		sum, rest = sum+number*factor, rest[len(m[0]):]
	}
	return sum, parts > 1 && (unit == "ms" || unit == "s" || unit == "months")
}

// rated takes an amount of other money apart from its rate: "€3k at 1.1". Without one it is an amount of no dollars.
func rated(text, unit string) (amount string, rate float64, ok bool) {
	s := strings.ToLower(text)
	if unit != "USD" || !other().MatchString(s) {
		return text, 1, true
	}
	m := money().FindStringSubmatch(s)
	if m == nil {
		return text, 1, false
	}
	rate, _ = strconv.ParseFloat(m[2], 64)
	return strings.TrimSpace(other().ReplaceAllString(m[1], "")), rate, rate > 0
}
