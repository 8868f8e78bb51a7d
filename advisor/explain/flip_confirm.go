package explain

import (
	"context"
	"math"

	"archadvisor/advisor"
	"archadvisor/advisor/estimate"
	"archadvisor/advisor/profile"
)

// checkSeed draws a second, independent set: a flip that it does not confirm is
// told as "about".
const checkSeed = advisor.DefaultSeed + 1

// confirm re-runs a candidate in full, with the draws of the original, on the
// profile as it would be read back from disk. A candidate that the full draws
// do not bear out is moved outwards a few short steps before it is given up.
func (a *Explainer) confirm(p *profile.Profile, o advisor.Options, base int, c candidate) (Flip, bool) {
	from := a.origin(p, o, c.id)
	for try := 0; try < 4; try++ {
		q, ok := with(p, c.id, c.value)
		if !ok {
			return Flip{}, false
		}
		lead := a.Leader(q, o)
		if lead >= 0 && lead != base {
			return a.flip(p, q, o, lead, c.id), true
		}
		next := outwards(c.id, from.Low, c.value.Low)
		if c.id.Field().Kind != profile.Numeric || next == c.value.Low {
			return Flip{}, false
		}
		c.value = profile.Number(next)
	}
	return Flip{}, false
}

// outwards is the next short value further from the origin.
func outwards(id profile.ID, from, x float64) float64 {
	if x > from {
		return snap(id, x*1.08+1e-12, true)
	}
	return snap(id, x/1.08, false)
}

// with is the profile with one field set, encoded and read back, if that is
// valid.
func with(p *profile.Profile, id profile.ID, v profile.Value) (*profile.Profile, bool) {
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

// flip is the change from one profile to another in some fields.
func (a *Explainer) flip(p, q *profile.Profile, o advisor.Options, lead int, fields ...profile.ID) Flip {
	f := Flip{Recommendation: estimate.Architecture(lead).String()}
	for _, id := range fields {
		c := Change{Field: id, From: p.Get(id), To: q.Get(id)}
		if m := a.origin(p, o, id).Low; !math.IsNaN(m) {
			c.Middle = m
		}
		f.Changes = append(f.Changes, c)
	}
	f.About = o.Draws != 0 && a.Leader(q, advisor.Options{Draws: o.Draws, Seed: checkSeed}) != lead
	return f
}

// pairFlips looks for the smallest change of two fields that changes the
// recommendation, among the fields that move the leader's margin most.
func (a *Explainer) pairFlips(ctx context.Context, p *profile.Profile, o advisor.Options, base int) []Flip {
	ids := a.movers(ctx, p, o, base)
	best, nearest := Flip{}, math.Inf(1)
	for i := range ids {
		for j := i + 1; j < len(ids); j++ {
			if ctx.Err() != nil {
				return []Flip{}
			}
			if f, d, ok := a.pairFlip(p, o, base, ids[i], ids[j], nearest); ok {
				best, nearest = f, d
			}
		}
	}
	if math.IsInf(nearest, 1) {
		return []Flip{}
	}
	return []Flip{best}
}

const (
	pairFields = 8 // fields that are tried in pairs
	pairValues = 6 // values of each
	pairDraws  = 64
)

// pairFlip is the nearest flip of two fields that is nearer than the limit.
func (a *Explainer) pairFlip(p *profile.Profile, o advisor.Options, base int, x, y profile.ID, limit float64) (Flip, float64, bool) {
	fx, fy := a.origin(p, o, x), a.origin(p, o, y)
	var best Flip
	found := false
	for _, vx := range spread(scanValues(x, fx), pairValues) {
		for _, vy := range spread(scanValues(y, fy), pairValues) {
			d := distance(x, fx, vx) + distance(y, fy, vy)
			if d >= limit {
				continue
			}
			q := p.Clone()
			if q.Set(x, vx) != nil || q.Set(y, vy) != nil || len(q.Validate()) > 0 {
				continue
			}
			lead := a.LikelyLeader(q, o.AtMost(pairDraws))
			if lead < 0 || lead == base {
				continue
			}
			var valid bool
			if q, valid = with(q, y, vy); !valid { // as it would be read back from disk
				continue
			}
			if lead = a.Leader(q, o); lead < 0 || lead == base {
				continue
			}
			best, limit, found = a.flip(p, q, o, lead, x, y), d, true
		}
	}
	return best, limit, found
}

// spread thins a list of values, nearest first, to n that cover it.
func spread(values []profile.Value, n int) []profile.Value {
	if len(values) <= n {
		return values
	}
	out := make([]profile.Value, n)
	for i := range out {
		out[i] = values[i*(len(values)-1)/(n-1)]
	}
	return out
}
