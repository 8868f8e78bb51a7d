package rules

import (
	"errors"
	"fmt"
	"math"
	"sort"
	"strings"

	"github.com/BurntSushi/toml"
)

// maxIssues is how many findings of one file are kept; the rest are counted.
const maxIssues = 200

// reader decodes one file into a pack and collects what is wrong with it.
type reader struct {
	src     *source
	issues  []Issue
	dropped int
}

func (r *reader) add(i Issue) {
	if len(r.issues) >= maxIssues {
		r.dropped++
		return
	}
	r.issues = append(r.issues, i)
}

// decode reads the text of one file. The pack holds what could be read.
func decode(name string, data []byte) (*Pack, []Issue) {
	r := &reader{src: newSource(name, string(data))}
	p := &Pack{Settings: map[string]Setting{}, sources: []*source{r.src}}
	if i := precheck(r.src); i != nil {
		return p, []Issue{*i}
	}
	var m map[string]any
	if _, err := toml.Decode(r.src.text, &m); err != nil {
		return p, []Issue{r.syntax(err)}
	}
	r.src.scan()
	r.pack(p, &table{r: r, m: m, n: r.src.root})
	sortIssues(r.issues)
	if r.dropped > 0 {
		r.issues = append(r.issues, Issue{File: name, Message: fmt.Sprintf("… and %d more", r.dropped)})
	}
	return p, r.issues
}

// syntax turns an error of the TOML library into a finding.
func (r *reader) syntax(err error) Issue {
	var pe toml.ParseError
	if !errors.As(err, &pe) {
		return Issue{File: r.src.name, Message: printable(strings.TrimPrefix(err.Error(), "toml: "))}
	}
	from := pe.Position.Start
	if line, _ := r.src.position(from); line != pe.Position.Line && pe.Position.Line > 0 && pe.Position.Line <= len(r.src.lines) {
		from = r.src.lines[pe.Position.Line-1]
	}
	message := pe.Message
	if message == "" {
		message = pe.Error()
	}
	return r.src.issue(from, from+max(1, pe.Position.Len), "", Error, printable(message))
}

// pack reads the top level.
func (r *reader) pack(p *Pack, t *table) {
	if head := t.table("pack"); head != nil {
		p.Name, p.Version, p.Title = head.text("name", true), head.text("version", true), head.text("title", false)
		p.at = *head.n
		head.done()
	}
	for _, c := range t.tables("source") {
		p.Sources = append(p.Sources, c.source())
	}
	for _, c := range t.tables("criterion") {
		p.Criteria = append(p.Criteria, c.criterion())
	}
	for _, c := range t.tables("mechanism") {
		p.Mechanisms = append(p.Mechanisms, Mechanism{ID: c.name(), Title: c.text("title", true), origin: c.origin()})
		c.done()
	}
	for _, c := range t.tables("measure") {
		p.Measures = append(p.Measures, c.measure())
	}
	for _, c := range t.tables("rule") {
		p.Rules = append(p.Rules, c.rule())
	}
	for _, c := range t.tables("gate") {
		p.Gates = append(p.Gates, c.gate())
	}
	for _, c := range t.tables("test") {
		p.Tests = append(p.Tests, c.test())
	}
	if s := t.table("settings"); s != nil {
		for _, k := range sortedKeys(s.m) {
			if v := s.table(k); v != nil {
				p.Settings[k] = Setting{Value: v.number("value", math.Inf(-1), math.Inf(1), 0, true), Sources: v.cites(), origin: v.origin()}
				v.done()
			}
		}
	}
	t.done()
}

func (t *table) criterion() Criterion {
	defer t.done()
	return Criterion{ID: t.name(), Title: t.text("title", true),
		Weight: t.number("weight", 0, 5, 0, true), Scale: t.number("scale", 0, 1000, 1, false),
		Because: t.text("because", false), Sources: t.cites(), origin: t.origin()}
}

func (t *table) measure() Measure {
	defer t.done()
	return Measure{ID: t.name(), Criterion: t.text("criterion", true), Mechanism: t.text("mechanism", true),
		Of: t.text("of", true), Log: t.flag("log"), Points: t.points("points"), Target: t.text("target", false),
		Covers: t.texts("covers"), Because: t.text("because", true), Sources: t.cites(),
		Statements: t.texts("statements"), origin: t.origin()}
}

func (t *table) rule() Rule {
	defer t.done()
	return Rule{ID: t.name(), Criterion: t.text("criterion", true), Mechanism: t.text("mechanism", true),
		When: t.text("when", true), Points: t.scores("points"), Because: t.text("because", true),
		Sources: t.cites(), Objection: t.text("objection", false), AddsTo: t.text("adds_to", false),
		Statements: t.texts("statements"), origin: t.origin()}
}

func (t *table) gate() Gate {
	defer t.done()
	return Gate{ID: t.name(), Option: t.oneOrMore("option"), When: t.text("when", true),
		Because: t.text("because", true), Sources: t.cites(), Field: t.text("field", true),
		Needs: t.text("needs", false), Statements: t.texts("statements"), origin: t.origin()}
}

func (t *table) test() Test {
	defer t.done()
	out := Test{ID: t.name(), origin: t.origin()}
	if p := t.table("profile"); p != nil {
		out.Profile = p.m
	} else {
		t.missing("profile")
	}
	e := t.table("expect")
	if e == nil {
		t.missing("expect")
		return out
	}
	out.Expect = Expect{Leader: e.text("leader", false), Verdict: e.text("verdict", false),
		Fired: e.texts("fired"), Asleep: e.texts("asleep"), Undecided: e.texts("undecided"), RuledOut: e.oneOrMore("ruled_out")}
	e.done()
	return out
}

func sortedKeys[V any](m map[string]V) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}
