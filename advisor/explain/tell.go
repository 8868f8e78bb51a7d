package explain

import (
	"fmt"

	"archadvisor/advisor"
	"archadvisor/advisor/estimate"
)

// tell writes the words of a reason: a rule's because, or what a measure says
// of the two options that are compared. The points are means over the draws; the
// figures are those at the central inputs, unless these speak the other way:
// then it is the means that are quoted.
func (r *reading) tell(q *Reason, c *advisor.Centre) {
	kind, m := r.Advisor.KindOf(q.index)
	if kind != "measure" {
		q.Text = r.Text(q.index, q.lead, c)
		if share := r.Firing(q.index); share > 0 && share < 1 {
			q.Text = IfSo + q.Text
		}
		return
	}
	forLead := q.For == estimate.Architecture(q.lead).String()
	switch {
	case r.favours(m, q.lead, q.runner, c.Facts) == forLead:
		q.Text = r.compare(q, c)
	case r.favours(m, q.lead, q.runner, r.MeanFacts(c)) == forLead:
		averages := *c
		averages.Shown = r.ShownFacts(r.MeanFacts(c))
		q.Text = "on average over what is open, " + r.compare(q, &averages)
	default:
		q.Text = "at the central inputs " + r.compare(q, c) + "; over the range of what is open it is more often the other way round"
	}
}

// IfSo begins the text of a reason whose rule fires in some draws only: what it
// says of an open answer is a possibility, not a fact.
const IfSo = "if it is so, which you left open: "

func (r *reading) compare(q *Reason, c *advisor.Centre) string {
	return fmt.Sprintf("%s: %s; %s: %s", estimate.Architecture(q.lead), r.Text(q.index, q.lead, c),
		estimate.Architecture(q.runner), r.Text(q.index, q.runner, c))
}

// favours reports whether the figures that a measure reads speak for the first
// option rather than the second: by value, or by the figure itself where both
// are at an end of the scale.
func (r *reading) favours(m, first, second int, facts []float64) bool {
	p := r.Advisor.Program()
	if d := p.Value(m, first, facts) - p.Value(m, second, facts); d != 0 {
		return d > 0
	}
	points := r.Advisor.Pack().Measures[m].Points
	rising := points[len(points)-1][1] > points[0][1]
	return rising == (p.Input(m, first, facts) > p.Input(m, second, facts))
}
