package profile

import (
	"math"
	"sort"

	"archadvisor/advisor/profile/distribution"
	"archadvisor/advisor/profile/prior"
)

// dependent is how a field is drawn whose prior depends on what else is drawn, or that others depend on.
type dependent struct {
	id   ID
	draw func(s *Sampler, k int, out *Point) float64
	odds func(*Point) [4]float64 // of its options, or of no and yes, where they follow the size of the organisation
}

// dependents stand behind those that they depend on. MeanRPS stands for the traffic: mean, peak and their ratio.
var dependents = [...]dependent{
	{id: Engineers, draw: func(s *Sampler, k int, _ *Point) float64 { return s.engineers(k) }},
	{id: Teams, draw: (*Sampler).teams},
	byOdds(ReleaseBottleneck, coordination),
	byOdds(IndependentReleases, coordination),
	byOdds(IndependentScaling, needs),
	byOdds(FailureIsolation, needs),
	byOdds(OpsMaturity, rising(4, prior.OpsPull)),
	byOdds(DistributedExperience, rising(3, prior.DistributedPull)),
	byOdds(ServerlessExperience, rising(3, prior.ServerlessPull)),
	times(PlatformEngineers, &prior.PlatformFactor, func(pt *Point) float64 { return pt[Engineers] }),
	times(BudgetMonthlyUSD, &prior.BudgetFactor, func(pt *Point) float64 { return pt[Engineers] * pt[EngineerMonthUSD] }),
	times(DeploysPerWeek, &prior.DeployFactor, func(pt *Point) float64 { return prior.DeployScale(pt.size()) }),
	times(Modules, &prior.ModuleFactor, func(pt *Point) float64 { return prior.ModuleScale(math.Log(pt[Engineers])) }),
	{id: Pattern, draw: func(s *Sampler, k int, _ *Point) float64 { return s.option(Pattern, s.traffic.patterns[:], k) }},
	{id: MeanRPS, draw: (*Sampler).fillTraffic},
	{id: IdleShare, draw: (*Sampler).idle},
	{id: SurgePerMinute, draw: func(s *Sampler, k int, out *Point) float64 {
		return s.number(SurgePerMinute, &s.traffic.surges[int(out[Pattern])], k)
	}},
	{id: CPUMillis, draw: ofSpan(CPUMillis)},
	{id: DurationMillis, draw: (*Sampler).wall},
	{id: LongestJobS, draw: ofSpan(LongestJobS)},
	{id: P99Millis, draw: ofSpan(P99Millis)},
}

func ofSpan(id ID) func(*Sampler, int, *Point) float64 {
	return func(s *Sampler, k int, _ *Point) float64 { return s.number(id, &s.dims[id].span, k) }
}

func times(id ID, factor *span, scale func(*Point) float64) dependent {
	return dependent{id: id, draw: func(s *Sampler, k int, out *Point) float64 {
		return s.scaled(id, factor, scale(out), k)
	}}
}

func byOdds(id ID, odds func(*Point) [4]float64) dependent {
	return dependent{id: id, odds: odds, draw: func(s *Sampler, k int, out *Point) float64 {
		w := odds(out)
		if f := id.Field(); f.Kind == Option {
			return s.option(id, w[:len(f.Options)], k)
		}
		return s.flag(id, w[1], k)
	}}
}

func rising(n int, pull float64) func(*Point) [4]float64 {
	return func(pt *Point) [4]float64 { return prior.Rising(n, pt.size(), pull) }
}

func coordination(pt *Point) [4]float64 {
	chance := prior.Coordination(pt[Teams])
	return [4]float64{1 - chance, chance}
}

func needs(pt *Point) [4]float64 {
	chance := prior.Needs(pt.size())
	return [4]float64{1 - chance, chance}
}

// size is that of the organisation, 0 to 1.
func (pt *Point) size() float64 { return prior.OrgSize(math.Log(pt[Engineers])) }

// restrictTeam lets known numbers bound the unknown ones before them: a known number of teams, or of platform people,
// bounds the engineers; a release bottleneck needs two teams; a stated need makes some sizes likelier.
func (s *Sampler) restrictTeam(p *Profile) {
	s.manyTeams = p.values[ReleaseBottleneck].Low == 1 || p.values[IndependentReleases].Low == 1
	if p.Known(Engineers) {
		return
	}
	f, sp := Engineers.Field(), &s.dims[Engineers].span
	if t := p.values[Teams]; t.State != Open {
		least := f.prior.Lo
		if t.Low >= 2 {
			least = t.Low * 5
		}
		*sp = distribution.Between(min(least, f.Max), min(t.High*9, f.Max), true)
	} else {
		if s.manyTeams {
			*sp = sp.AtLeast(2*5, f.Max)
		}
		if c := p.values[PlatformEngineers]; c.State != Open {
			*sp = sp.AtLeast(c.Low/prior.PlatformFactor.Hi, f.Max)
		}
	}
	s.size = newPosterior(p, *sp)
}

func (s *Sampler) engineers(k int) float64 {
	sp := &s.dims[Engineers].span
	if s.size == nil {
		return s.number(Engineers, sp, k)
	}
	return Engineers.Field().whole(s.size.at(s.u(Engineers, k)), sp.Lo, sp.Hi)
}

func (s *Sampler) teams(k int, out *Point) float64 {
	t := s.scaled(Teams, &prior.TeamFactor, out[Engineers], k)
	if s.manyTeams && !s.dims[Teams].stated {
		return max(t, 2)
	}
	return t
}

// restrictWork lets known numbers bound the unknown ones: the CPU time is part of the wall time, one request
// is not longer than the longest piece of work, and nobody accepts a 99th percentile below the typical time.
func (s *Sampler) restrictWork(p *Profile) {
	if !p.Known(StartupMillis) && p.Known(Runtime) {
		s.dims[StartupMillis].span = prior.StartupByRuntime[int(s.base[Runtime])]
	}
	if !p.Known(CPUMillis) && p.Known(Runtime) {
		s.dims[CPUMillis].span = prior.CPUByRuntime[int(s.base[Runtime])]
	}
	bound := func(id ID, least, most float64) {
		if sp := &s.dims[id].span; !p.Known(id) {
			*sp = sp.AtLeast(least, id.Field().Max).AtMost(most)
		}
	}
	cpu, hasCPU := p.stated(CPUMillis)
	if wall, ok := p.stated(DurationMillis); ok {
		if hasCPU {
			s.dims[CPUMillis].span = cpu.Clip(0, wall.Hi)
		}
		bound(CPUMillis, 0, wall.Hi)
		bound(LongestJobS, wall.Lo/1000, math.Inf(1))
		bound(P99Millis, wall.Lo, math.Inf(1))
		return
	}
	if job, ok := p.stated(LongestJobS); ok {
		bound(DurationMillis, 0, job.Hi*1000)
		bound(CPUMillis, 0, job.Hi*1000)
	}
	if hasCPU {
		bound(DurationMillis, cpu.Lo, math.Inf(1))
	}
}

// wall draws the wall time of a request, at least its CPU time.
func (s *Sampler) wall(k int, out *Point) float64 {
	sp, cpu := s.dims[DurationMillis].span, out[CPUMillis]
	switch {
	case cpu > sp.Hi:
		sp = sp.AtLeast(cpu, DurationMillis.Field().Max)
	case cpu > sp.Lo:
		sp = sp.Clip(cpu, sp.Hi)
	}
	return s.number(DurationMillis, &sp, k)
}

// posterior is the distribution of the engineers given stated answers whose odds depend on how many they are:
// Bayes' rule on a grid that is even on the log scale of the prior. An answer that is equally likely at every
// size leaves the prior as it was.
type posterior struct {
	sp  span
	cum [posteriorCells + 1]float64 // distribution function at the edges of the cells
}

const posteriorCells = 64

// newPosterior weighs the prior of the engineers with what is stated; nil if nothing depends on their number.
func newPosterior(p *Profile, sp span) *posterior {
	var signs []*dependent
	for i := range dependents {
		if d := &dependents[i]; d.odds != nil && p.exact(d.id) {
			signs = append(signs, d)
		}
	}
	if sp.Fixed() || !sp.Log || len(signs) == 0 {
		return nil
	}
	post, pt := &posterior{sp: sp}, Point{}
	for i := range posteriorCells {
		pt[Engineers] = sp.At((float64(i) + 0.5) / posteriorCells)
		pt[Teams] = max(1, pt[Engineers]/typicalTeam)
		likelihood := 1.0
		for _, d := range signs {
			likelihood *= d.odds(&pt)[int(p.values[d.id].Low)]
		}
		post.cum[i+1] = post.cum[i] + likelihood
	}
	total := post.cum[posteriorCells]
	if !(total > 0) {
		return nil
	}
	for i := range post.cum {
		post.cum[i] /= total
	}
	return post
}

const typicalTeam = 6.7 // the geometric middle of 5 to 9 engineers per team

// at is the inverse distribution function, u in (0,1).
func (post *posterior) at(u float64) float64 {
	i := min(max(sort.SearchFloat64s(post.cum[:], u), 1), posteriorCells)
	lo, hi := post.cum[i-1], post.cum[i]
	inside := 0.5
	if hi > lo {
		inside = (u - lo) / (hi - lo)
	}
	return post.sp.At((float64(i-1) + inside) / posteriorCells)
}
