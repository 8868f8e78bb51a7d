package say

import (
	"strings"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
)

// Flip is a change that changes the recommendation: "with engineers at 34
// people it would be microservices".
func Flip(f *explain.Flip) string {
	switch {
	case f.Allows != "":
		return text("without excluding %s it passes", f.Allows)
	case f.Relaxes:
		return text("%s this passes: %s", condition(f), f.Recommendation)
	case f.About && !numeric(f):
		return text("%s it would probably be %s", condition(f), f.Recommendation)
	}
	return text("%s it would be %s", condition(f), f.Recommendation)
}

// FlipShort is a flip in a list: "mean load = 520 req/s → monolith".
func FlipShort(f *explain.Flip) string {
	parts := make([]string, len(f.Changes))
	for i, c := range f.Changes {
		equals := " = "
		if f.About {
			equals = " ≈ "
		}
		parts[i] = Label(c.Field) + equals + inWords(&c)
	}
	return spoken(strings.Join(parts, " and ") + " → " + f.Recommendation)
}

// condition is what a flip needs: "with engineers at about 34 people", "if it
// needs a GPU".
func condition(f *explain.Flip) string {
	parts := make([]string, len(f.Changes))
	last := ""
	for i := range f.Changes {
		preposition := "with "
		if f := f.Changes[i].Field.Field(); YesOrNo(f.ID) || worded(f) {
			preposition = "if "
		}
		if parts[i] = state(f, i, " at "); preposition != last {
			parts[i] = preposition + parts[i]
		}
		last = preposition
	}
	return strings.Join(parts, " and ")
}

// due is what a flip needs, behind the word "when".
func due(f *explain.Flip) string {
	parts := make([]string, len(f.Changes))
	for i := range f.Changes {
		parts[i] = state(f, i, " = ")
	}
	return strings.Join(parts, " and ")
}

// worded tells of a field whose answers are words.
func worded(f *profile.Field) bool { return f.Kind == profile.Option || f.Kind == profile.TextList }

// state is a field with what it must become: a yes or no in its own words, a
// number behind the word that leads to it.
func state(f *explain.Flip, i int, at string) string {
	c := &f.Changes[i]
	switch {
	case YesOrNo(c.Field):
		return Answer(c.Field, c.To)
	case worded(c.Field.Field()):
		return text("%s is %s", Label(c.Field), inWords(c))
	}
	about := ""
	if f.About && numeric(f) {
		about = "about "
	}
	return Label(c.Field) + at + about + Value(c.Field, c.To)
}

// inWords is what a field becomes: "platform team", not "platform_team".
func inWords(c *explain.Change) string {
	if c.Field.Field().Kind == profile.Option {
		return strings.ReplaceAll(Value(c.Field, c.To), "_", " ")
	}
	return Value(c.Field, c.To)
}

// YesOrNo tells of a field whose answers are sentences.
func YesOrNo(id profile.ID) bool { f := id.Field(); return f.Kind == profile.Bool && f.Phrase != "" }

// numeric tells of a change of one number, which can be told as about so much.
func numeric(f *explain.Flip) bool {
	return len(f.Changes) == 1 && f.Changes[0].Field.Field().Numeric()
}

// Label is a field in a few words.
func Label(id profile.ID) string { return spoken(id.Field().Label) }
