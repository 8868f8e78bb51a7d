package say

import (
	"math"
	"slices"
	"sort"
	"strings"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/mixture"
	"archadvisor/advisor/say/document"
	"archadvisor/rules/numeral"
)

// Explanation is the document of one decision: the answer and its contrast
// first, what would change it, what it costs; then the options one by one, the
// bill, the assumptions, the next question and the path from what runs today.
// m is nil for a system without components.
func Explanation(x *explain.Explanation, m *mixture.Mixture) *document.Document {
	d := &document.Document{}
	d.Heading(headline(x))
	d.Paragraph(howSure(x))
	if course := Advice(x.Advice); course != "" {
		d.Paragraph(course)
	}
	if x.Verdict == advisor.Infeasible {
		whatStops(d, x)
	} else {
		contrast(d, x)
		changes(d, x)
	}
	if m != nil {
		mixtureOf(d, m)
	}
	precedents(d, x)
	d.Heading(text("What each costs and gives"))
	d.Wide(Comparison(x.Ranking)...)
	d.Cite(slices.Repeat([][]string{{text("estimated at the central inputs and over the draws, by the models that `archadvisor help models` tells, at the prices of %s", x.Prices)}}, len(Quantities()))...)
	d.Paragraph(Ranges(x))
	d.Paragraph(Staff(x.Decision))
	for i := range x.Notes {
		d.Paragraph(Note(&x.Notes[i]))
	}
	forAndAgainst(d, x)
	limits(d, x)
	bills(d, x)
	breakEven(d, x)
	assumptions(d, x)
	questions(d, x)
	path(d, x)
	footnotes(d, x)
	return d
}

func headline(x *explain.Explanation) string {
	switch x.Verdict {
	case advisor.Infeasible:
		return text("%s: no architecture passes", x.Name)
	case advisor.NotEnough:
		return text("%s: not enough information; %s leads so far", x.Name, x.Recommendation)
	case advisor.CloseCall:
		if second := x.RunnerUp(); second != nil {
			if !WithinReach(x.Decision, second) {
				return text("%s: a close call; %s leads", x.Name, x.Recommendation)
			}
			return text("%s: a close call between %s and %s", x.Name, x.Recommendation, second.Architecture)
		}
		return text("%s: a close call: %s may still be ruled out", x.Name, x.Recommendation)
	}
	return text("%s: %s", x.Name, x.Recommendation)
}

func howSure(x *explain.Explanation) string {
	if x.Verdict == advisor.Infeasible {
		return text("Every option is stopped by a limit, a stated target or your own exclusion.")
	}
	lead := &x.Ranking[0]
	sure := text("%s.", Capital(Sure(x.Decision)))
	if Uncounted(x.Decision) {
		sure = text("%s, which no count of documented decisions backs for the rules and strengths in force.", Capital(Sure(x.Decision)))
	}
	if second := x.RunnerUp(); x.Verdict == advisor.CloseCall && second != nil && !(WithinReach(x.Decision, second) && x.Probability >= x.Enough) {
		sure = text("%s A close call, for %s.", sure, ShortOf(x.Decision))
	}
	sure = text("%s%s", sure, drawsOf(x))
	if lead.Shape != "" {
		sure = text("%s Shape: %s.", sure, lead.Shape)
	}
	return sure
}

// drawsOf is how many draws the probability comes from, and how precise it is
// unless that rounds to nothing.
func drawsOf(x *explain.Explanation) string {
	if x.Robustness.Draws <= 1 {
		return ""
	}
	draws, precision := numeral.Whole(float64(x.Robustness.Draws)), numeral.Percent(x.Robustness.Precision)
	if precision == numeral.Percent(0) {
		return text(" (%s draws of what you left open.)", draws)
	}
	return text(" (%s draws of what you left open, give or take %s.)", draws, precision)
}

// score writes a score: whole points, because less is noise.
func score(points float64) string { return numeral.Whole(points) }

// maxBecause is how many reasons follow "because".
const maxBecause = 3

// contrast is why the leader rather than the runner-up, and the strongest
// argument against it.
func contrast(d *document.Document, x *explain.Explanation) {
	second := x.RunnerUp()
	if second == nil {
		d.Heading(text("Why %s", x.Recommendation))
		d.Bullet(text("every other option is ruled out"))
		return
	}
	d.Heading(text("Why %s rather than %s", x.Recommendation, second.Architecture))
	n := 0
	for i := range x.Reasons {
		if r := &x.Reasons[i]; r.For == x.Recommendation && n < maxBecause {
			d.Bullet(text("%s (%s, %s)", inside(Reason(r)), numeral.Signed(r.Points), Criterion(r.Criterion)))
			d.Cite(sourcesOf(x, r.ID))
			n++
		}
	}
	if n == 0 {
		d.Bullet(text("nothing that you answered speaks for it more than for %s; it leads on what is assumed", second.Architecture))
	}
	if len(x.Objections) > 0 {
		d.Bullet(objection(x))
	}
}

// objection is the strongest argument for the runner-up: one that rests on an
// answer if there is one, else what would speak for it if it were so.
func objection(x *explain.Explanation) string {
	o := &x.Objections[0]
	but := text("But, over what you left open: ")
	if o.Possible() {
		but = text("But, ")
	}
	for i := range x.Objections {
		if certain(x, x.Objections[i].ID) {
			o, but = &x.Objections[i], text("But: ")
			break
		}
	}
	return text("%s%s (%s for %s, %s)", but, inside(Reason(o)), numeral.Signed(o.Points), o.For, Criterion(o.Criterion))
}

// sourcesOf are those of a statement.
func sourcesOf(x *explain.Explanation, id string) []string {
	for i := range x.Ranking[0].Contributions {
		if c := &x.Ranking[0].Contributions[i]; c.ID == id {
			return c.Sources
		}
	}
	return nil
}

// certain reports whether a statement holds in every draw and rests on what was
// stated.
func certain(x *explain.Explanation, id string) bool {
	for i := range x.Ranking[0].Contributions {
		if c := &x.Ranking[0].Contributions[i]; c.ID == id {
			return c.Answered && (c.State != "undecided" || c.Kind == "measure")
		}
	}
	return false
}

// maxChanges is how many flips the text names.
const maxChanges = 3

// changes are the nearest flips.
func changes(d *document.Document, x *explain.Explanation) {
	d.Heading(text("What would change it"))
	if len(x.Flips) == 0 {
		d.Bullet(text("Nothing within their usual ranges: no single change, nor two together, would."))
	}
	for i := range x.Flips[:min(len(x.Flips), maxChanges)] {
		d.Bullet(Flip(&x.Flips[i]))
	}
}

// precedents are the documented decisions that resemble this one, with their
// addresses.
func precedents(d *document.Document, x *explain.Explanation) {
	if len(x.Precedents) == 0 {
		return
	}
	d.Heading(Before())
	for i := range x.Precedents {
		d.Bullet(text("%s %s", Precedent(&x.Precedents[i]), Address(x.Precedents[i].Source)))
	}
}

func whatStops(d *document.Document, x *explain.Explanation) {
	d.Heading(text("What stops each option"))
	for i := range x.Ranking {
		for k := range x.Ranking[i].Gates {
			d.Bullet(text("%s: %s", x.Ranking[i].Architecture, Gate(&x.Ranking[i].Gates[k])))
		}
	}
	if x.Relaxation != nil {
		d.Paragraph(text("The smallest change that lets one pass: %s.", Flip(x.Relaxation)))
	}
}

// Band is a quantity with its range, and its mean where that is far off: "$240
// ($180 to $420)", "$240 ($180 to $900, mean $390)".
func Band(b advisor.Band, write func(float64) string) string {
	words := numeral.Between(b.Low, b.Expected, b.High, write)
	if b.Skewed() {
		words = text("%s, mean %s)", strings.TrimSuffix(words, ")"), write(b.Mean))
	}
	return spoken(words)
}

// maxShown is how many statements of an option the text names one by one.
const maxShown = 8

// forAndAgainst tells, per option, what speaks for and against it; what rests on
// open fields alone is folded into one line.
func forAndAgainst(d *document.Document, x *explain.Explanation) {
	for i := range x.Ranking {
		o := &x.Ranking[i]
		if i == 0 {
			d.Heading(text("For and against %s (%s points)", o.Architecture, numeral.Tenth(o.Score)))
		} else {
			d.Heading(text("Why not %s (%s points)", o.Architecture, numeral.Tenth(o.Score)))
		}
		folded := 0.0
		shown := 0
		for _, c := range byStrength(o.Contributions) {
			if !c.Answered || shown == maxShown {
				folded += c.Points
				continue
			}
			shown++
			d.Bullet(text("%s %s%s: %s [%s]", numeral.Signed(c.Points), Criterion(c.Criterion), perhaps(c), inside(Contribution(c)), c.ID))
			d.Cite(c.Sources)
		}
		if folded != 0 {
			d.Bullet(text("%s everything smaller, and what you left open", numeral.Signed(folded)))
		}
	}
}

// byStrength are the contributions that give points, the strongest first.
func byStrength(list []advisor.Contribution) []*advisor.Contribution {
	out := make([]*advisor.Contribution, 0, len(list))
	for i := range list {
		if list[i].Points != 0 {
			out = append(out, &list[i])
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return math.Abs(out[i].Points) > math.Abs(out[j].Points) })
	return out
}

// perhaps marks a statement that holds in some draws only.
func perhaps(c *advisor.Contribution) string {
	if c.State == "undecided" && c.Share < 1 {
		return text(", if (%s of the draws)", numeral.Percent(c.Share))
	}
	return ""
}

// limits are the gates that stop options.
func limits(d *document.Document, x *explain.Explanation) {
	if x.Verdict == advisor.Infeasible {
		return
	}
	headed := false
	for i := range x.Ranking {
		for k := range x.Ranking[i].Gates {
			if !headed {
				d.Heading(text("Limits"))
				headed = true
			}
			d.Bullet(GateHit(x.Ranking[i].Architecture, &x.Ranking[i].Gates[k]))
		}
	}
}
