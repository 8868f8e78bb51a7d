package paper

import (
	"cmp"
	"slices"
	"strings"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/rules/numeral"
)

const maxMissing = 5 // how many answers are named that would decide

// Caveat is the first sentence of an outcome that is not a plain recommendation, "" for one that is.
func (p Paper) Caveat() string {
	d := p.Decision
	leader, second := say.WithArticle(d.Recommendation), d.RunnerUp()
	switch {
	case d.Verdict == advisor.CloseCall && second == nil:
		return text("This is a close call: the chosen option may still be ruled out by what was left open.")
	case d.Verdict == advisor.CloseCall && say.WithinReach(d, second):
		return text("This is a close call: %s is within reach of %s, with a probability of %s against %s.",
			say.WithArticle(second.Architecture), leader, numeral.ProbabilityInWords(second.Probability), numeral.ProbabilityInWords(d.Probability))
	case d.Verdict == advisor.CloseCall:
		return text("This is a close call: %s leads, but %s; %s comes next with %s.",
			leader, say.ShortOf(d), say.WithArticle(second.Architecture), numeral.ProbabilityInWords(second.Probability))
	case d.Verdict != advisor.NotEnough:
		return ""
	}
	proposed := text("the option that leads so far is proposed")
	if say.Undecided(d) {
		proposed = text("no option is much more probable than another, and the first is proposed")
	}
	missing := say.Each(say.Asking(d), func(q explain.Question) string { return say.FieldLabel(q.Field) })
	if len(missing) == 0 {
		missing = say.Each(d.Assumed, func(a *advisor.Assumption) string { return say.FieldLabel(a.Field) })
	}
	if len(missing) == 0 {
		return text("There is not enough information to decide; %s.", proposed)
	}
	return text("There is not enough information to decide: the answers that matter most are %s; %s.", say.And(missing[:min(len(missing), maxMissing)]), proposed)
}

// Confidence says how probable the chosen option is, and how the others are.
func (p Paper) Confidence() string {
	d := p.Decision
	var rest []string
	for _, o := range d.Ranking {
		if o.Architecture != d.Recommendation {
			rest = append(rest, text("%s %s", say.OptionInside(o.Architecture), numeral.ProbabilityInWords(o.Probability)))
		}
	}
	sure := text("The probability of %s being the right choice is %s; %s.", say.WithArticle(d.Recommendation), numeral.ProbabilityInWords(d.Probability), say.And(rest))
	if often := say.Often(d); often != "" {
		sure = text("%s %s.", sure, say.Capital(often))
	} else if say.Uncounted(d) {
		sure = text("%s No count of documented decisions backs this for the rules and strengths in force.", sure)
	}
	return text("%s The verdict is %s.", sure, strings.ReplaceAll(string(d.Verdict), "-", " "))
}

// Assumptions say what was assumed of open fields: one by one if much hangs on them, the rest in one line.
func (p Paper) Assumptions(open []explain.OpenField) []string {
	var out, rest []string
	for i := range open {
		a := &open[i]
		id, known := profile.Lookup(a.Field)
		little := a.Explains < say.LeastMove
		if !known || little && !say.Matters(p.Decision, a.Field) {
			rest = append(rest, say.FieldLabel(a.Field))
			continue
		}
		said := text("%s was left open", say.Label(id))
		if p.Profile.Known(id) {
			said = text("%s was stated as %s", say.Label(id), say.Value(id, p.Profile.Get(id)))
		} else if tried := say.TriedIn(p.Profile, id); tried != "" {
			said = text("%s, taken as %s", said, tried)
		}
		if little {
			out = append(out, said)
			continue
		}
		out = append(out, text("%s; about %s of the doubt between the two comes from it", said, numeral.Percent(a.Explains)))
	}
	if len(rest) > 0 {
		out = append(out, text("left open, too, and of little weight here: %s", say.And(rest)))
	}
	if taken := say.Defaults(p.Decision.Assumed, say.FieldLabel); taken != "" {
		out = append(out, taken)
	}
	return out
}

// Costs are what an option typically costs in money and people, in a sentence.
func Costs(o *advisor.Option) string {
	return text("It would run as %s; %s.", say.Built(o.Shape), say.Typical(o))
}

const maxBillItems = 5 // how many items of the bill a record names

// Bill names the largest items of a bill, "" if it has none.
func Bill(lines []explain.LineItem, prices string) string {
	if len(lines) == 0 {
		return ""
	}
	items := slices.SortedStableFunc(slices.Values(lines), func(a, b explain.LineItem) int { return cmp.Compare(b.MonthlyUSD, a.MonthlyUSD) })
	total, rest := 0.0, 0.0
	var parts []string
	for i := range items {
		total += items[i].MonthlyUSD
		if i >= maxBillItems {
			rest += items[i].MonthlyUSD
			continue
		}
		parts = append(parts, text("%s %s", say.Line(items[i].Item), say.Money(items[i].MonthlyUSD)))
	}
	if rest > 0 {
		parts = append(parts, text("everything else %s", say.Money(rest)))
	}
	return text("The bill of the chosen option, %s a month at the middle of what is open and list prices (%s): %s.",
		say.Money(total), say.Line(prices), strings.Join(parts, "; "))
}

// Change says how one field changes: "with 34 engineers or more (now 9 people)", "if it needs a GPU (left open)".
func Change(c *explain.Change) string {
	now := text("left open")
	switch {
	case c.From.Known() && say.YesOrNo(c.Field):
		now = text("now it is not so")
	case c.From.Known():
		now = text("now %s", say.Value(c.Field, c.From))
	}
	if say.YesOrNo(c.Field) || say.Worded(c.Field) {
		return text("if %s (%s)", say.Became(c, "", ""), now)
	}
	return text("with %s (%s)", say.Became(c, " at ", ""), now)
}
