package record

import (
	"maps"
	"slices"
	"strings"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/mixture"
	"archadvisor/advisor/precedent"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/record/markup"
	"archadvisor/advisor/record/page"
	"archadvisor/advisor/record/token"
	"archadvisor/advisor/say"
	"archadvisor/advisor/say/paper"
	"archadvisor/rules/numeral"
	"archadvisor/rules/source"
)

// Build makes the content of a record. Meta must be filled (Meta.Fill). The decision must not be infeasible.
func Build(e *explain.Explanation, p *profile.Profile, m Meta) *Document {
	d := &Document{
		Meta: m, Name: nameOf(p),
		Program: "archadvisor " + say.Line(e.Version), Pack: say.Line(e.Pack), Prices: say.Line(e.Prices),
		CheckCommand: "archadvisor check " + m.File,
		Block:        blockOf(e.Decision, p, m.Mixture),
		paper:        paper.Paper{Decision: e.Decision, Profile: p, Divided: m.Mixture.Divided()},
	}
	d.Supersedes = say.Each(m.Supersedes, Ref.clean)
	name, _ := page.NameOf(m.File)
	d.Dated = name.Date != ""
	d.Context = d.paper.Context(d.Name, say.Limit(say.Line(p.Get(profile.Summary).Text), maxProse))
	d.Drivers = d.paper.Drivers()
	for i := range e.Ranking {
		o := d.option(i)
		if d.Options = append(d.Options, o); o.ID == e.Recommendation {
			d.Chosen = o
		} else {
			d.Others = append(d.Others, o)
		}
	}
	d.addOutcome(e)
	d.Comparison = say.Each(say.Comparison(e.Ranking)[1:], func(row []string) Figures { return Figures{row[0], row[1:]} })
	d.Ranges, d.Staff = say.Ranges(e), say.Staff(e.Decision)
	d.Confidence, d.Sure = d.paper.Confidence(), say.Sentence(say.Sure(e.Decision))
	d.Assumptions = d.paper.Assumptions(e.Open)
	d.Revisit = say.All(e.Flips, trigger)
	d.LookAgain = paper.LookAgain(d.turns(maxTurns))
	d.addSources(e)
	d.addMixture(m.Mixture)
	return d
}

func (d *Document) option(i int) Option {
	o := &d.paper.Decision.Ranking[i]
	pros, cons := d.paper.Arguments(i)
	return Option{
		ID: o.Architecture, Name: say.Option(o.Architecture), Phrase: say.WithArticle(o.Architecture),
		Shape: say.Built(o.Shape), Stops: say.All(o.Gates, paper.Stop), Pros: pros, Cons: cons,
	}
}

// addSources fills the bill of the chosen option, the statements that moved the decision, and where that comes from.
func (d *Document) addSources(e *explain.Explanation) {
	cited := map[string][]string{}
	for i := range e.Details {
		if k := &e.Details[i]; k.Architecture == e.Recommendation {
			d.Costs, d.Bill = paper.Costs(e.Option(k.Architecture)), paper.Bill(k.Bill, e.Prices)
			cited["prices"] = say.All(k.Bill, func(l *explain.LineItem) string { return l.Source })
		}
	}
	for _, s := range d.paper.Statements() {
		row := Figures{say.Line(s.ID), say.Each(s.Points, numeral.Signed)}
		d.Statements = append(d.Statements, row)
		cited[row.Quantity] = s.Sources
	}
	for i := range e.Ranking {
		for _, g := range e.Ranking[i].Gates {
			cited[say.Line(g.ID)] = g.Sources
		}
	}
	behind := map[string][]string{}
	for _, what := range slices.Sorted(maps.Keys(cited)) {
		for _, c := range cited[what] {
			for one := range strings.SplitSeq(several().ReplaceAllString(say.Line(c), "$1\n"), "\n") {
				if one != "" && !slices.Contains(behind[one], what) {
					behind[one] = append(behind[one], what)
				}
			}
		}
	}
	d.Sources = say.Each(slices.Sorted(maps.Keys(behind)), func(source string) Source { return Source{source, behind[source]} })
}

var several = source.Pattern(`(https?://\S+); `) // where one source with an address ends and another begins

func (d *Document) addOutcome(e *explain.Explanation) {
	d.Caveat = d.paper.Caveat()
	because, more := d.paper.Because()
	d.Because, d.Reasons, d.WhyNot = because, sentences(more), d.paper.WhyNot()
	better, worse := d.paper.Measured()
	d.Good, d.Bad = better, slices.Clone(d.Chosen.Stops)
	for i := range e.Notes {
		if n := &e.Notes[i]; n.Kind == explain.MissedTarget {
			d.Bad = append(d.Bad, say.Missed(n))
		} else {
			d.Notes = append(d.Notes, say.Sentence(say.Note(n)))
		}
	}
	d.Bad = append(d.Bad, worse...)
	if option, objection := d.paper.Objection(e.Objections); option != "" {
		d.Bad = append(d.Bad, say.Text(say.SpeaksFor, say.WithArticle(option), objection))
	}
	if d.Stay = d.paper.Staying(); d.Stay == "" {
		d.Advice = say.Advice(e.Advice)
	}
	if e.Advice != nil {
		d.Attempts = say.All(e.Advice.Attempts, say.Attempt)
	}
	d.Precedents = say.All(e.Precedents, func(k *precedent.Precedent) Precedent { return Precedent{say.Precedent(k), say.Address(k.Source)} })
	if len(e.Migration) > 0 && e.Migration[0].Action != explain.Stay {
		d.Neutral = append(d.Neutral, say.Text(say.AsksFirst, say.Do(&e.Migration[0])))
	}
	d.Migration = say.All(e.Migration, say.Step)
	d.YStatement = d.yStatement()
}

// yStatement is the decision in one sentence, with what stops the chosen option or speaks against it.
func (d *Document) yStatement() string {
	against := say.Each(d.Others, func(o Option) string { return o.Phrase })
	return d.paper.Y(d.Name, d.Chosen.Phrase, against, d.Because, slices.Concat(d.Bad, d.Chosen.Cons))
}

const maxTurns = 2 // how many triggers the outcome names; the others follow below

func (d *Document) turns(most int) []string {
	return say.Each(d.Revisit[:min(len(d.Revisit), most)], func(t Trigger) string { return paper.Revisit(t.Text, t.Then, t.About) })
}

func trigger(f *explain.Flip) Trigger {
	return Trigger{
		Text:  strings.Join(say.All(f.Changes, paper.Change), say.Text(" and ")),
		Set:   strings.Join(say.All(f.Changes, func(c *explain.Change) string { return markup.CodeSafe(token.SetFlag(c.Field, c.To)) }), " "),
		Then:  say.OptionInside(f.Recommendation),
		About: f.About,
	}
}

// addMixture fills what is decided component by component; m is nil for a system without them. Where they are
// divided, that is what was chosen, and the options are everything in one style.
func (d *Document) addMixture(m *mixture.Mixture) {
	if m == nil {
		return
	}
	d.Components, d.Division, d.Shared = say.Parts(m), say.Division(m), say.Counted(m)
	if d.Divided = m.Divided(); !d.Divided {
		return
	}
	d.Shared += " " + say.Text(say.OfTheWhole)
	d.Chosen.Phrase = say.Mixture(m)
	d.Chosen.Name = say.Capital(d.Chosen.Phrase)
	if m.Groups[0].Architecture != m.Whole.Recommendation {
		d.Because, d.Reasons, d.WhyNot = say.Text(say.AllLeave, say.WithArticle(m.Whole.Recommendation)), nil, nil
	}
	for i := range d.Options {
		o := &d.Options[i]
		o.Phrase = say.EverythingIn(o.ID)
		o.Name = say.Capital(o.Phrase)
	}
	d.Others = d.Options
	d.Good, d.Bad = paper.Weighed(m)
	d.Costs, d.Bill = paper.MixtureCosts(m), ""
	d.YStatement = d.yStatement()
}

// Document is the content of a record in plain text, the data of every template. No string in it is escaped, each is one line (Block alone has several), and texts end
// without a full stop unless they are called paragraphs or sentences. Lists may be empty.
type Document struct {
	Meta
	Dated bool // its file is named by a date, not by the number

	Name             string   // of the workload
	Context, Drivers []string // paragraphs; criteria, the one that tells most first

	Stay, Caveat, Because, Costs, Sure, YStatement     string
	Chosen                                             Option
	Others, Options                                    []Option // in the order of the ranking
	Reasons, WhyNot                                    []string // sentences
	Good, Neutral, Bad                                 []string // consequences, clauses
	Comparison, Statements                             []Figures
	Ranges, Staff, Bill, Confidence, LookAgain, Advice string // paragraphs, some may be empty
	Assumptions, Notes, Attempts, Migration            []string
	Revisit                                            []Trigger
	Precedents                                         []Precedent
	Sources                                            []Source
	Components                                         []string   // none of a system without components
	Divided                                            bool       // they are not all in one style: Chosen is the mixture, Options are everything in one style
	Division                                           [][]string // the table of the mixture, its head first
	Shared                                             string     // what that table counts once
	CheckCommand, Program, Pack, Prices                string
	Block                                              string // the profile as TOML with what was recorded; without it check ignores the record

	paper paper.Paper
}

// Option is one architecture with what speaks for and against it.
type Option struct {
	ID, Name, Phrase  string // monolith, "Modular monolith", "a modular monolith"
	Shape             string
	Stops, Pros, Cons []string // clauses; Stops are the gates that rule it out or may
}

// Figures is a row of the comparison: a quantity and its value for each option of Document.Options.
type Figures struct {
	Quantity string
	Values   []string
}

// Source is where statements or prices come from.
type Source struct {
	Text string   // may contain web addresses: use source
	For  []string // ids of statements
}

// Precedent is a documented decision that resembles the one at hand.
type Precedent struct {
	Text   string // sentences
	Source string // its address
}

// Trigger is a change that would make another option lead.
type Trigger struct {
	Text  string // for people: "with engineers at 34 people or more (now 8 people)"
	Set   string // the flags that show it: "--set team.engineers=34"
	Then  string // "microservices"
	About bool   // the threshold is approximate
}
