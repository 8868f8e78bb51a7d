package rules

import (
	"maps"
	"math"
	"slices"

	"archadvisor/rules/source"
)

// decode adds what a file says to the pack, as far as it could be read.
func (p *Pack) decode(name string, data []byte) (issues []Issue) {
	p.file = source.New(name, data)
	for _, f := range p.file.Read("a pack", p.read) {
		issues = append(issues, Issue{Fault: f})
	}
	return issues
}

func (p *Pack) read(t *source.Table) {
	if head := t.Table("pack"); head != nil {
		if p.Name != "" {
			head.At("name", "a second [pack]; the first names it %s", source.Quote(p.Name))
		}
		p.Name, p.Version, p.Title = head.Text("name", true), head.Text("version", true), head.Text("title", false)
		head.Done()
	}
	p.Sources = each(t, "source", p.Sources, p.source)
	p.Criteria = each(t, "criterion", p.Criteria, p.criterion)
	p.Mechanisms = each(t, "mechanism", p.Mechanisms, p.mechanism)
	p.Measures = each(t, "measure", p.Measures, p.measure)
	p.Rules = each(t, "rule", p.Rules, p.rule)
	p.Gates = each(t, "gate", p.Gates, p.gate)
	p.Cures = each(t, "cure", p.Cures, p.cure)
	p.Tests = each(t, "test", p.Tests, p.test)
	if s := t.Table("settings"); s != nil {
		for _, k := range slices.Sorted(maps.Keys(s.Values)) {
			if v := s.Table(k); v != nil {
				p.Settings[k] = Setting{Value: v.Number("value", math.Inf(-1), math.Inf(1), 0, true), Sources: cites(v), origin: p.origin(v)}
				v.Done()
			}
		}
	}
	t.Done()
}

func (p *Pack) mechanism(t *source.Table) Mechanism {
	defer t.Done()
	return Mechanism{ID: name(t), Title: t.Text("title", true), origin: p.origin(t)}
}

func (p *Pack) criterion(t *source.Table) Criterion {
	defer t.Done()
	return Criterion{ID: name(t), Title: t.Text("title", true), Because: t.Text("because", false), Sources: cites(t), origin: p.origin(t)}
}

func (p *Pack) measure(t *source.Table) Measure {
	defer t.Done()
	return Measure{ID: name(t), Criterion: t.Text("criterion", true), Mechanism: t.Text("mechanism", true),
		Of: t.Text("of", true), Log: t.Flag("log"), Points: points(t), Target: t.Text("target", false),
		Covers: t.Texts("covers"), Because: t.Text("because", true), Sources: cites(t),
		Statements: t.Texts("statements"), origin: p.origin(t)}
}

func (p *Pack) rule(t *source.Table) Rule {
	defer t.Done()
	return Rule{ID: name(t), Criterion: t.Text("criterion", true), Mechanism: t.Text("mechanism", true),
		When: t.Text("when", true), Points: scores(t, "points"), Because: t.Text("because", true),
		Sources: cites(t), Objection: t.Text("objection", false), AddsTo: t.Text("adds_to", false),
		Statements: t.Texts("statements"), origin: p.origin(t)}
}

func (p *Pack) gate(t *source.Table) Gate {
	defer t.Done()
	return Gate{ID: name(t), Option: t.OneOrMore("option", true), When: t.Text("when", true),
		Because: t.Text("because", true), Sources: cites(t), Field: t.Text("field", true),
		Needs: t.Text("needs", false), Statements: t.Texts("statements"), origin: p.origin(t)}
}

func (p *Pack) test(t *source.Table) Test {
	defer t.Done()
	out := Test{ID: name(t), origin: p.origin(t)}
	if given := t.Table("profile"); given != nil {
		out.Profile = given.Values
	} else {
		t.Missing("profile")
	}
	e := t.Table("expect")
	if e == nil {
		t.Missing("expect")
		return out
	}
	out.Expect = Expect{Leader: e.Text("leader", false), Verdict: e.Text("verdict", false),
		Fired: e.Texts("fired"), Asleep: e.Texts("asleep"), Undecided: e.Texts("undecided"), RuledOut: e.OneOrMore("ruled_out", false)}
	e.Done()
	return out
}

// each reads tables of one kind; what has no id is left out.
func each[T any](t *source.Table, key string, list []T, read func(*source.Table) T) []T {
	for _, kid := range t.Tables(key) {
		if one := read(kid); kid.ID != "" {
			list = append(list, one)
		}
	}
	return list
}

func (p *Pack) origin(t *source.Table) origin {
	return origin{file: p.file, node: t.Node, replace: t.Flag("replace")}
}

func name(t *source.Table) string {
	id := t.Text("id", true)
	if validID().MatchString(id) {
		t.ID = id
	} else if id != "" {
		t.At("id", "an id is lower-case letters, digits, hyphens and underscores, at most 60, beginning with a letter; not %s", source.Quote(id))
	}
	return id
}

var validID = source.Pattern(`^[a-z][a-z0-9_-]{0,59}$`)

// points reads [[x, value], ...].
func points(t *source.Table) (out [][2]float64) {
	v, ok := t.Get("points")
	list, isList := v.([]any)
	if !ok {
		t.Missing("points")
	} else if !isList {
		t.Wrong("points", "an array of [x, value] pairs")
	}
	log := t.Flag("log")
	for i, e := range list {
		pair, _ := e.([]any)
		if len(pair) != 2 {
			pair = []any{nil, nil}
		}
		x, okx := source.Number(pair[0])
		y, oky := source.Number(pair[1])
		wrong := ""
		switch {
		case !okx || !oky || math.IsNaN(x) || math.IsInf(x, 0) || !(y >= 0 && y <= 100):
			wrong = "must be [x, value], a number and 0 to 100"
		case i > 0 && x <= out[i-1][0]:
			wrong = "must have a larger x than the one before"
		case log && x <= 0:
			wrong = "must have an x above 0 on a log scale"
		}
		if wrong != "" {
			t.At("points", "point %d %s", i+1, wrong)
			return nil
		}
		out = append(out, [2]float64{x, y})
	}
	return out
}

func scores(t *source.Table, key string) map[string]float64 {
	kid := t.Table(key)
	if kid == nil {
		if _, ok := t.Values[key]; !ok {
			t.Missing(key)
		}
		return nil
	}
	out := make(map[string]float64, len(kid.Values))
	for _, option := range slices.Sorted(maps.Keys(kid.Values)) {
		out[option] = kid.Number(option, -100, 100, 0, true)
	}
	if len(out) == 0 {
		t.At(key, "points are empty: the rule speaks for nothing")
	}
	return out
}
