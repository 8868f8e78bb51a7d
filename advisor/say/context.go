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

// Context tells in paragraphs what a profile says: what is to be decided, then
// one paragraph per group of answered fields. No paragraph starts with a
// stranger's text: readers of records take "Date: " there for the date.
func Context(p *profile.Profile, name, summary string) []string {
	paragraphs := []string{text("How should %s be built and run: as one modular monolith, as microservices, or as serverless functions? This is what is known of it.", name)}
	if summary != "" {
		paragraphs = append(paragraphs, text("Summary: %s", summary))
	}
	groups, order := map[string][]string{}, []string{}
	for _, id := range p.Answered() {
		answer, section := Answer(id, p.Get(id)), id.Field().Section
		if answer == "" {
			continue
		}
		if groups[section] == nil {
			order = append(order, section)
		}
		groups[section] = append(groups[section], answer)
	}
	for _, section := range order {
		paragraphs = append(paragraphs, text("%s: %s.", group(section), strings.Join(groups[section], "; ")))
	}
	if len(order) == 0 {
		paragraphs = append(paragraphs, text("Nothing else was stated about it."))
	}
	return paragraphs
}

// group is the heading under which the fields of a section are told.
func group(section string) string {
	if section == "work" {
		return text("One request or job")
	}
	return spoken(Capital(section))
}

// Answer is the phrase of an answered field with its value in it, "" if the
// field has none.
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
	return spoken(strings.Replace(f.Phrase, "{}", value, 1))
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
