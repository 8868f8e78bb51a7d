// Package mixture decides a system by its components: which of them are built and run together, which are
// better on their own, what the whole then costs, and how that compares with everything in one style.
//
// A component leaves the main part only if its own leader is another style with at least the probability of a
// plain recommendation, or a gate rules the main style out for it, and the whole does not get dearer by more
// than the pack allows. What is coupled stays together unless a gate parts it.
//
// Components of one style share one fleet, load balancer, pipeline and rota: they are estimated as one
// profile, see Join. Each further style has its own.
package mixture

import (
	"archadvisor/advisor"
	"archadvisor/advisor/estimate"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/profile/compose"
)

const numOptions = estimate.NumArchitectures

// Mixture is a system decided by its components.
type Mixture struct {
	Whole      *explain.Decision // of all components as one
	Parts      []Part            // in the order of the profile
	Groups     []Group           // the main part first
	Cost       advisor.Band      // infrastructure a month, USD: the groups together
	OpsFTE     advisor.Band      // people who run it: the groups together
	Against    []Pure            // everything in one style
	Exhaustive bool              // every division was tried; else they left one by one
	Dearer     float64           // share by which the whole may get dearer
}

// Part is a component and what is decided about it.
type Part struct {
	Name         string
	Architecture string // of the group that it is in
	Decision     *explain.Decision
	Fate         Fate

	own  int  // its leader, -1 if no option is left
	tied bool // stays with the rest unless a gate parts them
}

// Fate is why a component is where it is.
type Fate uint8

// The fates.
const (
	Agrees  Fate = iota // its own leader is the style of its group
	Leaves              // its own leader, in a group of its own style
	Parted              // a gate rules the main style out for it
	Unsure              // its own leader is another style, but not surely enough
	Coupled             // its own leader is another style, but it is coupled to the rest
	Dear                // its own leader is another style, but the whole would get dearer
	Stuck               // no style passes for it
)

// Group are components that share a style and a platform. The keys are those of its JSON.
type Group struct {
	Architecture string   `json:"architecture"`
	Components   []string `json:"components"`
	Shape        string   `json:"shape"`
	Figures

	members uint64
}

// Pure is everything in one style. The keys are those of its JSON.
type Pure struct {
	Architecture string `json:"architecture"`
	Feasible     bool   `json:"feasible"`
	Figures
}

// Figures are what is compared.
type Figures struct {
	Availability advisor.Band `json:"availability_pct"`
	Cost         advisor.Band `json:"cost_monthly_usd"`
	OpsFTE       advisor.Band `json:"ops_fte"`
}

func figuresOf(e *advisor.Estimates) Figures { return Figures{e.Availability, e.Cost, e.OpsFTE} }

// Of decides a profile that has components; decide is how one profile is decided, with or without its flips.
func Of(ex *explain.Explainer, p *profile.Profile, o advisor.Options, decide func(*profile.Profile) *explain.Decision) *Mixture {
	s := newSearch(ex, p, o, decide)
	s.divide(s.leaving())
	s.compare(o)
	return s.Mixture
}

// Divided reports whether not all components are in the style that leads for the whole.
func (m *Mixture) Divided() bool {
	return m != nil && (len(m.Groups) > 1 || m.Groups[0].Architecture != m.Whole.Recommendation)
}

// Weakest is the availability of the group that has the least, which the whole does not exceed.
func (m *Mixture) Weakest() float64 {
	least := 100.0
	for _, g := range m.Groups {
		least = min(least, g.Availability.Expected)
	}
	return least
}

// compare computes the groups, the whole and everything in one style.
func (s *search) compare(o advisor.Options) {
	for g := range s.Groups {
		group := &s.Groups[g]
		d := &s.Whole.Decision
		if len(s.Groups) > 1 {
			d = s.ex.Advisor.Advise(compose.Of(s.p, numbers(group.members)), o)
		}
		option := d.Option(group.Architecture)
		group.Shape, group.Figures = option.Shape, figuresOf(&option.Estimates)
		if g > 0 {
			group.OpsFTE = scaled(group.OpsFTE, further(&option.Central))
		}
		s.Cost, s.OpsFTE = sum(s.Cost, group.Cost), sum(s.OpsFTE, group.OpsFTE)
	}
	for _, name := range profile.Architectures {
		q := s.Whole.Option(name)
		s.Against = append(s.Against, Pure{name, q.Feasible, figuresOf(&q.Estimates)})
	}
}

// further is the share of its staff that a further platform adds: who serves the same developers already is there.
func further(e *estimate.Estimate) float64 {
	if !(e.OpsFTE > 0) {
		return 1
	}
	return 1 - e.OpsServingFTE/e.OpsFTE
}

func scaled(b advisor.Band, by float64) advisor.Band {
	return advisor.Band{Low: by * b.Low, Expected: by * b.Expected, High: by * b.High, Mean: by * b.Mean}
}

// sum adds bands end by end: the draws are the same for every profile, so what makes one dear makes all dear.
func sum(a, b advisor.Band) advisor.Band {
	return advisor.Band{Low: a.Low + b.Low, Expected: a.Expected + b.Expected, High: a.High + b.High, Mean: a.Mean + b.Mean}
}
