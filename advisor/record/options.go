package record

import (
	"fmt"
	"math"
	"sort"

	"archadvisor/advisor"
	"archadvisor/rules/numeral"
)

// How many arguments an option shows on each side, and from how many points on
// a statement counts as an argument.
const (
	maxArguments = 6
	minPoints    = 0.5
)

// argument is a statement of the pack that speaks for or against one option.
type argument struct {
	advisor.Contribution
	diff float64 // points against the mean of the other options
}

// addOptions fills Options, Chosen and Others from the ranking.
func (d *Document) addOptions() {
	for i, o := range d.decision.Ranking {
		option := d.option(i, o)
		d.Options = append(d.Options, option)
		if o.Architecture == d.decision.Recommendation {
			d.Chosen = option
			continue
		}
		d.Others = append(d.Others, option)
	}
}

func (d *Document) option(i int, o advisor.Option) Option {
	out := Option{
		ID: o.Architecture, Name: optionName(o.Architecture), Phrase: withArticle(o.Architecture),
		Shape: Line(o.Shape), Score: numeral.Figure(o.Score), WinShare: numeral.Percent(o.WinShare), Feasible: o.Feasible,
	}
	for _, g := range o.Gates {
		out.Stops = append(out.Stops, stopText(g))
	}
	t := teller{d.decision, d.profile}
	pros, cons, open := arguments(d.decision.Ranking, i)
	out.Pros, out.Cons = t.clauses(i, pros), t.clauses(i, cons)
	if len(cons) > 0 {
		out.worst = t.argument(i, cons[0])
	}
	if math.Abs(open) >= minPoints {
		out.Open = "what was left open moves its score by " + numeral.Signed(open) + " points in all"
	}
	return out
}

// stopText says what a gate does to an option.
func stopText(g advisor.GateHit) string {
	if g.Share >= 1 {
		return "it is ruled out: " + told(g.Text)
	}
	return fmt.Sprintf("what was left open may rule it out (in %s of the draws): %s", numeral.Percent(g.Share), told(g.Text))
}

// arguments sorts what fired for the i-th option of a ranking into what speaks
// for it and against it, the strongest first, and sums what rests on
// unanswered fields alone. A measure speaks for an option by how far it stands
// above the other options; a rule by its own points.
func arguments(ranking []advisor.Option, i int) (pros, cons []argument, open float64) {
	for _, c := range ranking[i].Contributions {
		if c.State == "asleep" || c.Kind == "gate" {
			continue
		}
		diff := c.Points
		if c.Kind == "measure" {
			diff -= meanElsewhere(ranking, i, c.ID)
		}
		switch {
		case !c.Answered:
			open += diff
		case diff >= minPoints:
			pros = append(pros, argument{c, diff})
		case diff <= -minPoints:
			cons = append(cons, argument{c, diff})
		}
	}
	return strongest(pros), strongest(cons), open
}

// meanElsewhere is the mean points that a statement gives the other options.
func meanElsewhere(ranking []advisor.Option, i int, id string) float64 {
	sum, n := 0.0, 0
	for j, o := range ranking {
		for _, c := range o.Contributions {
			if j != i && c.ID == id {
				sum += c.Points
				n++
			}
		}
	}
	if n == 0 {
		return 0
	}
	return sum / float64(n)
}

// strongest sorts arguments by strength, then by id, and keeps the first few.
func strongest(list []argument) []argument {
	sort.SliceStable(list, func(i, j int) bool {
		a, b := math.Abs(list[i].diff), math.Abs(list[j].diff)
		if a != b {
			return a > b
		}
		return list[i].ID < list[j].ID
	})
	return list[:min(len(list), maxArguments)]
}

// clauses writes arguments about the i-th option as people read them, with the
// rule behind each.
func (t teller) clauses(i int, list []argument) []string {
	out := make([]string, 0, len(list))
	for _, a := range list {
		points := numeral.Signed(a.diff) + " points"
		if a.Kind == "measure" {
			points += " against the others"
		} else if unsettled(a.Contribution) {
			points = "in " + numeral.Percent(a.Share) + " of the draws, " + points
		}
		out = append(out, fmt.Sprintf("%s (%s, %s)", t.argument(i, a), Line(a.ID), points))
	}
	return out
}
