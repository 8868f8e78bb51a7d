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
	equals := " = "
	if f.About {
		equals = " ≈ "
	}
	parts := All(f.Changes, func(c *explain.Change) string { return Label(c.Field) + equals + inWords(c) })
	return spoken(strings.Join(parts, " and ") + " → " + f.Recommendation)
}

// condition is what a flip needs: "with engineers at about 34 people", "if it
// needs a GPU".
func condition(f *explain.Flip) string {
	last := ""
	return strings.Join(All(f.Changes, func(c *explain.Change) string {
		preposition, before := "with ", last
		if YesOrNo(c.Field) || worded(c) {
			preposition = "if "
		}
		if last = preposition; preposition == before {
			preposition = ""
		}
		return preposition + state(f, c, " at ")
	}), " and ")
}

// due is what a flip needs, behind the word "when".
func due(f *explain.Flip) string {
	return strings.Join(All(f.Changes, func(c *explain.Change) string { return state(f, c, " = ") }), " and ")
}

// worded tells of a field whose answers are words.
func worded(c *explain.Change) bool {
	kind := c.Field.Field().Kind
	return kind == profile.Option || kind == profile.TextList
}

// state is a field with what it must become: a yes or no in its own words, a
// number behind the word that leads to it.
func state(f *explain.Flip, c *explain.Change, at string) string {
	switch {
	case YesOrNo(c.Field):
		return Answer(c.Field, c.To)
	case worded(c):
		return text("%s is %s", Label(c.Field), inWords(c))
	case f.About && numeric(f):
		at += "about "
	}
	return Label(c.Field) + at + Value(c.Field, c.To)
}

// inWords is what a field becomes: "platform team", not "platform_team".
func inWords(c *explain.Change) string {
	if c.Field.Field().Kind == profile.Option {
		return strings.ReplaceAll(Value(c.Field, c.To), "_", " ")
	}
	return Value(c.Field, c.To)
}

// numeric tells of a change of one number, which can be told as about so much.
func numeric(f *explain.Flip) bool {
	return len(f.Changes) == 1 && f.Changes[0].Field.Field().Numeric()
}
