package explain

import (
	"archadvisor/advisor"
	"archadvisor/advisor/estimate"
)

// quote fills what the pack says of a reason: a rule's because, or what a measure
// says of the two options that are compared.
func (r *reading) quote(q *Reason, c *advisor.Centre) {
	kind, m := r.Advisor.Statements[q.index].Kind, r.Advisor.Statements[q.index].At
	q.Share = 1
	if kind != advisor.KindMeasure {
		q.Quotes, q.Share = []Quote{r.said(q.index, q.lead, c)}, r.Firing(q.index)
		return
	}
	forLead := q.For == estimate.Architecture(q.lead).String()
	switch {
	case r.favours(m, q.lead, q.runner, c.Facts) == forLead:
	case r.favours(m, q.lead, q.runner, r.MeanFacts(c)) == forLead:
		q.Basis, c = OnAverage, &advisor.Centre{Facts: r.MeanFacts(c)}
	default:
		q.Basis = AgainstCentre
	}
	q.Quotes = []Quote{r.said(q.index, q.lead, c), r.said(q.index, q.runner, c)}
}

// said is what a statement of the pack says of an option.
func (r *reading) said(statement, option int, c *advisor.Centre) Quote {
	return Quote{estimate.Architecture(option).String(), r.Because(statement, option, c)}
}

// favours reports whether the figures that a measure reads speak for the first option rather than the second: by
// value, or by the figure itself where both are at an end of the scale.
func (r *reading) favours(m, first, second int, facts []float64) bool {
	p := r.Advisor.Program()
	if d := p.Value(m, first, facts) - p.Value(m, second, facts); d != 0 {
		return d > 0
	}
	points := r.Advisor.Pack().Measures[m].Points
	rising := points[len(points)-1][1] > points[0][1]
	return rising == (p.Input(m, first, facts) > p.Input(m, second, facts))
}
