// Package compose makes one profile of components that are run as one.
package compose

import (
	"slices"
	"strings"

	"archadvisor/advisor/profile"
)

const secondsPerMonth = 730 * 3600 // a month of 730 h, as in every bill

// Whole is the profile of a system whose components are all run as one; a profile without components is itself.
func Whole(p *profile.Profile) *profile.Profile {
	if len(p.Components()) == 0 {
		return p
	}
	members := make([]int, len(p.Components()))
	for i := range members {
		members[i] = i
	}
	return Of(p, members)
}

// Of is the profile of some components of a system, by their numbers, that are run as one. Load adds up where each of
// them states its own, peaks included, which is the careful side; else it is what the system states. Every other field
// combines as its row in the table of fields says. A single component is itself, under the name of the system.
func Of(p *profile.Profile, members []int) *profile.Profile {
	all := p.Parts()
	if len(members) == 1 {
		q := all[members[0]]
		q.Set(profile.Name, p.Get(profile.Name)) // it is valid in p
		return q
	}
	own, parts := make([]*profile.Profile, len(members)), make([]*profile.Profile, len(members))
	for i, m := range members {
		own[i], parts[i] = p.Components()[m], all[m]
	}
	q := p.Clone()
	for range all {
		q.RemoveComponent(0)
	}
	weights := loads(parts)
	for _, f := range profile.Fields() {
		if f.ID == profile.Schema || f.ID == profile.Name || f.ID == profile.Summary || isLoad(f.ID) {
			continue
		}
		if f.Together == "sum" && p.Known(f.ID) && slices.ContainsFunc(own, func(q *profile.Profile) bool { return !q.Known(f.ID) }) {
			continue // what the system states
		}
		q.Set(f.ID, together(f, parts, weights)) // what parts may state, the whole may
	}
	joinLoad(q, own, len(members) == len(all))
	return q
}

// isLoad reports the fields that joinLoad adds up.
func isLoad(id profile.ID) bool {
	return id == profile.MeanRPS || id == profile.RequestsPerMonth || id == profile.PeakRPS || id == profile.PeakToMean
}

// loads are the mean requests per second of profiles at their central inputs.
func loads(parts []*profile.Profile) []float64 {
	out := make([]float64, len(parts))
	var pt profile.Point
	for i, q := range parts {
		profile.NewSampler(q, 0).Central(&pt)
		out[i] = pt[profile.MeanRPS]
	}
	return out
}

// together is what parts say of a field as one. What only some of them state holds of the whole if it is a need of one
// of them ("max", "all"); a sum, a mean, a least and what the busiest says need those that carry most of the load, and
// the busiest must not contradict one another. In a list a part that says nothing counts as the default of the field.
func together(f *profile.Field, parts []*profile.Profile, weights []float64) (v profile.Value) {
	all, known, most, torn := 0.0, 0.0, 0.0, false
	var words []string
	for i, q := range parts {
		x, w := q.Get(f.ID), weights[i]
		all += w
		if !x.Known() {
			if f.Default != "" && f.Kind == profile.TextList {
				words = append(words, f.Default)
			}
			continue
		}
		first := !v.Known()
		torn = f.Together == "" && (torn && w <= most || !first && w == most && !x.Equal(v))
		switch {
		case f.Together == "all":
			words = append(words, x.List...)
		case f.Together == "mean":
			v = profile.Between(v.Low+w*x.Low, v.High+w*x.High)
		case first || f.Together == "" && w > most:
			v = x
		case f.Together == "sum":
			v = profile.Between(v.Low+x.Low, v.High+x.High)
		case f.Together == "max":
			v = profile.Between(max(v.Low, x.Low), max(v.High, x.High))
		case f.Together == "min":
			v = profile.Between(min(v.Low, x.Low), min(v.High, x.High))
		}
		known, most = known+w, max(most, w)
	}
	switch {
	case f.Together == "all" && known > 0:
		return union(words)
	case f.Together == "max" && known > 0:
		return v
	case known <= all/2 || torn:
		return profile.Value{}
	case f.Together == "mean":
		return profile.Between(v.Low/known, v.High/known)
	}
	return v
}

// union is the list of words that some list holds; "none" only alone.
func union(words []string) profile.Value {
	slices.Sort(words)
	words = slices.Compact(words)
	if len(words) > 1 {
		words = slices.DeleteFunc(words, func(w string) bool { return w == "none" })
	}
	if len(words) == 0 {
		return profile.Value{}
	}
	return profile.List(words...)
}

// joinLoad adds up what the components state of their load, if all do; a peak of the system is one of all of them.
func joinLoad(q *profile.Profile, own []*profile.Profile, whole bool) {
	var mean, peak [2]float64
	means, peaks := true, true
	for _, o := range own {
		m, p := o.Get(profile.MeanRPS), o.Get(profile.PeakRPS)
		if v := o.Get(profile.RequestsPerMonth); !m.Known() && v.Known() {
			m = profile.Between(v.Low/secondsPerMonth, v.High/secondsPerMonth)
		}
		if v := o.Get(profile.PeakToMean); !p.Known() && v.Known() {
			p = profile.Between(v.Low*m.Low, v.High*m.High)
		}
		means, peaks = means && m.Known(), peaks && p.Known()
		mean, peak = [2]float64{mean[0] + m.Low, mean[1] + m.High}, [2]float64{peak[0] + p.Low, peak[1] + p.High}
	}
	if !means {
		return
	}
	q.Answer(profile.MeanRPS, profile.Between(mean[0], mean[1])) // sums of what was in range
	switch {
	case peaks:
		q.Answer(profile.PeakRPS, profile.Between(peak[0], peak[1])) // likewise
	case !whole:
		q.Clear(profile.PeakRPS)
	}
}

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
		v := own.Get(id)
		if !v.Known() {
			return 0
		}
		sum += (v.Low + v.High) / 2
	}
	return sum
}
