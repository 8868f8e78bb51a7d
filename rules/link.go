package rules

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"

	"archadvisor/rules/cond"
	"archadvisor/rules/source"
)

// linker turns the statements of a pack into typed ones, once for Compile and for Check.
type linker struct {
	p        *Pack
	s        *cond.Schema
	issues   []Issue
	measures []measure
	conds    []*cond.Condition // by rule, then gate; nil after a problem
	texts    []template
}

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

func (l *linker) add(c entry, key string, sev Severity, format string, args ...any) {
	l.issues = append(l.issues, c.issue(c.id, key, sev, fmt.Sprintf(format, args...)))
}

// named checks a key that names an option, if it is given.
func (l *linker) named(c entry, key, option string) {
	if option != "" && l.s.OptionIndex(option) < 0 {
		l.add(c, key, Error, "%s", l.unknown(option))
	}
}

func (l *linker) unknown(option string) string {
	return "unknown option " + source.Quote(option) + source.DidYouMean(option, l.s.Options...)
}

// issue makes a finding at the value of a key, or at the head of the statement if the key is not there.
func (o *origin) issue(id, key string, sev Severity, message string) Issue {
	i := Issue{source.Fault{ID: id, Message: message}, sev}
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

func (l *linker) problems(c entry, key, text string, list []cond.Problem) {
	for _, p := range list {
		i := Issue{Fault: source.Fault{File: c.id + "." + key, ID: c.id, Message: p.Message}}
		if p.Doubtful {
			i.Severity = Warning
		}
		if c.file != nil && c.node.Child(key) != nil {
			i.File, i.Spot = c.file.Name, c.file.Spot(c.file.Inside(c.node.Child(key), p.From, p.To))
		} else {
			i.Spot = source.New("", []byte(text)).Spot(p.From, p.To)
		}
		l.issues = append(l.issues, i)
	}
}

// condition parses and types the when of a statement about the given options.
func (l *linker) condition(c entry, options []string) {
	option := ""
	if len(options) == 1 {
		option = options[0]
	}
	typed, problems := l.s.Condition(c.when, option, "{option} may stand only where the statement names exactly one option")
	l.problems(c, "when", c.when, problems)
	l.conds = append(l.conds, typed)
}

func (l *linker) text(c entry, text string) {
	t, problems := parseTemplate(l.s, text)
	l.texts = append(l.texts, t)
	l.problems(c, "because", text, problems)
}

func (l *linker) rule(r *Rule) {
	c := r.entry()
	for _, name := range slices.Sorted(maps.Keys(r.Points)) {
		l.option(c, "points", name, 0)
	}
	l.condition(c, slices.DeleteFunc(slices.Clone(l.s.Options), func(name string) bool { _, ok := r.Points[name]; return !ok }))
	l.text(c, r.Because)
}

func (l *linker) gate(g *Gate) {
	c := g.entry()
	for i, name := range g.Option {
		l.option(c, "option", name, i)
	}
	l.condition(c, g.Option)
	l.text(c, g.Because)
	l.fact(c, "field", g.Field)
	l.fact(c, "needs", g.Needs)
}

// option checks the name of an option: a key of the table, or the member of that number of the list, at a key.
func (l *linker) option(c entry, key, name string, i int) {
	if l.s.OptionIndex(name) >= 0 {
		return
	}
	at := c.issue(c.id, key, Error, l.unknown(name))
	n := c.node.Child(key)
	if kid := cmp.Or(n.Child(name), n.Item(i)); kid != nil {
		at.Spot = c.file.Spot(kid.Key, kid.KeyEnd)
	}
	l.issues = append(l.issues, at)
}

// fact checks a key that names a fact, if it is given.
func (l *linker) fact(c entry, key, name string) {
	if _, ok := l.s.Index(name); ok || name == "" {
		return
	}
	l.add(c, key, Error, "unknown fact %s%s", source.Quote(name), l.s.DidYouMean(name))
}

func (l *linker) measure(m *Measure) {
	c, compiled := m.entry(), measure{}
	l.text(c, m.Because)
	l.fact(c, "target", m.Target)
	if l.points(m) {
		compiled.curve = newCurve(m.Points, m.Log)
	}
	for _, option := range l.s.Options {
		x, problems := l.s.Expression(m.Of, option)
		l.problems(c, "of", m.Of, problems)
		if x == nil {
			return
		}
		compiled.of = append(compiled.of, x)
	}
	l.measures = append(l.measures, compiled)
}

func (l *linker) points(m *Measure) bool {
	if len(m.Points) < 2 {
		l.add(m.entry(), "points", Error, "a measure needs at least two points")
		return false
	}
	for i, p := range m.Points {
		wrong := ""
		switch {
		case math.IsNaN(p[0]) || math.IsInf(p[0], 0) || !(p[1] >= 0 && p[1] <= 100):
			wrong = "x must be a number and the value 0 to 100"
		case i > 0 && p[0] <= m.Points[i-1][0]:
			wrong = "x must rise from point to point"
		case m.Log && p[0] <= 0:
			wrong = "x must be above 0 on a log scale"
		}
		if wrong != "" {
			l.add(m.entry(), "points", Error, "point %d: %s", i+1, wrong)
			return false
		}
	}
	return true
}

// references checks that statements name criteria and mechanisms that exist.
func (l *linker) references() {
	criteria, mechanisms := ids(entries(l.p.Criteria)), ids(entries(l.p.Mechanisms))
	check := func(c entry, key, what, name string, known []string) {
		if name != "" && !slices.Contains(known, name) {
			l.add(c, key, Error, "unknown %s %s%s", what, source.Quote(name), source.DidYouMean(name, known...))
		}
	}
	for _, c := range append(entries(l.p.Measures), entries(l.p.Rules)...) {
		check(c, "criterion", "criterion", c.criterion, criteria)
		check(c, "mechanism", "mechanism", c.mechanism, mechanisms)
	}
	for i := range l.p.Measures {
		for _, name := range l.p.Measures[i].Covers {
			check(l.p.Measures[i].entry(), "covers", "mechanism", name, mechanisms)
		}
	}
}
