package render

import (
	"fmt"
	"sort"
	"strings"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/rules/numeral"
)

// Explanation is the document of one decision, in this order:
// the answer and its contrast first, what would change it, what it costs; then
// the options one by one, the bill, the assumptions, the next question and the
// path from what runs today.
func Explanation(p *profile.Profile, x *explain.Explanation) *say.Document {
	d := &say.Document{}
	d.Heading(headline(x))
	d.Paragraph(howSure(x))
	if x.Verdict == advisor.Infeasible {
		infeasible(d, x)
	} else {
		contrast(d, x)
		changes(d, x)
	}
	comparison(d, x)
	for _, n := range x.Notes {
		d.Paragraph(n)
	}
	whyNot(d, x)
	gates(d, x)
	bills(d, x)
	breakEven(d, x)
	assumptions(d, p, x)
	questions(d, x)
	migration(d, x)
	footnotes(d, x)
	return d
}

func headline(x *explain.Explanation) string {
	switch x.Verdict {
	case advisor.Infeasible:
		return x.Name + ": no architecture passes"
	case advisor.NotEnough:
		return fmt.Sprintf("%s: not enough information; %s leads so far", x.Name, x.Recommendation)
	case advisor.CloseCall:
		return fmt.Sprintf("%s: a close call between %s and %s", x.Name, x.Recommendation, rival(x))
	}
	return x.Name + ": " + x.Recommendation
}

// rival is the option that the leader is compared with.
func rival(x *explain.Explanation) string { return x.Ranking[1].Architecture }

func howSure(x *explain.Explanation) string {
	if x.Verdict == advisor.Infeasible {
		return "Every option is stopped by a limit, a stated target or your own exclusion."
	}
	lead, next := &x.Ranking[0], &x.Ranking[1]
	text := fmt.Sprintf("%s scores %.0f, %s %.0f, %s %.0f.", capital(lead.Architecture), lead.Score, next.Architecture, next.Score,
		x.Ranking[2].Architecture, x.Ranking[2].Score)
	if x.Robustness.Draws > 1 {
		text += fmt.Sprintf(" It wins %s of %s draws over what you left open, the weights and the error of the model (give or take %s).",
			numeral.Percent(x.WinShare), numeral.Whole(float64(x.Robustness.Draws)), numeral.Percent(x.Robustness.Precision))
	}
	if lead.Shape != "" {
		text += " Shape: " + lead.Shape + "."
	}
	return text
}

// contrast is why the leader rather than the runner-up, and the strongest
// argument against it.
func contrast(d *say.Document, x *explain.Explanation) {
	d.Heading(fmt.Sprintf("Why %s rather than %s", x.Recommendation, rival(x)))
	n := 0
	for _, r := range x.Reasons {
		if r.For == x.Recommendation && n < 3 {
			d.Bullet(fmt.Sprintf("%s (%s, %s)", sentence(r.Text), numeral.Signed(r.Points), criterionWords(r.Criterion)))
			n++
		}
	}
	if n == 0 {
		d.Bullet("nothing that you answered speaks for it more than for " + rival(x) + "; it leads on what is assumed")
	}
	if len(x.Objections) > 0 {
		d.Bullet(objection(x))
	}
}

// objection is the strongest argument for the runner-up: one that rests on an
// answer if there is one, else what would speak for it if it were so.
func objection(x *explain.Explanation) string {
	o, but := &x.Objections[0], "But, "
	if !strings.HasPrefix(o.Text, explain.IfSo) {
		but = "But, over what you left open: "
	}
	for i := range x.Objections {
		if isAnswered(x, x.Objections[i].ID) {
			o, but = &x.Objections[i], "But: "
			break
		}
	}
	return fmt.Sprintf("%s%s (%s for %s, %s)", but, sentence(o.Text), numeral.Signed(o.Points), o.For, criterionWords(o.Criterion))
}

// isAnswered reports whether a statement holds in every draw and rests on what
// was said.
func isAnswered(x *explain.Explanation, id string) bool {
	for _, c := range x.Ranking[0].Contributions {
		if c.ID == id {
			return c.Answered && (c.State != "undecided" || c.Kind == "measure")
		}
	}
	return false
}

func criterionWords(id string) string {
	if id == "" {
		return "limit"
	}
	return strings.ReplaceAll(id, "_", " ")
}

// changes are the nearest flips.
func changes(d *say.Document, x *explain.Explanation) {
	d.Heading("What would change it")
	if len(x.Flips) == 0 {
		d.Bullet("no change of one field, or of two together, within their usual ranges")
	}
	for i, f := range x.Flips {
		if i == 3 {
			break
		}
		d.Bullet(f.Text)
	}
}

func infeasible(d *say.Document, x *explain.Explanation) {
	d.Heading("What stops each option")
	for i := range x.Ranking {
		for _, g := range x.Ranking[i].Gates {
			d.Bullet(x.Ranking[i].Architecture + ": " + g.Text)
		}
	}
	if x.Relaxation != nil {
		d.Paragraph("The smallest change that lets one pass: " + x.Relaxation.Text + ".")
	}
}

// comparison is what each option costs, how fast and available it is and how
// many people it takes.
func comparison(d *say.Document, x *explain.Explanation) {
	d.Heading("What each costs and gives")
	rows := [][]string{{"", "score", "wins", "cost/month", "p99", "availability", "people"}}
	for i := range x.Ranking {
		o := &x.Ranking[i]
		e := &o.Estimates
		name := o.Architecture
		if !o.Feasible {
			name += " (ruled out)"
		}
		rows = append(rows, []string{name, fmt.Sprintf("%.0f", o.Score), numeral.Percent(o.WinShare), money(e.Cost), numeral.Milliseconds(e.P99.Expected),
			numeral.Availability(e.Availability.Expected), numeral.People(e.OpsFTE.Expected)})
	}
	d.Table(1, rows...)
}

// money is a band of dollars, one figure if it is narrow.
func money(b advisor.Band) string {
	if b.High-b.Low < 0.1*b.Expected {
		return numeral.MoneyShort(b.Expected)
	}
	return numeral.Between(b.Low, b.Expected, b.High, numeral.MoneyShort)
}

// whyNot tells, per option, what speaks for and against it; what rests on open
// fields alone is folded into one line.
func whyNot(d *say.Document, x *explain.Explanation) {
	for i := range x.Ranking {
		o := &x.Ranking[i]
		title := "For and against " + o.Architecture
		if i > 0 {
			title = "Why not " + o.Architecture
		}
		d.Heading(fmt.Sprintf("%s (%.1f points)", title, o.Score))
		folded := 0.0
		shown := 0
		for _, c := range strongest(o.Contributions) {
			if !c.Answered || shown == maxShown {
				folded += c.Points
				continue
			}
			shown++
			d.Bullet(fmt.Sprintf("%s %s%s: %s [%s]", numeral.Signed(c.Points), criterionWords(c.Criterion), stateWords(&c), sentence(c.Text), c.ID))
		}
		if folded != 0 {
			d.Bullet(fmt.Sprintf("%s what you left open, and smaller points", numeral.Signed(folded)))
		}
	}
}

// maxShown is how many statements of an option the text names one by one.
const maxShown = 8

func strongest(list []advisor.Contribution) []advisor.Contribution {
	out := make([]advisor.Contribution, 0, len(list))
	for _, c := range list {
		if c.Points != 0 {
			out = append(out, c)
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return abs(out[i].Points) > abs(out[j].Points) })
	return out
}

func abs(x float64) float64 { return max(x, -x) }

func stateWords(c *advisor.Contribution) string {
	if c.State == "undecided" && c.Share < 1 {
		return fmt.Sprintf(", if (%s of the draws)", numeral.Percent(c.Share))
	}
	return ""
}

func gates(d *say.Document, x *explain.Explanation) {
	if x.Verdict == advisor.Infeasible {
		return
	}
	headed := false
	for i := range x.Ranking {
		for _, g := range x.Ranking[i].Gates {
			if !headed {
				d.Heading("Limits")
				headed = true
			}
			text := x.Ranking[i].Architecture + " is ruled out: " + g.Text
			if g.Share < 1 {
				text = fmt.Sprintf("%s would be stopped in %s of the draws: %s", x.Ranking[i].Architecture, numeral.Percent(g.Share), g.Text)
			}
			d.Bullet(text)
		}
	}
}

// sentence trims a text so that it can stand inside another.
func sentence(s string) string { return strings.TrimRight(strings.TrimSpace(s), ".") }

func capital(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
