package explain

import (
	"cmp"
	"context"
	"math"
	"slices"

	"archadvisor/advisor"
	"archadvisor/advisor/estimate"
	"archadvisor/advisor/profile"
)

const maxFlips = 5

// Flips finds, for every field, the nearest value that changes the recommendation: at most five, nearest first. If no
// single field does, it tries pairs. It returns early with what ctx's end allows.
func (a *Explainer) Flips(ctx context.Context, p *profile.Profile, o advisor.Options) ([]Flip, error) {
	return a.search(ctx, p, o, a.Leader(p, o)).flips()
}

func (s *search) flips() ([]Flip, error) {
	flips := []Flip{}
	if s.base < 0 {
		return flips, nil
	}
	found := s.scan()
	slices.SortStableFunc(found, nearer)
	for _, c := range found {
		if err := s.ctx.Err(); err != nil {
			return flips, err
		}
		if farFetched(c) && len(flips) > 0 {
			continue // told where nothing else turns the recommendation
		}
		if f, ok := s.confirm(c); ok {
			flips = append(flips, f)
		}
		if len(flips) == maxFlips {
			break
		}
	}
	if len(flips) == 0 {
		flips = s.pairFlips()
	}
	return flips, s.ctx.Err()
}

// farFetched tells of a need that hardly any work has, such as a GPU: a question to ask, and no news to wait for.
func farFetched(c candidate) bool {
	f := c.id.Field()
	return f.Kind == profile.Bool && f.Default == "false" && c.value.Bool()
}

// EachFlip finds, for every field, the nearest value that changes the recommendation: what a slider of each can mark.
// It returns early with what ctx's end allows.
func (a *Explainer) EachFlip(ctx context.Context, p *profile.Profile, o advisor.Options) ([]Flip, error) {
	s := a.search(ctx, p, o, a.Leader(p, o))
	if s.base < 0 {
		return []Flip{}, ctx.Err()
	}
	found := s.scan()
	flips := each(ctx, len(found), func(i int) (Flip, bool) { return s.confirm(found[i]) })
	return append([]Flip{}, flips...), ctx.Err()
}

// noNews tells of an answer that nobody waits for: a far-fetched one, or that customers install and run it, which makes
// another product of it.
func noNews(c candidate) bool {
	customers, _ := profile.Choice(profile.Operators, "customers")
	return farFetched(c) || c.id == profile.Operators && c.value.Equal(customers)
}

// nearer puts what is no news last, before any two changes.
func nearer(x, y candidate) int {
	if last := noNews(x); last != noNews(y) {
		if last {
			return 1
		}
		return -1
	}
	return cmp.Compare(x.distance, y.distance)
}

const (
	pairFields = 8 // fields that are tried in pairs
	pairValues = 6 // values of each
	pairDraws  = 64
)

// pairFlips looks for the smallest change of two fields, of those that move the margin most, that changes the leader.
func (s *search) pairFlips() []Flip {
	best, nearest := []Flip{}, math.Inf(1)
	ids := s.movers()
	for i, x := range ids {
		for _, y := range ids[i+1:] {
			if s.ctx.Err() != nil {
				return []Flip{}
			}
			if f, d, ok := s.pairFlip(x, y, nearest); ok {
				best, nearest = []Flip{f}, d
			}
		}
	}
	return best
}

// movers are the fields that move the margin most when they are scanned over all their values.
func (s *search) movers() []profile.ID {
	ids := s.movable(s.p)
	var low [profile.NumFields]float64
	for _, id := range ids {
		low[id] = math.Inf(1)
	}
	advisor.Parallel(len(ids), func(i int) {
		if s.ctx.Err() == nil {
			low[ids[i]] = s.swing(s.p, s.o.AtMost(pairDraws), s.base, ids[i], s.values(ids[i])).Low
		}
	})
	slices.SortStableFunc(ids, func(x, y profile.ID) int { return cmp.Compare(low[x], low[y]) })
	return ids[:min(pairFields, len(ids))]
}

// values are a few of those that a scan tries, nearest first.
func (s *search) values(id profile.ID) []profile.Value {
	values := scanValues(id, s.origin(id))
	if len(values) <= pairValues {
		return values
	}
	out := make([]profile.Value, pairValues)
	for i := range out {
		out[i] = values[i*(len(values)-1)/(pairValues-1)]
	}
	return out
}

// pairFlip is the nearest flip of two fields that is nearer than the limit.
func (s *search) pairFlip(x, y profile.ID, limit float64) (best Flip, nearest float64, found bool) {
	fx, fy, ys := s.origin(x), s.origin(y), s.values(y)
	for _, vx := range s.values(x) {
		half := s.p.Clone()
		if half.Set(x, vx) != nil {
			continue
		}
		for _, vy := range ys {
			d := distance(x, fx, vx) + distance(y, fy, vy)
			if d >= limit {
				continue
			}
			q, ok := changed(half, y, vy)
			if !ok || !s.other(s.LikelyLeader(q, s.o.AtMost(pairDraws))) {
				continue
			}
			if q, ok = reread(half, y, vy); !ok {
				continue
			}
			if lead := s.Leader(q, s.o); s.other(lead) {
				best, limit, found = s.flip(q, lead, x, y), d, true
			}
		}
	}
	return best, limit, found
}

// relaxation is the smallest change that makes an option pass, for a profile in which none does: moving a limit that
// people set, else another field, or dropping one exclusion.
func (s *search) relaxation() *Flip {
	found := s.scan()
	slices.SortStableFunc(found, func(x, y candidate) int {
		switch set := x.id.Field().Limit; {
		case set == y.id.Field().Limit:
			return nearer(x, y)
		case set:
			return -1
		}
		return 1
	})
	best := (*Flip)(nil)
	for i := 0; i < len(found) && best == nil; i++ {
		if f, ok := s.confirm(found[i]); ok {
			f.Relaxes = true
			best = &f
		}
	}
	if best != nil || !s.p.Known(profile.Exclude) {
		return best
	}
	return s.dropExclusion()
}

// dropExclusion allows one excluded option again, the simplest that passes.
func (s *search) dropExclusion() *Flip {
	excluded := s.p.Get(profile.Exclude)
	for _, name := range profile.Architectures {
		kept := slices.DeleteFunc(slices.Clone(excluded.List), func(x string) bool { return x == name })
		if len(kept) == len(excluded.List) {
			continue
		}
		q := s.p.Clone()
		q.Set(profile.Exclude, profile.List(kept...)) // fewer words of a valid list
		if lead := s.Leader(q, s.o); lead >= 0 {
			change := Change{Field: profile.Exclude, From: excluded, To: profile.List(kept...)}
			return &Flip{Changes: []Change{change}, Recommendation: estimate.Architecture(lead).String(), Relaxes: true, Allows: name}
		}
	}
	return nil
}
