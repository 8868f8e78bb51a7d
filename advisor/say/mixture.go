package say

import (
	"archadvisor/advisor"
	"archadvisor/advisor/mixture"
	"archadvisor/rules/numeral"
)

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

// System is a mixture in one line.
func System(name string, m *mixture.Mixture) string {
	return text("%s, by its components: %s", Line(name), Mixture(m))
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
