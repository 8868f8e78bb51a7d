// Package paper tells a decision as a record does: nobody is addressed, what was left open is named in words.
package paper

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
)

func text(format string, args ...any) string { return say.Text(format, args...) }

// Paper tells a decision as a record does: to readers who did not answer the questions, so that nobody is addressed.
type Paper struct {
	Decision *explain.Decision
	Profile  *profile.Profile
	Divided  bool // the components of a system are not all in the style that leads
}

const maxOpen = 3    // how many open fields a hedged statement names
const maxReasons = 2 // how many reasons follow "because"

// uncertain reports whether a statement holds only if open fields turn out in its favour, so that a record
// must not tell it as a fact. A measure always holds: what is open there is how good its value is.
func uncertain(c *advisor.Contribution) bool {
	return !c.Answered || c.Kind != advisor.KindMeasure && c.State == advisor.Undecided && c.Share < 1
}

// hedged is a clause that may or may not be so: "it may be, as isolation was left open, that one part ...".
func (p Paper) hedged(clause string, c *advisor.Contribution) string {
	open, ranges := p.waitsFor(&c.Margin)
	var why []string
	switch {
	case len(open) == 1:
		why = append(why, text("%s was left open", open[0]))
	case len(open) > 1:
		why = append(why, text("%s were left open", say.And(open)))
	case len(ranges) == 0:
		why = append(why, text("not everything was answered"))
	}
	if len(ranges) > 0 {
		why = append(why, say.And(ranges))
	}
	return text("it may be, as %s, that %s", say.And(why), clause)
}

// waitsFor names the fields that a statement waits for: those that are open, and those stated as a range.
func (p Paper) waitsFor(m *advisor.Margin) (open, ranges []string) {
	seen := map[string]bool{}
	for _, t := range m.Terms {
		id, known := profile.Lookup(t.Name)
		if !known || seen[t.Name] || len(seen) == maxOpen {
			continue
		}
		switch v := p.Profile.Get(id); {
		case v.State == profile.Range:
			ranges = append(ranges, text("%s may be %s", say.Label(id), say.Value(id, v)))
		case t.Open:
			open = append(open, say.Label(id))
		default:
			continue
		}
		seen[t.Name] = true
	}
	return open, ranges
}

// contribution finds what a statement does to the first of two options that it does anything to, or nil.
func (p Paper) contribution(r *explain.Reason) *advisor.Contribution {
	for _, architecture := range []string{r.For, r.Against} {
		if o := p.Decision.Option(architecture); o != nil && o.Contribution(r.ID) != nil {
			return o.Contribution(r.ID)
		}
	}
	return nil
}

// Reason is a reason as a clause, hedged if it rests on what was left open; a measure is told relative to the other.
func (p Paper) Reason(r *explain.Reason) string {
	if r.ID == advisor.Precedents {
		return say.Clause(say.Reason(r))
	}
	clause, c := say.Clause(say.Quoted(r)), p.contribution(r)
	if c != nil && c.Kind == advisor.KindMeasure && len(r.Quotes) == 2 {
		m, _ := measuredBy(c, r.For)
		clause = text("%s %s: %s (%s: %s)", m.comparative(c.Criterion, true), say.WithArticle(r.Against), say.Clause(r.Quote(r.For)),
			say.OptionInside(r.Against), say.Clause(r.Quote(r.Against)))
		switch r.Basis {
		case explain.OnAverage:
			clause = text("on average over what was left open %s", clause)
		case explain.AgainstCentre:
			clause = text("weighed over what was left open %s, though it is not so at the middle of it", clause)
		}
		if m.missed {
			clause = text("%s, so the target is missed", clause)
		}
	}
	if c != nil && uncertain(c) {
		return p.hedged(clause, c)
	}
	return text("%s", clause)
}

// Because is why the leader leads, as clauses: the first is the main reason.
func (p Paper) Because() (main string, more []string) {
	d := p.Decision
	if list, _ := p.reasons(); len(list) > 0 {
		return list[0], list[1:]
	}
	o, second, score := d.Option(d.Recommendation), d.RunnerUp(), say.QuantityOf("score")
	if o == nil || second == nil {
		return text("every other option is ruled out"), nil
	}
	return text("it scores highest under what is assumed: %s points against %s for %s",
		score.Figure(o), score.Figure(second), say.OptionInside(second.Architecture)), nil
}

// reasons are the first few for the leader, as clauses, and their statements.
func (p Paper) reasons() (list []string, ids map[string]bool) {
	ids = map[string]bool{}
	for i := range p.Decision.Reasons {
		if r := &p.Decision.Reasons[i]; r.For == p.Decision.Recommendation && len(list) < maxReasons {
			list, ids[r.ID] = append(list, p.Reason(r)), true
		}
	}
	return list, ids
}

// WhyNot is why the other options were not chosen, in a sentence each or together: what rules them out, else
// the statement that puts them furthest behind and is no reason that was told already.
func (p Paper) WhyNot() []string {
	_, reasons := p.reasons()
	behind, phrase := map[string][]string{}, say.WithArticle
	if p.Divided {
		phrase = say.EverythingIn
	}
	var clauses []string
	for i := range p.Decision.Ranking {
		if o := &p.Decision.Ranking[i]; o.Architecture != p.Decision.Recommendation {
			clause := p.whyNot(i, reasons)
			if behind[clause] == nil {
				clauses = append(clauses, clause)
			}
			behind[clause] = append(behind[clause], phrase(o.Architecture))
		}
	}
	return say.Each(clauses, func(c string) string { return text("Against %s: %s.", say.And(behind[c]), c) })
}

func (p Paper) whyNot(i int, told map[string]bool) string {
	o := &p.Decision.Ranking[i]
	for k := range o.Gates {
		if g := &o.Gates[k]; g.Share >= 1 {
			return Stop(g)
		}
	}
	var best *advisor.Contribution
	most, list := 0.0, p.Statements()
	for _, s := range list {
		lead := s.Points[0] - s.Points[i]
		if s.Kind != advisor.KindMeasure && s.Points[i] < 0 && lead >= leastPoints && !s.takenBack(i, list) && (best == nil || told[best.ID] && !told[s.ID] || told[best.ID] == told[s.ID] && lead > most) {
			best, most = o.Contribution(s.ID), lead
		}
	}
	if best == nil && len(list) == 0 {
		return text("it scores lower under what is assumed")
	}
	if best == nil {
		return text("it scores lower on what was stated")
	}
	return p.clause(best)
}

// Objection is the strongest argument for another option, as a clause: one that rests on what was answered if
// there is one, else what would speak for it. The option that it speaks for is "" if there is none.
func (p Paper) Objection(list []explain.Reason) (architecture, clause string) {
	if len(list) == 0 {
		return "", ""
	}
	r := &list[0]
	for i := range list {
		if c := p.contribution(&list[i]); c != nil && !uncertain(c) {
			r = &list[i]
			break
		}
	}
	architecture = r.For
	for _, s := range p.Statements() {
		if other := p.favoured(s); s.ID == r.ID && s.Kind != advisor.KindMeasure && other != "" && other != p.Decision.Recommendation {
			architecture = other
		}
	}
	return architecture, p.Reason(r)
}

var core = []profile.ID{profile.Engineers, profile.Teams, profile.MeanRPS, profile.PeakRPS, profile.Current, profile.Trouble,
	profile.BudgetMonthlyUSD, profile.AvailabilityPct, profile.P99Millis, profile.Compliance, profile.Exclude}

// How many facts one sentence of a context holds, and of how many statements it tells the facts.
const (
	maxClauses = 4
	maxTold    = 5
)

// Context tells in paragraphs what was to be decided, and of what a profile says the facts that matter to the
// decision. No paragraph starts with a stranger's text: readers of records take "Date: " there for the date.
func (p Paper) Context(name, summary string) []string {
	question := text("How should %s be built and run: as one modular monolith, as microservices, or as serverless functions?", name)
	if summary != "" {
		question = text("%s In one line: %s", question, say.Sentence(summary))
	}
	matters := p.matters()
	var sentences, clauses []string
	end := func() {
		if len(clauses) > 0 {
			sentences, clauses = append(sentences, say.Sentence(say.And(clauses))), nil
		}
	}
	section := ""
	for _, id := range p.Profile.Answered() {
		answer := say.Stated(p.Profile, id)
		if answer == "" || !matters[id] {
			continue
		}
		if id.Field().Section != section || len(clauses) == maxClauses {
			end()
		}
		section, clauses = id.Field().Section, append(clauses, answer)
	}
	if end(); len(sentences) == 0 {
		return []string{question, text("Nothing that tells the options apart was stated about it.")}
	}
	return []string{question, text("%s", strings.Join(sentences, " "))}
}

// matters are the fields that the statements which moved the decision look at, and the core ones.
func (p Paper) matters() map[profile.ID]bool {
	out := map[profile.ID]bool{}
	for _, id := range core {
		out[id] = true
	}
	told := p.Statements()
	for _, s := range told[:min(len(told), maxTold)] {
		for _, t := range s.Margin.Terms {
			if id, known := profile.Lookup(t.Name); known {
				out[id] = true
			}
		}
	}
	return out
}

// leastShare is the share of the difference below which a criterion drives nothing, maxDrivers how many a record names.
const (
	leastShare = 0.05
	maxDrivers = 4
)

// criteria are those under which the leader differs notably from the best other option, the largest first.
func (p Paper) criteria() []string {
	d := p.Decision
	lead, other := &d.Ranking[0], cmp.Or(d.RunnerUp(), &d.Ranking[1])
	shares, total := map[string]float64{}, 0.0
	count := func(c *advisor.Contribution, points float64) {
		if c.Criterion != "" && c.Criterion != advisor.Precedents {
			shares[c.Criterion] += math.Abs(points)
			total += math.Abs(points)
		}
	}
	for i := range lead.Contributions {
		c, points := &lead.Contributions[i], lead.Contributions[i].Points
		if theirs := other.Contribution(c.ID); theirs != nil {
			points -= theirs.Points
		}
		count(c, points)
	}
	for i := range other.Contributions {
		if c := &other.Contributions[i]; lead.Contribution(c.ID) == nil {
			count(c, c.Points)
		}
	}
	maps.DeleteFunc(shares, func(_ string, points float64) bool { return points <= 0 || points/total < leastShare })
	return slices.SortedFunc(maps.Keys(shares), func(a, b string) int {
		return cmp.Or(cmp.Compare(shares[b]/total, shares[a]/total), cmp.Compare(a, b))
	})
}

// Drivers are the criteria that tell the options apart, with the importance of those to which somebody gave one.
func (p Paper) Drivers() []string {
	list := p.criteria()
	return say.Each(list[:min(len(list), maxDrivers)], func(criterion string) string {
		name := say.Capital(say.Criterion(criterion))
		if id, ok := profile.Lookup("priorities." + criterion); ok && p.Profile.Known(id) {
			return text("%s (importance %s, as stated)", name, say.Value(id, p.Profile.Get(id)))
		}
		return name
	})
}
