package rules

import (
	"maps"
	"math"
	"slices"

	"archadvisor/rules/source"
)

// decode reads the text of one file. The pack holds what could be read.
func decode(name string, data []byte) (*Pack, []Issue) {
	p := &Pack{Settings: map[string]Setting{}, file: source.New(name, data)}
	doc, _, broken := source.Parse(p.file, "a pack")
	var issues []Issue
	for _, b := range broken {
		issues = append(issues, issueOf(name, b.Fault))
	}
	if len(broken) > 0 {
		return p, issues
	}
	r := &source.Reader{File: p.file}
	p.read(table{r.Root(doc), p.file})
	for _, f := range r.Report() {
		issues = append(issues, issueOf(name, f))
	}
	return p, issues
}

// read reads the top level.
func (p *Pack) read(t table) {
	if head := t.Table.Table("pack"); head != nil {
		p.Name, p.Version, p.Title = head.Text("name", true), head.Text("version", true), head.Text("title", false)
		p.at = head.Node
		head.Done()
	}
	for _, c := range t.list("source") {
		p.Sources = append(p.Sources, c.source())
	}
	for _, c := range t.list("criterion") {
		p.Criteria = append(p.Criteria, c.criterion())
	}
	for _, c := range t.list("mechanism") {
		p.Mechanisms = append(p.Mechanisms, Mechanism{ID: c.name(), Title: c.Text("title", true), origin: c.origin()})
		c.Done()
	}
	for _, c := range t.list("measure") {
		p.Measures = append(p.Measures, c.measure())
	}
	for _, c := range t.list("rule") {
		p.Rules = append(p.Rules, c.rule())
	}
	for _, c := range t.list("gate") {
		p.Gates = append(p.Gates, c.gate())
	}
	for _, c := range t.list("cure") {
		p.Cures = append(p.Cures, c.cure())
	}
	for _, c := range t.list("test") {
		p.Tests = append(p.Tests, c.test())
	}
	if s, ok := t.sub("settings"); ok {
		for _, k := range slices.Sorted(maps.Keys(s.Values)) {
			if v, ok := s.sub(k); ok {
				p.Settings[k] = Setting{Value: v.Number("value", math.Inf(-1), math.Inf(1), 0, true), Sources: v.cites(), origin: v.origin()}
				v.Done()
			}
		}
	}
	t.Done()
}

func (t table) criterion() Criterion {
	defer t.Done()
	return Criterion{ID: t.name(), Title: t.Text("title", true),

		Because: t.Text("because", false), Sources: t.cites(), origin: t.origin()}
}

func (t table) measure() Measure {
	defer t.Done()
	return Measure{ID: t.name(), Criterion: t.Text("criterion", true), Mechanism: t.Text("mechanism", true),
		Of: t.Text("of", true), Log: t.Flag("log"), Points: t.points("points"), Target: t.Text("target", false),
		Covers: t.Texts("covers"), Because: t.Text("because", true), Sources: t.cites(),
		Statements: t.Texts("statements"), origin: t.origin()}
}

func (t table) rule() Rule {
	defer t.Done()
	return Rule{ID: t.name(), Criterion: t.Text("criterion", true), Mechanism: t.Text("mechanism", true),
		When: t.Text("when", true), Points: t.scores("points"), Because: t.Text("because", true),
		Sources: t.cites(), Objection: t.Text("objection", false), AddsTo: t.Text("adds_to", false),
		Statements: t.Texts("statements"), origin: t.origin()}
}

func (t table) gate() Gate {
	defer t.Done()
	return Gate{ID: t.name(), Option: t.OneOrMore("option", true), When: t.Text("when", true),
		Because: t.Text("because", true), Sources: t.cites(), Field: t.Text("field", true),
		Needs: t.Text("needs", false), Statements: t.Texts("statements"), origin: t.origin()}
}

func (t table) test() Test {
	defer t.Done()
	out := Test{ID: t.name(), origin: t.origin()}
	if p := t.Table.Table("profile"); p != nil {
		out.Profile = p.Values
	} else {
		t.Missing("profile")
	}
	e := t.Table.Table("expect")
	if e == nil {
		t.Missing("expect")
		return out
	}
	out.Expect = Expect{Leader: e.Text("leader", false), Verdict: e.Text("verdict", false),
		Fired: e.Texts("fired"), Asleep: e.Texts("asleep"), Undecided: e.Texts("undecided"), RuledOut: e.OneOrMore("ruled_out", false)}
	e.Done()
	return out
}
