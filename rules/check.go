package rules

import (
	"maps"
	"slices"

	"archadvisor/rules/cond"
	"archadvisor/rules/numeral"
	"archadvisor/rules/source"
)

// Check is the full lint of a pack: everything that Compile refuses, missing parts, mechanisms counted twice,
// and conditions that are useless: never true, always true, or shadowed by another. All findings come at
// once, in the order of file and place.
func (p *Pack) Check(s *cond.Schema) []Issue {
	l := &linker{p: p, s: s}
	l.link()
	l.mechanisms()
	l.sources()
	l.names()
	l.useless()
	sortIssues(l.issues)
	if rest := len(l.issues) - maxIssues; rest > 0 {
		l.issues = append(l.issues[:maxIssues:maxIssues], Issue{Fault: source.Fault{Message: "… and " + numeral.Whole(float64(rest)) + " more"}})
	}
	return l.issues
}

const maxIssues = 1000 // how many findings about one pack are told

// mechanisms finds what is counted twice and what is used by nobody.
func (l *linker) mechanisms() {
	covered := map[string]string{} // mechanism to measure
	used := map[string]bool{}
	for i := range l.p.Measures {
		m := &l.p.Measures[i]
		for k, mechanism := range append([]string{m.Mechanism}, m.Covers...) {
			used[mechanism] = true
			if other, twice := covered[mechanism]; twice && other != m.ID && mechanism != "" {
				key := []string{"mechanism", "covers"}[min(k, 1)]
				l.add(m.entry(), key, Error, "mechanism %s is counted by measure %s already", mechanism, other)
			}
			covered[mechanism] = m.ID
		}
	}
	for i := range l.p.Rules {
		r := &l.p.Rules[i]
		used[r.Mechanism] = true
		if m, twice := covered[r.Mechanism]; twice {
			l.add(r.entry(), "mechanism", Error, "measure %s covers mechanism %s already; one mechanism counts once", m, r.Mechanism)
		}
		l.doubtful(r)
	}
	for _, c := range entries(l.p.Mechanisms) {
		if !used[c.id] {
			l.add(c, "id", Warning, "no measure and no rule uses this mechanism")
		}
	}
}

// computedEqual is an equality next to arithmetic: 0.3 * 3 is not 0.9.
var computedEqual = source.Pattern(`[*/+]\s*[\w.]+\)*\s*[!=]=|[!=]=\s*\(*[\w.]+\s*[*/+]`)

// doubtful warns of a rule that says nothing, or hardly ever what it seems to.
func (l *linker) doubtful(r *Rule) {
	if computedEqual().MatchString(r.When) {
		l.add(r.entry(), "when", Warning, "computed numbers are rarely equal to the last digit: compare with a range")
	}
	given := slices.Sorted(maps.Values(r.Points))
	if len(given) > 0 && given[0] == 0 && given[len(given)-1] == 0 {
		l.add(r.entry(), "points", Warning, "all points are 0: the rule changes nothing")
	}
}

// names checks what cures, rules and tests name.
func (l *linker) names() {
	for i := range l.p.Cures {
		l.known(l.p.Cures[i].entry(), "current", "option", l.s.Options, l.p.Cures[i].Current)
	}
	rules, conditions := ids(entries(l.p.Rules)), ids(l.p.conditions())
	for i := range l.p.Rules {
		r := &l.p.Rules[i]
		others := slices.DeleteFunc(slices.Clone(rules), func(id string) bool { return id == r.ID })
		l.known(r.entry(), "adds_to", "other rule", others, r.AddsTo)
	}
	for i := range l.p.Tests {
		t := &l.p.Tests[i]
		e := &t.Expect
		l.known(t.entry(), "expect", "rule or gate", conditions, slices.Concat(e.Fired, e.Asleep, e.Undecided)...)
		l.known(t.entry(), "expect", "option", l.s.Options, append([]string{e.Leader}, e.RuledOut...)...)
	}
}

// useless looks for conditions that are never or always true, or that hold only where another of the same kind does.
func (l *linker) useless() {
	a, list := cond.NewAnalysis(l.conds), l.p.conditions()
	warn := func(i int, message string) {
		l.problems(list[i], "when", list[i].when, []cond.Problem{{To: len(list[i].when), Message: message, Doubtful: true}})
	}
	for i := range l.conds {
		if a.Never[i] {
			warn(i, "this condition can never be true")
		} else if a.Always[i] {
			warn(i, "this condition is always true")
		}
	}
	for i := range l.conds {
		for j := range l.conds {
			if i == j || !l.comparable(i, j) || !a.Implies(i, j) {
				continue
			}
			same := a.Implies(j, i)
			if same && i < j { // told once, at the later one
				continue
			}
			if other := list[j].id; same {
				warn(i, "shadowed by "+other+": both conditions are the same")
			} else {
				warn(i, "shadowed by "+other+": whenever this holds, that one holds too; if both are meant to count, write adds_to = \""+other+"\"")
			}
			break
		}
	}
}

// comparable reports whether condition i could be shadowed by j: the same criterion and sign, or the same gate.
func (l *linker) comparable(i, j int) bool {
	rules := len(l.p.Rules)
	if (i < rules) != (j < rules) {
		return false
	}
	if i >= rules {
		g, h := &l.p.Gates[i-rules], &l.p.Gates[j-rules]
		return h.Needs == "" && !slices.ContainsFunc(g.Option, func(o string) bool { return !slices.Contains(h.Option, o) })
	}
	r, q := &l.p.Rules[i], &l.p.Rules[j]
	if r.Criterion != q.Criterion || r.AddsTo == q.ID || q.AddsTo == r.ID {
		return false
	}
	for option, points := range r.Points {
		if points*q.Points[option] > 0 {
			return true
		}
	}
	return false
}
