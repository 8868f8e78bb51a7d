package paper

import (
	"cmp"
	"slices"
	"strings"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/mixture"
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
	case d.Verdict == advisor.CloseCall && second != nil && say.WithinReach(d, second):
		return text("This is a close call: %s is within reach of %s, with a probability of %s against %s.",
			say.WithArticle(second.Architecture), leader, numeral.ProbabilityInWords(second.Probability), numeral.ProbabilityInWords(d.Probability))
	case d.Verdict == advisor.CloseCall:
		return text("This is a close call: %s leads, but %s.", leader, say.ShortOf(d))
	case d.Verdict != advisor.NotEnough:
		return ""
	}
	proposed := text("the option that leads so far is proposed")
	if say.Undecided(d) {
		proposed = text("no option leads, and the first is proposed")
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
			said = text("%s was stated as %s", say.Label(id), say.ValueIn(p.Profile, id))
		} else if tried := say.TriedIn(p.Profile, id); tried != "" {
			said = text("%s, taken as %s", said, tried)
		}
		if little {
			out = append(out, said)
			continue
		}
		out = append(out, text("%s; an answer would settle about %s of the doubt between the two", said, numeral.Percent(a.Explains)))
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
		return text("if %s (%s)", say.Became(c, ""), now)
	}
	return text("with %s (%s)", say.Became(c, " at "), now)
}

// Y is a decision in one sentence, after Zimmermann's form, accepting the strongest of what speaks against it.
func (p Paper) Y(name, chosen string, against []string, because string, accepting []string) string {
	facing := text("what is known of its team, load and budget")
	if list := p.criteria(); len(list) > 0 {
		facing = text("%s as the heaviest concern", say.Criterion(list[0]))
	}
	if a := p.Decision.Advice; say.Stays(a) {
		chosen = text("staying on %s, with %s if it is built anew", say.OptionInside(a.From), chosen)
		against = slices.DeleteFunc(against, func(phrase string) bool { return phrase == say.WithArticle(a.From) })
	}
	accepting = append(accepting, text("no argument of weight against it was found"))
	return text("In the context of %s, facing %s, we decided for %s and against %s, to achieve the best balance because %s, accepting that %s.",
		name, facing, chosen, strings.Join(against, text(" and ")), because, accepting[0])
}

// Staying comes first where what runs today stays although another option leads, with what that costs; "" elsewhere.
func (p Paper) Staying() string {
	a := p.Decision.Advice
	if !say.Stays(a) {
		return ""
	}
	return text("%s Staying costs this: %s. If it is built anew after all, the choice is another, and what follows is about that.",
		say.Advice(a), say.Typical(p.Decision.Option(a.From)))
}

// Revisit is a change that would make another option lead: "microservices would lead with 34 engineers or more".
func Revisit(change, then string, about bool) string {
	if about {
		return text("%s would probably lead %s", then, change)
	}
	return text("%s would lead %s", then, change)
}

// LookAgain is when to look again: the nearest changes that would turn the decision.
func LookAgain(changes []string) string {
	if len(changes) == 0 {
		return text("No single answer within its range changes the recommendation; look again when the work itself changes.")
	}
	return text("Look again when things change: %s.", strings.Join(changes, "; "))
}

// MixtureCosts is what the groups of a mixture would run as and what they typically cost together, in a sentence.
func MixtureCosts(m *mixture.Mixture) string {
	runs := say.Each(m.Groups, func(g mixture.Group) string {
		return text("%s as %s", say.And(say.Labels(g.Components)), say.Built(g.Shape))
	})
	return text("It would run in parts: %s; infrastructure typically costs %s a month together, with a dedicated staff of %s.",
		strings.Join(runs, "; "), say.Band(m.Cost, say.Money), say.Band(m.OpsFTE, numeral.People))
}

// Weighed is where a mixture does better than everything in one style, in money and people, and where worse.
func Weighed(m *mixture.Mixture) (better, worse []string) {
	for _, p := range m.Against {
		for _, q := range []struct {
			mixed, pure float64
			less, more  string
			write       func(float64) string
		}{
			{m.Cost.Expected, p.Cost.Expected, text("its infrastructure costs less"), text("its infrastructure costs more"), say.Money},
			{m.OpsFTE.Expected, p.OpsFTE.Expected, text("it needs less staff"), text("it needs more staff"), numeral.People},
		} {
			if !p.Feasible || say.Relative(q.mixed, q.pure) < leastApartToTell {
				continue
			}
			list, how := &better, q.less
			if q.mixed > q.pure {
				list, how = &worse, q.more
			}
			*list = append(*list, text("%s than %s: %s against %s", how, say.EverythingIn(p.Architecture), q.write(q.mixed), q.write(q.pure)))
		}
	}
	return better, worse
}

// Moved says where a component would go now; "" stands for a component that is new or gone.
func Moved(name, was, now string) string {
	switch {
	case was == "":
		return text("component %s is new and would be %s", say.Line(name), now)
	case now == "":
		return text("component %s (%s) is gone", say.Line(name), was)
	}
	return text("component %s would now be %s (was %s)", say.Line(name), now, was)
}
