package render

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"archadvisor/advisor"
	"archadvisor/advisor/precedent"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/advisor/say/document"
	"archadvisor/rules"
	"archadvisor/rules/numeral"
)

// CoverageText is the report for people.
func CoverageText(k *precedent.Coverage) *document.Document {
	d := &document.Document{}
	d.Heading("How far the rules reach")
	what := "every field known"
	if k.Known > 0 {
		what = Plural(k.Known, "random field") + " known"
	}
	d.Paragraph(fmt.Sprintf("%s, %s, seed %d. Exact ties: %d. The top two within a point: %s.", Plural(k.Population, "profile"), what, k.Seed, k.ExactTies, share(k.NearTies)))
	d.Heading("Who leads")
	table(d, 1, []string{"architecture", "leads", "recommended", "leads below 20 engineers"}, csvArchitectures, func(a string) []string {
		return []string{a, share(k.Leads[a]), share(k.Recommended[a]), share(k.SmallTeams[a])}
	})
	d.Heading("Verdicts")
	table(d, 1, []string{"verdict", "share"}, []advisor.Verdict{advisor.Recommended, advisor.CloseCall, advisor.NotEnough, advisor.Infeasible},
		func(v advisor.Verdict) []string { return []string{string(v), share(k.Verdicts[string(v)])} })
	d.Heading("Criteria: 95th percentile of best minus worst option, in points")
	table(d, 1, []string{"criterion", "swing"}, k.Swings, func(c precedent.CriterionSwing) []string { return []string{c.Criterion, fmt.Sprintf("%.0f", c.P95)} })
	reachTable(d, "Measures and rules", k.Statements)
	reachTable(d, "Gates", k.Gates)
	d.Heading("What deserves a look")
	d.Bullet(doubts(k)...)
	return d
}

func reachTable(d *document.Document, title string, list []precedent.StatementReach) {
	d.Heading(title)
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b precedent.StatementReach) int { return cmp.Compare(b.Decides, a.Decides) })
	table(d, 1, []string{"statement", "fires", "decides", "points"}, list, func(s precedent.StatementReach) []string {
		return []string{s.ID, share(s.Fires), share(s.Decides), fmt.Sprintf("%.1f", s.Spread)}
	})
}

// doubts are the statements that never fire, always fire or never decide, and the fields that nothing reads.
func doubts(k *precedent.Coverage) []string {
	var never, always, idle []string
	for _, s := range slices.Concat(k.Statements, k.Gates) {
		switch {
		case s.Fires == 0:
			never = append(never, s.ID)
		case s.Always && s.Spread == 0:
			always = append(always, s.ID)
		case s.Decides == 0:
			idle = append(idle, s.ID)
		}
	}
	line := func(what string, ids []string) string { return what + ": " + cmp.Or(strings.Join(ids, ", "), "none") }
	return []string{line("never fires", never), line("always fires and changes nothing", always), line("fires but never decides", idle), line("is read by nothing", k.Unread)}
}

func share(x float64) string { return strconv.FormatFloat(100*x, 'f', 1, 64) + " %" }

// QualityText is how good a pack is on documented decisions, for people.
func QualityText(r *precedent.Report) *document.Document {
	d := &document.Document{}
	c := &r.CrossValidated
	d.Heading("How the advice compares with what turned out right")
	d.Paragraph(fmt.Sprintf("Learned without the organisation that is judged, the leader is right in %s of %d decisions. %d are recommended plainly, of which %d wrong. "+
		"Brier score of the probabilities, three classes, 0 (best) to 2: %.3f; one third for each scores 0.667.",
		numeral.Percent(c.Top1), c.Cases, c.Recommended, c.RecommendedWrong, c.Brier))
	d.Paragraph(fmt.Sprintf("Learned from all of them, it is right in %s, with a score of %.3f: the difference is what learning by heart gives.",
		numeral.Percent(r.Resubstitution.Top1), r.Resubstitution.Brier))
	counts(d, "By what turned out right", "label", c.ByLabel)
	counts(d, "By folder", "folder", c.ByFolder)
	d.Heading("How often the leader was right, by its probability")
	table(d, 1, []string{"probability", "decisions", "right", "share"}, c.Reliability, func(b precedent.Band) []string {
		return []string{numeral.Percent(b.From) + " to " + numeral.Percent(b.To), fmt.Sprint(b.Cases), fmt.Sprint(b.Agreed),
			numeral.Percent(float64(b.Agreed) / max(1, float64(b.Cases)))}
	})
	return d
}

func counts(d *document.Document, title, what string, groups map[string]precedent.Count) {
	d.Heading(title)
	table(d, 1, []string{what, "decisions", "right", "Brier", "recommended", "of these wrong"}, slices.Sorted(maps.Keys(groups)), func(name string) []string {
		c := groups[name]
		return []string{name, fmt.Sprint(c.Cases), numeral.Percent(c.Top1), fmt.Sprintf("%.3f", c.Brier), fmt.Sprint(c.Recommended), fmt.Sprint(c.RecommendedWrong)}
	})
}

func table[T any](d *document.Document, words int, head []string, items []T, row func(T) []string) {
	d.Table(words, append([][]string{head}, say.Each(items, row)...)...)
}

// caseShown is one of `cases show --format json`: what was known before, too.
type caseShown struct {
	precedent.Case
	Fields map[string]any `json:"fields"`
}

// CasesText lists documented decisions for people; learned counts those without an address, too.
func CasesText(cases []*precedent.Case, learned int) *document.Document {
	d := &document.Document{}
	d.Heading("Documented decisions")
	table(d, 5, []string{"id", "organisation", "year", "went to", "from"}, cases, func(c *precedent.Case) []string {
		return []string{c.ID, profile.Clean(c.Organisation), fmt.Sprint(c.Year), c.Label, cmp.Or(c.Rejected, "-")}
	})
	if more := learned - len(cases); more > 0 {
		d.Paragraph(fmt.Sprintf("Strengths are learned from %d more, which have no public address.", more))
	}
	return d
}

// CaseJSON is one documented decision as data.
func CaseJSON(c *precedent.Case) any {
	fields := map[string]any{}
	for _, id := range stated(c.Profile) {
		fields[id.String()] = profile.Any(id, c.Profile.Get(id))
	}
	return caseShown{*c, fields}
}

func stated(p *profile.Profile) []profile.ID {
	return slices.DeleteFunc(p.Answered(), func(id profile.ID) bool { return id == profile.Schema || id == profile.Name })
}

// CaseText is one documented decision for people.
func CaseText(c *precedent.Case) *document.Document {
	d := &document.Document{}
	d.Heading(fmt.Sprintf("%s, %s (%d): %s", c.ID, profile.Clean(c.Organisation), c.Year, c.Label))
	d.Paragraph(profile.Clean(c.Summary))
	if c.Rejected != "" {
		d.Paragraph("Left or declined: " + c.Rejected + ".")
	}
	d.Paragraph("Confidence in this reading: " + cmp.Or(c.Confidence, "high") + ".")
	d.Paragraph(profile.Clean(c.Source))
	d.Heading("What was known before")
	table(d, 2, []string{"field", "value"}, stated(c.Profile), func(id profile.ID) []string { return []string{id.String(), profile.Format(id, c.Profile.Get(id))} })
	return d
}

// SimilarText is the nearest decisions to a profile for people.
func SimilarText(p *profile.Profile, list []precedent.Precedent) *document.Document {
	d := &document.Document{}
	d.Heading("Documented decisions nearest to " + profile.Clean(p.Name()))
	if len(list) == 0 {
		d.Paragraph("None is near. Say more about the team, the work and what runs today: only what is stated is compared.")
	}
	d.Bullet(say.All(list, func(k *precedent.Precedent) string { return say.Precedent(k) + " " + say.Address(k.Source) })...)
	return d
}

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
	d.Paragraph(fmt.Sprintf("%s, %s, %s. archadvisor rules show ID tells one in full.", Plural(kinds["measure"], "measure"), Plural(kinds["rule"], "rule"), Plural(kinds["gate"], "gate")))
	return d
}

// Document is the statement in full, with what each source is, what it says, and how well it knows.
func (k *Statement) Document(pack *rules.Pack) *document.Document {
	d := &document.Document{}
	d.Heading(k.ID + " (" + k.Kind + ")")
	d.Paragraph(k.Because)
	for _, line := range [][2]string{{"when", k.Condition}, {"of", k.Of}, {"effect", k.Effect}, {"criterion", k.Criterion}, {"mechanism", k.Mechanism},
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
