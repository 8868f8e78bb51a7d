package say

import (
	"cmp"
	"slices"
	"strings"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/rules/numeral"
)

// PageTitle is the title of a page about one profile, or several.
func PageTitle(n int, name string) string {
	if n == 1 {
		return text("%s: architecture decision", name)
	}
	return text("%s architecture decisions", numeral.Whole(float64(n)))
}

// Tally counts recommendations and verdicts.
func Tally(list []*explain.Decision) string {
	options, plain := map[string]int{}, 0
	for _, d := range list {
		options[Leader(d)]++
		if d.Verdict == advisor.Recommended {
			plain++
		}
	}
	var each []string
	for _, a := range append(profile.Architectures[:], "") {
		if n := options[a]; n > 0 {
			each = append(each, text("%s %d", cmp.Or(a, text("no option")), n))
		}
	}
	return text("%d profiles: %s. %s recommended plainly.", len(list), strings.Join(each, ", "), counted(plain, "None is", "One is", "%d are"))
}

// Shared are the statements that speak for the leader of several profiles, and the questions they leave open.
func Shared(list []*explain.Decision) []string {
	reasons, open := map[string][]string{}, map[string][]string{}
	for _, d := range list {
		for i := range d.Reasons {
			if r := &d.Reasons[i]; r.For == Leader(d) {
				reasons[r.ID] = append(reasons[r.ID], Line(d.Name))
			}
		}
		for _, a := range d.Assumed {
			open[a.Field] = append(open[a.Field], Line(d.Name))
		}
	}
	return slices.Concat(
		Each(frequent(reasons), func(id string) string {
			return text("%s speaks for the leader of %d: %s", strings.ReplaceAll(id, "-", " "), len(reasons[id]), strings.Join(reasons[id], ", "))
		}),
		Each(frequent(open), func(f string) string {
			return text("%s is assumed in %d of %d", FieldLabel(f), len(open[f]), len(list))
		}))
}

const mostShared = 5 // how many statements, and how many open fields, a portfolio names

func frequent(lists map[string][]string) []string {
	var keys []string
	for k, l := range lists {
		if len(l) > 1 {
			keys = append(keys, k)
		}
	}
	slices.SortFunc(keys, func(a, b string) int { return cmp.Or(len(lists[b])-len(lists[a]), strings.Compare(a, b)) })
	return keys[:min(len(keys), mostShared)]
}

// Curve is the title and the caption of the cost over the load, with where another option becomes the cheapest.
func Curve(rps float64, cheapest string, turns []explain.Interval) (title, caption string) {
	said := text("At %s req/s %s has the lowest infrastructure bill.", numeral.Figure(rps), WithArticle(cheapest))
	for _, t := range turns {
		said = text("%s From %s req/s on it is %s.", said, numeral.Figure(t.FromRPS), WithArticle(t.Cheaper))
	}
	return text("Infrastructure a month, over the load"), text("%s Lines: typical inputs; bands: 8 in 10 draws. Both axes are logarithmic.", said)
}

// Tornado is the title and the caption of what the margin of the leader hangs on.
func Tornado(x *explain.Explanation, crossing []string) (title, caption string) {
	title = text("What the lead hangs on")
	if len(crossing) == 0 {
		return title, text("No single field, moved over its own uncertainty, takes the lead from %s.", WithArticle(x.Recommendation))
	}
	return title, text("Moved over its own uncertainty, each of these alone can take the lead from %s: %s.", WithArticle(x.Recommendation), And(Each(crossing, FieldLabel)))
}

// Reliability is the title and the caption of what the documented decisions say of such a probability.
func Reliability(d *explain.Decision) (title, caption string) {
	return text("How often it was right when it was this sure"),
		text("How often documented decisions went to the leader, by its probability, cross-validated. This decision: %s.", Sure(d))
}

// Timeline is the title and the caption of the years of triggers: what they rest on.
func Timeline(load, heads float64, stated bool) (title, caption string) {
	how := text("assumed")
	if stated {
		how = text("as stated")
	}
	return text("When to look again"), text("When what is known today would reach a trigger, with load growing %s times and head-count %s times a year, %s.", numeral.Exact(numeral.Round(load, 2)), numeral.Exact(numeral.Round(heads, 2)), how)
}

// InYears is a trigger with when it would be reached.
func InYears(f *explain.Flip, years float64) string {
	return text("in %s years: %s", numeral.Exact(numeral.Round(years, 2)), FlipShort(f))
}

// Addresses are the addresses in a list of sources.
func Addresses(sources string) []string {
	return Each(address().FindAllString(sources, -1), func(a string) string { return strings.TrimRight(a, ";,") })
}
