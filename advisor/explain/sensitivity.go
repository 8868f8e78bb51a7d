package explain

import (
	"context"
	"math"
	"sort"

	"archadvisor/advisor"
	"archadvisor/advisor/estimate"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/profile/distribution"
)

// Sensitivity: what the leader's margin hangs on. Fields are moved one at a
// time over their own uncertainty (the 10th to the 90th percentile of what is
// open, every word of an open choice, a fifth down and a quarter up for a
// stated figure); importances are crossed exactly; statements are taken away one at
// a time.

const swingDraws = 64

// statedSlack is how wrong a stated figure is assumed to be for the tornado:
// from 1/1.25 to 1.25 times it (assumption; a stated figure has no uncertainty
// of its own and enters no draw).
const statedSlack = 1.25

// sensitivity computes the tornado, the crossings and the carrying statements.
func (r *reading) sensitivity(ctx context.Context, o advisor.Options) Sensitivity {
	s := Sensitivity{Tornado: []Swing{}, Importances: []Crossing{}, Carrying: []Carry{}}
	base := r.Leader()
	if base < 0 {
		return s
	}
	s.Importances = r.crossings(base)
	s.Carrying = r.carrying(base)
	s.Tornado = r.tornado(ctx, o, base)
	return s
}

// tornado is the swing of every field that moves the margin, widest first.
func (r *reading) tornado(ctx context.Context, o advisor.Options, base int) []Swing {
	var ids []profile.ID
	var tries [][]profile.Value
	for _, f := range profile.Fields() {
		if !r.ex.movable(r.Profile, f) {
			continue
		}
		if values := r.uncertainty(f.ID); len(values) > 1 {
			ids, tries = append(ids, f.ID), append(tries, values)
		}
	}
	swings := make([]Swing, len(ids))
	advisor.Parallel(len(ids), func(i int) {
		if ctx.Err() == nil {
			swings[i] = r.ex.swing(r.Profile, o, base, ids[i], tries[i])
		}
	})
	kept := []Swing{}
	for _, s := range swings {
		if s.High-s.Low > 0.05 {
			kept = append(kept, s)
		}
	}
	sort.SliceStable(kept, func(i, j int) bool { return kept[i].High-kept[i].Low > kept[j].High-kept[j].Low })
	return kept
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
	if !f.Drawn {
		return nil
	}
	switch f.Kind {
	case profile.Bool, profile.Option:
		return scanValues(id, profile.Number(math.NaN()))
	}
	return r.openSpan(id)
}

// openSpan is the 10th and the 90th percentile of an open number over its own
// draws.
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
		q := p.Clone()
		if q.Set(id, v) != nil || len(q.Validate()) > 0 {
			continue
		}
		m := a.MarginOf(q, o.AtMost(swingDraws), base)
		if m < s.Low {
			s.Low, s.At[0] = m, q.ValueAny(id)
		}
		if m > s.High {
			s.High, s.At[1] = m, q.ValueAny(id)
		}
	}
	if s.Low > s.High {
		return Swing{Field: id.String()}
	}
	s.CrossesNil = s.Low < 0
	return s
}

// movers are the fields that move the margin most when they are scanned over
// all their values, for the search of pairs.
func (a *Explainer) movers(ctx context.Context, p *profile.Profile, o advisor.Options, base int) []profile.ID {
	type mover struct {
		id  profile.ID
		low float64
	}
	var all []mover
	for _, f := range profile.Fields() {
		if a.movable(p, f) {
			all = append(all, mover{f.ID, math.Inf(1)})
		}
	}
	advisor.Parallel(len(all), func(i int) {
		if ctx.Err() != nil {
			return
		}
		id := all[i].id
		s := a.swing(p, o.AtMost(pairDraws), base, id,
			spread(scanValues(id, a.origin(p, o, id)), pairValues))
		all[i].low = s.Low
	})
	sort.SliceStable(all, func(i, j int) bool { return all[i].low < all[j].low })
	var ids []profile.ID
	for _, m := range all[:min(pairFields, len(all))] {
		ids = append(ids, m.id)
	}
	return ids
}

// The highest importance that can be stated, and what saying nothing counts as.
const (
	mostImportance   = 5
	middleImportance = 3
)

// crossings are the importances, 0 to 5, at which another option would lead:
// exact, since a score is linear in the importance of a criterion.
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
	sort.SliceStable(list, func(i, j int) bool {
		return math.Abs(list[i].To-list[i].From) < math.Abs(list[j].To-list[j].From)
	})
	return list
}

// carrying are the statements without which another option would lead.
func (r *reading) carrying(base int) []Carry {
	list := []Carry{}
	for i := range r.Advisor.Statements {
		score := r.Score
		for o := range score {
			score[o] -= r.Contribution(i, o)
		}
		order, n := advisor.Rank(&score, r.RuledOut)
		if n > 0 && order[0] != base {
			list = append(list, Carry{r.Advisor.Statements[i].ID, estimate.Architecture(order[0]).String()})
		}
	}
	return list
}
