package say

import (
	"regexp"
	"strings"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/precedent"
	"archadvisor/advisor/profile"
	"archadvisor/rules/numeral"
)

// Note is what qualifies a decision, in whole sentences: a tie, a missed target, prices of another region.
func Note(n *explain.Note) string {
	switch n.Kind {
	case explain.NothingPasses:
		return text("No option passes the gates.")
	case explain.EqualScores:
		return text("%s and %s score exactly the same; the simpler one is named first.", Name(n.Option), n.Other)
	case explain.NearTie:
		return text("%s and %s are within %s points of each other: treat them as a tie.", Name(n.Option), n.Other, numeral.Tenth(n.Points))
	case explain.NoOption:
		return text("In %s of the draws no option passes the gates.", numeral.Percent(n.Share))
	case explain.OtherRegion:
		if n.Borrowed > 0 {
			return text("%d of the %d prices of %s are those of %s: the price file gives none of its own for %s.", n.Borrowed, n.Of, n.Cloud, n.Book, profile.Clean(n.Region))
		}
		return text("The prices are those of %s (%s): there is no book for %s; --prices FILE can add one.", n.Book, n.Cloud, profile.Clean(n.Region))
	}
	met := text("No option meets it.")
	if len(n.MetBy) > 0 {
		met = text("It would be met by %s.", And(n.MetBy))
	}
	return text("%s misses your target of %s. %s", Name(n.Option), target(n), met)
}

// Unmet are the stated targets that no option meets, in whole sentences.
func Unmet(d *explain.Decision) (out []string) {
	for i := range d.Notes {
		if n := &d.Notes[i]; n.Unmet() {
			out = append(out, text("No option meets your target of %s (%s).", target(n), n.Option))
		}
	}
	return out
}

// Missed is a missed target as a clause: "it misses the target ...; no option meets it".
func Missed(n *explain.Note) string {
	met := text("no option meets it")
	if len(n.MetBy) > 0 {
		met = text("it would be met by %s", And(Each(n.MetBy, WithArticle)))
	}
	return text("it misses the target of %s; %s", target(n), met)
}

// target is a stated target and what the leader typically reaches.
func target(n *explain.Note) string {
	wanted := Value(n.Field, profile.Number(n.Target))
	switch n.Field {
	case profile.BudgetMonthlyUSD:
		return text("%s a month: typical is %s", wanted, Money(n.Got))
	case profile.AvailabilityPct:
		return text("%s availability: typical is %s", wanted, numeral.Uptime(n.Got))
	}
	return text("%s for the slowest request in a hundred: typical is %s", wanted, roughly(numeral.Milliseconds)(n.Got))
}

// Before is the heading over documented decisions that resemble a profile.
func Before() string { return text("Decided before in similar circumstances") }

// Precedent is a documented decision in a few sentences: who chose what, what became of it, what it shares.
func Precedent(k *precedent.Precedent) string {
	who := Line(k.Organisation)
	if k.Year > 0 {
		who = text("%s (%d)", who, k.Year)
	}
	if k.Remote() {
		who = text("Only remotely alike: %s", who)
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

// Address is where a documented decision can be read: the first address of its source, or all of it.
func Address(source string) string {
	source = Line(source)
	if first := address.FindString(source); first != "" {
		return strings.TrimRight(first, ";,")
	}
	return source
}
