package explain

import (
	"context"
	"math"
	"slices"
	"sort"

	"archadvisor/advisor"
	"archadvisor/advisor/estimate"
	"archadvisor/advisor/profile"
)

const maxFlips = 5

// Flips finds, for every field, the nearest value that changes the recommendation: at most five, nearest first. If no
// single field does, it tries pairs. It returns early with what ctx's end allows.
func (a *Explainer) Flips(ctx context.Context, p *profile.Profile, o advisor.Options) ([]Flip, error) {
	base := a.Leader(p, o)
	if base < 0 {
		return []Flip{}, nil
	}
	return a.search(ctx, p, o, base).flips()
}

func (s *search) flips() ([]Flip, error) {
	flips := []Flip{}
	next := nearestFirst{search: s, coarse: slices.DeleteFunc(s.scan(), farFetched)}
	for len(flips) < maxFlips {
		if err := s.ctx.Err(); err != nil {
			return flips, err
		}
		c, ok := next.pop()
		if !ok {
			break
		}
		if f, ok := s.confirm(c); ok {
			flips = append(flips, f)
		}
	}
	if len(flips) == 0 {
		flips = s.pairFlips()
	}
	return flips, s.ctx.Err()
}

// farFetched tells of a need that hardly any work has, such as a GPU: whether it is there
// is a question to ask, and no news to wait for.
func farFetched(c candidate) bool {
	f := c.id.Field()
	return f.Kind == profile.Bool && f.Default == "false" && c.value.Bool()
}

// EachFlip finds, for every field, the nearest value that changes the recommendation: what a slider of each can mark.
// It returns early with what ctx's end allows.
func (a *Explainer) EachFlip(ctx context.Context, p *profile.Profile, o advisor.Options) ([]Flip, error) {
	flips := []Flip{}
	base := a.Leader(p, o)
	if base < 0 {
		return flips, ctx.Err()
	}
	s := a.search(ctx, p, o, base)
	found := s.scan()
	sure := make([]*Flip, len(found))
	s.each(len(found), func(i int) {
		if f, ok := s.confirm(s.refine(found[i])); ok {
			sure[i] = &f
		}
	})
	for _, f := range sure {
		if f != nil {
			flips = append(flips, *f)
		}
	}
	return flips, ctx.Err()
}

// nearestFirst hands out candidates by their refined distance, and refines only those that may be the nearest.
type nearestFirst struct {
	*search
	coarse  []candidate
	refined []candidate // nearest first
}

// refineAtOnce is how many candidates are refined together, on all cores.
const refineAtOnce = 4

func (n *nearestFirst) pop() (candidate, bool) {
	sort.SliceStable(n.coarse, func(i, j int) bool { return n.coarse[i].least < n.coarse[j].least })
	for len(n.coarse) > 0 && (len(n.refined) == 0 || n.coarse[0].least <= n.refined[0].distance) {
		batch := n.coarse[:min(refineAtOnce, len(n.coarse))]
		n.coarse = n.coarse[len(batch):]
		advisor.Parallel(len(batch), func(i int) { batch[i] = n.refine(batch[i]) })
		n.refined = append(n.refined, batch...)
		sort.SliceStable(n.refined, func(i, j int) bool {
			x, y := &n.refined[i], &n.refined[j]
			return x.distance < y.distance || x.distance == y.distance && x.place < y.place
		})
	}
	if len(n.refined) == 0 {
		return candidate{}, false
	}
	c := n.refined[0]
	n.refined = n.refined[1:]
	return c, true
}

const (
	pairFields = 8 // fields that are tried in pairs
	pairValues = 6 // values of each
	pairDraws  = 64
)

// pairFlips looks for the smallest change of two fields that changes the
// recommendation, among the fields that move the leader's margin most.
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
	s.each(len(ids), func(i int) {
		low[ids[i]] = s.swing(s.p, s.o.AtMost(pairDraws), s.base, ids[i], s.values(ids[i])).Low
	})
	sort.SliceStable(ids, func(i, j int) bool { return low[ids[i]] < low[ids[j]] })
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

// relaxation is the smallest change that makes an option pass, for a profile
// in which none does: dropping one exclusion, or moving one field.
func (s *search) relaxation() *Flip {
	found := s.scan()
	s.each(len(found), func(i int) { found[i] = s.refine(found[i]) })
	best, nearest := (*Flip)(nil), math.Inf(1)
	for _, c := range found {
		if c.distance >= nearest {
			continue
		}
		if f, ok := s.confirm(c); ok {
			f.Relaxes = true
			best, nearest = &f, c.distance
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
		if len(kept) == 0 {
			q.Clear(profile.Exclude)
		} else if q.Set(profile.Exclude, profile.List(kept...)) != nil {
			continue
		}
		if lead := s.Leader(q, s.o); lead >= 0 {
			change := Change{Field: profile.Exclude, From: excluded, To: profile.List(kept...)}
			return &Flip{Changes: []Change{change}, Recommendation: estimate.Architecture(lead).String(), Relaxes: true, Allows: name}
		}
	}
	return nil
}
