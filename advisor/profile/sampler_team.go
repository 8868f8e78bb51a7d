package profile

import (
	"math"

	"archadvisor/advisor/profile/distribution"
	"archadvisor/advisor/profile/prior"
)

// restrictTeam lets known numbers bound the unknown ones before them: a known
// number of teams, or of platform people, bounds the engineers; a release
// bottleneck needs two teams; a stated need makes some sizes likelier.
func (s *Sampler) restrictTeam(p *Profile) {
	s.boundEngineers(p)
	if !p.Known(Engineers) {
		s.size = newPosterior(p, s.dims[Engineers].span)
	}
}

func (s *Sampler) boundEngineers(p *Profile) {
	s.sized = s.sizedOpen()
	s.manyTeams = p.needsTeams()
	if p.Known(Engineers) {
		return
	}
	f, sp := Engineers.Field(), &s.dims[Engineers].span
	if t := p.cells[Teams]; t.state != Open {
		least := f.prior.Lo
		if t.low >= 2 {
			least = t.low * 5
		}
		*sp = distribution.Between(min(least, f.Max), min(t.high*9, f.Max), true)
		return
	}
	if s.manyTeams {
		*sp = sp.AtLeast(2*5, f.Max)
	}
	if c := p.cells[PlatformEngineers]; c.state != Open {
		*sp = sp.AtLeast(c.low/prior.PlatformFactor.Hi, f.Max)
	}
}

// sizedOpen reports whether something that rises with the organisation is open.
func (s *Sampler) sizedOpen() bool {
	for _, id := range [...]ID{OpsMaturity, DistributedExperience, ServerlessExperience, DeploysPerWeek, Modules} {
		if s.dims[id].open {
			return true
		}
	}
	return false
}

// needsTeams reports whether a stated answer makes sense only with two teams.
func (p *Profile) needsTeams() bool {
	return p.cells[ReleaseBottleneck].low == 1 || p.cells[IndependentReleases].low == 1
}

func (s *Sampler) fillTeam(at position, out *Point) {
	if s.dims[Engineers].open {
		out[Engineers] = s.engineers(at)
	}
	engineers := out[Engineers]
	if s.dims[Teams].open {
		out[Teams] = s.teams(engineers, at)
	}
	if s.dims[PlatformEngineers].open {
		out[PlatformEngineers] = s.scaled(PlatformEngineers, &prior.PlatformFactor, engineers, at)
	}
	if s.dims[BudgetMonthlyUSD].open {
		out[BudgetMonthlyUSD] = s.scaled(BudgetMonthlyUSD, &prior.BudgetFactor, engineers*out[EngineerMonthUSD], at)
	}
	if s.sized {
		s.fillSized(math.Log(engineers), at, out)
	}
	if s.dims[ReleaseBottleneck].open || s.dims[IndependentReleases].open {
		s.fillFlags(releaseFlags, prior.Coordination(out[Teams]), at, out)
	}
	if s.dims[IndependentScaling].open || s.dims[FailureIsolation].open {
		s.fillFlags(needFlags, prior.Needs(prior.OrgSize(math.Log(engineers))), at, out)
	}
}

var (
	releaseFlags = [2]ID{ReleaseBottleneck, IndependentReleases}
	needFlags    = [2]ID{IndependentScaling, FailureIsolation}
)

func (s *Sampler) engineers(at position) float64 {
	sp := &s.dims[Engineers].span
	if s.size == nil {
		return s.number(Engineers, sp, at)
	}
	return whole(s.size.at(s.u(Engineers, at)), sp.Lo, sp.Hi)
}

func (s *Sampler) teams(engineers float64, at position) float64 {
	t := s.scaled(Teams, &prior.TeamFactor, engineers, at)
	if s.manyTeams && !s.dims[Teams].stated {
		return max(t, 2)
	}
	return t
}

// fillSized draws what rises with the size of the organisation.
func (s *Sampler) fillSized(logEngineers float64, at position, out *Point) {
	size := prior.OrgSize(logEngineers)
	if s.dims[OpsMaturity].open {
		w := prior.Rising(4, size, prior.OpsPull)
		out[OpsMaturity] = s.option(OpsMaturity, w[:], at)
	}
	if s.dims[DistributedExperience].open {
		w := prior.Rising(3, size, prior.DistributedPull)
		out[DistributedExperience] = s.option(DistributedExperience, w[:3], at)
	}
	if s.dims[ServerlessExperience].open {
		w := prior.Rising(3, size, prior.ServerlessPull)
		out[ServerlessExperience] = s.option(ServerlessExperience, w[:3], at)
	}
	if s.dims[DeploysPerWeek].open {
		out[DeploysPerWeek] = s.scaled(DeploysPerWeek, &prior.DeployFactor, prior.DeployScale(size), at)
	}
	if s.dims[Modules].open {
		out[Modules] = s.scaled(Modules, &prior.ModuleFactor, prior.ModuleScale(logEngineers), at)
	}
}

func (s *Sampler) fillFlags(ids [2]ID, chance float64, at position, out *Point) {
	for _, id := range ids {
		if s.dims[id].open {
			out[id] = s.flag(id, chance, at)
		}
	}
}
