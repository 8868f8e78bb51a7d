package say

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/rules/numeral"
)

// Sentences that answer "so what" in the first line of a view.

// Effect says what a change of the answers does to the recommendation, also for narrow windows.
func Effect(was, is *explain.Decision, same bool) (sentence, short string) {
	if short = text("%s → %s", Led(was), Led(is)); Led(was) == Led(is) {
		short = text("= still %s", Led(is))
	}
	outcome := strings.ToLower(VerdictShort(is))
	if now := Leader(is); now != "" {
		outcome = now + doubt(is)
	}
	switch {
	case same:
		return text("As answered: %s", outcome), short
	case Led(was) != Led(is):
		return text("This changes the answer: %s → %s", Led(was), outcome), short
	}
	return text("It makes no difference: still %s", outcome), short
}

func doubt(d *explain.Decision) string {
	switch d.Verdict {
	case advisor.CloseCall:
		return text(", a close call")
	case advisor.NotEnough:
		return text(", not enough information")
	}
	return ""
}

// Opened says what a file with answers had.
func Opened(name string, answers int) string {
	return text("%s: what %s; esc asks the rest", Line(name), counted(answers, "no answers come to", "one answer comes to", "%d answers come to"))
}

// Compared says what two decisions have in common, and what one costs more, also for low windows.
func Compared(a, b *explain.Decision) (sentence, short string) {
	answer := func(d *explain.Decision) (long, brief string) {
		o := d.Option(Leader(d))
		if o == nil {
			return Led(d), Led(d)
		}
		cost := QuantityOf("cost_monthly_usd").Figure(o)
		return text("%s, %s a month or %s with staff", o.Architecture, cost, QuantityOf("total_monthly_usd").Figure(o)), text("%s %s", o.Architecture, cost)
	}
	left, one := answer(a)
	right, two := answer(b)
	if left == right {
		return text("Both lead to %s", left), text("Both: %s", one)
	}
	return text("Left %s; right %s", left, right), text("%s → %s", one, two)
}

// counted is what is said of none, of one, and of so many.
func counted(n int, none, one, many string) string {
	return spoken(strings.Replace([]string{none, one, many}[min(n, 2)], "%d", strconv.Itoa(n), 1))
}

// Differing counts the answers in which two profiles differ.
func Differing(n int) string {
	return counted(n, "No answers differ", "One answer differs", "%d answers differ")
}

// HangsOn says which answers can change the recommendation.
func HangsOn(x *explain.Explanation) string {
	swings := x.Sensitivity.Tornado
	if len(swings) == 0 {
		return text("No single answer moves the lead: nothing is open that matters")
	}
	crossing := slices.DeleteFunc(slices.Clone(swings), func(s explain.Swing) bool { return !s.CrossesNil })
	n, first := len(crossing), append(crossing, swings[0])[0].Field
	if at := slices.IndexFunc(x.Flips, func(f explain.Flip) bool { return len(f.Changes) == 1 }); n == 0 && at >= 0 {
		return text("No answer changes it within its usual range; beyond it one does: %s", FlipShort(&x.Flips[at]))
	}
	return counted(n, "No single answer changes it; the lead moves most with ", "One answer alone can change the recommendation: ",
		"%d answers can each change the recommendation, most of all ") + FieldLabel(first)
}

// Drawn is how many draws the probabilities come from, and how sure they are.
func Drawn(x *explain.Explanation) string {
	said := text("%d draws of the open answers", x.Robustness.Draws)
	if x.Robustness.Precision >= 0.005 {
		return text("%s, ±%s", said, numeral.Percent(x.Robustness.Precision))
	}
	return said
}

// Carried counts the statements without which another option would lead.
func Carried(n int) string {
	return counted(n, "Without any one rule it stays the same", "One rule carries it", "%d rules carry it")
}

// Weighing heads the importances at which another option would lead.
func Weighing(n int) string {
	if n == 0 {
		return text("At any weight of one criterion, too")
	}
	return text("Importances that would change it")
}

// Cheapest says whose infrastructure bill is lowest at a load, told in words, and from where on another's is.
func Cheapest(x *explain.Explanation, rps float64, load string, stated bool) (sentence, short string) {
	list := x.Cheapest
	at := slices.IndexFunc(list, func(v explain.Interval) bool { return v.FromRPS <= rps && rps <= v.ToRPS })
	if at < 0 {
		return text("What each costs over the load"), text("Cost over the load")
	}
	have, here := text("the likeliest %s", load), list[at]
	if stated {
		have = text("your rate of %s", load)
	}
	if len(list) == 1 {
		return text("%s has the lowest bill at any load, as at %s", Name(here.Cheaper), have), text("Least: %s, at any load", here.Cheaper)
	}
	side, edge, other := "above", here.ToRPS, min(at+1, len(list)-1)
	if at > 0 && (at == len(list)-1 || rps/here.FromRPS <= here.ToRPS/rps) { // the nearer end
		side, edge, other = "below", here.FromRPS, at-1
	}
	beyond := numeral.Figure(edge)
	if !strings.HasSuffix(load, "/s") {
		beyond = text("%s a second", beyond)
	}
	return text("At %s %s has the lowest bill; %s %s %s", have, here.Cheaper, list[other].Cheaper, side, beyond),
		text("Least: %s; %s %s %s", here.Cheaper, list[other].Cheaper, side, beyond)
}

// Least says which option has the least of a quantity at the load of the answers.
func Least(x *explain.Explanation, q Quantity) (sentence, short string) {
	options := slices.Clone(x.Ranking)
	if len(options) < 2 {
		return "", ""
	}
	slices.SortStableFunc(options, func(a, b advisor.Option) int { return cmp.Compare(q.Value(&a), q.Value(&b)) })
	first, next, last := &options[0], &options[1], &options[len(options)-1]
	least := q.Led(first, q.Figure(first))
	if q.Figure(first) == q.Figure(last) {
		return text("At your load all three have the same %s: %s", q.name, q.Figure(first)), text("All the same: %s", least)
	}
	return text("At your load %s has the least: %s, then %s with %s", first.Architecture, q.Figure(first), next.Architecture, q.Figure(next)),
		text("Least: %s, %s", first.Architecture, least)
}

// Figures are what an option typically costs and gives, each with its range or, for a low window, without.
func Figures(o *advisor.Option, ranges bool) []string {
	cost, staff, of := "infrastructure %s a month", "%s with %s dedicated staff", Quantity.Of
	if !ranges {
		cost, staff, of = "%s a month", "%s with %s staff", Quantity.Figure
	}
	return []string{
		text(cost, of(QuantityOf("cost_monthly_usd"), o)),
		text(staff, of(QuantityOf("total_monthly_usd"), o), QuantityOf("ops_fte").Figure(o)),
		QuantityOf("p99_ms").Led(o, of(QuantityOf("p99_ms"), o)),
		text("available %s", of(QuantityOf("availability_pct"), o)),
	}
}

// Standing is the score of an option with its range, and its probability.
func Standing(o *advisor.Option) string {
	return text("Score %s, between %s and %s in 8 of 10 draws; probability %s.", numeral.Whole(o.Score), numeral.Whole(o.Low), numeral.Whole(o.High), numeral.ProbabilityInWords(o.Probability))
}

// Doubt is how much of what is uncertain comes from one open answer.
func Doubt(share float64) string {
	if share < LeastMove {
		return text("An answer would settle hardly any of the doubt.")
	}
	return text("An answer would settle about %s of the doubt between the two.", numeral.Percent(share))
}
