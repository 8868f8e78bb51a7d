package render

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"archadvisor/advisor"
	"archadvisor/advisor/precedent"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/advisor/say/document"
	"archadvisor/rules/numeral"
)

// CoverageText is the report for people.
func CoverageText(k *precedent.Coverage) *document.Document {
	d := &document.Document{}
	d.Heading("How far the rules reach")
	what := "every field known"
	if k.Known > 0 {
		what = fmt.Sprintf("%d random fields known", k.Known)
	}
	d.Paragraph(fmt.Sprintf("%d profiles, %s, seed %d. Exact ties: %d. The top two within a point: %s.", k.Population, what, k.Seed, k.ExactTies, share(k.NearTies)))
	d.Heading("Who leads")
	table(d, 1, []string{"architecture", "leads", "recommended", "leads below 20 engineers"}, csvArchitectures, func(a string) []string {
		return []string{a, share(k.Leads[a]), share(k.Recommended[a]), share(k.SmallTeams[a])}
	})
	d.Heading("Verdicts")
	table(d, 1, []string{"verdict", "share"}, []advisor.Verdict{advisor.Recommended, advisor.CloseCall, advisor.NotEnough, advisor.Infeasible},
		func(v advisor.Verdict) []string { return []string{string(v), share(k.Verdicts[string(v)])} })
	d.Heading("Criteria: 95th percentile of best minus worst option, in points")
	table(d, 1, []string{"criterion", "swing"}, k.Swings, func(c precedent.CriterionSwing) []string { return []string{c.Criterion, fmt.Sprintf("%.0f", c.P95)} })
	reachTable(d, "Measures and rules", k.Statements)
	reachTable(d, "Gates", k.Gates)
	d.Heading("What deserves a look")
	for _, line := range doubts(k) {
		d.Bullet(line)
	}
	return d
}

func reachTable(d *document.Document, title string, list []precedent.StatementReach) {
	d.Heading(title)
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b precedent.StatementReach) int { return cmp.Compare(b.Decides, a.Decides) })
	table(d, 1, []string{"statement", "fires", "decides", "points"}, list, func(s precedent.StatementReach) []string {
		return []string{s.ID, share(s.Fires), share(s.Decides), fmt.Sprintf("%.1f", s.Spread)}
	})
}

// doubts are the statements that never fire, always fire or never decide, and the fields that nothing reads.
func doubts(k *precedent.Coverage) []string {
	var never, always, idle []string
	for _, s := range slices.Concat(k.Statements, k.Gates) {
		switch {
		case s.Fires == 0:
			never = append(never, s.ID)
		case s.Always && s.Spread == 0:
			always = append(always, s.ID)
		case s.Decides == 0:
			idle = append(idle, s.ID)
		}
	}
	line := func(what string, ids []string) string { return what + ": " + cmp.Or(strings.Join(ids, ", "), "none") }
	return []string{line("never fires", never), line("always fires and changes nothing", always), line("fires but never decides", idle), line("is read by nothing", k.Unread)}
}

func share(x float64) string { return strconv.FormatFloat(100*x, 'f', 1, 64) + " %" }

// QualityText is how good a pack is on documented decisions, for people.
func QualityText(r *precedent.Report) *document.Document {
	d := &document.Document{}
	c := &r.CrossValidated
	d.Heading("How the advice compares with what turned out right")
	d.Paragraph(fmt.Sprintf("Learned without the organisation that is judged, the leader is right in %s of %d decisions. %d are recommended plainly, of which %d wrong. "+
		"Brier score of the probabilities, three classes, 0 (best) to 2: %.3f; one third for each scores 0.667.",
		numeral.Percent(c.Top1), c.Cases, c.Recommended, c.RecommendedWrong, c.Brier))
	d.Paragraph(fmt.Sprintf("Learned from all of them, it is right in %s, with a score of %.3f: the difference is what learning by heart gives.",
		numeral.Percent(r.Resubstitution.Top1), r.Resubstitution.Brier))
	counts(d, "By what turned out right", "label", c.ByLabel)
	counts(d, "By folder", "folder", c.ByFolder)
	d.Heading("How often the leader was right, by its probability")
	table(d, 1, []string{"probability", "decisions", "right", "share"}, c.Reliability, func(b precedent.Band) []string {
		return []string{numeral.Percent(b.From) + " to " + numeral.Percent(b.To), fmt.Sprint(b.Cases), fmt.Sprint(b.Agreed),
			numeral.Percent(float64(b.Agreed) / max(1, float64(b.Cases)))}
	})
	return d
}

func counts(d *document.Document, title, what string, groups map[string]precedent.Count) {
	d.Heading(title)
	table(d, 1, []string{what, "decisions", "right", "Brier", "recommended", "of these wrong"}, slices.Sorted(maps.Keys(groups)), func(name string) []string {
		c := groups[name]
		return []string{name, fmt.Sprint(c.Cases), numeral.Percent(c.Top1), fmt.Sprintf("%.3f", c.Brier), fmt.Sprint(c.Recommended), fmt.Sprint(c.RecommendedWrong)}
	})
}

func table[T any](d *document.Document, words int, head []string, items []T, row func(T) []string) {
	d.Table(words, append([][]string{head}, say.Each(items, row)...)...)
}

// caseShown is one of `cases show --format json`: what was known before, too.
type caseShown struct {
	precedent.Case
	Fields map[string]any `json:"fields"`
}

// CasesText lists documented decisions for people; learned counts those without an address, too.
func CasesText(cases []*precedent.Case, learned int) *document.Document {
	d := &document.Document{}
	d.Heading("Documented decisions")
	table(d, 5, []string{"id", "organisation", "year", "went to", "from"}, cases, func(c *precedent.Case) []string {
		return []string{c.ID, profile.Clean(c.Organisation), fmt.Sprint(c.Year), c.Label, cmp.Or(c.Rejected, "-")}
	})
	if more := learned - len(cases); more > 0 {
		d.Paragraph(fmt.Sprintf("Strengths are learned from %d more, which have no public address.", more))
	}
	return d
}

// CaseJSON is one documented decision as data.
func CaseJSON(c *precedent.Case) any {
	fields := map[string]any{}
	for _, id := range stated(c.Profile) {
		fields[id.String()] = profile.Any(id, c.Profile.Get(id))
	}
	return caseShown{*c, fields}
}

func stated(p *profile.Profile) []profile.ID {
	return slices.DeleteFunc(p.Answered(), func(id profile.ID) bool { return id == profile.Schema || id == profile.Name })
}

// CaseText is one documented decision for people.
func CaseText(c *precedent.Case) *document.Document {
	d := &document.Document{}
	d.Heading(fmt.Sprintf("%s, %s (%d): %s", c.ID, profile.Clean(c.Organisation), c.Year, c.Label))
	d.Paragraph(profile.Clean(c.Summary))
	if c.Rejected != "" {
		d.Paragraph("Left or declined: " + c.Rejected + ".")
	}
	d.Paragraph("Confidence in this reading: " + cmp.Or(c.Confidence, "high") + ".")
	d.Paragraph(profile.Clean(c.Source))
	d.Heading("What was known before")
	table(d, 2, []string{"field", "value"}, stated(c.Profile), func(id profile.ID) []string { return []string{id.String(), profile.Format(id, c.Profile.Get(id))} })
	return d
}

// SimilarJSON is the nearest decisions as data.
func SimilarJSON(list []precedent.Precedent) any { return say.All(list, (*precedent.Precedent).Row) }

// SimilarText is the nearest decisions to a profile for people.
func SimilarText(p *profile.Profile, list []precedent.Precedent) *document.Document {
	d := &document.Document{}
	d.Heading("Documented decisions nearest to " + profile.Clean(p.Name()))
	if len(list) == 0 {
		d.Paragraph("None is near. Say more about the team, the work and what runs today: only what is stated is compared.")
	}
	for i := range list {
		k := &list[i]
		there := func(id profile.ID) string { return profile.Format(id, k.Profile.Get(id)) }
		d.Heading(fmt.Sprintf("%s (%d): %s, similarity %s", profile.Clean(k.Organisation), k.Year, k.Label, numeral.Percent(k.Similarity)))
		d.Paragraph(profile.Clean(k.Summary))
		if len(k.Shared) > 0 {
			d.Bullet("Shares " + fieldsWith(k.Shared, there) + ".")
		}
		if len(k.Differs) > 0 {
			d.Bullet("Differs: " + fieldsWith(k.Differs, func(id profile.ID) string {
				return there(id) + " there, " + profile.Format(id, p.Get(id)) + " here"
			}) + ".")
		}
		d.Bullet(profile.Clean(k.Source))
	}
	return d
}

func fieldsWith(ids []profile.ID, value func(profile.ID) string) string {
	return strings.Join(say.Each(ids, func(id profile.ID) string { return fmt.Sprintf("%s (%s)", id, value(id)) }), ", ")
}
