package rules

import (
	"cmp"
	"fmt"
	"maps"
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
		r := &l.p.Rules[i]
		l.statement(r.entry(), "points", slices.Sorted(maps.Keys(r.Points)), r.Because)
	}
	facts := l.s.Names()
	for i := range l.p.Gates {
		g := &l.p.Gates[i]
		l.statement(g.entry(), "option", g.Option, g.Because)
		l.known(g.entry(), "field", "fact", facts, g.Field)
		l.known(g.entry(), "needs", "fact", facts, g.Needs)
	}
	criteria, mechanisms := ids(entries(l.p.Criteria)), ids(entries(l.p.Mechanisms))
	for _, c := range append(entries(l.p.Measures), entries(l.p.Rules)...) {
		l.known(c, "criterion", "criterion", criteria, c.criterion)
		l.known(c, "mechanism", "mechanism", mechanisms, c.mechanism)
	}
	for i := range l.p.Measures {
		m := &l.p.Measures[i]
		l.known(m.entry(), "target", "fact", facts, m.Target)
		l.known(m.entry(), "covers", "mechanism", mechanisms, m.Covers...)
	}
}

func (l *linker) add(c entry, key string, sev Severity, format string, args ...any) {
	l.issues = append(l.issues, c.issue(c.id, key, sev, fmt.Sprintf(format, args...)))
}

// known checks what a key names, if anything. The finding is at the name, also in a list or a table.
func (l *linker) known(c entry, key, what string, known []string, names ...string) {
	for i, name := range names {
		if name == "" || slices.Contains(known, name) {
			continue
		}
		l.add(c, key, Error, "unknown %s %s%s", what, source.Quote(name), source.DidYouMean(name, known...))
		if n := c.node.Child(key); c.file != nil {
			if at := cmp.Or(n.Child(name), n.Item(i)); at != nil {
				l.issues[len(l.issues)-1].Spot = c.file.Spot(at.Key, at.KeyEnd)
			}
		}
	}
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
	if text == "" && c.file != nil {
		return // of what is missing, empty or too long its reader has told
	}
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

// statement parses and types what rules and gates have in common; key names their options.
func (l *linker) statement(c entry, key string, options []string, because string) {
	l.known(c, key, "option", l.s.Options, options...)
	option := ""
	if len(options) == 1 {
		option = options[0]
	}
	typed, problems := l.s.Condition(c.when, option, "{option} may stand only where the statement names exactly one option")
	l.problems(c, "when", c.when, problems)
	l.conds = append(l.conds, typed)
	l.text(c, because)
}

func (l *linker) text(c entry, text string) {
	t, problems := parseTemplate(l.s, text)
	l.texts = append(l.texts, t)
	l.problems(c, "because", text, problems)
}

func (l *linker) measure(m *Measure) {
	c, compiled := m.entry(), measure{}
	l.text(c, m.Because)
	if len(m.Points) < 2 {
		l.add(c, "points", Error, "a measure needs at least two points")
		return
	}
	compiled.curve = newCurve(m.Points, m.Log)
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
