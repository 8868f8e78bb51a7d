package say

import (
	"strings"

	"archadvisor/advisor/mixture"
	"archadvisor/advisor/say/document"
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
		said = text("%s, %s %s %s", said, with, enumerated(g.Components), asStyle(g.Architecture))
	}
	return said
}

// enumerated joins names: "a, b and c".
func enumerated(names []string) string {
	if n := len(names) - 1; n > 0 {
		return text("%s and %s", Line(strings.Join(names[:n], ", ")), Line(names[n]))
	}
	return Line(names[0])
}

// asStyle is how components of their own are built.
func asStyle(architecture string) string {
	switch architecture {
	case "monolith":
		return text("as an application of its own")
	case "microservices":
		return text("as services")
	}
	return text("as functions")
}

// EverythingIn is a system in one style.
func EverythingIn(architecture string) string {
	switch architecture {
	case "monolith":
		return text("everything in one monolith")
	case "microservices":
		return text("everything as microservices")
	}
	return text("everything as functions")
}

// Part is why a component is where it is.
func Part(m *mixture.Mixture, p *mixture.Part) string {
	own, sure := p.Decision.Recommendation, numeral.Probability(p.Decision.Probability)
	because := ""
	if r := p.Decision.Strongest(); r != nil {
		because = text(": %s", inside(Reason(r)))
	}
	switch p.Fate {
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

// mixtureOf is the part of an explanation about components.
func mixtureOf(d *document.Document, m *mixture.Mixture) {
	d.Heading(text("Its components: %s", Mixture(m)))
	for i := range m.Parts {
		d.Bullet(text("%s: %s", Line(m.Parts[i].Name), Part(m, &m.Parts[i])))
	}
	rows := [][]string{{"", text("infrastructure/month"), text("dedicated staff"), text("availability")}}
	for _, g := range m.Groups {
		rows = append(rows, []string{text("%s: %s", enumerated(g.Components), g.Architecture), Band(g.Cost, roughly(numeral.Money)), Band(g.OpsFTE, numeral.People), numeral.Availability(g.Availability.Expected)})
	}
	if len(m.Groups) > 1 {
		rows = append(rows, []string{text("together"), Band(m.Cost, roughly(numeral.Money)), Band(m.OpsFTE, numeral.People), ""})
	}
	for _, p := range m.Against {
		name := EverythingIn(p.Architecture)
		if !p.Feasible {
			name = text("%s (ruled out)", name)
		}
		rows = append(rows, []string{name, Band(p.Cost, roughly(numeral.Money)), Band(p.OpsFTE, numeral.People), numeral.Availability(p.Availability.Expected)})
	}
	d.Wide(rows...)
	how := text("Every division was tried.")
	if !m.Exhaustive {
		how = text("More than eight components: they left one by one, the surest first.")
	}
	d.Paragraph(text("Components of one style share one fleet, load balancer, pipeline and rota, counted once; each further style has its own. %s", how))
}
