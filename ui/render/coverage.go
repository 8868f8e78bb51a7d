package render

import (
	"cmp"
	"fmt"
	"sort"
	"strconv"
	"strings"

	"archadvisor/advisor"
	"archadvisor/advisor/precedent"
	"archadvisor/advisor/say/document"
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
