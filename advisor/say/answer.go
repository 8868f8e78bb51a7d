package say

import (
	"regexp"
	"strconv"
	"strings"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/rules/numeral"
)

// maxLabel bounds a person, a tag or a label that a stranger wrote, in runes, and maxLabels how many of them are named.
const (
	maxLabel  = 120
	maxLabels = 100
)

// Labels cleans a list of names and drops those with nothing in them.
func Labels(names []string) []string {
	var out []string
	for _, n := range names {
		if n = Limit(Line(n), maxLabel); n != "" && len(out) < maxLabels {
			out = append(out, n)
		}
	}
	return out
}

// Label is a field in a few words.
func Label(id profile.ID) string { return spoken(id.Field().Label) }

// FieldLabel is a field by its dotted name in a few words, its name if it is none.
func FieldLabel(name string) string {
	if id, ok := profile.Lookup(name); ok {
		return Label(id)
	}
	return Line(name)
}

// YesOrNo tells of a field whose answers are sentences.
func YesOrNo(id profile.ID) bool { f := id.Field(); return f.Kind == profile.Bool && f.Phrase != "" }

// Answer is the clause that tells an answered field, "" if the field has none.
func Answer(id profile.ID, v profile.Value) string {
	f := id.Field()
	switch {
	case f.Kind == profile.Bool && v.Bool():
		return spoken(f.Phrase)
	case f.Kind == profile.Bool:
		return spoken(f.PhraseNo)
	}
	value := Value(id, v)
	if f.Phrase == "" || value == "" {
		return ""
	}
	some := value
	if value == "none" {
		some = text("no")
	}
	words := v.List
	if len(words) == 0 {
		words = []string{profile.Format(id, v)}
	}
	tried := func(word string) string { return spoken(styles[word].tried) }
	return spoken(strings.NewReplacer("{}", strings.ReplaceAll(value, "_", " "), "{no}", some,
		"{meaning}", And(Each(words, f.Meaning)), "{a}", And(Each(words, tried))).Replace(f.Phrase))
}

// Value is what a profile says of a field, in one line, with its unit.
func Value(id profile.ID, v profile.Value) string {
	switch {
	case id.Field().Kind == profile.Text && v.Known():
		return Limit(Line(v.Text), maxLabel)
	case id.Field().Kind == profile.TextList && len(v.List) > 0:
		return And(Labels(v.List))
	}
	return spoken(Line(profile.Format(id, v)))
}

var long = regexp.MustCompile(`\b\d{4,}\b`) // whole numbers that read better in groups of three digits

// Tried are the values over which a field is drawn where nobody answered, "" if there are none.
func Tried(field string) string {
	id, known := profile.Lookup(field)
	if !known {
		return ""
	}
	return spoken(long.ReplaceAllStringFunc(strings.TrimSuffix(Line(id.Field().PriorText), ", log"), func(digits string) string {
		n, _ := strconv.ParseFloat(digits, 64) // digits alone
		return numeral.Exact(n)
	}))
}

// TriedIn is Tried in a profile: an average load that nobody answered follows from the users where they are stated.
func TriedIn(p *profile.Profile, id profile.ID) string {
	if id == profile.MeanRPS && p.Known(profile.Users) {
		return text("what follows from %s", Value(profile.Users, p.Get(profile.Users)))
	}
	return Tried(id.String())
}

// Beyond says what it is to be beyond a hard limit: "longest job over 900 s", "it needs a GPU".
func Beyond(g *explain.OpenGate) string {
	id, v := g.Fields[0], g.Within
	if id.Field().Kind == profile.Bool {
		return Answer(id, profile.Flag(!v.Bool()))
	}
	if prior, _, _ := profile.PriorSpan(id); v.Low <= prior {
		return text("%s over %s", Label(id), Value(id, profile.Number(v.High)))
	}
	return text("%s below %s", Label(id), Value(id, profile.Number(v.Low)))
}
