package explain

import (
	"context"
	"slices"
	"sort"

	"archadvisor/advisor"
	"archadvisor/advisor/profile"
)

// maxQuestions is how many questions a decision carries.
const maxQuestions = 5

// Inquiry is what the open answers are worth.
type Inquiry struct {
	Questions []Question // what an open gate asks for first, then the most valuable
	Gates     []OpenGate // that may yet stop the leader
	Gain      float64    // expected gain in the probability of the right choice from all open answers
	Worth     float64    // the gain from which on more answers are wanted
	Enough    bool       // the gain is below that
}

// Inquire ranks the open fields of a profile by what their answer is worth, and says which gates are open. Fields
// that were passed over stay open: nobody knows them, and they are worth no question.
func (a *Explainer) Inquire(ctx context.Context, p *profile.Profile, o advisor.Options, passed ...profile.ID) (Inquiry, error) {
	r := a.read(a.Draw(p, advisor.Options{Draws: advisor.MinDraws, Seed: o.Seed}))
	defer r.Done()
	all := r.openAnswers(passed)
	gates := all.openGates()
	if r.OpenValue() > all.gain { // the decision supposes nothing of what is not drawn: that may leave more open
		all.atLeast(r.suppose(passed, nil))
	}
	if all.gain < a.Settings.WorthAsking && !slices.ContainsFunc(passed, func(id profile.ID) bool { return id.Field().Drawn }) {
		d := a.Draw(p, o) // what is told is the verdict of all draws
		all.gain = max(all.gain, d.OpenValue())
		d.Done()
	}
	if all.gain < a.Settings.WorthAsking {
		gates = append(gates, all.gatesAtEnds(gates)...)
	}
	return all.inquiry(gates), ctx.Err()
}

// atLeast makes the answers worth at least what they are where less is supposed.
func (o *open) atLeast(less *open) {
	o.gain = max(o.gain, less.gain)
	for i := range o.fields {
		for _, f := range less.fields {
			if f.id == o.fields[i].id {
				o.fields[i].value = max(o.fields[i].value, f.value)
			}
		}
	}
}

// inquiry orders the open answers.
func (o *open) inquiry(gates []OpenGate) Inquiry {
	worth := o.r.Advisor.Settings.WorthAsking
	q := Inquiry{Questions: []Question{}, Gates: gates, Gain: o.gain, Worth: worth, Enough: o.gain < worth}
	fields := append([]asked(nil), o.fields...)
	o.gated(fields, q.Gates)
	sort.SliceStable(fields, func(i, j int) bool { return fields[i].before(&fields[j]) })
	for _, f := range fields {
		q.Questions = append(q.Questions, Question{f.id.String(), f.value, f.gate})
	}
	return q
}

// gated marks the fields that an open gate asks for, the likelier to fire first.
func (o *open) gated(fields []asked, gates []OpenGate) {
	share := map[string]float64{}
	for g := range o.r.Advisor.Gates {
		share[o.r.Advisor.Gates[g].ID] = o.r.GateShare[g]
	}
	sort.SliceStable(gates, func(i, j int) bool { return share[gates[i].ID] > share[gates[j].ID] })
	for i := range fields {
		for at, g := range gates {
			for _, id := range g.Fields {
				if id == fields[i].id && fields[i].gate == "" {
					fields[i].gate, fields[i].order = g.ID, at
				}
			}
		}
	}
}

// before orders questions: gates first, then by worth.
func (f *asked) before(g *asked) bool {
	switch {
	case (f.gate != "") != (g.gate != ""):
		return f.gate != ""
	case f.gate != "" && f.order != g.order:
		return f.order < g.order
	case f.value != g.value:
		return f.value > g.value
	}
	return f.share > g.share
}
