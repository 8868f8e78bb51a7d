package record

import (
	"strings"

	"archadvisor/advisor/profile"
)

// say is the phrase of an answered field with its value in it, "" if the field
// has none.
func say(p *profile.Profile, id profile.ID) string {
	v, f := p.Get(id), id.Field()
	if f.Kind == profile.Bool {
		if v.Bool() {
			return f.Phrase
		}
		return f.PhraseNo
	}
	text := valueText(id, v)
	if f.Phrase == "" || text == "" {
		return ""
	}
	return strings.Replace(f.Phrase, "{}", text, 1)
}

// valueText is a value for people, as one line.
func valueText(id profile.ID, v profile.Value) string {
	switch id.Field().Kind {
	case profile.Text:
		return limit(Line(v.Text), maxLabel)
	case profile.TextList:
		return and(people(v.List))
	}
	return Line(profile.Format(id, v))
}
