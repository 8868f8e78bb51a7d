package say

import (
	"strings"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
)

// Flip is a change that changes the recommendation: "with team.engineers = 34
// people it would be microservices".
func Flip(f *explain.Flip) string {
	switch {
	case f.Allows != "":
		return text("without excluding %s it passes", f.Allows)
	case f.Relaxes:
		return text("with %s this passes: %s", condition(f), f.Recommendation)
	case f.About && !numeric(f):
		return text("with %s it would probably be %s", condition(f), f.Recommendation)
	}
	return text("with %s it would be %s", condition(f), f.Recommendation)
}

// FlipShort is a flip in a list: "mean load = 520 req/s → monolith".
func FlipShort(f *explain.Flip) string {
	parts := make([]string, len(f.Changes))
	for i, c := range f.Changes {
		equals := " = "
		if f.About {
			equals = " ≈ "
		}
		parts[i] = Label(c.Field) + equals + Value(c.Field, c.To)
	}
	return spoken(strings.Join(parts, " and ") + " → " + f.Recommendation)
}

// condition is what a flip needs: "team.engineers = about 34 people".
func condition(f *explain.Flip) string {
	parts := make([]string, len(f.Changes))
	for i, c := range f.Changes {
		about := ""
		if f.About && numeric(f) {
			about = "about "
		}
		parts[i] = c.Field.String() + " = " + about + Value(c.Field, c.To)
	}
	return strings.Join(parts, " and ")
}

// numeric tells of a change of one number, which can be told as about so much.
func numeric(f *explain.Flip) bool {
	return len(f.Changes) == 1 && f.Changes[0].Field.Field().Numeric()
}

// Label is a field in a few words.
func Label(id profile.ID) string { return spoken(id.Field().Label) }
