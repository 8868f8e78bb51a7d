package fact

import (
	"math"

	"archadvisor/advisor/profile"
)

// Widen turns the facts that rest on open fields into what the profile says of
// them: a value, a range, or nothing. Limits and estimates keep their value.
func (t *Table) Widen(p *profile.Profile, lo, hi []float64) {
	for i, id := range t.Fields {
		lo[i], hi[i] = Stated(p, id, lo[i])
	}
	for i := t.Derived; i < t.Limits; i++ {
		known, exact := true, true
		for _, id := range t.Defs[i].From {
			l, h := Stated(p, id, 0)
			known, exact = known && !math.IsNaN(l), exact && l == h
		}
		switch {
		case !known:
			lo[i], hi[i] = math.NaN(), math.NaN()
		case !exact: // of ranges: judged draw by draw
			lo[i], hi[i] = math.Inf(-1), math.Inf(1)
		}
	}
}

// Stated is what the profile says of a field: its value, its range, or not-a-number if nothing.
func Stated(p *profile.Profile, id profile.ID, central float64) (lo, hi float64) {
	if pairKnown(p, id) {
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
