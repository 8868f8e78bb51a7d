package say

import (
	"strings"

	"archadvisor/advisor/profile"
)

// maxLabel bounds a person, a tag or a label that a stranger wrote, in runes, and
// maxLabels how many of them are named.
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
	var meanings, articles []string
	for _, w := range words {
		meanings, articles = append(meanings, f.Meaning(w)), append(articles, styles(w))
	}
	return spoken(strings.NewReplacer("{}", strings.ReplaceAll(value, "_", " "), "{no}", some, "{meaning}", And(meanings), "{a}", And(articles)).Replace(f.Phrase))
}

// styles are an architecture as what is there or was tried.
func styles(word string) string {
	switch word {
	case "none":
		return text("nothing of it")
	case "monolith":
		return text("a monolith")
	}
	return text("a system of %s", strings.Replace(word, "serverless", "functions", 1))
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
