package say

import (
	"cmp"
	"math"
	"strings"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/mixture"
	"archadvisor/advisor/profile"
	"archadvisor/rules/numeral"
)

// Advice is whether what runs today should make way, in one or two sentences; "" if nobody said what runs.
func Advice(a *explain.Advice) string {
	if a == nil || a.From == "" {
		return ""
	}
	remain, from, to := "", WithArticle(a.From), WithArticle(a.To)
	if len(a.Remains) > 0 { // a cure where it is may weigh as much
		remain = text(" What%s hurts (%s) is not reason enough to move.", map[bool]string{true: " else"}[a.Action == explain.Move], Troubles(a.Remains))
	}
	switch {
	case a.Action == explain.Move:
		return text("Move from %s to %s: %s.%s%s", from, to, And(why(a)), takes(a), remain)
	case a.From == a.To:
		return text("It runs as %s today: stay.%s", from, remain)
	}
	works, unless := []string{}, ""
	if len(a.Misses) > 0 {
		works = append(works, text("what runs misses what was asked for (%s)", And(Each(a.Misses, Label))))
	}
	switch {
	case len(a.Remains) > 0:
		works = append(works, text("what hurts (%s) is not reason enough to move", Troubles(a.Remains)))
	case len(works) > 0:
	case a.Unsaid && len(a.Hints) > 0:
		works = append(works, text("what hurts is said only in part (%s)", And(Each(a.Hints, Label))))
	case a.Unsaid:
		works = append(works, text("nothing is said to hurt"))
	default:
		works = append(works, text("what runs works"))
	}
	if len(a.Turns) > 0 {
		unless = text(", unless one of these begins to hurt: %s", Troubles(a.Turns))
	}
	return text("Built anew it would be %s; %s, and %s: stay%s.", to, strings.Join(works, ", "), pays(a), unless)
}

// Stays reports whether what runs today stays although another option leads.
func Stays(a *explain.Advice) bool {
	return a != nil && a.From != "" && a.Action == explain.Keep && a.From != a.To
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

// takes is what a move takes, in work and money, what it saves a month, and how late that pays it back.
func takes(a *explain.Advice) string {
	if a.Effort[1] <= 0 {
		return ""
	}
	late := ""
	if a.Payback > 0 && !a.Pays() {
		late = text(" The saving alone would pay that back in %s.", payback(a.Payback))
	}
	return text(" It takes %s, %s; a month, infrastructure costs %s and staff %s, together %s.%s", work(a.Effort[0], a.Effort[1]),
		fromTo(Money(a.Spent[0]), Money(a.Spent[1])), less(a.Saving), less(a.People), less(a.Together), late)
}

// fromTo is a range of two figures: "40 to 90", "about 500" where they are the same.
func fromTo(from, to string) string {
	if from == to {
		return text("about %s", to)
	}
	return text("%s to %s", from, to)
}

// From so many days on, work is told in engineer-months.
const (
	daysOfMonth = 21
	manyDays    = 5 * daysOfMonth
)

// work is an effort in days as people say it, to two digits: "40 to 90 days of work", "about 500 engineer-months".
func work(low, high float64) string {
	unit, of := text("days of work"), 1.0
	if high >= manyDays {
		unit, of = text("engineer-months"), daysOfMonth
	}
	return text("%s %s", fromTo(numeral.Exact(numeral.Round(low/of, 2)), numeral.Exact(numeral.Round(high/of, 2))), unit)
}

// less is a saving in words, with its range: "$300 ($100 to $900) less", or "$300 (−$50 to $900) more".
func less(b advisor.Band) string {
	word := text("less")
	switch {
	case b.Expected == 0 && b.Low == b.High:
		return text("the same")
	case b.Expected < 0:
		word, b = text("more"), advisor.Band{Low: -b.High, Expected: -b.Expected, High: -b.Low, Mean: -b.Mean}
	}
	return text("%s %s", Band(b, Money), word)
}

func why(a *explain.Advice) []string {
	var list []string
	if len(a.Cures) > 0 {
		list = append(list, text("it cures what hurts (%s)", Troubles(a.Cures)))
	}
	if len(a.Stops) > 0 {
		list = append(list, text("a limit stops what runs today (%s)", strings.Join(a.Stops, ", ")))
	}
	if len(a.Misses) > 0 {
		list = append(list, text("what runs today misses what was asked for (%s) and the move would meet it", And(Each(a.Misses, Label))))
	}
	if a.Pays() {
		list = append(list, pays(a))
	}
	return list
}

func pays(a *explain.Advice) string {
	if a.Payback <= 0 {
		return text("a move would never pay back")
	}
	return text("a move would pay back in %s", payback(a.Payback))
}

func payback(n float64) string {
	switch {
	case n > 1200:
		return text("more than a century")
	case n < 36:
		return months(max(1, n))
	}
	return text("%s years", numeral.Whole(n/12))
}

// months is a span of time, to the month: "1 month", "5 months".
func months(n float64) string { return numeral.With(math.Round(n), text("months"), numeral.Whole) }

// Troubles are words of today.trouble as people read them.
func Troubles(words []string) string {
	return strings.Join(Each(words, func(w string) string { return cmp.Or(profile.Trouble.Field().Meaning(w), w) }), "; ")
}

// Attempt is what can be tried before moving.
func Attempt(t *explain.Attempt) string { return text("First try: %s.", t.Try) }

// Mixture is what to build: "a modular monolith, with thumbnails as functions".
func Mixture(m *mixture.Mixture) string {
	said := WithArticle(m.Groups[0].Architecture)
	for i, g := range m.Groups[1:] {
		with := text("with")
		if i > 0 {
			with = text("and")
		}
		said = text("%s, %s %s %s", said, with, enumerated(g.Components), styles[g.Architecture].apart)
	}
	return said
}

func enumerated(names []string) string { return And(Each(names, Line)) }

// Part is why a component is where it is.
func Part(m *mixture.Mixture, p *mixture.Part) string {
	own, sure := p.Decision.Recommendation, numeral.Probability(p.Decision.Probability)
	because := ""
	if r := p.Decision.Strongest(); r != nil {
		because = text(": %s", inside(Reason(r)))
	}
	switch p.Fate {
	case mixture.Stuck:
		return text("no style passes for it: a limit, a target or an exclusion must be relaxed")
	case mixture.Leaves:
		return text("%s on its own (%s)%s", Capital(own), sure, because)
	case mixture.Parted:
		for _, g := range p.Decision.Option(m.Groups[0].Architecture).Gates {
			return text("%s on its own (%s): the main part cannot be it, %s", Capital(own), sure, inside(Gate(&g)))
		}
		return text("%s on its own (%s)", Capital(own), sure)
	case mixture.Unsure:
		return text("stays: %s would lead by itself, but with %s only", own, sure)
	case mixture.Coupled:
		return text("stays, coupled to the rest: by itself it would be %s (%s)", own, sure)
	case mixture.Dear:
		return text("stays: by itself it would be %s (%s), but the whole would cost over %s more", own, sure, numeral.Percent(m.Dearer))
	}
	return text("%s like the main part (%s)%s", Capital(own), sure, because)
}

// ByComponents is a mixture as a line below the verdict on the whole.
func ByComponents(m *mixture.Mixture) string { return text("By its components: %s", Mixture(m)) }

// Parts are why each component is where it is, a clause each.
func Parts(m *mixture.Mixture) []string {
	return All(m.Parts, func(p *mixture.Part) string { return text("%s: %s", Line(p.Name), Part(m, p)) })
}

// Division is the table of a mixture, its head first: the groups, all of them together, and everything in one style.
func Division(m *mixture.Mixture) [][]string {
	rows := [][]string{{text("built as"), text("infrastructure/month"), text("dedicated staff"), text("availability")}}
	add := func(name string, cost, staff advisor.Band, availability string) {
		rows = append(rows, []string{name, Band(cost, Money), Band(staff, numeral.People), availability})
	}
	for _, g := range m.Groups {
		add(text("%s: %s", enumerated(g.Components), g.Architecture), g.Cost, g.OpsFTE, numeral.Uptime(g.Availability.Expected))
	}
	if len(m.Groups) > 1 {
		add(text("together"), m.Cost, m.OpsFTE, text("at most %s", numeral.Uptime(m.Weakest())))
	}
	for _, p := range m.Against {
		name := EverythingIn(p.Architecture)
		if !p.Feasible {
			name = text("%s (ruled out)", name)
		}
		add(name, p.Cost, p.OpsFTE, numeral.Uptime(p.Availability.Expected))
	}
	return rows
}

// Counted is what the figures of a mixture count once, and how it was found.
func Counted(m *mixture.Mixture) string {
	how := text("Every division was tried.")
	if !m.Exhaustive {
		how = text("More than eight components: they left one by one, the surest first.")
	}
	return text("Components of one style share one fleet, load balancer, pipeline and rota, counted once; each further style has its own. %s", how)
}
