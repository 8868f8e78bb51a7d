package explain

import (
	"context"
	"math"
	"slices"
	"sort"

	"archadvisor/advisor"
	"archadvisor/advisor/profile"
)

// A flip is the nearest value of one field that changes the recommendation.
// The models are stepped and not monotone, so it is found by scanning the real
// engine over the field's values with the draws of the original, refined on a
// lattice of short numbers, and re-run in full before it is told.

const (
	scanDraws = 96 // of the coarse scan: a prefix of the original's draws
	maxFlips  = 5
)

// candidate is a value of a field at which the coarse scan saw another leader.
type candidate struct {
	id       profile.ID
	value    profile.Value
	distance float64
	least    float64 // the distance at which the scan saw none: refining goes no nearer
	place    int     // of the field among all, which breaks ties
}

// Flips finds, for every field, the nearest value that changes the
// recommendation: at most five, nearest first. If no single field does, it
// tries pairs. It returns early with what ctx's end allows.
func (a *Explainer) Flips(ctx context.Context, p *profile.Profile, o advisor.Options) ([]Flip, error) {
	base := a.Leader(p, o)
	if base < 0 {
		return []Flip{}, nil
	}
	return a.flips(ctx, p, o, base)
}

func (a *Explainer) flips(ctx context.Context, p *profile.Profile, o advisor.Options, base int) ([]Flip, error) {
	flips := []Flip{}
	next := nearestFirst{a: a, p: p, o: o, base: base, coarse: slices.DeleteFunc(a.scanFields(ctx, p, o, base), farFetched)}
	for len(flips) < maxFlips {
		if err := ctx.Err(); err != nil {
			return flips, err
		}
		c, ok := next.pop()
		if !ok {
			break
		}
		if f, ok := a.confirm(p, o, base, c); ok {
			flips = append(flips, f)
		}
	}
	if len(flips) == 0 {
		flips = a.pairFlips(ctx, p, o, base)
	}
	return flips, ctx.Err()
}

// farFetched tells of a need that hardly any work has, such as a GPU: whether it is there
// is a question to ask, and no news to wait for.
func farFetched(c candidate) bool {
	f := c.id.Field()
	return f.Kind == profile.Bool && f.Default == "false" && c.value.Bool()
}

// EachFlip finds, for every field, the nearest value that changes the
// recommendation: what a slider of each can mark. It returns early with what
// ctx's end allows.
func (a *Explainer) EachFlip(ctx context.Context, p *profile.Profile, o advisor.Options) ([]Flip, error) {
	base := a.Leader(p, o)
	if base < 0 {
		return []Flip{}, ctx.Err()
	}
	found := a.scanFields(ctx, p, o, base)
	sure := make([]*Flip, len(found))
	advisor.Parallel(len(found), func(i int) {
		if ctx.Err() != nil {
			return
		}
		if f, ok := a.confirm(p, o, base, a.refine(p, o, base, found[i])); ok {
			sure[i] = &f
		}
	})
	flips := []Flip{}
	for _, f := range sure {
		if f != nil {
			flips = append(flips, *f)
		}
	}
	return flips, ctx.Err()
}

// scanFields scans every field on all cores and returns the nearest candidate
// of each, in the order of the fields.
func (a *Explainer) scanFields(ctx context.Context, p *profile.Profile, o advisor.Options, base int) []candidate {
	var ids []profile.ID
	for _, f := range profile.Fields() {
		if a.movable(p, f) {
			ids = append(ids, f.ID)
		}
	}
	results := make([]*candidate, len(ids))
	advisor.Parallel(len(ids), func(i int) {
		if ctx.Err() == nil {
			results[i] = a.scanField(p, o, base, ids[i])
		}
	})
	var found []candidate
	for i, c := range results {
		if c != nil {
			c.place = i
			found = append(found, *c)
		}
	}
	return found
}

// nearestFirst hands out candidates by their refined distance, and refines only
// those that may be the nearest.
type nearestFirst struct {
	a       *Explainer
	p       *profile.Profile
	o       advisor.Options
	base    int
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
		advisor.Parallel(len(batch), func(i int) { batch[i] = n.a.refine(n.p, n.o, n.base, batch[i]) })
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

// movable reports whether moving the field may change the decision and is a
// decision of the user's.
func (a *Explainer) movable(p *profile.Profile, f *profile.Field) bool {
	return !f.NotFlipped && a.Reads(f.ID) && !aliased(p, f.ID)
}

// aliased reports whether the field is the unstated twin of a stated one: the
// peak is moved through the word that the user chose for it.
func aliased(p *profile.Profile, id profile.ID) bool {
	other, ok := profile.Partner(id)
	return ok && p.Known(other)
}

// scanField finds the nearest value of one field that changes the leader.
func (a *Explainer) scanField(p *profile.Profile, o advisor.Options, base int, id profile.ID) *candidate {
	from := a.origin(p, o, id)
	tried := [2]float64{} // the furthest value below and above the origin that does not change it
	for _, v := range scanValues(id, from) {
		side, d := 0, distance(id, from, v)
		if v.Low > from.Low {
			side = 1
		}
		if a.flipsAt(p, o, base, id, v, scanDraws) {
			return &candidate{id: id, value: v, distance: d, least: tried[side]}
		}
		tried[side] = d
	}
	return nil
}

// origin is where a field stands: its value, the middle of its range, or the
// centre of what is drawn.
func (a *Explainer) origin(p *profile.Profile, o advisor.Options, id profile.ID) profile.Value {
	if v := p.Get(id); p.Known(id) && v.Low == v.High {
		return v
	}
	var pt profile.Point
	profile.NewSampler(p, o.SeedOfDraws()).Central(&pt)
	return profile.Number(pt[id])
}

// flipsAt reports whether setting the field to the value is valid beside the
// other fields and changes the leader.
func (a *Explainer) flipsAt(p *profile.Profile, o advisor.Options, base int, id profile.ID, v profile.Value, draws int) bool {
	q := p.Clone()
	if q.Set(id, v) != nil || len(q.Validate()) > 0 {
		return false
	}
	lead := a.LikelyLeader(q, o.AtMost(draws))
	return lead >= 0 && lead != base
}

// refine walks from a candidate number towards the origin on the lattice of
// short numbers, halving the gap, and keeps the nearest value that still flips.
func (a *Explainer) refine(p *profile.Profile, o advisor.Options, base int, c candidate) candidate {
	if c.id.Field().Kind != profile.Numeric {
		return c
	}
	from := a.origin(p, o, c.id)
	near, far := from.Low, c.value.Low
	for step := 0; step < 7; step++ {
		mid := snap(c.id, between(c.id, near, far), far > near)
		if mid == near || mid == far || math.IsNaN(mid) {
			break
		}
		v := profile.Number(mid)
		if a.flipsAt(p, o, base, c.id, v, advisor.MinDraws) {
			far = mid
		} else {
			near = mid
		}
	}
	c.value = profile.Number(far)
	c.distance = distance(c.id, from, c.value)
	return c
}

func between(id profile.ID, a, b float64) float64 {
	if _, _, log := profile.PriorSpan(id); log && a > 0 && b > 0 {
		return math.Sqrt(a * b)
	}
	return (a + b) / 2
}
