package say

import (
	"sort"
	"strings"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/rules/numeral"
)

// Verdict says how far the recommendation carries, in one sentence.
func Verdict(d *explain.Decision) string {
	leader := Name(d.Recommendation)
	switch d.Verdict {
	case advisor.Recommended:
		return text("%s is recommended", leader)
	case advisor.CloseCall:
		if second := d.RunnerUp(); second != nil {
			if !withinReach(d, second) {
				return text("Close call: %s leads, but %s", leader, shortOf(d))
			}
			return text("Close call: %s leads, but %s is within reach", leader, Name(second.Architecture))
		}
		return text("Close call: %s leads, but may still be ruled out", leader)
	case advisor.NotEnough:
		return text("%s leads, but the missing answers decide", leader)
	}
	return text("No option passes: something must be relaxed")
}

// VerdictShort is Verdict for narrow windows.
func VerdictShort(d *explain.Decision) string {
	leader := Name(d.Recommendation)
	switch d.Verdict {
	case advisor.CloseCall:
		if second := d.RunnerUp(); second != nil {
			if !withinReach(d, second) {
				return text("Close call: %s leads", leader)
			}
			return text("Close call: %s or %s", leader, Name(second.Architecture))
		}
		return text("Close call: %s or none", leader)
	case advisor.NotEnough:
		return text("%s leads: answers missing", leader)
	case advisor.Infeasible:
		return text("No option passes")
	}
	return Verdict(d)
}

// maxMissing is how many answers are named that would decide.
const maxMissing = 5

// Caveat is the first sentence of an outcome that is not a plain recommendation,
// "" for one that is.
func (p Paper) Caveat() string {
	d := p.Decision
	second := d.RunnerUp()
	switch {
	case d.Verdict == advisor.CloseCall && second != nil && !withinReach(d, second):
		return text("This is a close call: %s leads, but %s; %s comes next with %s.",
			WithArticle(d.Recommendation), shortOf(d), WithArticle(second.Architecture), numeral.ProbabilityInWords(second.Probability))
	case d.Verdict == advisor.CloseCall && second != nil:
		return text("This is a close call: %s is within reach of %s, with a probability of %s against %s.",
			WithArticle(second.Architecture), WithArticle(d.Recommendation), numeral.ProbabilityInWords(second.Probability), numeral.ProbabilityInWords(d.Probability))
	case d.Verdict == advisor.CloseCall:
		return text("This is a close call: the chosen option may still be ruled out by what was left open.")
	case d.Verdict == advisor.NotEnough && len(p.missing()) > 0:
		return text("There is not enough information to decide: the answers that matter most are %s; the option that leads so far is proposed.", And(p.missing()))
	case d.Verdict == advisor.NotEnough:
		return text("There is not enough information to decide; the option that leads so far is proposed.")
	}
	return ""
}

// missing names the answers that would decide.
func (p Paper) missing() []string {
	var fields []string
	for _, q := range p.Decision.NextQuestions {
		fields = append(fields, labelOf(q.Field))
	}
	if len(fields) == 0 {
		for _, a := range p.Decision.Assumed {
			fields = append(fields, labelOf(a.Field))
		}
	}
	return fields[:min(len(fields), maxMissing)]
}

// Confidence says how probable the chosen option is, and how the others are.
func (p Paper) Confidence() string {
	d := p.Decision
	var rest []string
	for _, o := range d.Ranking {
		if o.Architecture != d.Recommendation {
			rest = append(rest, text("%s %s", OptionInside(o.Architecture), numeral.ProbabilityInWords(o.Probability)))
		}
	}
	sure := text("The probability of %s being the right choice is %s; %s.", WithArticle(d.Recommendation), numeral.ProbabilityInWords(d.Probability), And(rest))
	if often := Often(d.Frequency); often != "" {
		sure = text("%s %s.", sure, Capital(often))
	} else if uncounted(d) {
		sure = text("%s No count of documented decisions backs this for the rules and strengths in force.", sure)
	}
	return text("%s The verdict is %s.", sure, strings.ReplaceAll(string(d.Verdict), "-", " "))
}

// Often tells a probability as a frequency of documented decisions, "" if none
// is known.
func Often(f *advisor.Frequency) string {
	if f == nil {
		return ""
	}
	return text("of %d documented decisions that were given %s, %d went this way", f.Of, band(f), f.Agreed)
}

// band is the range of probability that a frequency was counted in.
func band(f *advisor.Frequency) string {
	switch {
	case f.To >= 1:
		return text("at least %s", numeral.Percent(f.From))
	case f.From <= 0:
		return text("less than %s", numeral.Percent(f.To))
	}
	return text("%s to %s", numeral.Whole(100*f.From), numeral.Percent(f.To))
}

// uncounted tells of a probability that was drawn and that no frequency backs.
func uncounted(d *explain.Decision) bool { return d.Frequency == nil && d.Robustness.Draws > 1 }

// withinReach reports whether the runner-up may as well be the right choice: it
// is at least half as probable as the leader.
func withinReach(d *explain.Decision, second *advisor.Option) bool {
	return 2*second.Probability >= d.Probability
}

// shortOf is why a leader without a rival in reach is not recommended plainly.
func shortOf(d *explain.Decision) string {
	switch {
	case d.Probability < d.Enough:
		is, enough := numeral.Percent(d.Probability), numeral.Percent(d.Enough)
		if is == enough {
			is = text("%s %%", numeral.Tenth(100*d.Probability))
		}
		return text("%s is below the %s from which recommendations are made plainly", is, enough)
	case len(d.Ranking[0].Gates) > 0:
		return text("what was left open may still rule it out")
	}
	return text("another option is as probable")
}

// Sure is how probable the leader is, as a clause: a count where one is known.
func Sure(d *explain.Decision) string {
	if often := Often(d.Frequency); often != "" {
		return text("probability %s: %s", numeral.ProbabilityInWords(d.Probability), often)
	}
	return text("probability %s", numeral.ProbabilityInWords(d.Probability))
}

// Assumptions say what was assumed of the fields that are open or were stated as a
// range: those that explain much of what is uncertain each by itself, the rest in
// one line.
func (p Paper) Assumptions(open []explain.OpenField) []string {
	var out, rest []string
	for i := range open {
		a := &open[i]
		id, known := profile.Lookup(a.Field)
		if a.Explains < leastMove || !known {
			rest = append(rest, labelOf(a.Field))
			continue
		}
		said := text("%s was left open", Label(id))
		if p.Profile.Known(id) {
			said = text("%s was stated as %s", Label(id), Value(id, p.Profile.Get(id)))
		} else if tried := Tried(a.Field); tried != "" {
			said = text("%s, taken as %s", said, tried)
		}
		out = append(out, text("%s; about %s of the doubt between the two comes from it", said, numeral.Percent(a.Explains)))
	}
	if len(rest) > 0 {
		out = append(out, text("left open, too, and of little weight here: %s", And(rest)))
	}
	return out
}

// labelOf is a field in a few words, its name if it is none.
func labelOf(field string) string {
	if id, known := profile.Lookup(field); known {
		return Label(id)
	}
	return Line(field)
}

// Costs are what an option is expected to cost in money and people, in a sentence.
func Costs(o *advisor.Option, k *explain.Detail) string {
	people := ""
	if k.OpsUSD.Expected > 0 {
		people = text(", whose time costs about %s a month", numeral.Money(numeral.Round(k.OpsUSD.Expected, digits)))
	}
	return text("It would run as %s, which is expected to cost %s a month and to take %s people to run%s.",
		Built(o.Shape), Band(o.Estimates.Cost, twoDigits(numeral.Money)), Band(o.Estimates.OpsFTE, numeral.People), people)
}

// digits is to how many digits a record tells estimates.
const digits = 2

// twoDigits writes figures as far as estimates are worth.
func twoDigits(write func(float64) string) func(float64) string {
	return func(x float64) string { return write(numeral.Round(x, digits)) }
}

// maxBillItems is how many items of the bill a record names.
const maxBillItems = 5

// Bill names the largest items of a bill, "" if it has none.
func Bill(lines []explain.LineItem, prices string) string {
	if len(lines) == 0 {
		return ""
	}
	items := append([]explain.LineItem{}, lines...)
	sort.SliceStable(items, func(i, j int) bool { return items[i].MonthlyUSD > items[j].MonthlyUSD })
	total, rest, money := 0.0, 0.0, twoDigits(numeral.Money)
	var parts []string
	for i := range items {
		total += items[i].MonthlyUSD
		if i >= maxBillItems {
			rest += items[i].MonthlyUSD
			continue
		}
		parts = append(parts, text("%s %s", Line(items[i].Item), money(items[i].MonthlyUSD)))
	}
	if rest > 0 {
		parts = append(parts, text("everything else %s", money(rest)))
	}
	return text("The bill of the chosen option, %s a month at the expected inputs and list prices (%s): %s.",
		money(total), Line(prices), strings.Join(parts, "; "))
}

// Change says in words how one field changes: "with engineers at 34 people or more
// (now 9 people)", "if it needs a GPU (left open)".
func Change(c *explain.Change) string {
	now := text("left open")
	switch {
	case c.From.Known() && yesOrNo(c.Field):
		now = text("now it is not so")
	case c.From.Known():
		now = text("now %s", Value(c.Field, c.From))
	}
	if yesOrNo(c.Field) {
		return text("if %s (%s)", Answer(c.Field, c.To), now)
	}
	bound := ""
	switch c.Relation() {
	case explain.AtLeast:
		bound = text(" or more")
	case explain.AtMost:
		bound = text(" or less")
	}
	return text("with %s at %s%s (%s)", Label(c.Field), Value(c.Field, c.To), bound, now)
}

// Title is the title of a record that was not given one: "Adopt a modular
// monolith for order-service".
func Title(recommendation, name string) string {
	return text("Adopt %s for %s", WithArticle(recommendation), name)
}

// Unnamed is what a workload without a name is called.
func Unnamed() string { return text("this system") }
