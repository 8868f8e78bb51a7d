package advisor

import (
	"math"

	"archadvisor/advisor/profile"
)

// opinions are what the rules can say of a profile. A rule speaks only of what
// was said: one whose facts rest on answers is evaluated in every draw (a range
// may decide it either way); any other speaks only if no open answer could keep
// it from firing, and then in every draw. Drawn values are for the models.
type opinions struct {
	drawn  []uint64 // rules and gates whose facts all rest on answers
	always []uint64 // others that fire whatever is answered
}

// opinions settles which rules speak, given the facts of the central inputs.
func (e *evaluator) opinions(p *profile.Profile) opinions {
	a := e.a
	lo := append(e.keep.lo[:0], e.facts...)
	hi := append(e.keep.hi[:0], e.facts...)
	known := make([]bool, len(lo))
	for i := range lo {
		known[i] = i >= a.facts.limits
		if i < a.facts.limits {
			known[i] = true
			for _, id := range a.facts.defs[i].from {
				known[i] = known[i] && (p.Known(id) || pairAnswered(p, id))
			}
		}
		if !known[i] {
			lo[i], hi[i] = math.NaN(), math.NaN()
		} else if i < len(a.facts.fields) {
			lo[i], hi[i] = stated(p, a.facts.fields[i], lo[i])
		}
	}
	e.keep.lo, e.keep.hi = lo, hi
	o := opinions{drawn: make([]uint64, len(e.cell.fired)), always: make([]uint64, len(e.cell.fired))}
	may := make([]uint64, len(e.cell.fired))
	a.program.Eval3(lo, hi, o.always, may)
	for i := range a.rules {
		all := true
		for _, f := range a.program.FactsOf(len(a.measures) + i) {
			all = all && known[f]
		}
		if all {
			o.drawn[i>>6] |= 1 << (i & 63)
			o.always[i>>6] &^= 1 << (i & 63)
		}
	}
	return o
}

// pairAnswered reports whether other stated fields say something of a field.
func pairAnswered(p *profile.Profile, id profile.ID) bool {
	mean := p.Known(profile.MeanRPS) || p.Known(profile.RequestsPerMonth)
	switch id {
	case profile.MeanRPS:
		return mean || p.Known(profile.PeakRPS) && p.Known(profile.PeakToMean)
	case profile.PeakRPS, profile.PeakToMean:
		return p.Known(id) || mean && (p.Known(profile.PeakRPS) || p.Known(profile.PeakToMean))
	}
	return false
}
