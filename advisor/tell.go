package advisor

import (
	"fmt"
	"math"
	"strings"

	"archadvisor/advisor/estimate"
	"archadvisor/rules"
)

// tell writes the words of a reason: a rule's because, or what a measure says
// of the two options that are compared. The points are means over the draws; the
// figures are those at the central inputs, unless these speak the other way:
// then it is the means that are quoted.
func (r *run) tell(q *Reason, c *central) {
	kind, m := r.e.a.kindOf(q.index)
	if kind != "measure" {
		q.Text = r.text(q.index, q.lead, c)
		if share := r.firing(q.index); share > 0 && share < 1 {
			q.Text = IfSo + q.Text
		}
		return
	}
	forLead := q.For == estimate.Architecture(q.lead).String()
	switch {
	case r.favours(m, q.lead, q.runner, c.facts) == forLead:
		q.Text = r.compare(q, c)
	case r.favours(m, q.lead, q.runner, r.means(c)) == forLead:
		averages := *c
		averages.shown = r.shown(r.means(c))
		q.Text = "on average over what is open, " + r.compare(q, &averages)
	default:
		q.Text = "at the central inputs " + r.compare(q, c) + "; over the range of what is open it is more often the other way round"
	}
}

// IfSo begins the text of a reason whose rule fires in some draws only: what it
// says of an open answer is a possibility, not a fact.
const IfSo = "if it is so, which you left open: "

// firing is the share of the draws in which a rule fires; 1 for a gate, whose
// own share is told with it.
func (r *run) firing(i int) float64 {
	if kind, at := r.e.a.kindOf(i); kind == "rule" && !r.still {
		return float64(r.s.ruleCount[at]) / float64(r.s.scored)
	}
	return 1
}

func (r *run) compare(q *Reason, c *central) string {
	return fmt.Sprintf("%s: %s; %s: %s", estimate.Architecture(q.lead), r.text(q.index, q.lead, c),
		estimate.Architecture(q.runner), r.text(q.index, q.runner, c))
}

// favours reports whether the figures that a measure reads speak for the first
// option rather than the second: by value, or by the figure itself where both
// are at an end of the scale.
func (r *run) favours(m, first, second int, facts []float64) bool {
	p := r.e.a.program
	if d := p.Value(m, first, facts) - p.Value(m, second, facts); d != 0 {
		return d > 0
	}
	points := r.e.a.pack.Measures[m].Points
	rising := points[len(points)-1][1] > points[0][1]
	return rising == (p.Input(m, first, facts) > p.Input(m, second, facts))
}

// means are the central facts with the estimates that are reported replaced by
// their mean over the draws.
func (r *run) means(c *central) []float64 {
	facts := append([]float64(nil), c.facts...)
	for o := 0; o < numOptions; o++ {
		e := c.est[o]
		e.CostMonthlyUSD = mean(r.s.quantities[qCost][o])
		e.P99Millis = mean(r.s.quantities[qP99][o])
		e.AvailabilityPct = mean(r.s.quantities[qAvailability][o])
		e.DowntimeMinutes = (100 - e.AvailabilityPct) / 100 * hoursPerMonth * 60
		e.OpsFTE = mean(r.s.quantities[qOpsFTE][o])
		e.OpsMonthlyUSD = mean(r.s.quantities[qOpsUSD][o])
		fillEstimate(&e, facts[r.e.a.facts.estimates+o*len(estimateFacts):])
	}
	return facts
}

func mean(values []float64) float64 {
	sum := 0.0
	for _, v := range values {
		sum += v
	}
	return sum / math.Max(1, float64(len(values)))
}

// factsOf are the values that a statement read at the central inputs, by name;
// a word or a yes-no is told as such, what nobody answered is left out unless
// it is an estimate or a limit.
func (r *run) factsOf(i, option int, c *central) map[string]any {
	facts := map[string]any{}
	own := "." + estimate.Architecture(option).String() + "."
	kind, _ := r.e.a.kindOf(i)
	for _, f := range r.e.a.program.FactsOf(i) {
		d := &r.e.a.facts.defs[f]
		if kind == "measure" && f >= r.e.a.facts.estimates && !strings.Contains(d.Name, own) {
			continue
		}
		if r.answered(f) && !math.IsNaN(c.facts[f]) {
			facts[d.Name] = factValue(d.Fact, c.facts[f])
		}
	}
	return facts
}

func factValue(f rules.Fact, v float64) any {
	switch f.Kind {
	case rules.FactBool:
		return v == 1
	case rules.FactOption:
		if i := int(v); i >= 0 && i < len(f.Options) {
			return f.Options[i]
		}
	}
	return v
}
