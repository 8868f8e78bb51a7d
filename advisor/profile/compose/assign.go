package compose

import (
	"strings"

	"archadvisor/advisor/profile"
)

// SetString is that of a profile, for a system with components, too: a load that they divide keeps their shares; of
// anything else they forget what they state themselves.
func SetString(p *profile.Profile, assign string) error {
	if err := p.SetString(assign); err != nil {
		return err
	}
	name, _, _ := strings.Cut(assign, "=")
	id, _ := profile.Lookup(strings.TrimSpace(name))
	if id == profile.Name {
		return nil
	}
	v, before := p.Get(id), divided(id, p.Components())
	for _, part := range p.Components() {
		if own := part.Get(id); before > 0 && v.Known() {
			part.Set(id, profile.Between(own.Low*v.Low/before, own.High*v.High/before)) // a share of what is in range
			continue
		}
		part.Clear(id)
		if other, ok := profile.Partner(id); ok {
			part.Clear(other)
		}
	}
	return nil
}

// divided is what components state of a load that adds up, 0 unless all do.
func divided(id profile.ID, parts []*profile.Profile) (sum float64) {
	if !isLoad(id) || id == profile.PeakToMean {
		return 0
	}
	for _, own := range parts {
		if !own.Known(id) {
			return 0
		}
		v := own.Get(id)
		sum += (v.Low + v.High) / 2
	}
	return sum
}
