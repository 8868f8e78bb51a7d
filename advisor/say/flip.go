package say

import (
	"strings"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/rules/numeral"
)

// Flip is a change that changes the recommendation: "with 34 engineers or more it
// would be microservices".
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

// FlipShort is a flip in a list: "52 engineers or more → microservices".
func FlipShort(f *explain.Flip) string {
	return spoken(states(f, " ", "") + " → " + f.Recommendation)
}

// condition is what a flip needs: "with about 34 engineers or more", "if it
// needs a GPU".
func condition(f *explain.Flip) string {
	last := ""
	return strings.Join(All(f.Changes, func(c *explain.Change) string {
		preposition, before := "with ", last
		if YesOrNo(c.Field) || Worded(c.Field) {
			preposition = "if "
		}
		if last = preposition; preposition == before {
			preposition = ""
		}
		return preposition + state(f, c, " at ")
	}), " and ")
}

// due is what a flip needs, behind the word "when".
func due(f *explain.Flip) string { return states(f, " is ", "there are ") }

// states are what the fields of a flip must become.
func states(f *explain.Flip, at, are string) string {
	return strings.Join(All(f.Changes, func(c *explain.Change) string {
		if heads(c.Field) {
			return are + state(f, c, at)
		}
		return state(f, c, at)
	}), " and ")
}

// Worded tells of a field whose answers are words.
func Worded(id profile.ID) bool {
	kind := id.Field().Kind
	return kind == profile.Option || kind == profile.TextList
}

// state is a field with what it must become, as far as that is sure.
func state(f *explain.Flip, c *explain.Change, at string) string {
	if f.About && numeric(f) {
		return Became(c, at, "about ")
	}
	return Became(c, at, "")
}

// Became is a field with what it must become: a yes or no in its own words, a number
// behind the words that lead to it and with its side: "p99 latency at 220 ms or less",
// and of what is counted "34 engineers or more".
func Became(c *explain.Change, at, about string) string {
	said, less := Label(c.Field)+at+about+Value(c.Field, c.To), text(" or less")
	switch {
	case YesOrNo(c.Field):
		return Answer(c.Field, c.To)
	case Worded(c.Field):
		return text("%s is %s", Label(c.Field), inWords(c))
	case heads(c.Field):
		things := Label(c.Field)
		if c.To.Low == 1 {
			things = strings.TrimSuffix(things, "s")
		}
		said, less = about+numeral.Plain(c.To.Low)+" "+things, text(" or fewer")
	}
	return said + map[explain.Relation]string{explain.AtLeast: text(" or more"), explain.AtMost: less}[c.Relation()]
}

// heads tells of a field whose label is what it counts: engineers, teams, parts.
func heads(id profile.ID) bool {
	switch id.Field().Unit {
	case "people", "teams", "parts", "environments", "users", "regions", "connections", "services", "per week":
		return true
	}
	return false
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
