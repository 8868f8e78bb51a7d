package render

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"sort"
	"strconv"
	"strings"

	"archadvisor/advisor"
	"archadvisor/advisor/precedent"
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
	rows := [][]string{{"architecture", "leads", "recommended", "leads below 20 engineers"}}
	for _, a := range csvArchitectures {
		rows = append(rows, []string{a, share(k.Leads[a]), share(k.Recommended[a]), share(k.SmallTeams[a])})
	}
	d.Table(1, rows...)
	d.Heading("Verdicts")
	rows = [][]string{{"verdict", "share"}}
	for _, v := range []advisor.Verdict{advisor.Recommended, advisor.CloseCall, advisor.NotEnough, advisor.Infeasible} {
		rows = append(rows, []string{string(v), share(k.Verdicts[string(v)])})
	}
	d.Table(1, rows...)
	d.Heading("Criteria: 95th percentile of best minus worst option, in points")
	rows = [][]string{{"criterion", "swing"}}
	for _, c := range k.Swings {
		rows = append(rows, []string{c.Criterion, fmt.Sprintf("%.0f", c.P95)})
	}
	d.Table(1, rows...)
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
	list = append([]precedent.StatementReach(nil), list...)
	sort.SliceStable(list, func(i, j int) bool { return list[i].Decides > list[j].Decides })
	rows := [][]string{{"statement", "fires", "decides", "points"}}
	for _, s := range list {
		rows = append(rows, []string{s.ID, share(s.Fires), share(s.Decides), fmt.Sprintf("%.1f", s.Spread)})
	}
	d.Table(1, rows...)
}

// doubts are the statements that never fire, always fire or never decide, and
// the fields that nothing reads.
func doubts(k *precedent.Coverage) []string {
	var never, always, idle []string
	for _, s := range append(append([]precedent.StatementReach(nil), k.Statements...), k.Gates...) {
		switch {
		case s.Fires == 0:
			never = append(never, s.ID)
		case s.Always && s.Spread == 0:
			always = append(always, s.ID)
		case s.Decides == 0:
			idle = append(idle, s.ID)
		}
	}
	var out []string
	for _, g := range []struct {
		what string
		ids  []string
	}{{"never fires", never}, {"always fires and changes nothing", always}, {"fires but never decides", idle}, {"is read by nothing", k.Unread}} {
		out = append(out, fmt.Sprintf("%s: %s", g.what, cmp.Or(strings.Join(g.ids, ", "), "none")))
	}
	return out
}

// share is a share in percent with one decimal.
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
	rows := [][]string{{"probability", "decisions", "right", "share"}}
	for _, b := range c.Reliability {
		rows = append(rows, []string{fmt.Sprintf("%s to %s", numeral.Percent(b.From), numeral.Percent(b.To)), fmt.Sprint(b.Cases), fmt.Sprint(b.Agreed),
			numeral.Percent(float64(b.Agreed) / max(1, float64(b.Cases)))})
	}
	d.Table(1, rows...)
	return d
}

// counts is a table of groups of decisions.
func counts(d *document.Document, title, what string, groups map[string]precedent.Count) {
	d.Heading(title)
	rows := [][]string{{what, "decisions", "right", "Brier", "recommended", "of these wrong"}}
	for _, name := range slices.Sorted(maps.Keys(groups)) {
		c := groups[name]
		rows = append(rows, []string{name, fmt.Sprint(c.Cases), numeral.Percent(c.Top1), fmt.Sprintf("%.3f", c.Brier), fmt.Sprint(c.Recommended), fmt.Sprint(c.RecommendedWrong)})
	}
	d.Table(1, rows...)
}
