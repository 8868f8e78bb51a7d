package advisor

import (
	"math"

	"archadvisor/advisor/profile"
)

// settle replaces the fired rules of a cell by those that no open answer could
// change, and re-scores it: with --draws 0 an undecided rule counts nothing.
func (e *evaluator) settle(c *cell, p *profile.Profile) {
	lo := append(e.keep.lo[:0], e.facts...)
	hi := append(e.keep.hi[:0], e.facts...)
	e.a.widen(p, lo, hi)
	e.keep.lo, e.keep.hi = lo, hi
	may := make([]uint64, len(c.fired))
	e.a.program.Eval3(lo, hi, c.fired, may)
	e.keep.may = may
	c.value = [numOptions][maxCriteria]float64{}
	e.measure()
	e.addRules()
}

// widen turns the facts that rest on open fields into what the profile says of
// them: a range, or nothing. Estimates stay at their central value.
func (a *Advisor) widen(p *profile.Profile, lo, hi []float64) {
	for i, id := range a.facts.fields {
		lo[i], hi[i] = stated(p, id, lo[i])
	}
	for i := a.facts.derived; i < a.facts.limits; i++ {
		for _, id := range a.facts.defs[i].from {
			if l, h := stated(p, id, 0); l != h || math.IsNaN(l) {
				lo[i], hi[i] = math.NaN(), math.NaN()
			}
		}
	}
}

// stated is what the profile says of a drawn field: its value, its range, or
// not-a-number if nothing; a field that is not drawn keeps its default.
func stated(p *profile.Profile, id profile.ID, central float64) (lo, hi float64) {
	f := id.Field()
	drawn := f.Drawn || id == profile.PeakRPS // which is drawn through its ratio to the mean
	if !drawn || pairKnown(p, id) {
		return central, central
	}
	if !p.Known(id) {
		return math.NaN(), math.NaN()
	}
	if v := p.Get(id); v.Low != v.High {
		return v.Low, v.High
	}
	return central, central
}

// pairKnown reports whether an alias or a pair of stated fields fixes the
// field: the mean rate by requests per month, the peak by mean and ratio.
func pairKnown(p *profile.Profile, id profile.ID) bool {
	exact := func(id profile.ID) bool { v := p.Get(id); return p.Known(id) && v.Low == v.High }
	mean := exact(profile.MeanRPS) || exact(profile.RequestsPerMonth)
	switch id {
	case profile.MeanRPS:
		return mean || exact(profile.PeakRPS) && exact(profile.PeakToMean)
	case profile.PeakRPS, profile.PeakToMean:
		return exact(id) || mean && (exact(profile.PeakRPS) || exact(profile.PeakToMean))
	}
	return false
}
