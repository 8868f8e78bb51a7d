package advisor

import (
	"math"

	"archadvisor/advisor/profile"
)

// Who leads is asked of hundreds of profiles to explain one. It takes less than a decision: no probabilities, no
// quantities, no contributions, and no more draws than the score is the mean of.

// Leader is the leader of a profile, -1 if no option passes: that of the decision with the same options.
func (a *Advisor) Leader(p *profile.Profile, o Options) int { return a.lead(p, o, o.first()) }

// LikelyLeader is Leader from as few draws as leave no doubt: for a search that confirms what it finds.
func (a *Advisor) LikelyLeader(p *profile.Profile, o Options) int { return a.lead(p, o, fewDraws) }

// fewDraws is how many draws a likely leader takes at least.
const fewDraws = 8

// MarginOf is by how much an option leads a profile over a fixed number of draws, in points: negative if another does.
func (a *Advisor) MarginOf(p *profile.Profile, o Options, base int) float64 {
	r := a.scratch.Get().(*evaluator).begin(p, o)
	defer r.Done()
	r.lean = true
	r.extend(min(o.first(), scoreDraws))
	r.score()
	return r.Margin(base)
}

func (a *Advisor) lead(p *profile.Profile, o Options, from int) int {
	r := a.scratch.Get().(*evaluator).begin(p, o)
	defer r.Done()
	r.lean = true
	all := min(o.first(), scoreDraws)
	for k := min(from, all); ; k = min(k+k/4, all) {
		r.extend(k)
		r.s.scored = max(k, 1)
		r.score()
		switch {
		case k < all && r.beyondDoubt():
			return r.Leader()
		case k == all && (o.Draws < 0 || o.Draws > all) && !r.gatesStand():
			whole := a.Draw(p, o) // more draws may show a gate that does not fire, and how many there are is up to the whole
			defer whole.Done()
			return whole.Leader()
		case k == all:
			return r.Leader()
		}
	}
}

// gatesStand reports whether more draws cannot change what is ruled out: no gate
// that rests on something open fires in nearly all of them.
func (r *Drawn) gatesStand() bool {
	for g, share := range r.fires {
		if share > favourable/2 && (r.Advisor.Gates[g].Estimated || !r.exact(r.Advisor.GateFields(g))) {
			return false
		}
	}
	return true
}

// doubtErrors is how many standard errors the lead must be from zero.
const doubtErrors = 3.5

// beyondDoubt reports whether the draws so far leave no doubt who leads: the
// lead is many standard errors from zero, and no gate is about to stop it.
func (r *Drawn) beyondDoubt() bool {
	lead := r.Leader()
	if lead < 0 || !r.gatesStand() {
		return false
	}
	n := float64(r.s.k)
	for g := range r.Advisor.Gates {
		if k := &r.Advisor.Gates[g]; k.Stops[lead] && r.active[g] && r.fires[g] > 0 && r.fires[g] > 1-1/n {
			return false // more draws may show one that it does not stop
		}
	}
	squares := [numOptions]float64{}
	for _, u := range r.s.values {
		for o := range squares {
			d := u[lead] - u[o] - (r.Score[lead] - r.Score[o])
			squares[o] += d * d
		}
	}
	for o := range r.Score {
		if o != lead && !r.RuledOut[o] && r.Score[lead]-r.Score[o] < doubtErrors*math.Sqrt(squares[o])/n {
			return false
		}
	}
	return true
}
