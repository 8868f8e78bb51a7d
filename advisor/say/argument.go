package say

import (
	"math"
	"sort"

	"archadvisor/advisor"
	"archadvisor/rules/numeral"
)

// How many arguments an option shows on each side, and from how many points on
// a statement, or all that was left open, counts as an argument.
const (
	maxArguments = 6
	leastPoints  = 0.5
	leastOpen    = 1
)

// Argument is a statement of the pack that speaks for or against one option.
type Argument struct {
	*advisor.Contribution
	Points float64 // against the mean of the other options
}

// Arguments sorts what fired for the i-th option of the ranking into what speaks
// for it and against it, the strongest first, and sums what rests on
// unanswered fields alone. A measure speaks for an option by how far it stands
// above the other options; a rule by its own points.
func (p Paper) Arguments(i int) (pros, cons []Argument, open float64) {
	ranking := p.Decision.Ranking
	for k := range ranking[i].Contributions {
		c := &ranking[i].Contributions[k]
		if c.State == "asleep" || c.Kind == "gate" {
			continue
		}
		points := c.Points
		if c.Kind == "measure" {
			points -= meanElsewhere(ranking, i, c.ID)
		}
		switch {
		case !c.Answered:
			open += points
		case points >= leastPoints:
			pros = append(pros, Argument{c, points})
		case points <= -leastPoints:
			cons = append(cons, Argument{c, points})
		}
	}
	return strongest(pros), strongest(cons), open
}

// meanElsewhere is the mean points that a statement gives the other options.
func meanElsewhere(ranking []advisor.Option, i int, id string) float64 {
	sum, n := 0.0, 0
	for j := range ranking {
		for _, c := range ranking[j].Contributions {
			if j != i && c.ID == id {
				sum += c.Points
				n++
			}
		}
	}
	return sum / math.Max(1, float64(n))
}

// strongest sorts arguments by strength, then by id, and keeps the first few.
func strongest(list []Argument) []Argument {
	sort.SliceStable(list, func(i, j int) bool {
		a, b := math.Abs(list[i].Points), math.Abs(list[j].Points)
		if a != b {
			return a > b
		}
		return list[i].ID < list[j].ID
	})
	return list[:min(len(list), maxArguments)]
}

// Argument is what an argument says of the i-th option, without its points.
func (p Paper) Argument(i int, a Argument) string {
	if a.Kind == "measure" {
		architecture := p.Decision.Ranking[i].Architecture
		return compareTo(a.Contribution, architecture, a.Points > 0, p.others(architecture, a.ID))
	}
	clause := Clause(a.Because)
	if clause == "" {
		clause = text("of %s", Criterion(a.ID))
	}
	if uncertain(a.Contribution) {
		return p.hedged(clause, a.Contribution)
	}
	return spoken(clause)
}

// Weighed are arguments about the i-th option as people read them, each with the
// rule behind it and its points.
func (p Paper) Weighed(i int, list []Argument) []string {
	out := make([]string, 0, len(list))
	for _, a := range list {
		points := text("%s points", numeral.Signed(a.Points))
		if a.Kind == "measure" {
			points = text("%s against the others", points)
		} else if uncertain(a.Contribution) {
			points = text("in %s of the draws, %s", numeral.Percent(a.Share), points)
		}
		if other := p.favoured(a); other != "" {
			points = text("%s; it speaks for %s", points, WithArticle(other))
		}
		out = append(out, text("%s (%s, %s)", p.Argument(i, a), Line(a.ID), points))
	}
	return out
}

// favoured is the option that a rule against another one gives most points, ""
// if it gives none. What a measure says names the others already.
func (p Paper) favoured(a Argument) string {
	name, most := "", 0.0
	if a.Points >= 0 || a.Kind == "measure" {
		return ""
	}
	for i := range p.Decision.Ranking {
		o := &p.Decision.Ranking[i]
		for k := range o.Contributions {
			if c := &o.Contributions[k]; c.ID == a.ID && c.Points > most {
				name, most = o.Architecture, c.Points
			}
		}
	}
	return name
}

// Unanswered is what the open answers do to an option in all, "" if little.
func Unanswered(points float64) string {
	if math.Abs(points) < leastOpen {
		return ""
	}
	return text("what was left open moves its score by %s points in all", numeral.Signed(points))
}

// Stop is what a gate does to an option, as a clause of a record.
func Stop(g *advisor.GateHit) string {
	because := Clause(g.Because)
	if g.Exclusion {
		because = text("it was excluded beforehand (constraints.exclude)")
	}
	if g.Share >= 1 {
		return text("it is ruled out: %s", because)
	}
	return text("what was left open may rule it out (in %s of the draws): %s", numeral.Percent(g.Share), because)
}
