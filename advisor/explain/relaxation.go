package explain

import (
	"context"
	"math"

	"archadvisor/advisor"
	"archadvisor/advisor/estimate"
	"archadvisor/advisor/profile"
)

// relaxation is the smallest change that makes an option pass, for a profile
// in which none does: dropping one exclusion, or moving one field.
func (a *Explainer) relaxation(ctx context.Context, p *profile.Profile, o advisor.Options) *Flip {
	best, nearest := (*Flip)(nil), math.Inf(1)
	fields := profile.Fields()
	results := make([]*candidate, len(fields))
	advisor.Parallel(len(fields), func(i int) {
		f := fields[i]
		if !a.movable(p, f) || ctx.Err() != nil {
			return
		}
		if c := a.scanField(p, o, -1, f.ID); c != nil {
			refined := a.refine(p, o, -1, *c)
			results[i] = &refined
		}
	})
	for _, c := range results {
		if c == nil || c.distance >= nearest {
			continue
		}
		if f, ok := a.confirm(p, o, -1, *c); ok {
			f.Relaxes = true
			best, nearest = &f, c.distance
		}
	}
	if best != nil {
		return best
	}
	return a.dropExclusion(p, o)
}

// dropExclusion allows one excluded option again, the simplest that passes.
func (a *Explainer) dropExclusion(p *profile.Profile, o advisor.Options) *Flip {
	if !p.Known(profile.Exclude) {
		return nil
	}
	list := p.Get(profile.Exclude).List
	for _, name := range profile.Architectures {
		var kept []string
		for _, x := range list {
			if x != name {
				kept = append(kept, x)
			}
		}
		if len(kept) == len(list) {
			continue
		}
		q := p.Clone()
		if len(kept) == 0 {
			q.Clear(profile.Exclude)
		} else if q.Set(profile.Exclude, profile.Value{State: profile.Exact, List: kept}) != nil {
			continue
		}
		if lead := a.Leader(q, o); lead >= 0 {
			who := estimate.Architecture(lead).String()
			change := Change{Field: profile.Exclude, From: p.Get(profile.Exclude), To: profile.List(kept...)}
			return &Flip{Changes: []Change{change}, Recommendation: who, Relaxes: true, Allows: name}
		}
	}
	return nil
}
