package rules

import (
	"regexp"
	"slices"

	"archadvisor/rules/cond"
	"archadvisor/rules/numeral"
	"archadvisor/rules/source"
)

// Check is the full lint of a pack: everything that Compile refuses, missing
// parts, mechanisms counted twice, and conditions that are useless: never
// true, always true, or shadowed by another. All findings come at once, in the
// order of file and place.
func (p *Pack) Check(s *cond.Schema) []Issue {
	l := newLinker(p, s)
	l.link()
	l.mechanisms()
	l.sources()
	l.cures()
	l.tests()
	a := &analysis{l, cond.NewAnalysis(s, l.conds)}
	a.run()
	sortIssues(l.issues)
	return bounded(l.issues)
}

// maxIssues is how many findings about one pack are told.
const maxIssues = 1000

// bounded keeps the report of a hostile pack short.
func bounded(list []Issue) []Issue {
	if len(list) <= maxIssues {
		return list
	}
	rest := Issue{Message: "… and " + numeral.Whole(float64(len(list)-maxIssues)) + " more"}
	return append(list[:maxIssues:maxIssues], rest)
}

// mechanisms finds what is counted twice and what is used by nobody.
func (l *linker) mechanisms() {
	covered := map[string]string{} // mechanism to measure
	used := map[string]bool{}
	for i := range l.p.Measures {
		m := &l.p.Measures[i]
		if m.Mechanism != "" {
			used[m.Mechanism] = true
			if other, twice := covered[m.Mechanism]; twice && other != m.ID {
				l.add(&m.origin, m.ID, "mechanism", Error, "mechanism %s is counted by measure %s already", m.Mechanism, other)
			}
			covered[m.Mechanism] = m.ID
		}
		for _, c := range m.Covers {
			used[c] = true
			if other, twice := covered[c]; twice && other != m.ID {
				l.add(&m.origin, m.ID, "covers", Error, "mechanism %s is counted by measure %s already", c, other)
				continue
			}
			covered[c] = m.ID
		}
	}
	for i := range l.p.Rules {
		r := &l.p.Rules[i]
		used[r.Mechanism] = true
		if m, twice := covered[r.Mechanism]; twice {
			l.add(&r.origin, r.ID, "mechanism", Error, "measure %s covers mechanism %s already; one mechanism counts once", m, r.Mechanism)
		}
		l.doubtful(r)
	}
	for i := range l.p.Mechanisms {
		if m := &l.p.Mechanisms[i]; !used[m.ID] && m.ID != "" {
			l.add(&m.origin, m.ID, "id", Warning, "no measure and no rule uses this mechanism")
		}
	}
}

// computedEqual is an equality next to arithmetic: 0.3 * 3 is not 0.9.
var computedEqual = regexp.MustCompile(`[*/+]\s*[\w.]+\)*\s*[!=]=|[!=]=\s*\(*[\w.]+\s*[*/+]`)

// doubtful warns of a rule that says nothing, or hardly ever what it seems to.
func (l *linker) doubtful(r *Rule) {
	if computedEqual.MatchString(r.When) {
		l.add(&r.origin, r.ID, "when", Warning, "computed numbers are rarely equal to the last digit: compare with a range")
	}
	for _, points := range r.Points {
		if points != 0 {
			return
		}
	}
	if len(r.Points) > 0 {
		l.add(&r.origin, r.ID, "points", Warning, "all points are 0: the rule changes nothing")
	}
}

// tests checks the names that tests expect.
func (l *linker) tests() {
	conditions := map[string]bool{}
	var ids []string
	note := func(id string) { conditions[id], ids = true, append(ids, id) }
	rules := map[string]bool{}
	for i := range l.p.Rules {
		note(l.p.Rules[i].ID)
		rules[l.p.Rules[i].ID] = true
	}
	for i := range l.p.Gates {
		note(l.p.Gates[i].ID)
	}
	for i := range l.p.Rules {
		if r := &l.p.Rules[i]; r.AddsTo != "" && (!rules[r.AddsTo] || r.AddsTo == r.ID) {
			l.add(&r.origin, r.ID, "adds_to", Error, "there is no other rule %s%s", source.Quote(r.AddsTo), source.DidYouMean(r.AddsTo, ids...))
		}
	}
	for i := range l.p.Tests {
		t := &l.p.Tests[i]
		for _, list := range [][]string{t.Expect.Fired, t.Expect.Asleep, t.Expect.Undecided} {
			for _, id := range list {
				if !conditions[id] {
					l.add(&t.origin, t.ID, "expect", Error, "there is no rule or gate %s%s", source.Quote(id), source.DidYouMean(id, ids...))
				}
			}
		}
		for _, name := range append([]string{t.Expect.Leader}, t.Expect.RuledOut...) {
			if name != "" && l.s.OptionIndex(name) < 0 {
				l.add(&t.origin, t.ID, "expect", Error, "unknown option %s%s", source.Quote(name), source.DidYouMean(name, l.s.Options()...))
			}
		}
	}
}

// analysis looks for conditions that are useless.
type analysis struct {
	*linker
	*cond.Analysis
}

func (a *analysis) run() {
	for i, c := range a.conds {
		if c == nil {
			continue
		}
		if a.Never(i) {
			a.at(i, Warning, "this condition can never be true")
		} else if a.Always(i) {
			a.at(i, Warning, "this condition is always true")
		}
	}
	a.shadows()
}

// statement returns where condition i stands.
func (a *analysis) statement(i int) (*origin, string, string) {
	if i < len(a.p.Rules) {
		r := &a.p.Rules[i]
		return &r.origin, r.ID, r.When
	}
	g := &a.p.Gates[i-len(a.p.Rules)]
	return &g.origin, g.ID, g.When
}

func (a *analysis) at(i int, sev Severity, message string) {
	o, id, when := a.statement(i)
	a.problems(o, id, "when", when, []cond.Problem{{To: len(when), Message: message, Doubtful: sev == Warning}})
}

// shadows finds conditions that hold only where another of the same kind does.
func (a *analysis) shadows() {
	for i := range a.conds {
		for j := range a.conds {
			if i == j || !a.comparable(i, j) || !a.Implies(i, j) {
				continue
			}
			same := a.Implies(j, i)
			if same && i < j { // told once, at the later one
				continue
			}
			_, other, _ := a.statement(j)
			if same {
				a.at(i, Warning, "shadowed by "+other+": both conditions are the same")
			} else {
				a.at(i, Warning, "shadowed by "+other+": whenever this holds, that one holds too; if both are meant to count, write adds_to = \""+other+"\"")
			}
			break
		}
	}
}

// comparable reports whether condition i could be shadowed by j: both speak
// the same way of an option under one criterion, or both are gates of it.
func (a *analysis) comparable(i, j int) bool {
	rules := len(a.p.Rules)
	if (i < rules) != (j < rules) {
		return false
	}
	if i >= rules {
		return subset(a.p.Gates[i-rules].Option, a.p.Gates[j-rules].Option) && a.p.Gates[j-rules].Needs == ""
	}
	r, q := &a.p.Rules[i], &a.p.Rules[j]
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

func subset(a, b []string) bool {
	for _, x := range a {
		if !slices.Contains(b, x) {
			return false
		}
	}
	return true
}
