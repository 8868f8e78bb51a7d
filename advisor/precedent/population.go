package precedent

import (
	"math"

	"archadvisor/advisor"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/profile/distribution"
)

// Population yields complete profiles: every field a point from its conditional prior, the i-th always the
// same for a seed. Fields without a prior (how work arrives, where state lives, runtime, GPU, cloud, what
// runs today) stand at their default in three profiles of four; in the fourth each is drawn with even odds,
// and some numbers reach far beyond their priors, so that rules about them are reached.
func Population(seed uint64, i int) *profile.Profile {
	p := profile.New("population")
	if i%4 == 3 {
		unusual(p, seed, i)
	}
	var pt profile.Point
	profile.NewSampler(p, seed).Draw(i, &pt)
	return p.FromPoint(&pt)
}

// unusual states the fields that have no prior.
func unusual(p *profile.Profile, seed uint64, i int) {
	u := func(id profile.ID) float64 {
		return distribution.U(seed, advisor.StreamID("population:"+id.String()), i)
	}
	for _, f := range profile.Fields() {
		if f.Drawn || f.NotFact {
			continue
		}
		switch {
		case f.Kind == profile.Option, f.OrWord:
			word := f.Options[int(u(f.ID)*float64(len(f.Options)))]
			if v, ok := profile.Choice(f.ID, word); ok {
				set(p, f.ID, v)
			}
		case f.Kind == profile.Bool:
			set(p, f.ID, profile.Flag(u(f.ID) < 0.25))
		case f.Kind == profile.TextList && len(f.Options) > 0:
			set(p, f.ID, profile.Value{State: profile.Exact, List: someWords(f.Options, u(f.ID))})
		}
	}
	for _, n := range unusualNumbers {
		set(p, n.id, profile.Number(n.low*math.Pow(n.high/n.low, u(n.id))))
	}
	set(p, profile.GPU, profile.Flag(u(profile.GPU) < 0.1))
	runtimes := profile.Runtimes()
	set(p, profile.Runtime, profile.Value{State: profile.Exact, Text: runtimes[int(u(profile.Runtime)*float64(len(runtimes)))]})
	if n := int(3 * u(profile.Compliance)); n > 0 {
		set(p, profile.Compliance, profile.Value{State: profile.Exact, List: []string{"pci", "gdpr"}[:n]})
	}
	if v := p.Get(profile.Current); v.Low >= 0 && profile.Current.Field().Options[int(v.Low)] == "microservices" {
		set(p, profile.ServicesNow, profile.Number(math.Ceil(200*math.Pow(u(profile.ServicesNow), 2))+1))
	}
	powers(p, u, []power{{profile.LongestJobS, -1, 5, 100}, {profile.P99Millis, 0.7, 3.3, 1},
		{profile.PayloadMB, -2, 4, 100}, {profile.MemoryMB, 2, 2.5, 1}})
	switch {
	case i%8 == 3: // far beyond the priors: very many requests, releases all day, too large teams
		powers(p, u, []power{{profile.MeanRPS, 1, 4, 1}, {profile.DeploysPerWeek, 0, 3, 1}})
		if u(profile.Teams) < 0.25 {
			teams := math.Ceil(20 * u(profile.Engineers))
			set(p, profile.Teams, profile.Number(teams))
			set(p, profile.Engineers, profile.Number(math.Ceil(teams*12)))
		}
	case i%16 == 7: // below or beyond the priors: hardly a request, load that multiplies, caches
		powers(p, u, []power{{profile.MeanRPS, -3, 3, 1000}})
		set(p, profile.GrowthPerYear, profile.Number(1+5*u(profile.GrowthPerYear)))
		set(p, profile.CacheableShare, profile.Number(u(profile.CacheableShare)))
	}
}

// power is a number drawn by its decimal logarithm, from least to least+span, and rounded up to one of so many parts.
type power struct {
	id                 profile.ID
	least, span, parts float64
}

func powers(p *profile.Profile, u func(profile.ID) float64, list []power) {
	for _, n := range list {
		set(p, n.id, profile.Number(math.Ceil(math.Pow(10, n.least+n.span*u(n.id))*n.parts)/n.parts))
	}
}

// unusualNumbers are numbers without a prior, or beyond it, drawn between these ends by their logarithm.
var unusualNumbers = []struct {
	id        profile.ID
	low, high float64
}{
	{profile.Connections, 1, 1e5}, {profile.EffortDays, 5, 2000}, {profile.TodayMonthlyUSD, 20, 2e5}, {profile.Utilisation, 0.02, 0.9},
	{profile.HeadcountGrowth, 0.5, 3}, {profile.PackageMB, 1, 2000},
}

// someWords are one or two words of a list, next to one another.
func someWords(words []string, u float64) []string {
	at := u * float64(len(words))
	first := int(at)
	if second := first + 1; at-math.Floor(at) < 0.5 && second < len(words) && words[first] != "none" {
		return words[first : second+1]
	}
	return words[first : first+1]
}

// set states a field; a value that contradicts what is stated already leaves it open.
func set(p *profile.Profile, id profile.ID, v profile.Value) {
	if err := p.Set(id, v); err != nil || len(p.Validate()) > 0 {
		p.Clear(id)
	}
}

// Sparse keeps n random fields of a profile and forgets the rest.
func Sparse(p *profile.Profile, seed uint64, i, n int) *profile.Profile {
	q := profile.New(p.Name())
	ids := p.Answered()
	for k := 0; k < n && len(ids) > 0; k++ {
		at := int(distribution.U(seed, advisor.StreamID("sparse")+uint64(k), i) * float64(len(ids)))
		if q.Set(ids[at], p.Get(ids[at])) == nil && len(q.Validate()) > 0 {
			q.Clear(ids[at])
		}
		ids = append(append([]profile.ID(nil), ids[:at]...), ids[at+1:]...)
	}
	return q
}
