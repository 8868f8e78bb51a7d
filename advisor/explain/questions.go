package explain

import (
	"cmp"
	"context"
	"slices"

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
	if r.OpenValue > all.gain { // the decision supposes nothing of what is not drawn: that may leave more open
		all.atLeast(r.suppose(passed, nil))
	}
	if all.gain < a.Settings.WorthAsking && !slices.ContainsFunc(passed, func(id profile.ID) bool { return id.Field().Drawn }) {
		d := a.Draw(p, o) // what is told is the verdict of all draws
		all.gain = max(all.gain, d.OpenValue)
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

// inquiry orders the open answers: what an open gate asks for first, then by worth.
func (o *open) inquiry(gates []OpenGate) Inquiry {
	worth := o.r.Advisor.Settings.WorthAsking
	q := Inquiry{Questions: []Question{}, Gates: gates, Gain: o.gain, Worth: worth, Enough: o.gain < worth}
	slices.SortStableFunc(gates, func(x, y OpenGate) int { return cmp.Compare(y.share, x.share) }) // the likelier to fire first
	gate := func(f *asked) int {                                                                   // the first that asks for a field
		at := slices.IndexFunc(gates, func(g OpenGate) bool { return slices.Contains(g.Fields, f.id) })
		if at < 0 {
			return len(gates)
		}
		return at
	}
	fields := slices.Clone(o.fields)
	slices.SortStableFunc(fields, func(x, y asked) int {
		return cmp.Or(gate(&x)-gate(&y), cmp.Compare(y.value, x.value), cmp.Compare(y.share, x.share))
	})
	for _, f := range fields {
		k := Question{Field: f.id.String(), Value: f.value}
		if at := gate(&f); at < len(gates) {
			k.Gate = gates[at].ID
		}
		q.Questions = append(q.Questions, k)
	}
	return q
}
