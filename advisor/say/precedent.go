package say

import (
	"regexp"
	"strings"

	"archadvisor/advisor/precedent"
)

// Before is the heading over documented decisions that resemble a profile.
func Before() string { return text("Decided before in similar circumstances") }

// Precedent is a documented decision in a few sentences, without its address:
// who chose what, what became of it, what it shares and where it differs.
func Precedent(k *precedent.Precedent) string {
	who := Line(k.Organisation)
	if k.Year > 0 {
		who = text("%s (%d)", who, k.Year)
	}
	said := text("%s chose %s: %s", who, k.Label, Sentence(Line(k.Summary)))
	if len(k.Shared) > 0 {
		said = text("%s Alike in %s.", said, And(Each(k.Shared, Label)))
	}
	if len(k.Differs) > 0 {
		said = text("%s Unlike in %s.", said, And(Each(k.Differs, Label)))
	}
	return said
}

var address = regexp.MustCompile(`https?://\S+`)

// Address is where a documented decision can be read: the first address of its
// source, without the remarks and further addresses beside it; the whole source
// if it has none.
func Address(source string) string {
	source = Line(source)
	if first := address.FindString(source); first != "" {
		return strings.TrimRight(first, ";,")
	}
	return source
}
