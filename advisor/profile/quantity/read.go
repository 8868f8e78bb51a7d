// Package quantity reads numbers and ranges as people write them, in the units
// that they use: "1.5k", "5M/day", "90k/min", "200ms", "$3k", "100-2k", "99.9%",
// "between 8 and 20". It knows units, and no field that is counted in them.
//
//	low, high, err := quantity.Read("5M/day", "req/s") // 57.87, 57.87
package quantity

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"archadvisor/rules/source"
)

// Read returns the number that a text says, twice, or the ends of its range, in the unit. In a range a unit
// stands for both ends, and so does a factor of thousands on the second end if the first number is the
// smaller one: 5-10k is 5000 to 10000, 100-2k is 100 to 2000.
func Read(text, unit string) (low, high float64, err error) {
	text, rate, dollars := rated(text, unit)
	if !dollars {
		return 0, 0, fmt.Errorf("amounts are in US dollars: add what one unit is worth in dollars, as in %s at 1.1", strings.TrimSpace(text))
	}
	plain, _ := Rewritten(strings.TrimSpace(text))
	first, second, isRange := splitRange(digits(strings.ToLower(plain)))
	a, err := read(first, unit)
	b := a
	if err == nil && isRange {
		b, err = read(second, unit)
	}
	if err != nil {
		return 0, 0, err
	}
	if isRange {
		a, b = shareUnits(a, b)
	}
	a.unit, b.unit = a.unit*rate, b.unit*rate
	return a.value(), b.value(), nil
}

// ranges are the forms of "between 8 and 20", "[8, 20]", "8 to 20", "8..20" and "100-2k", but for the - of an exponent.
var ranges = []func() *regexp.Regexp{
	source.Pattern(`^(?i:between) (.*?) (?i:and) (.*)$`), source.Pattern(`^\[(.*?),(.*?)\]?$`),
	source.Pattern(`^(.*?)(?: to | or |\.\.\.?|…|–|—)(.*)$`), source.Pattern(`^(.*?[^eE])-(.*)$`),
}

func splitRange(s string) (low, high string, ok bool) {
	for _, form := range ranges {
		if m := form().FindStringSubmatch(s); m != nil {
			return m[1], m[2], true
		}
	}
	return s, "", false
}

// shareUnits lets a unit that stands once count for both ends of a range.
func shareUnits(a, b quantity) (quantity, quantity) {
	if a.bare && !b.bare {
		a.unit = b.unit
		if a.times == 1 && a.number < b.number {
			a.times = b.times
		}
	}
	if b.bare && !a.bare && a.times == 1 {
		b.unit = a.unit
	}
	return a, b
}

// Numbers with a comma where a point belongs: not three digits after it, which are thousands, unless those are set
// apart otherwise before or nothing is before; and numbers with points between thousands.
var (
	decimalComma = []func() *regexp.Regexp{
		source.Pattern(`^([-+~$]?(?:\d{1,3}(?:[. '_]\d{3})+|\d+)),(\d{1,2}|\d{4,})([^\d,].*)?$`),
		source.Pattern(`^([-+~$]?\d{1,3}(?:[. ']\d{3})+|[-+~$]?0),(\d+)([^\d,].*)?$`),
	}
	pointed = source.Pattern(`^([-+~$]?\d{1,3}(?:\.\d{3}){2,})(\D.*)?$`)
	apart   = strings.NewReplacer(".", "", " ", "", "'", "", "_", "")
)

// Rewritten is a number, or a range of them, that is written with a decimal comma, with points or odd blanks between
// thousands, or in wide signs, as it is written here, no digit lost. It is false for every other text.
func Rewritten(text string) (plain string, ok bool) {
	if !utf8.ValidString(text) || len(text) > source.MaxQuoted {
		return text, false // no number of anybody's
	}
	plain = narrow(text)
	low, high, isRange := splitRange(plain)
	if !isRange || plain[0] == '[' {
		number, odd := rewritten(plain)
		return number, odd || plain != text
	}
	low, oddLow := rewritten(strings.TrimSpace(low))
	high, oddHigh := rewritten(strings.TrimSpace(high))
	if !oddLow && !oddHigh {
		return plain, plain != text
	}
	return low + " to " + high, true
}

func rewritten(text string) (plain string, ok bool) {
	for _, form := range decimalComma {
		if m := form().FindStringSubmatch(text); m != nil {
			return apart.Replace(m[1]) + "." + m[2] + m[3], true
		}
	}
	if m := pointed().FindStringSubmatch(text); m != nil {
		return apart.Replace(m[1]) + m[2], true
	}
	return text, false
}

var behind = source.Pattern(`\s*(?:,\s*[\w"']+\s*=.*|\}\s*)$`) // finds what follows a value in a table on one line

// quotes and semicolons of other keyboards stand around what was meant.
var around = "\"' \t\r\n“”„‟‘’«»；;"

// Typed is the text that was meant as the value with which the rest of a line begins.
func Typed(rest string) string {
	whole, _, _ := strings.Cut(rest, "#")
	return strings.Trim(behind().ReplaceAllString(whole, ""), around)
}

// Line is a line that has no = of ASCII as "key = value", "" if it has one or none at all.
func Line(line string) string {
	key, value, ok := strings.Cut(narrow(line), "=")
	if !ok || strings.Contains(line, "=") || !utf8.ValidString(line) || len(line) > source.MaxQuoted {
		return ""
	}
	return strings.TrimSpace(key) + " = " + strings.Trim(value, " ;")
}

// IsPlain reports a number as TOML writes it, whatever its precision.
func IsPlain(text string) bool { return plainNumber().MatchString(text) }

var plainNumber = source.Pattern(`^-?(?:0|[1-9]\d*)(?:\.\d+)?$`)

// narrow is a text in the ASCII signs for wide ones, odd blanks, and the minus and apostrophe of word processors.
func narrow(text string) string {
	return strings.NewReplacer("−", "-", "’", "'").Replace(norm.NFKC.String(text))
}
