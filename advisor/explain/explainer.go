// Package explain answers what readers ask of a decision: why it is so, what would change it, what it hangs on, what to
// ask next and how to get there.
//
//	x := explain.New(adviser)
//	e, err := x.Explain(ctx, p, advisor.Default)
//	fmt.Println(e.Recommendation, e.Reasons, e.Flips)
//
// It reads the draws that the decision was made from and decides nothing itself: what it tries, it tries by deciding
// other profiles.
package explain

import (
	"context"
	"slices"
	"sync"

	"archadvisor/advisor"
	"archadvisor/advisor/estimate"
	"archadvisor/advisor/precedent"
	"archadvisor/advisor/profile"
)

const numOptions = estimate.NumArchitectures

// Explainer adds to the decisions of an Advisor what readers ask of them. It is immutable and safe for concurrent use.
type Explainer struct {
	*advisor.Advisor
	unknown func() [][numOptions]float64 // see forces
	near    func() *precedent.Neighbours
	cures   func() map[[2]string][]Attempt
}

// New is an explainer of an advisor's decisions.
func New(a *advisor.Advisor) *Explainer {
	x := &Explainer{Advisor: a}
	x.unknown = sync.OnceValue(x.forces)
	x.near = sync.OnceValue(func() *precedent.Neighbours { return precedent.NewNeighbours(a, precedent.Corpus()) })
	x.cures = sync.OnceValue(func() map[[2]string][]Attempt { return curesOf(a.Pack()) })
	return x
}

// Advise decides one profile and gives the reasons.
func (a *Explainer) Advise(p *profile.Profile, o advisor.Options) *Decision {
	r := a.read(a.Draw(p, o))
	defer r.Done()
	return r.decision(o.Detail)
}

// AdviseWithFlips adds flips, questions and, for an infeasible profile, the smallest relaxation: many evaluations.
func (a *Explainer) AdviseWithFlips(ctx context.Context, p *profile.Profile, o advisor.Options) *Decision {
	r := a.read(a.Draw(p, o))
	defer r.Done()
	d := r.decision(o.Detail)
	_ = r.alternatives(ctx, r.Near(o), d, r.openAnswers(nil)) // a decision whose flips were not found in time has none
	return d
}

// reading is a drawn profile with the explainer that reads it.
type reading struct {
	*advisor.Drawn
	ex *Explainer
}

func (a *Explainer) read(d *advisor.Drawn) *reading { return &reading{Drawn: d, ex: a} }

func (r *reading) decision(detail bool) *Decision {
	d := &Decision{Decision: *r.Decision(), Flips: []Flip{}, NextQuestions: []Question{}}
	if detail {
		r.Contribute(&d.Decision)
	}
	order := r.Ranking()
	d.Reasons = r.reasons(order, r.Centre())
	d.Notes = r.notes(order, d)
	d.Advice = r.advice()
	return d
}

// alternatives fills the parts of a decision that evaluate other profiles.
func (r *reading) alternatives(ctx context.Context, o advisor.Options, d *Decision, answers *open, passed ...profile.ID) error {
	questions := slices.DeleteFunc(answers.inquiry(answers.openGates()).Questions, func(q Question) bool {
		id, _ := profile.Lookup(q.Field)
		return slices.Contains(passed, id)
	})
	questions = questions[:min(len(questions), maxQuestions)]
	d.Precedents = r.ex.near().Nearest(r.Drawn)
	if r.Leader() < 0 {
		d.NextQuestions, d.Relaxation = questions, r.ex.search(ctx, r.Profile, o, -1).relaxation()
		return ctx.Err()
	}
	flips, err := r.ex.search(ctx, r.Profile, o, r.Leader()).flips()
	if err == nil {
		d.Flips, d.NextQuestions = flips, questions
	}
	return err
}
