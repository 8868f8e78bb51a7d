package advisor

import (
	"math"

	"archadvisor/advisor/profile"
)

// Advise decides one profile. It does no I/O and reads no clock; the same
// profile and options give the same decision.
func (a *Advisor) Advise(p *profile.Profile, o Options) *Decision {
	r := a.Draw(p, o)
	defer r.Done()
	d := r.Decision()
	if o.Detail {
		r.Contribute(d)
	}
	return d
}

// Margin is the score of base minus that of the best other option that is not
// ruled out; base ruled out itself counts as the gate's points.
func (r *Drawn) Margin(base int) float64 {
	other := math.Inf(-1)
	for i := range r.Score {
		if i != base && !r.RuledOut[i] {
			other = math.Max(other, r.Score[i])
		}
	}
	if math.IsInf(other, -1) {
		return -r.Advisor.Settings.GatePoints
	}
	if r.RuledOut[base] {
		return math.Min(r.Score[base]-other, r.Advisor.Settings.GatePoints)
	}
	return r.Score[base] - other
}

// decide draws until the verdict is clear of the precision of the shares, or
// the draws are used up.
func (r *Drawn) decide(o Options) {
	if o.Draws == 0 {
		r.once()
		r.judge()
		return
	}
	for k := o.first(); ; k *= 2 {
		r.extend(k)
		r.judge()
		if o.Draws > 0 || k >= maxDraws || r.clear() {
			return
		}
	}
}

// first is how many draws a decision begins with.
func (o Options) first() int {
	if o.Draws < 0 {
		return MinDraws
	}
	return o.Draws
}

// once is the single evaluation of --draws 0: the central inputs and weights,
// and of the rules only those that no open answer could change.
func (r *Drawn) once() {
	a, s := r.Advisor, r.s
	c := r.centralCell()
	if s.open {
		r.e.settle(c, r.Profile)
	}
	s.scored = 1
	s.gates = append(s.gates, r.e.gateBits(c, r.active))
	s.record(c, r.CentralWeights, r.CentralWeights)
	s.attribute(a, c, r.CentralWeights, 1)
	s.observe(&c.est)
	r.still = true
}

// ExcludedBy reads the user's own exclusions.
func ExcludedBy(p *profile.Profile) (out [numOptions]bool) {
	if !p.Known(profile.Exclude) {
		return out
	}
	for _, name := range p.Get(profile.Exclude).List {
		if o, ok := Architecture(name); ok {
			out[o] = true
		}
	}
	return out
}

// clear reports whether no threshold of the verdict lies within the precision
// of the share that it is compared with.
func (r *Drawn) clear() bool {
	a := r.Advisor
	lead := r.Leader()
	if lead < 0 {
		return true
	}
	k := r.tally.draws
	near := func(share, threshold float64) bool {
		d := share - threshold
		return d*d < precision(share, k)*precision(share, k)
	}
	win := r.tally.share(lead, 0)
	if near(win, a.Settings.Enough) || near(r.Risk[lead], a.Settings.GateRisk) && r.Risk[lead] > 0 {
		return false
	}
	for o := 0; o < numOptions; o++ {
		if o == lead || r.RuledOut[o] {
			continue
		}
		if o == r.Ranking()[1] && near(r.tally.pair[o][lead]/float64(k), a.Settings.Close) {
			return false
		}
		if near(r.tally.share(o, 0)-win, 0) {
			return false
		}
	}
	return true
}
