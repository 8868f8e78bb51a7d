package explain

import (
	"context"
	"math"
	"slices"

	"archadvisor/advisor"
	"archadvisor/advisor/estimate"
	"archadvisor/advisor/profile"
)

// search looks for the nearest changes of a profile that change who leads it. The
// models are stepped and not monotone, so a change is found by scanning the real engine
// over the values of a field with the draws of the original, refined on a lattice of
// short numbers, and re-run in full before it is told. It ends early with its context.
type search struct {
	*Explainer
	ctx    context.Context
	p      *profile.Profile
	o      advisor.Options
	base   int           // who leads; -1 if no option passes
	centre profile.Point // where the fields stand that nobody stated
}

func (a *Explainer) search(ctx context.Context, p *profile.Profile, o advisor.Options, base int) *search {
	s := &search{Explainer: a, ctx: ctx, p: p, o: o, base: base}
	profile.NewSampler(p, o.SeedOfDraws()).Central(&s.centre)
	return s
}

const (
	scanDraws = 96 // of the coarse scan: a prefix of the original's draws
	// checkSeed draws a second, independent set: a flip that it does not confirm is told as "about".
	checkSeed = advisor.DefaultSeed + 1
)

// candidate is a value of a field at which the coarse scan saw another leader.
type candidate struct {
	id       profile.ID
	value    profile.Value
	distance float64
}

// each is what is found for 0..n-1, in this order, looked for on all cores until the context ends.
func each[T any](ctx context.Context, n int, find func(i int) (T, bool)) (found []T) {
	results := make([]*T, n)
	advisor.Parallel(n, func(i int) {
		if ctx.Err() != nil {
			return
		}
		if x, ok := find(i); ok {
			results[i] = &x
		}
	})
	for _, x := range results {
		if x != nil {
			found = append(found, *x)
		}
	}
	return found
}

// movable are the fields that may change the decision, that the user decides and that make sense beside the answers. The
// unstated twin of a stated one is not: the peak is moved through the word that the user chose for it.
func (a *Explainer) movable(p *profile.Profile) []profile.ID {
	return profile.Where(func(f *profile.Field) bool {
		other, ok := profile.Partner(f.ID)
		return !f.NotFlipped && a.Reads(f.ID) && !(ok && p.Known(other)) && (p.Known(f.ID) || p.Asks(f.ID))
	})
}

// scan is the nearest candidate of every field that has one, refined, in the order of the fields.
func (s *search) scan() []candidate {
	ids := s.movable(s.p)
	return each(s.ctx, len(ids), func(i int) (candidate, bool) { return s.scanField(ids[i]) })
}

// scanField finds the nearest value of one field that changes the leader.
func (s *search) scanField(id profile.ID) (candidate, bool) {
	from := s.origin(id)
	for _, v := range scanValues(id, from) {
		if s.flipsAt(id, v, scanDraws) {
			v = s.refine(id, from.Low, v)
			return candidate{id, v, distance(id, from, v)}, true
		}
	}
	return candidate{}, false
}

// origin is where a field stands: its value, the middle of its range, or the centre of what is drawn.
func (s *search) origin(id profile.ID) profile.Value {
	if exact(s.p, id) {
		return s.p.Get(id)
	}
	return profile.Number(s.centre[id])
}

// changed is a profile with one more field set, false if that is not valid.
func changed(p *profile.Profile, id profile.ID, v profile.Value) (*profile.Profile, bool) {
	q := p.Clone()
	return q, q.Set(id, v) == nil && len(q.Validate()) == 0
}

// reread is changed, as it would be read back from disk.
func reread(p *profile.Profile, id profile.ID, v profile.Value) (*profile.Profile, bool) {
	q := p.Clone()
	if q.Set(id, v) != nil {
		return nil, false
	}
	read, errs := profile.Decode(profile.Encode(q), "flip")
	if len(errs) > 0 || len(read) != 1 {
		return nil, false
	}
	return read[0], true
}

// other reports whether an option leads that did not.
func (s *search) other(lead int) bool { return lead >= 0 && lead != s.base }

// flipsAt reports whether setting the field to the value is valid beside the other fields and changes the leader.
func (s *search) flipsAt(id profile.ID, v profile.Value, draws int) bool {
	q, ok := changed(s.p, id, v)
	return ok && s.other(s.LikelyLeader(q, s.o.AtMost(draws)))
}

// refine walks from a number that flips towards the origin on the lattice of short numbers, halving the gap, and
// keeps the nearest value that still flips.
func (s *search) refine(id profile.ID, near float64, found profile.Value) profile.Value {
	if id.Field().Kind != profile.Numeric {
		return found
	}
	_, _, log := profile.PriorSpan(id)
	for step := 0; step < 7; step++ {
		mid := (near + found.Low) / 2
		if log && near > 0 && found.Low > 0 {
			mid = math.Sqrt(near * found.Low)
		}
		mid = snap(id, mid, found.Low > near)
		if mid == near || mid == found.Low || math.IsNaN(mid) {
			break
		}
		if v := profile.Number(mid); s.flipsAt(id, v, advisor.MinDraws) {
			found = v
		} else {
			near = mid
		}
	}
	return found
}

// confirm re-runs a candidate in full, with the draws of the original, on the profile as it would be read back from
// disk. A candidate that the full draws do not bear out is moved outwards a few short steps before it is given up.
func (s *search) confirm(c candidate) (Flip, bool) {
	from := s.origin(c.id).Low
	for try := 0; try < 4; try++ {
		q, ok := reread(s.p, c.id, c.value)
		if !ok {
			break
		}
		if lead := s.Leader(q, s.o); s.other(lead) {
			return s.flip(q, lead, c.id), true
		}
		next := snap(c.id, c.value.Low/1.08, false)
		if c.value.Low > from {
			next = snap(c.id, c.value.Low*1.08+1e-12, true)
		}
		if c.id.Field().Kind != profile.Numeric || next == c.value.Low {
			break
		}
		c.value = profile.Number(next)
	}
	return Flip{}, false
}

// turnsBack reports whether values beyond a change, the next one or the last that a scan tries, leave the leader as it is.
func (s *search) turnsBack(c *Change) bool {
	values := slices.DeleteFunc(scanValues(c.Field, s.origin(c.Field)), func(v profile.Value) bool {
		return c.Field.Field().Kind != profile.Numeric || (v.Low-c.To.Low)*(c.To.Low-c.Middle) <= 0
	})
	for i := 0; i < len(values); i += max(1, len(values)-1) {
		if q, ok := changed(s.p, c.Field, values[i]); ok && !s.other(s.Leader(q, s.o)) {
			return true
		}
	}
	return false
}

// flip is the change to another profile in some fields.
func (s *search) flip(q *profile.Profile, lead int, fields ...profile.ID) Flip {
	f := Flip{Recommendation: estimate.Architecture(lead).String()}
	for _, id := range fields {
		c := Change{Field: id, From: s.p.Get(id), To: q.Get(id)}
		if m := s.origin(id).Low; !math.IsNaN(m) {
			c.Middle = m
		}
		c.Alone = len(fields) == 1 && s.turnsBack(&c)
		f.Changes = append(f.Changes, c)
	}
	f.About = s.o.Draws != 0 && s.Leader(q, advisor.Options{Draws: s.o.Draws, Seed: checkSeed}) != lead
	return f
}
