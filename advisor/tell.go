package advisor

import (
	"fmt"
	"math"
	"strings"

	"archadvisor/advisor/estimate"
	"archadvisor/rules"
)

// tell writes the words of a reason: a rule's because, or what a measure says
// of the two options that are compared.
func (r *run) tell(q *Reason, c *central) {
	if kind, _ := r.e.a.kindOf(q.index); kind != "measure" {
		q.Text = r.text(q.index, q.lead, c)
		return
	}
	q.Text = fmt.Sprintf("%s: %s; %s: %s", estimate.Architecture(q.lead), r.text(q.index, q.lead, c),
		estimate.Architecture(q.runner), r.text(q.index, q.runner, c))
	_, m := r.e.a.kindOf(q.index)
	central := r.e.a.program.Value(m, q.lead, c.facts) - r.e.a.program.Value(m, q.runner, c.facts)
	if forLead := q.For == estimate.Architecture(q.lead).String(); central != 0 && forLead != (central > 0) {
		q.Text += "; at the central inputs, that is: over what is open it is on average the other way round"
	}
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
