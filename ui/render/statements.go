package render

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"archadvisor/advisor/say"
	"archadvisor/advisor/say/document"
	"archadvisor/rules"
)

// Statement is a measure, rule or gate of a pack as people look it up.
type Statement struct {
	ID         string         `json:"id"`
	Kind       string         `json:"kind"`
	Criterion  string         `json:"criterion,omitempty"`
	Mechanism  string         `json:"mechanism,omitempty"`
	Condition  string         `json:"condition,omitempty"` // of a rule or gate
	Of         string         `json:"of,omitempty"`        // expression of a measure
	Effect     string         `json:"effect"`              // points, value function or the options ruled out
	Because    string         `json:"because"`
	Source     string         `json:"source"` // titles and addresses
	Sources    []rules.Source `json:"sources,omitempty"`
	Objection  string         `json:"objection,omitempty"`
	Target     string         `json:"target,omitempty"`
	Field      string         `json:"field,omitempty"`
	Needs      string         `json:"needs,omitempty"`
	AddsTo     string         `json:"adds_to,omitempty"`
	Covers     []string       `json:"covers,omitempty"`
	Statements []string       `json:"statements,omitempty"`
	Where      string         `json:"where,omitempty"` // file:line

	cites []string // ids of sources and free text, as the pack has them
}

// Statements lists a pack in its own order: measures, rules, gates, cures.
func Statements(p *rules.Pack) []Statement {
	var out []Statement
	add := func(k Statement, cites []string, of interface{ Place() (string, int) }) {
		k.Source, k.cites = p.Cite(cites), cites
		for _, id := range cites {
			if s := p.Source(id); s != nil { // else it is free text
				k.Sources = append(k.Sources, *s)
			}
		}
		if file, line := of.Place(); file != "" {
			k.Where = fmt.Sprintf("%s:%d", file, line)
		}
		out = append(out, k)
	}
	for i := range p.Measures {
		m := &p.Measures[i]
		add(Statement{ID: m.ID, Kind: "measure", Criterion: m.Criterion, Mechanism: m.Mechanism, Of: m.Of, Effect: curve(m),
			Because: m.Because, Target: m.Target, Covers: m.Covers, Statements: m.Statements}, m.Sources, m)
	}
	for i := range p.Rules {
		r := &p.Rules[i]
		add(Statement{ID: r.ID, Kind: "rule", Criterion: r.Criterion, Mechanism: r.Mechanism, Condition: r.When, Effect: pointsOf(r.Points),
			Because: r.Because, Objection: r.Objection, AddsTo: r.AddsTo, Statements: r.Statements}, r.Sources, r)
	}
	for i := range p.Gates {
		g := &p.Gates[i]
		add(Statement{ID: g.ID, Kind: "gate", Condition: g.When, Effect: "rules out " + strings.Join(g.Option, ", "),
			Because: g.Because, Field: g.Field, Needs: g.Needs, Statements: g.Statements}, g.Sources, g)
	}
	for i := range p.Cures {
		c := &p.Cures[i]
		add(Statement{ID: c.ID, Kind: "cure", Condition: "today " + c.Current + ", trouble " + c.Trouble, Effect: "to try before a move", Because: c.Try}, c.Sources, c)
	}
	return out
}

// pointsOf writes "monolith +18, microservices -14", most first.
func pointsOf(points map[string]float64) string {
	names := slices.SortedFunc(maps.Keys(points), func(a, b string) int {
		return cmp.Or(cmp.Compare(points[b], points[a]), cmp.Compare(a, b))
	})
	return strings.Join(say.Each(names, func(o string) string { return fmt.Sprintf("%s %+g", o, points[o]) }), ", ")
}

func curve(m *rules.Measure) string {
	text := strings.Join(say.Each(m.Points, func(p [2]float64) string { return fmt.Sprintf("%g gives %g", p[0], p[1]) }), ", ")
	if m.Log {
		text += " (over the logarithm)"
	}
	return text
}

// StatementsText is the list for people.
func StatementsText(list []Statement) *document.Document {
	d := &document.Document{}
	kinds := map[string]int{}
	table(d, 0, []string{"id", "kind", "criterion", "effect"}, list, func(k Statement) []string {
		kinds[k.Kind]++
		return []string{k.ID, k.Kind, cmp.Or(k.Criterion, "-"), cmp.Or(k.Of, k.Effect)}
	})
	d.Paragraph(fmt.Sprintf("%d measures, %d rules, %d gates. archadvisor rules show ID tells one in full.", kinds["measure"], kinds["rule"], kinds["gate"]))
	return d
}

// Document is the statement in full, with what each source is, what it says, and how well it knows.
func (k *Statement) Document(pack *rules.Pack) *document.Document {
	d := &document.Document{}
	d.Heading(k.ID + " (" + k.Kind + ")")
	d.Paragraph(k.Because)
	for _, line := range [][2]string{{"when", k.Condition}, {"of", k.Of}, {"effect", k.Effect}, {"criterion", k.Criterion}, {"mechanism", k.mechanism(pack)},
		{"target", k.Target}, {"asks about", k.Field}, {"needs an answer to", k.Needs}, {"adds to", k.AddsTo}, {"covers", strings.Join(k.Covers, ", ")},
		{"against it", k.Objection}, {"holds", strings.Join(k.Statements, "; ")}, {"in", k.Where}} {
		if line[1] != "" {
			d.Bullet(line[0] + ": " + line[1])
		}
	}
	for _, c := range k.cites {
		line := "source: " + pack.Cite([]string{c})
		if s := pack.Source(c); s != nil {
			line += " (" + s.Date + ", " + s.Quality + "): " + s.Says
		}
		d.Bullet(line)
	}
	return d
}

func (k *Statement) mechanism(pack *rules.Pack) string {
	for i := range pack.Mechanisms {
		if m := &pack.Mechanisms[i]; m.ID == k.Mechanism && m.Title != "" {
			return m.ID + " (" + m.Title + ")"
		}
	}
	return k.Mechanism
}

// Source is a source of a pack and the statements that cite it.
type Source struct {
	rules.Source
	CitedBy []string `json:"cited_by"`
}

// Evidence lists the sources of a pack in its order; prices and models may cite one that no statement does.
func Evidence(p *rules.Pack) []Source {
	_, by := p.Cited()
	out := make([]Source, len(p.Sources))
	for i := range p.Sources {
		out[i] = Source{p.Sources[i], append([]string{}, by[p.Sources[i].ID]...)}
	}
	return out
}

// EvidenceText is the list for people.
func EvidenceText(list []Source) *document.Document {
	d := &document.Document{}
	for _, s := range list {
		line := s.ID + ": " + s.Title
		if s.Address != "" {
			line += ", " + s.Address
		}
		line += " (" + s.Date + ", " + s.Quality + "): " + s.Says
		if len(s.CitedBy) > 0 {
			line += " Cited by " + strings.Join(s.CitedBy, ", ") + "."
		}
		d.Bullet(line)
	}
	return d
}
