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
	var issues []Issue
	for _, f := range p.file.Read("a pack", func(t *source.Table) { p.read(table{t, p.file}) }) {
		issues = append(issues, Issue{File: name, Spot: f.Spot, ID: f.ID, Message: f.Message})
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
	p.Sources = each(t, "source", table.source)
	p.Criteria = each(t, "criterion", table.criterion)
	p.Mechanisms = each(t, "mechanism", table.mechanism)
	p.Measures = each(t, "measure", table.measure)
	p.Rules = each(t, "rule", table.rule)
	p.Gates = each(t, "gate", table.gate)
	p.Cures = each(t, "cure", table.cure)
	p.Tests = each(t, "test", table.test)
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

func (t table) mechanism() Mechanism {
	defer t.Done()
	return Mechanism{ID: t.name(), Title: t.Text("title", true), origin: t.origin()}
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
