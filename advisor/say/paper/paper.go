package paper

import (
	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
)

// Paper tells a decision as a record does: to readers who did not answer the
// questions, so that nobody is addressed.
type Paper struct {
	Decision *explain.Decision
	Profile  *profile.Profile
	Divided  bool // the components of a system are not all in the style that leads
}

// maxOpen is how many open fields a hedged statement names.
const maxOpen = 3

// maxReasons is how many reasons follow "because".
const maxReasons = 2

// uncertain reports whether a statement holds only if open fields turn out in its
// favour, so that a record must not tell it as a fact. A measure always holds:
// what is open there is how good its value is.
func uncertain(c *advisor.Contribution) bool {
	return !c.Answered || c.Kind != "measure" && c.State == "undecided" && c.Share < 1
}

// hedged is a clause that may or may not be so: "it may be, as
// failure isolation was left open, that one part failing ...".
func (p Paper) hedged(clause string, c *advisor.Contribution) string {
	open, ranges := p.waitsFor(&c.Margin)
	var why []string
	switch {
	case len(open) == 1:
		why = append(why, text("%s was left open", open[0]))
	case len(open) > 1:
		why = append(why, text("%s were left open", say.And(open)))
	}
	if len(ranges) > 0 {
		why = append(why, say.And(ranges))
	}
	if len(why) == 0 {
		why = append(why, text("not everything was answered"))
	}
	return text("it may be, as %s, that %s", say.And(why), clause)
}

// waitsFor names the fields of the profile that a statement waits for: those
// that are open and those that were stated as a range.
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

// contribution finds what a statement does to one of the two options that a
// reason compares, the gaining one first; nil if it does nothing to either.
func (p Paper) contribution(r *explain.Reason) *advisor.Contribution {
	for _, architecture := range []string{r.For, r.Against} {
		if o := p.Decision.Option(architecture); o != nil {
			for i := range o.Contributions {
				if c := &o.Contributions[i]; c.ID == r.ID {
					return c
				}
			}
		}
	}
	return nil
}

// Reason is a reason as a clause, hedged if it rests on what was left open.
// What a measure says is told relative to the other option, whose own value
// follows in parentheses.
func (p Paper) Reason(r *explain.Reason) string {
	c := p.contribution(r)
	clause := say.Clause(say.Quoted(r))
	if rival := p.others(r.For, r.ID)[r.Against]; rival != nil && c != nil && c.Kind == "measure" {
		clause = comparison(c, rival, r)
	}
	if c != nil && uncertain(c) {
		return p.hedged(clause, c)
	}
	return text("%s", clause)
}

// comparison is the text of a reason that a measure gives. The reason quotes
// means over the draws where the expected values speak the other way.
func comparison(c, rival *advisor.Contribution, r *explain.Reason) string {
	other := say.OptionInside(r.Against)
	if r.Basis == explain.OnAverage {
		m, _ := measuredBy(c, r.For)
		return text("on average over what was left open %s %s: %s (%s: %s)",
			m.comparative(c.Criterion, true), other, say.Clause(r.Quote(r.For)), other, say.Clause(r.Quote(r.Against)))
	}
	better := compareTo(c, r.For, true, map[string]*advisor.Contribution{r.Against: rival})
	return text("%s (%s: %s)", better, other, say.Clause(rival.Because))
}

// Because is why the leader leads, as clauses: the first is the main reason.
func (p Paper) Because() (main string, more []string) {
	d := p.Decision
	if list, _ := p.reasons(); len(list) > 0 {
		return list[0], list[1:]
	}
	o, second := d.Option(d.Recommendation), d.RunnerUp()
	if o == nil || second == nil {
		return text("every other option is ruled out"), nil
	}
	return text("it scores highest under what is assumed: %s points against %s for %s",
		say.QuantityOf("score").Write(o.Score), say.QuantityOf("score").Write(second.Score), say.OptionInside(second.Architecture)), nil
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

// WhyNot is why the other options were not chosen, in a sentence each or together:
// what rules them out, else the statement that puts them furthest behind and is no
// reason that was told already.
func (p Paper) WhyNot() []string {
	_, reasons := p.reasons()
	behind := map[string][]string{}
	var clauses []string
	for i := range p.Decision.Ranking {
		if o := &p.Decision.Ranking[i]; o.Architecture != p.Decision.Recommendation {
			clause := p.whyNot(i, reasons)
			if behind[clause] == nil {
				clauses = append(clauses, clause)
			}
			phrase := say.WithArticle
			if p.Divided {
				phrase = say.EverythingIn
			}
			behind[clause] = append(behind[clause], phrase(o.Architecture))
		}
	}
	for i, c := range clauses {
		clauses[i] = text("Against %s: %s.", say.And(behind[c]), c)
	}
	return clauses
}

func (p Paper) whyNot(i int, told map[string]bool) string {
	o := &p.Decision.Ranking[i]
	for k := range o.Gates {
		if g := &o.Gates[k]; g.Share >= 1 {
			return Stop(g)
		}
	}
	var best *advisor.Contribution
	most := 0.0
	for _, s := range p.Statements() {
		lead := s.Points[0] - s.Points[i]
		if s.Kind != "measure" && s.Points[i] < 0 && (best == nil || told[best.ID] && !told[s.ID] || told[best.ID] == told[s.ID] && lead > most) {
			best, most = contributionOf(o, s.ID), lead
		}
	}
	if best == nil {
		return text("it scores lower on what was stated")
	}
	return p.clause(best)
}

// Objection is the strongest argument for another option, as a clause: one that
// rests on what was answered if there is one, else what would speak for it. The
// option that it speaks for is "" if there is none.
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
		if other := p.favoured(s); s.ID == r.ID && s.Kind != "measure" && other != "" && other != p.Decision.Recommendation {
			architecture = other
		}
	}
	return architecture, p.Reason(r)
}
