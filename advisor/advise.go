package advisor

import (
	"context"

	"archadvisor/advisor/estimate"
	"archadvisor/advisor/profile"
)

// Advise decides one profile. It does no I/O and reads no clock; the same
// profile and options give the same decision.
func (a *Advisor) Advise(p *profile.Profile, o Options) *Decision {
	e := a.scratch.Get().(*evaluator)
	r, out := e.decide(p, o)
	d := r.decision(out)
	if o.Detail {
		r.contribute(d, out, r.central())
	}
	a.scratch.Put(e)
	if o.Flips {
		a.addFlips(d, p, o)
	}
	return d
}

// addFlips fills what `score --flips` prints: flips, questions, and for an
// infeasible profile the smallest relaxation.
func (a *Advisor) addFlips(d *Decision, p *profile.Profile, o Options) {
	flips, questions, relax, err := a.asides(context.Background(), p, o)
	if err == nil {
		d.Flips, d.NextQuestions, d.Relaxation = flips, top(questions.Questions), relax
	}
}

// decide draws until the verdict is clear of the precision of the shares, or
// the draws are used up.
func (e *evaluator) decide(p *profile.Profile, o Options) (*run, *outcome) {
	r := e.begin(p, o)
	excluded := excludedBy(p)
	if o.Draws == 0 {
		r.once()
		return r, r.judge(excluded)
	}
	k := o.Draws
	if k < 0 {
		k = minDraws
	}
	for {
		r.extend(k)
		out := r.judge(excluded)
		if o.Draws > 0 || k >= maxDraws || out.clear(e.a) {
			return r, out
		}
		k *= 2
	}
}

// once is the single evaluation of --draws 0: the central inputs and weights,
// and of the rules only those that no open answer could change.
func (r *run) once() {
	a, s := r.e.a, r.s
	c := r.centralCell()
	if s.open {
		r.e.settle(c, s)
	}
	n := len(a.criteria)
	s.scored = 1
	s.gates = append(s.gates, r.e.gateBits(c, r.active))
	s.record(c, r.settled[:n], r.settled[:n])
	s.attribute(a, c, r.settled[:n], 1)
	s.observe(&c.est)
	r.still = true
}

// excludedBy reads the user's own exclusions.
func excludedBy(p *profile.Profile) (out [numOptions]bool) {
	if !p.Known(profile.Exclude) {
		return out
	}
	for _, name := range p.Get(profile.Exclude).List {
		for o := range out {
			if estimate.Architecture(o).String() == name {
				out[o] = true
			}
		}
	}
	return out
}

// clear reports whether no threshold of the verdict lies within the precision
// of the share that it is compared with.
func (out *outcome) clear(a *Advisor) bool {
	lead := out.leader()
	if lead < 0 {
		return true
	}
	k := out.tally.draws
	near := func(share, threshold float64) bool {
		d := share - threshold
		return d*d < precision(share, k)*precision(share, k)
	}
	win := out.tally.share(lead, 0)
	if near(win, a.set.enough) || near(out.risk[lead], a.set.gateRisk) && out.risk[lead] > 0 {
		return false
	}
	for o := 0; o < numOptions; o++ {
		if o == lead || out.ruledOut[o] {
			continue
		}
		if o == out.ranking()[1] && near(out.tally.pair[o][lead]/float64(k), a.set.close) {
			return false
		}
		if near(out.tally.share(o, 0)-win, 0) {
			return false
		}
	}
	return true
}
