package say

import (
	"math"
	"strings"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/rules/numeral"
)

// Advice is whether what runs today should make way, in one or two sentences; ""
// if nothing runs, or nobody said what does.
func Advice(a *explain.Advice) string {
	switch {
	case a == nil || a.From == "":
		return ""
	case a.Action == explain.Move:
		return text("Move from %s to %s: %s.%s", WithArticle(a.From), WithArticle(a.To), And(why(a)), text("%s%s", takes(a), remaining(a)))
	case a.From == a.To:
		return text("It runs as %s today: stay.%s", WithArticle(a.From), remaining(a))
	}
	return text("Built anew it would be %s; %s, and %s: stay%s.", WithArticle(a.To), works(a), pays(a), unless(a))
}

// AdviceShort is Advice as a few words: "stay", "move from a modular monolith".
func AdviceShort(a *explain.Advice) string {
	switch {
	case a == nil || a.From == "":
		return ""
	case a.Action == explain.Move:
		return text("move from %s", WithArticle(a.From))
	case a.From == a.To:
		return text("it runs so today: stay")
	}
	return text("stay with %s for now", WithArticle(a.From))
}

// takes is what a move takes, in work and money, and what it saves a month.
func takes(a *explain.Advice) string {
	if a.Effort[1] <= 0 {
		return ""
	}
	return text(" It takes %s, %s; a month, infrastructure costs %s and staff %s, together %s.", work(a.Effort[0], a.Effort[1]), spent(a.Spent),
		less(a.Saving), less(a.People), less(a.Together))
}

// From so many days on, work is told in engineer-months.
const (
	daysOfMonth = 21
	manyDays    = 5 * daysOfMonth
)

// work is an effort in days as people say it, to two digits: "40 to 90 days of
// work", "about 500 engineer-months".
func work(low, high float64) string {
	unit, of := text("days of work"), 1.0
	if high >= manyDays {
		unit, of = text("engineer-months"), daysOfMonth
	}
	from, to := numeral.Exact(numeral.Round(low/of, 2)), numeral.Exact(numeral.Round(high/of, 2))
	if from == to {
		return text("about %s %s", to, unit)
	}
	return text("%s to %s %s", from, to, unit)
}

// spent is what the work costs: "about $40,000", "$40,000 to $90,000".
func spent(usd [2]float64) string {
	from, to := Money(usd[0]), Money(usd[1])
	if from == to {
		return text("about %s", to)
	}
	return text("%s to %s", from, to)
}

// less is a saving in words, with its range: "$300 ($100 to $900) less", and what
// is no saving the other way round: "$300 (−$50 to $900) more".
func less(saving advisor.Band) string {
	word, sign := text("less"), 1.0
	switch {
	case saving.Expected == 0 && saving.Low == saving.High:
		return text("the same")
	case saving.Expected < 0:
		word, sign = text("more"), -1
	}
	b := advisor.Band{Low: sign * saving.Low, Expected: sign * saving.Expected, High: sign * saving.High, Mean: sign * saving.Mean}
	if b.Low > b.High {
		b.Low, b.High = b.High, b.Low
	}
	return text("%s %s", Band(b, Money), word)
}

// why are the reasons to move.
func why(a *explain.Advice) []string {
	var list []string
	if len(a.Cures) > 0 {
		list = append(list, text("it cures what hurts (%s)", Troubles(a.Cures)))
	}
	if len(a.Stops) > 0 {
		list = append(list, text("a limit stops what runs today (%s)", strings.Join(a.Stops, ", ")))
	}
	if len(a.Misses) > 0 {
		names := make([]string, len(a.Misses))
		for i, id := range a.Misses {
			names[i] = Label(id)
		}
		list = append(list, text("what runs today misses what was asked for (%s) and the move would meet it", And(names)))
	}
	if a.Pays() {
		list = append(list, pays(a))
	}
	return list
}

// pays says when a move pays its effort back.
func pays(a *explain.Advice) string {
	switch {
	case a.Payback <= 0:
		return text("a move would never pay back")
	case a.Payback < 1:
		return text("a move would pay back within a month")
	case a.Payback < 36:
		return text("a move would pay back in %s", months(a.Payback))
	case a.Payback < 1200:
		return text("a move would pay back in %s years", numeral.Whole(a.Payback/12))
	}
	return text("a move would not pay back in a hundred years")
}

// months is a span of time, to the month: "1 month", "5 months".
func months(n float64) string { return numeral.With(math.Round(n), text("months"), numeral.Whole) }

// works says what is known of what runs today.
func works(a *explain.Advice) string {
	if len(a.Remains) > 0 {
		return text("what hurts (%s) a move would not cure", Troubles(a.Remains))
	}
	return text("what runs works")
}

func remaining(a *explain.Advice) string {
	if len(a.Remains) == 0 {
		return ""
	}
	return text(" A move would not cure: %s.", Troubles(a.Remains))
}

// unless names the troubles that would turn it.
func unless(a *explain.Advice) string {
	if len(a.Turns) == 0 {
		return ""
	}
	return text(", unless one of these begins to hurt: %s", Troubles(a.Turns))
}

// Troubles are words of today.trouble as people read them.
func Troubles(words []string) string {
	f := profile.Trouble.Field()
	parts := make([]string, len(words))
	for i, w := range words {
		if parts[i] = f.Meaning(w); parts[i] == "" {
			parts[i] = w
		}
	}
	return strings.Join(parts, "; ")
}

// Attempt is what can be tried before moving.
func Attempt(t *explain.Attempt) string { return text("First try: %s.", t.Try) }
