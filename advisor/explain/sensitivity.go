package explain

import (
	"cmp"
	"context"
	"math"
	"slices"

	"archadvisor/advisor"
	"archadvisor/advisor/estimate"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/profile/distribution"
)

// Sensitivity: what the leader's margin hangs on. Fields are moved one at a time over their own uncertainty (the 10th
// to the 90th percentile of what is open, every word of an open choice, a fifth down and a quarter up for a stated
// figure); importances are crossed exactly; statements are taken away one at a time.

const (
	swingDraws = 64
	// statedSlack is how wrong a stated figure is assumed to be for the tornado: from 1/1.25 to 1.25 times it
	// (assumption; a stated figure has no uncertainty of its own and enters no draw).
	statedSlack = 1.25
	// The highest importance that can be stated, and what saying nothing counts as.
	mostImportance, middleImportance = 5, 3
)

func (r *reading) sensitivity(ctx context.Context, o advisor.Options) Sensitivity {
	base := r.Leader()
	if base < 0 {
		return Sensitivity{[]Swing{}, []Crossing{}, []Carry{}}
	}
	return Sensitivity{r.tornado(ctx, o, base), r.crossings(base), r.carrying(base)}
}

// tornado is the swing of every field that moves the margin, widest first.
func (r *reading) tornado(ctx context.Context, o advisor.Options, base int) []Swing {
	tries := map[profile.ID][]profile.Value{}
	ids := slices.DeleteFunc(r.ex.movable(r.Profile), func(id profile.ID) bool {
		tries[id] = r.uncertainty(id)
		return len(tries[id]) < 2
	})
	swings := each(ctx, len(ids), func(i int) (Swing, bool) {
		s := r.ex.swing(r.Profile, o, base, ids[i], tries[ids[i]])
		return s, s.High-s.Low > 0.05
	})
	slices.SortStableFunc(swings, func(a, b Swing) int { return cmp.Compare(b.High-b.Low, a.High-a.Low) })
	return append([]Swing{}, swings...)
}

// uncertainty are the values over which a field is moved.
func (r *reading) uncertainty(id profile.ID) []profile.Value {
	f, p := id.Field(), r.Profile
	if p.Known(id) {
		v := p.Get(id)
		switch {
		case f.Kind != profile.Numeric:
			return nil
		case v.Low != v.High:
			return []profile.Value{profile.Number(v.Low), profile.Number(v.High)}
		}
		return []profile.Value{profile.Number(snap(id, v.Low/statedSlack, false)), profile.Number(snap(id, v.Low*statedSlack, true))}
	}
	switch {
	case !f.Drawn:
		return nil
	case f.Kind == profile.Bool || f.Kind == profile.Option:
		return scanValues(id, profile.Number(math.NaN()))
	}
	return r.openSpan(id)
}

// openSpan is the 10th and the 90th percentile of an open number over its own draws.
func (r *reading) openSpan(id profile.ID) []profile.Value {
	values := make([]float64, 0, swingDraws)
	for _, pt := range r.Points(swingDraws) {
		values = append(values, pt[id])
	}
	lo, hi := distribution.Percentile(values, 0.1), distribution.Percentile(values, 0.9)
	if lo == hi || math.IsNaN(lo) {
		return nil
	}
	return []profile.Value{profile.Number(snap(id, lo, false)), profile.Number(snap(id, hi, true))}
}

// swing is the range of the margin over the values of one field.
func (a *Explainer) swing(p *profile.Profile, o advisor.Options, base int, id profile.ID, values []profile.Value) Swing {
	s := Swing{Field: id.String(), Low: math.Inf(1), High: math.Inf(-1)}
	for _, v := range values {
		q, ok := changed(p, id, v)
		if !ok {
			continue
		}
		m := a.MarginOf(q, o.AtMost(swingDraws), base)
		if m < s.Low {
			s.Low, s.At[0] = m, profile.Any(id, q.Get(id))
		}
		if m > s.High {
			s.High, s.At[1] = m, profile.Any(id, q.Get(id))
		}
	}
	if s.Low > s.High {
		return Swing{Field: id.String()}
	}
	s.CrossesNil = s.Low < 0
	return s
}

// crossings are the importances, 0 to 5, at which another option would lead: exact, since scores are linear in them.
func (r *reading) crossings(base int) []Crossing {
	values := r.MeanValues()
	list := []Crossing{}
	for c, cr := range r.Advisor.Criteria {
		if cr.Field == profile.Schema {
			continue
		}
		from := r.Importance[c] * middleImportance
		for o := range values {
			d := values[base][c] - values[o][c]
			if o == base || r.RuledOut[o] || d == 0 {
				continue
			}
			to := from - (r.Score[base]-r.Score[o])*middleImportance/d
			if to >= 0 && to <= mostImportance && to != from {
				list = append(list, Crossing{cr.ID, from, to, estimate.Architecture(o).String()})
			}
		}
	}
	slices.SortStableFunc(list, func(a, b Crossing) int { return cmp.Compare(math.Abs(a.To-a.From), math.Abs(b.To-b.From)) })
	return list
}

func (r *reading) carrying(base int) []Carry {
	list := []Carry{}
	for i := range r.Advisor.Statements {
		if lead := r.LeaderWithout(i); lead >= 0 && lead != base {
			list = append(list, Carry{r.Advisor.Statements[i].ID, estimate.Architecture(lead).String()})
		}
	}
	return list
}
