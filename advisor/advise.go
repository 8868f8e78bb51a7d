package advisor

import (
	"math"

	"archadvisor/advisor/profile"
)

// Advise decides one profile. It does no I/O and reads no clock; the same profile and options give the same decision.
func (a *Advisor) Advise(p *profile.Profile, o Options) *Decision {
	r := a.Draw(p, o)
	defer r.Done()
	d := r.Decision()
	if o.Detail {
		r.Contribute(d)
	}
	return d
}

// outPoints is how far behind an option that is ruled out is shown: its odds are those of a thousand to one.
const outPoints = 100

// Margin is the score of base minus that of the best other option that is not
// ruled out; what is ruled out is outPoints behind.
func (r *Drawn) Margin(base int) float64 {
	other := math.Inf(-1)
	for i := range r.Score {
		if i != base && !r.RuledOut[i] {
			other = math.Max(other, r.Score[i])
		}
	}
	if math.IsInf(other, -1) {
		return outPoints
	}
	if r.RuledOut[base] {
		return math.Min(r.Score[base]-other, -outPoints)
	}
	return r.Score[base] - other
}

// decide draws until the verdict is clear of the precision of the shares, or the draws are used up.
func (r *Drawn) decide(o Options) {
	for k := o.first(); ; k *= 2 {
		r.extend(k)
		r.score()
		r.count()
		if o.Draws >= 0 || k >= maxDraws || r.clear() {
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

// once is the single evaluation of --draws 0, at the central inputs.
func (r *Drawn) once() {
	c := &r.e.cell // begin left the central inputs in it
	r.s.scored = 1
	r.record(c, r.Importance)
	r.s.attribute(r.Advisor, c, r.e.keep.opinions.fired, r.Importance)
	r.s.observe(&c.est)
	r.still = true
}

// ExcludedBy reads the user's own exclusions.
func ExcludedBy(p *profile.Profile) (out [numOptions]bool) {
	for _, name := range p.Get(profile.Exclude).List {
		if o, ok := Architecture(name); ok {
			out[o] = true
		}
	}
	return out
}

// clear reports whether no threshold of the verdict lies within the precision
// of the probability that it is compared with.
func (r *Drawn) clear() bool {
	lead := r.Leader()
	if lead < 0 {
		return true
	}
	set := &r.Advisor.Settings
	p := r.Probability[lead]
	if math.Abs(p-set.Enough) < r.Precision {
		return false
	}
	if risk := r.Risk[lead]; risk > 0 && math.Abs(risk-set.GateRisk) < clearErrors*math.Sqrt(risk*(1-risk)/float64(r.s.k)) {
		return false
	}
	// That nothing more is worth asking rests on rare draws: it is not said early.
	if p < set.Enough && r.s.k < answeredDraws && r.OpenValue < set.WorthAsking+r.spread {
		return false
	}
	for o, q := range r.Probability {
		if o != lead && !r.RuledOut[o] && p < set.Enough && math.Abs(q-p) < r.Precision {
			return false
		}
	}
	return true
}
