package say

import (
	"cmp"
	"strings"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/rules/numeral"
)

// Verdict says how far the recommendation carries, in one sentence.
func Verdict(d *explain.Decision) string {
	sentence, _, _ := verdict(d)
	return sentence
}

// VerdictShort is Verdict for narrow windows.
func VerdictShort(d *explain.Decision) string {
	_, short, _ := verdict(d)
	return short
}

// verdict is it in a sentence, in few words, and as a heading behind the name.
func verdict(d *explain.Decision) (sentence, short, head string) {
	one, leader, second := d.Recommendation, Name(d.Recommendation), d.RunnerUp()
	other, rival := "", ""
	if second != nil {
		other, rival = second.Architecture, Name(second.Architecture)
	}
	switch {
	case d.Verdict == advisor.Recommended:
		return text("%s is recommended", leader), text("%s is recommended", leader), one
	case Undecided(d):
		return text("Not enough information yet: no option leads"), text("No option leads yet"), text("not enough information; no option leads yet")
	case d.Verdict == advisor.NotEnough && second != nil && d.Probability-second.Probability < nearlyAlike/2:
		return text("Not enough information yet: %s and %s are about as probable", leader, rival), text("Not enough information: %s or %s", leader, rival),
			text("not enough information; %s and %s are about as probable", one, other)
	case d.Verdict == advisor.NotEnough:
		return text("Not enough information yet: %s leads", leader), text("Not enough information: %s leads", leader), text("not enough information; %s leads so far", one)
	case d.Verdict == advisor.Infeasible:
		return text("No option passes: something must be relaxed"), text("No option passes"), text("no architecture passes")
	case second == nil:
		return text("Close call: %s leads, but may still be ruled out", leader), text("Close call: %s or none", leader), text("a close call: %s may still be ruled out", one)
	case WithinReach(d, second):
		return text("Close call: %s leads, but %s is within reach", leader, rival), text("Close call: %s or %s", leader, rival), text("a close call between %s and %s", one, other)
	}
	return text("Close call: %s leads, but %s", leader, ShortOf(d)), text("Close call: %s leads", leader), text("a close call; %s leads", one)
}

const nearlyAlike = 0.12 // how far the least probable option may be behind the first where no option leads: a share of draws is precise to 0.02

// Undecided reports whether answers are missing, and the least probable option is nearly as probable as the first.
func Undecided(d *explain.Decision) bool {
	if d.Verdict != advisor.NotEnough {
		return false
	}
	least := d.Probability
	for _, o := range d.Ranking {
		least = min(least, o.Probability)
	}
	return d.Probability-least < nearlyAlike
}

// Leader is the option that may be told as the answer, "" where none leads.
func Leader(d *explain.Decision) string {
	if Undecided(d) {
		return ""
	}
	return d.Recommendation
}

// Led is the leader in the cell of a table, or that there is none.
func Led(d *explain.Decision) string {
	if Undecided(d) {
		return text("none yet")
	}
	return cmp.Or(d.Recommendation, text("none"))
}

// Outlook is the verdict with the probability of each option.
func Outlook(d *explain.Decision) string {
	parts := All(d.Ranking, func(o *advisor.Option) string {
		if !o.Feasible {
			return text("%s ruled out", o.Architecture)
		}
		return o.Architecture + " " + numeral.Probability(o.Probability)
	})
	return text("%s (%s)", Verdict(d), strings.Join(parts, ", "))
}

// Stop says that one may stop asking, and what stands then; in few words where one of them is enough.
func Stop(d *explain.Decision) (sentence, short string) {
	switch {
	case d == nil || d.Verdict == advisor.Recommended || d.Verdict == advisor.Infeasible:
		return "You can stop now: nothing left is likely to change the answer", "you can stop"
	case d.Verdict == advisor.CloseCall:
		return text("You can stop now: it stays a close call, at %s (plain from %s), and nothing left to ask is likely to change who leads",
			numeral.Probability(d.Probability), numeral.Probability(d.Enough)), "a close call: you can stop"
	case Undecided(d):
		return "You can stop now, but no option leads: answers to what was skipped would tell more than what is left", "the rest tells little"
	}
	return "You can stop now: nothing left to ask is likely to change who leads, only what nobody knows yet", "you can stop"
}

// Often tells the probability of a leader as a frequency of documented decisions, "" if none is known, or it is less
// probable than not: the lowest band is that of leaders who are mostly surer.
func Often(d *explain.Decision) string {
	f := d.Frequency
	if f == nil || d.Probability < 0.5 {
		return ""
	}
	band := text("%s to %s", numeral.Whole(100*f.From), numeral.Percent(f.To))
	if f.To >= 1 {
		band = text("at least %s", numeral.Percent(f.From))
	} else if f.From <= 0 {
		band = text("less than %s", numeral.Percent(f.To))
	}
	return text("of %d documented decisions that were given %s, %d went this way", f.Of, band, f.Agreed)
}

// Uncounted tells of a probability that was drawn and that no frequency backs.
func Uncounted(d *explain.Decision) bool { return d.Frequency == nil && d.Robustness.Draws > 1 }

// WithinReach reports whether the runner-up may as well be right: it is at least half as probable.
func WithinReach(d *explain.Decision, second *advisor.Option) bool {
	return 2*second.Probability >= d.Probability
}

// ShortOf is why a leader without a rival in reach is not recommended plainly.
func ShortOf(d *explain.Decision) string {
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
	if Undecided(d) {
		most := 0.0
		for _, o := range d.Ranking {
			most = max(most, o.Probability)
		}
		return text("no option leads: the most probable has %s", numeral.ProbabilityInWords(most))
	}
	if often := Often(d); often != "" {
		return text("%s: %s", Probable(d), often)
	}
	return Probable(d)
}

// Probable is the probability of the leader alone.
func Probable(d *explain.Decision) string {
	return text("probability %s", numeral.ProbabilityInWords(d.Probability))
}

// Typical is what an option typically costs, as a clause: infrastructure, staff and both together.
func Typical(o *advisor.Option) string {
	e := &o.Estimates
	return text("infrastructure typically costs %s a month, a dedicated staff of %s another %s, together %s",
		Band(e.Cost, Money), Band(e.OpsFTE, numeral.People), Band(e.OpsUSD, Money), Band(e.Together, Money))
}

func roughly(write func(float64) string) func(float64) string {
	return func(x float64) string { return write(numeral.Round(x, numeral.Rough)) }
}

// Money writes an estimate of money.
func Money(usd float64) string { return roughly(numeral.Money)(usd) }

// Title is the title of a record that was not given one: "Adopt a modular monolith for order-service", "Stay on the
// monolith for order-service" where another option leads, "Keep the modular monolith for order-service" where none
// does.
func Title(recommendation, name string, a *explain.Advice) string {
	if Stays(a) {
		return text("Stay on %s for %s", spoken(styles[a.From].running), name)
	}
	if a != nil && a.Action == explain.Keep && a.From == recommendation {
		return text("Keep %s for %s", spoken(styles[a.From].kept), name)
	}
	return text("Adopt %s for %s", WithArticle(recommendation), name)
}
