package command

import (
	"fmt"
	"sort"
	"strings"

	"github.com/spf13/cobra"

	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/rules"
)

func newRules(s Streams) *cobra.Command {
	return group("rules", "The rules behind the advice: list, show, lint, test, coverage",
		newRulesList(s, runRulesList), newRulesShow(s, runRulesShow), newRulesLint(s, runLint), newRulesTest(s, runRulesTest),
		newRulesCoverage(s, runCoverage), newRulesFit(s, runFit))
}

// rulesListOptions are what rules list is asked for.
type rulesListOptions struct {
	common
	founding bool
}

func newRulesList(s Streams, run func(*rulesListOptions) error) *cobra.Command {
	var o rulesListOptions
	c := &cobra.Command{Use: "list", Short: "List measures, rules and gates", Args: takes(0, 0, "nothing"),
		Example: "  archadvisor rules list\n  archadvisor rules list --statements",
		RunE: func(c *cobra.Command, _ []string) (err error) {
			if o.common, err = s.read(c); err != nil {
				return err
			}
			return run(&o)
		}}
	c.Flags().BoolVar(&o.founding, "statements", false, "list the founding statements and which rules, measures and gates hold them")
	return c
}

func runRulesList(o *rulesListOptions) error {
	pack, err := loadPack(o.set.packs)
	if err != nil {
		return err
	}
	if o.founding {
		list := held(pack)
		return o.print(list, func() *say.Document { return heldText(list) })
	}
	list := statementsOf(pack)
	return o.print(list, func() *say.Document { return statementsText(list) })
}

// statement is a measure, rule or gate of a pack as people look it up.
type statement struct {
	ID         string   `json:"id"`
	Kind       string   `json:"kind"`
	Criterion  string   `json:"criterion,omitempty"`
	Mechanism  string   `json:"mechanism,omitempty"`
	Condition  string   `json:"condition,omitempty"` // of a rule or gate
	Of         string   `json:"of,omitempty"`        // expression of a measure
	Effect     string   `json:"effect"`              // points, value function or the options ruled out
	Because    string   `json:"because"`
	Source     string   `json:"source"` // titles and addresses
	Sources    []cited  `json:"sources,omitempty"`
	Objection  string   `json:"objection,omitempty"`
	Target     string   `json:"target,omitempty"`
	Field      string   `json:"field,omitempty"`
	Needs      string   `json:"needs,omitempty"`
	AddsTo     string   `json:"adds_to,omitempty"`
	Covers     []string `json:"covers,omitempty"`
	Statements []string `json:"statements,omitempty"`
	Where      string   `json:"where,omitempty"` // file:line

	cites []string // ids of sources and free text, as the pack has them
}

// cited is a source that a statement cites by its id.
type cited struct {
	ID      string `json:"id"`
	Title   string `json:"title"`
	Address string `json:"address,omitempty"`
	Date    string `json:"date"`
	Quality string `json:"quality"`
	Says    string `json:"says"`
}

// citedBy are the sources among what a statement cites; free text is none.
func citedBy(p *rules.Pack, list []string) []cited {
	var out []cited
	for _, id := range list {
		if s := p.Source(id); s != nil {
			out = append(out, cited{s.ID, s.Title, s.Address, s.Date, s.Quality, s.Says})
		}
	}
	return out
}

// statementsOf lists a pack in its own order: measures, rules, gates.
func statementsOf(p *rules.Pack) []statement {
	var out []statement
	for i := range p.Measures {
		m := &p.Measures[i]
		out = append(out, statement{ID: m.ID, Kind: "measure", Criterion: m.Criterion, Mechanism: m.Mechanism, Of: m.Of, Effect: curve(m),
			Because: m.Because, Source: p.Cite(m.Sources), Sources: citedBy(p, m.Sources), cites: m.Sources, Target: m.Target, Covers: m.Covers, Statements: m.Statements, Where: where(m.Place())})
	}
	for i := range p.Rules {
		r := &p.Rules[i]
		out = append(out, statement{ID: r.ID, Kind: "rule", Criterion: r.Criterion, Mechanism: r.Mechanism, Condition: r.When, Effect: pointsOf(r.Points),
			Because: r.Because, Source: p.Cite(r.Sources), Sources: citedBy(p, r.Sources), cites: r.Sources, Objection: r.Objection, AddsTo: r.AddsTo, Statements: r.Statements, Where: where(r.Place())})
	}
	for i := range p.Gates {
		g := &p.Gates[i]
		out = append(out, statement{ID: g.ID, Kind: "gate", Condition: g.When, Effect: "rules out " + strings.Join(g.Option, ", "),
			Because: g.Because, Source: p.Cite(g.Sources), Sources: citedBy(p, g.Sources), cites: g.Sources, Field: g.Field, Needs: g.Needs, Statements: g.Statements, Where: where(g.Place())})
	}
	return out
}

func where(file string, line int) string {
	if file == "" {
		return ""
	}
	return fmt.Sprintf("%s:%d", file, line)
}

// pointsOf writes "monolith +18, microservices -14", most first.
func pointsOf(points map[string]float64) string {
	names := make([]string, 0, len(points))
	for o := range points {
		names = append(names, o)
	}
	sort.Slice(names, func(i, j int) bool {
		if points[names[i]] != points[names[j]] {
			return points[names[i]] > points[names[j]]
		}
		return names[i] < names[j]
	})
	for i, o := range names {
		names[i] = fmt.Sprintf("%s %+g", o, points[o])
	}
	return strings.Join(names, ", ")
}

// curve writes the value function of a measure: "0.1 gives 100, 10 gives 0".
func curve(m *rules.Measure) string {
	parts := make([]string, len(m.Points))
	for i, p := range m.Points {
		parts[i] = fmt.Sprintf("%g gives %g", p[0], p[1])
	}
	text := strings.Join(parts, ", ")
	if m.Log {
		text += " (over the logarithm)"
	}
	return text
}

func statementsText(list []statement) *say.Document {
	d := &say.Document{}
	rows := [][]string{{"id", "kind", "criterion", "effect"}}
	kinds := map[string]int{}
	for _, k := range list {
		kinds[k.Kind]++
		effect := k.Effect
		if k.Kind == "measure" {
			effect = k.Of
		}
		rows = append(rows, []string{k.ID, k.Kind, or(k.Criterion, "-"), effect})
	}
	d.Table(0, rows...)
	d.Paragraph(fmt.Sprintf("%d measures, %d rules, %d gates. archadvisor rules show ID tells one in full.", kinds["measure"], kinds["rule"], kinds["gate"]))
	return d
}

// holding is a founding statement and what holds it.
type holding struct {
	Statement string   `json:"statement"`
	HeldBy    []string `json:"held_by"`
}

// held turns the pack round: every founding statement with the ids that hold
// it, in order of the statements.
func held(p *rules.Pack) []holding {
	by := map[string][]string{}
	for _, k := range statementsOf(p) {
		for _, s := range k.Statements {
			by[s] = append(by[s], k.ID+" ("+k.Kind+")")
		}
	}
	out := make([]holding, 0, len(by))
	for s, ids := range by {
		out = append(out, holding{s, ids})
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Statement < out[j].Statement })
	return out
}

func heldText(list []holding) *say.Document {
	d := &say.Document{}
	for _, h := range list {
		d.Bullet(h.Statement + ": " + strings.Join(h.HeldBy, ", "))
	}
	return d
}

// rulesShowOptions are what rules show is asked for.
type rulesShowOptions struct {
	common
	id string
}

func newRulesShow(s Streams, run func(*rulesShowOptions) error) *cobra.Command {
	return &cobra.Command{Use: "show ID", Short: "Show one statement in full: condition, points, reason, source", Args: takes(1, 1, "one ID"),
		Example: "  archadvisor rules show monthly-cost", ValidArgsFunction: completeRules,
		RunE: func(c *cobra.Command, args []string) error {
			o, err := s.read(c)
			if err != nil {
				return err
			}
			return run(&rulesShowOptions{o, args[0]})
		}}
}

func runRulesShow(o *rulesShowOptions) error {
	pack, err := loadPack(o.set.packs)
	if err != nil {
		return err
	}
	k, err := findStatement(pack, o.id)
	if err != nil {
		return err
	}
	return o.print(k, func() *say.Document { return k.document(pack) })
}

func findStatement(pack *rules.Pack, id string) (*statement, error) {
	list := statementsOf(pack)
	ids := make([]string, len(list))
	for i := range list {
		if list[i].ID == id {
			return &list[i], nil
		}
		ids[i] = list[i].ID
	}
	return nil, usage("no measure, rule or gate %q in the pack%s", profile.Clean(id), didYouMean(id, ids))
}

func (k *statement) document(pack *rules.Pack) *say.Document {
	d := &say.Document{}
	d.Heading(k.ID + " (" + k.Kind + ")")
	d.Paragraph(k.Because)
	for _, line := range [][2]string{{"when", k.Condition}, {"of", k.Of}, {"effect", k.Effect}, {"criterion", k.Criterion}, {"mechanism", k.mechanism(pack)},
		{"target", k.Target}, {"asks about", k.Field}, {"needs an answer to", k.Needs}, {"adds to", k.AddsTo}, {"covers", strings.Join(k.Covers, ", ")},
		{"against it", k.Objection}, {"holds", strings.Join(k.Statements, "; ")}, {"in", k.Where}} {
		if line[1] != "" {
			d.Bullet(line[0] + ": " + line[1])
		}
	}
	k.evidence(d, pack)
	return d
}

// evidence tells what the statement cites: of each source what it is, what it
// says, and how well it knows.
func (k *statement) evidence(d *say.Document, pack *rules.Pack) {
	for _, c := range k.cites {
		line := "source: " + pack.Cite([]string{c})
		if s := pack.Source(c); s != nil {
			line += " (" + s.Date + ", " + s.Quality + "): " + s.Says
		}
		d.Bullet(line)
	}
}

// mechanism is the mechanism with its title.
func (k *statement) mechanism(pack *rules.Pack) string {
	for i := range pack.Mechanisms {
		if m := &pack.Mechanisms[i]; m.ID == k.Mechanism && m.Title != "" {
			return m.ID + " (" + m.Title + ")"
		}
	}
	return k.Mechanism
}
