package paper

import (
	"cmp"
	"math"
	"slices"

	"archadvisor/advisor"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/rules/numeral"
)

// How many statements count as having moved a decision, the share of the strongest one's weight from which
// on, and the least points; and how many arguments an option shows on each side.
const (
	maxStatements = 10
	leastWeight   = 0.25
	leastPoints   = 0.5
	maxArguments  = 2
)

// Statement is a statement of the pack that moved a decision.
type Statement struct {
	*advisor.Contribution           // to the leader
	Points                []float64 // what it gives each option of the ranking
	weight                float64   // how far it moves the leader from another option
}

// Statements are the rules and measures that moved the decision, the weightiest first.
func (p Paper) Statements() []Statement {
	ranking := p.Decision.Ranking
	var list []Statement
	for k := range ranking[0].Contributions {
		c := &ranking[0].Contributions[k]
		s := Statement{Contribution: c}
		for i := range ranking {
			own := ranking[i].Contribution(c.ID)
			if own == nil {
				continue
			}
			if own.State != advisor.Asleep && s.State == advisor.Asleep {
				s.Contribution = own
			}
			s.Points = append(s.Points, own.Points)
			s.weight = math.Max(s.weight, math.Abs(c.Points-own.Points))
		}
		if c.Kind != advisor.KindGate && c.Kind != advisor.KindBase && s.State != advisor.Asleep && s.Answered && len(s.Points) == len(ranking) {
			list = append(list, s)
		}
	}
	slices.SortStableFunc(list, func(a, b Statement) int { return cmp.Compare(b.weight, a.weight) })
	for i := range list {
		if i == maxStatements || list[i].weight < max(leastPoints, leastWeight*list[0].weight) {
			return list[:i]
		}
	}
	return list
}

// takenBack reports whether another rule takes most of what a statement gives the i-th option back.
func (s *Statement) takenBack(i int, by []Statement) bool {
	return slices.ContainsFunc(by, func(t Statement) bool {
		return (t.AddsTo == s.ID || s.AddsTo == t.ID) && -t.Points[i]/s.Points[i] > 0.5
	})
}

// Arguments are what speaks for and against the i-th option of the ranking, the strongest first, as clauses.
// Each rule stands where it says most: with the option that it helps or harms most. For and against the
// leader, and of an option of which that leaves nothing, the strongest is told on both sides.
func (p Paper) Arguments(i int) (pros, cons []string) {
	pros, cons = p.side(i, 1, i == 0), p.side(i, -1, i == 0)
	if len(pros)+len(cons) == 0 {
		pros, cons = p.side(i, 1, true), p.side(i, -1, true)
	}
	return pros, cons
}

// side is one side of the arguments, without rules of which one takes another back; where asked for, the strongest of
// all if nothing says most about the option.
func (p Paper) side(i int, sign float64, anything bool) []string {
	var own, any []Statement
	statements := p.Statements()
	slices.SortStableFunc(statements, func(a, b Statement) int { return cmp.Compare(sign*b.Points[i], sign*a.Points[i]) })
	for _, s := range statements {
		if points := sign * s.Points[i]; s.Kind != advisor.KindMeasure && points >= leastPoints && !s.takenBack(i, statements) {
			any = append(any, s)
			if !slices.ContainsFunc(s.Points, func(other float64) bool { return math.Abs(other) > points }) {
				own = append(own, s)
			}
		}
	}
	if len(own) == 0 && anything {
		own = any[:min(len(any), 1)]
	}
	var out []string
	for _, s := range own[:min(len(own), maxArguments)] {
		clause := p.clause(p.Decision.Ranking[i].Contribution(s.ID))
		if other := p.favoured(s); sign < 0 && other != "" && other != p.Decision.Recommendation {
			clause = text("%s (this speaks for %s)", clause, say.WithArticle(other))
		}
		out = append(out, clause)
	}
	return out
}

func (p Paper) clause(c *advisor.Contribution) string {
	clause := cmp.Or(say.Clause(c.Because), text("of %s", say.Criterion(c.ID)))
	if uncertain(c) {
		return p.hedged(clause, c)
	}
	return text("%s", clause)
}

func (p Paper) favoured(s Statement) string {
	name, most := "", 0.0
	for i, points := range s.Points {
		if points > most {
			name, most = p.Decision.Ranking[i].Architecture, points
		}
	}
	return name
}

// Measured are the quantities in which the leader does better than others, or worse. A missed target is told so.
func (p Paper) Measured() (better, worse []string) {
	leader := &p.Decision.Ranking[0]
	for k := range leader.Contributions {
		c := &leader.Contributions[k]
		if m, known := measuredBy(c, leader.Architecture); c.Kind == advisor.KindMeasure && known && c.Answered {
			better = append(better, p.compared(c, m, true)...)
			if !m.missed {
				worse = append(worse, p.compared(c, m, false)...)
			}
		}
	}
	return better, worse
}

const (
	leastApart       = 0.05 // how many points two options must lie apart under a measure for one to be called better
	leastApartToTell = 0.1  // how far two figures lie apart, relative, that are worth a consequence
)

// compared is a quantity of the leader next to those of the options that it beats, or that beat it, if there are any.
func (p Paper) compared(c *advisor.Contribution, m measured, better bool) []string {
	var names, figures []string
	q, leader, others := say.QuantityOf(m.quantity), &p.Decision.Ranking[0], 0
	for _, a := range profile.Architectures {
		o := p.Decision.Option(a)
		their := o.Contribution(c.ID)
		if their == nil || a == leader.Architecture {
			continue
		}
		others++
		theirs, known := measuredBy(their, a)
		if known && better == (m.value < theirs.value) && better == (c.Points > their.Points) && math.Abs(c.Points-their.Points) >= leastApart &&
			say.Relative(m.value, theirs.value) >= leastApartToTell && q.Figure(o) != q.Figure(leader) { // a difference is seen
			names, figures = append(names, say.WithArticle(a)), append(figures, q.Figure(o))
		}
	}
	if names == nil {
		return nil
	}
	than := say.And(names)
	if len(names) == others && others > 1 {
		than = text("the others")
	}
	return []string{text("%s %s: %s against %s%s", m.comparative("", better), than, q.Figure(leader), say.And(figures), q.Unit)}
}

// Stop is what a gate does to an option, as a clause of a record.
func Stop(g *advisor.GateHit) string {
	because := say.Clause(g.Because)
	if g.Exclusion {
		because = text("it was excluded beforehand (constraints.exclude)")
	}
	if g.Share >= 1 {
		return text("it is ruled out: %s", because)
	}
	return text("what was left open may rule it out (in %s of the draws): %s", numeral.Percent(g.Share), because)
}

// yardstick is a quantity that measures look at; of each less is better.
type yardstick struct {
	start, end string // of the fact's name, the option between them
	target     string // the fact that bounds it, "" if nothing does
	less, more string
	quantity   string // by which it is told
}

var yardsticks = []yardstick{
	{"cost.", ".monthly_usd", "budget.monthly_usd", "its infrastructure costs less than that of", "its infrastructure costs more than that of", "cost_monthly_usd"},
	{"latency.", ".p99_ms", "quality.p99_ms", "it is faster than", "it is slower than", "p99_ms"},
	{"availability.", ".downtime_min", "quality.downtime_min", "it has less downtime than", "it has more downtime than", "availability_pct"},
	{"operations.", ".fte", "", "it needs less staff than", "it needs more staff than", "ops_fte"},
}

type measured struct {
	yardstick
	value  float64
	missed bool // the target was stated and is not met
}

// measuredBy finds the quantity behind a contribution of a measure; false if it read none of the known ones.
func measuredBy(c *advisor.Contribution, architecture string) (measured, bool) {
	for _, y := range yardsticks {
		v, ok := c.Facts[y.start+architecture+y.end].(float64)
		if !ok {
			continue
		}
		target, stated := c.Facts[y.target].(float64)
		return measured{y, v, stated && v > target}, true
	}
	return measured{}, false
}

// comparative is the first half of a comparison. An unknown quantity is told by its criterion.
func (m measured) comparative(criterion string, better bool) string {
	switch {
	case m.less == "" && better:
		return text("it does better in %s than", say.Criterion(criterion))
	case m.less == "":
		return text("it does worse in %s than", say.Criterion(criterion))
	case better:
		return text("%s", m.less)
	}
	return text("%s", m.more)
}
