package say

import (
	"math"
	"slices"
	"sort"
	"strings"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/mixture"
	"archadvisor/advisor/precedent"
	"archadvisor/advisor/say/document"
	"archadvisor/rules/numeral"
)

// Explanation is the document of one decision: the answer, its contrast and what would change it; then the options one
// by one, bills, assumptions, questions and the path from what runs today. m is nil for a system without components.
func Explanation(x *explain.Explanation, m *mixture.Mixture) *document.Document {
	d := &document.Document{}
	d.Heading(headline(x))
	d.Paragraph(howSure(x))
	d.Paragraph(Unmet(x.Decision)...)
	if course := Advice(x.Advice); course != "" {
		d.Paragraph(course)
	}
	switch {
	case x.Verdict == advisor.Infeasible:
		limits(d, x)
	case Undecided(x.Decision):
		questions(d, x)
	default:
		contrast(d, x)
		changes(d, x)
	}
	if m != nil {
		d.Heading(text("Its components: %s", Mixture(m)))
		d.Bullet(Parts(m)...)
		d.Wide(Division(m)...)
		d.Paragraph(Counted(m))
	}
	d.Section(text(Before), All(x.Precedents, func(k *precedent.Precedent) string { return text("%s %s", Precedent(k), Address(k.Source)) })...)
	d.Heading(text("What each costs and gives"))
	d.Wide(Comparison(x.Ranking)...)
	d.Cite(slices.Repeat([][]string{{text("estimated at the central inputs and over the draws, by the models that `archadvisor help models` tells, at the prices of %s", x.Prices)}}, len(Quantities()))...)
	d.Paragraph(Ranges(x), Staff(x.Decision))
	for i := range x.Notes {
		if n := &x.Notes[i]; !n.Unmet() { // told above
			d.Paragraph(Note(n))
		}
	}
	if !Undecided(x.Decision) {
		forAndAgainst(d, x)
	}
	if x.Verdict != advisor.Infeasible {
		limits(d, x)
	}
	bills(d, x)
	d.Section(text("Break-even over the load"), All(x.BreakEven, BreakEven)...)
	assumptions(d, x)
	if !Undecided(x.Decision) {
		questions(d, x)
		path(d, x)
	}
	footnotes(d, x)
	return d
}

func headline(x *explain.Explanation) string {
	_, _, head := verdict(x.Decision)
	return text("%s: %s", x.Name, head)
}

func howSure(x *explain.Explanation) string {
	if x.Verdict == advisor.Infeasible {
		return text("Every option is stopped by a limit, a stated target or your own exclusion.")
	}
	sure := text("%s.", Capital(Sure(x.Decision)))
	if Uncounted(x.Decision) {
		sure = text("%s, which no count of documented decisions backs for the rules and strengths in force.", Capital(Sure(x.Decision)))
	}
	if second := x.RunnerUp(); x.Verdict == advisor.CloseCall && second != nil && !(WithinReach(x.Decision, second) && x.Probability >= x.Enough) {
		sure = text("%s A close call, for %s.", sure, ShortOf(x.Decision))
	}
	if x.Robustness.Draws > 1 {
		draws, precise := numeral.Whole(float64(x.Robustness.Draws)), numeral.Percent(x.Robustness.Precision)
		if sure = text("%s (%s draws of what you left open", sure, draws); precise != numeral.Percent(0) {
			sure = text("%s, give or take %s", sure, precise)
		}
		sure += ".)"
	}
	if shape := x.Ranking[0].Shape; shape != "" && !Undecided(x.Decision) {
		sure = text("%s Shape: %s.", sure, shape)
	}
	return sure
}

const maxBecause = 3 // how many reasons follow "because"

// contrast is why the leader rather than the runner-up, and the strongest argument against it.
func contrast(d *document.Document, x *explain.Explanation) {
	second := x.RunnerUp()
	if second == nil {
		d.Section(text("Why %s", x.Recommendation), text("every other option is ruled out"))
		return
	}
	d.Heading(text("Why %s rather than %s", x.Recommendation, second.Architecture))
	n := 0
	for i := range x.Reasons {
		if r := &x.Reasons[i]; r.For == x.Recommendation && n < maxBecause {
			d.Bullet(text("%s (%s, %s)", inside(Reason(r)), numeral.Signed(r.Points), Criterion(r.Criterion)))
			if c := x.Ranking[0].Contribution(r.ID); c != nil {
				d.Cite(c.Sources)
			}
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

// objection is the strongest argument for the runner-up that holds in every draw, else what might be so.
func objection(x *explain.Explanation) string {
	o := &x.Objections[0]
	but := text("But, over what you left open: ")
	if o.Possible() {
		but = text("But, ")
	}
	for i := range x.Objections {
		c := x.Ranking[0].Contribution(x.Objections[i].ID)
		if c != nil && c.Answered && (c.State != advisor.Undecided || c.Kind == advisor.KindMeasure) {
			o, but = &x.Objections[i], text("But: ")
			break
		}
	}
	return text("%s%s (%s for %s, %s)", but, inside(Reason(o)), numeral.Signed(o.Points), o.For, Criterion(o.Criterion))
}

const maxChanges = 3 // how many flips the text names

func changes(d *document.Document, x *explain.Explanation) {
	d.Heading(text("What would change it"))
	if len(x.Flips) == 0 {
		d.Bullet(text("Nothing: no answer within its usual range, nor two together, would."))
	}
	d.Bullet(All(x.Flips[:min(len(x.Flips), maxChanges)], Flip)...)
}

// Band is a quantity with its range, and its mean where that is far off: "$240 ($180 to $900, mean $390)".
func Band(b advisor.Band, write func(float64) string) string {
	words := numeral.Between(b.Low, b.Expected, b.High, write)
	if b.Skewed() {
		words = text("%s, mean %s)", strings.TrimSuffix(words, ")"), write(b.Mean))
	}
	return spoken(words)
}

const maxShown = 8 // how many statements of an option the text names one by one

// forAndAgainst tells, per option, what speaks for and against it; what rests on open fields alone is one line.
func forAndAgainst(d *document.Document, x *explain.Explanation) {
	for i := range x.Ranking {
		o := &x.Ranking[i]
		head := "Why not %s (%s points)"
		if i == 0 {
			head = "For and against %s (%s points)"
		}
		d.Heading(text(head, o.Architecture, numeral.Tenth(o.Score)))
		list := slices.DeleteFunc(slices.Clone(o.Contributions), func(c advisor.Contribution) bool { return c.Points == 0 })
		sort.SliceStable(list, func(i, j int) bool { return math.Abs(list[i].Points) > math.Abs(list[j].Points) })
		folded, shown := 0.0, 0
		for k := range list {
			c := &list[k]
			if !c.Answered || shown == maxShown {
				folded += c.Points
				continue
			}
			shown++
			perhaps := ""
			if c.State == advisor.Undecided && c.Share < 1 {
				perhaps = text(", if (%s of the draws)", numeral.Percent(c.Share))
			}
			d.Bullet(text("%s %s%s: %s [%s]", numeral.Signed(c.Points), Criterion(c.Criterion), perhaps, inside(Contribution(c)), c.ID))
			d.Cite(c.Sources)
		}
		if folded != 0 {
			d.Bullet(text("%s everything smaller, and what you left open", numeral.Signed(folded)))
		}
	}
}

// limits tell what stops each option, and the smallest change that lets one pass where none does.
func limits(d *document.Document, x *explain.Explanation) {
	var stops []string
	for i := range x.Ranking {
		o := &x.Ranking[i]
		stops = append(stops, All(o.Gates, func(g *advisor.GateHit) string { return GateHit(o.Architecture, g) })...)
	}
	d.Section(text("Limits"), stops...)
	if x.Relaxation != nil {
		d.Paragraph(text("The smallest change that lets one pass: %s.", Flip(x.Relaxation)))
	}
}

// Term is a word of the explanations that a newcomer may not know.
type Term struct {
	Key     string
	Meaning string
	words   []string // that show its use in a text, lower case; none: used always
}

// Glossary are the terms, by key.
var Glossary = []Term{
	{"availability", "the share of a month in which the whole works", []string{"availability", "downtime"}},
	{"bounded-context", "a part of the domain with its own words and data, which could stand alone", []string{"module", "domains per team"}},
	{"break-even", "the load at which two architectures cost the same", nil},
	{"cold-start", "the wait for a new instance of a function before it serves its first request", []string{"cold start", "functions"}},
	{"draw", "one try with every open answer and the error of the models taken at random", nil},
	{"flip", "a change of one answer that changes the recommendation", nil},
	{"gate", "a limit that rules an architecture out", []string{"rules out", "does not fit", "longest a function", "allowed"}},
	{"lcu", "load balancer capacity unit: what a balancer is billed by beside its hours", []string{"lcu", "load balancer capacity"}},
	{"lock-step", "changes that touch several parts which must ship together", []string{"ship together", "lock-step"}},
	{"nat", "the gateway through which machines without a public address reach the internet", []string{"nat "}},
	{"on-call", "people who must answer when something breaks at night", []string{"on-call", "rota"}},
	{"p99", "the response time that 99 of 100 requests stay below", []string{"one request or run in a hundred", "p99"}},
	{"probability", "how likely an option is the right choice, learned from documented decisions", nil},
	{"saga", "a transaction over several services, made of steps that can be taken back", []string{"saga"}},
	{"score", "the mean of the points over the draws; 10 more than another option double its odds", nil},
	{"undecided", "of a statement: whether it holds rests on an open answer", nil},
}

// Terms are the keys of the terms that an explanation uses, in their order.
func Terms(x *explain.Explanation) []string {
	var b strings.Builder
	for i := range x.Ranking {
		b.WriteString(x.Ranking[i].Shape + "\n")
		for k := range x.Ranking[i].Contributions {
			b.WriteString(x.Ranking[i].Contributions[k].Because + "\n")
		}
		for k := range x.Ranking[i].Gates {
			b.WriteString(x.Ranking[i].Gates[k].Because + "\n")
		}
		for _, l := range x.Details[i].Bill {
			b.WriteString(l.Item + " " + l.Unit + "\n")
		}
	}
	for i := range x.Notes {
		b.WriteString(x.Notes[i].Field.String() + "\n")
	}
	used := strings.ToLower(b.String())
	keys := []string{}
	for _, t := range Glossary {
		if t.words == nil || slices.ContainsFunc(t.words, func(w string) bool { return strings.Contains(used, w) }) {
			keys = append(keys, t.Key)
		}
	}
	return keys
}
