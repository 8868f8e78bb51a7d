package rules

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"archadvisor/rules/cond"
	"archadvisor/rules/source"
)

// linker turns the statements of a pack into typed ones, once for Compile and
// for Check.
type linker struct {
	p        *Pack
	s        *cond.Schema
	issues   []Issue
	measures []measure
	conds    []*cond.Condition // by rule, then gate; nil after a problem
	texts    []template
}

func newLinker(p *Pack, s *cond.Schema) *linker { return &linker{p: p, s: s} }

func (l *linker) link() {
	for i := range l.p.Measures {
		l.measure(&l.p.Measures[i])
	}
	for i := range l.p.Rules {
		l.rule(&l.p.Rules[i])
	}
	for i := range l.p.Gates {
		l.gate(&l.p.Gates[i])
	}
	l.references()
}

// add notes a finding at a key of a statement.
func (l *linker) add(o *origin, id, key string, sev Severity, format string, args ...any) {
	l.issues = append(l.issues, o.issue(id, key, sev, fmt.Sprintf(format, args...)))
}

// issue makes a finding at the value of a key, or at the head of the statement
// if the key is not there.
func (o *origin) issue(id, key string, sev Severity, message string) Issue {
	i := Issue{ID: id, Severity: sev, Message: message}
	if o.file == nil || o.node == nil {
		return i
	}
	n := o.node.Child(key)
	if n == nil {
		n = o.node
	}
	i.File, i.Spot = o.file.Name, o.file.Spot(n.Place())
	return i
}

// problems notes findings inside the text of a key.
func (l *linker) problems(o *origin, id, key, text string, list []cond.Problem) {
	for _, p := range list {
		i := Issue{File: id + "." + key, ID: id, Message: p.Message}
		if p.Doubtful {
			i.Severity = Warning
		}
		if o.file != nil && o.node.Child(key) != nil {
			i.File, i.Spot = o.file.Name, o.file.Spot(o.file.Inside(o.node.Child(key), p.From, p.To))
		} else {
			i.Spot = source.New("", []byte(text)).Spot(p.From, p.To)
		}
		l.issues = append(l.issues, i)
	}
}

// condition parses and types the when of a statement about the given options.
func (l *linker) condition(o *origin, id, text string, options []string) *cond.Condition {
	option := ""
	if len(options) == 1 {
		option = options[0]
	}
	c, problems := l.s.Condition(text, option, "{option} may stand only where the statement names exactly one option")
	l.problems(o, id, "when", text, problems)
	return c
}

func (l *linker) text(o *origin, id, text string) {
	t, problems := parseTemplate(l.s, text)
	l.texts = append(l.texts, t)
	l.problems(o, id, "because", text, problems)
}

func (l *linker) rule(r *Rule) {
	var options []string
	for _, name := range l.s.Options() {
		if _, ok := r.Points[name]; ok {
			options = append(options, name)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(r.Points)) {
		l.option(&r.origin, r.ID, "points", name)
	}
	l.conds = append(l.conds, l.condition(&r.origin, r.ID, r.When, options))
	l.text(&r.origin, r.ID, r.Because)
}

func (l *linker) gate(g *Gate) {
	for _, name := range g.Option {
		l.option(&g.origin, g.ID, "option", name)
	}
	l.conds = append(l.conds, l.condition(&g.origin, g.ID, g.When, g.Option))
	l.text(&g.origin, g.ID, g.Because)
	l.fact(&g.origin, g.ID, "field", g.Field)
	l.fact(&g.origin, g.ID, "needs", g.Needs)
}

// option checks a name given to points or to a gate.
func (l *linker) option(o *origin, id, key, name string) {
	if l.s.OptionIndex(name) >= 0 {
		return
	}
	message := "unknown option " + source.Quote(name) + source.DidYouMean(name, l.s.Options()...)
	at := o.issue(id, key, Error, message)
	n := o.node.Child(key)
	if kid := n.Child(name); kid != nil {
		at.Spot = o.file.Spot(kid.Key, kid.KeyEnd)
	}
	for i := 0; n.Item(i) != nil; i++ {
		k := n.Item(i)
		if source.Unquote(o.file.Text[k.Val:k.End]) == name {
			at.Spot = o.file.Spot(k.Val, k.End)
			break
		}
	}
	l.issues = append(l.issues, at)
}

// fact checks a key that names a fact, if it is given.
func (l *linker) fact(o *origin, id, key, name string) {
	if name == "" {
		return
	}
	if _, ok := l.s.Index(name); ok {
		return
	}
	message := "unknown fact " + source.Quote(name)
	if near := l.s.Nearest(name); near != "" {
		message += "; did you mean " + near + "?"
	}
	l.add(o, id, key, Error, "%s", message)
}

func (l *linker) measure(m *Measure) {
	l.text(&m.origin, m.ID, m.Because)
	l.fact(&m.origin, m.ID, "target", m.Target)
	c := measure{}
	if l.points(m) {
		c.curve = newCurve(m.Points, m.Log)
	}
	for _, option := range l.s.Options() {
		x, problems := l.s.Expression(m.Of, option)
		l.problems(&m.origin, m.ID, "of", m.Of, problems)
		if x == nil {
			return
		}
		c.of = append(c.of, x)
	}
	l.measures = append(l.measures, c)
}

// points checks the curve of a measure.
func (l *linker) points(m *Measure) bool {
	if len(m.Points) < 2 {
		l.add(&m.origin, m.ID, "points", Error, "a measure needs at least two points")
		return false
	}
	for i, p := range m.Points {
		switch {
		case math.IsNaN(p[0]) || math.IsInf(p[0], 0) || !(p[1] >= 0 && p[1] <= 100):
			l.add(&m.origin, m.ID, "points", Error, "point %d: x must be a number and the value 0 to 100", i+1)
		case i > 0 && p[0] <= m.Points[i-1][0]:
			l.add(&m.origin, m.ID, "points", Error, "point %d: x must rise from point to point", i+1)
		case m.Log && p[0] <= 0:
			l.add(&m.origin, m.ID, "points", Error, "point %d: x must be above 0 on a log scale", i+1)
		default:
			continue
		}
		return false
	}
	return true
}

// references checks that statements name criteria and mechanisms that exist.
func (l *linker) references() {
	var criteria, mechanisms []string
	for i := range l.p.Criteria {
		criteria = append(criteria, l.p.Criteria[i].ID)
	}
	for i := range l.p.Mechanisms {
		mechanisms = append(mechanisms, l.p.Mechanisms[i].ID)
	}
	check := func(o *origin, id, key, name string, known []string) {
		if name == "" || slices.Contains(known, name) {
			return
		}
		what := strings.TrimSuffix(key, "s")
		if key == "covers" {
			what = "mechanism"
		}
		l.add(o, id, key, Error, "unknown %s %s%s", what, source.Quote(name), source.DidYouMean(name, known...))
	}
	for i := range l.p.Measures {
		m := &l.p.Measures[i]
		check(&m.origin, m.ID, "criterion", m.Criterion, criteria)
		check(&m.origin, m.ID, "mechanism", m.Mechanism, mechanisms)
		for _, c := range m.Covers {
			check(&m.origin, m.ID, "covers", c, mechanisms)
		}
	}
	for i := range l.p.Rules {
		r := &l.p.Rules[i]
		check(&r.origin, r.ID, "criterion", r.Criterion, criteria)
		check(&r.origin, r.ID, "mechanism", r.Mechanism, mechanisms)
	}
}
