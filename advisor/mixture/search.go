package mixture

import (
	"cmp"
	"math"
	"math/bits"
	"slices"

	"archadvisor/advisor"
	"archadvisor/advisor/estimate"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/profile/compose"
)

const exhaustive = 8 // up to how many components every division is tried

// search finds which components leave the main part. Sets of components are bits.
type search struct {
	*Mixture
	ex        *explain.Explainer
	p         *profile.Profile
	o         advisor.Options // central inputs: what is compared is the same for all
	main      int             // style of the main part
	estimates map[key]*estimate.Estimate
}

type key struct {
	members uint64
	style   int
}

// newSearch decides the components, each for itself.
func newSearch(ex *explain.Explainer, p *profile.Profile, o advisor.Options, decide func(*profile.Profile) *explain.Decision) *search {
	parts := p.Parts()
	m := &Mixture{Whole: decide(p), Exhaustive: len(parts) <= exhaustive, Dearer: ex.Settings.Dearer}
	for _, q := range parts {
		d := m.Whole
		if len(parts) > 1 {
			d = decide(q)
		}
		m.Parts = append(m.Parts, Part{Name: q.Name(), Decision: d, own: leader(d), tied: utmost(q, profile.BuildsOn) || utmost(q, profile.DataCoupling)})
	}
	return &search{m, ex, p, advisor.Options{Seed: o.Seed}, mainOf(m), map[key]*estimate.Estimate{}}
}

// leader is the option that a decision recommends, -1 if none is left.
func leader(d *explain.Decision) int {
	if o, ok := advisor.Architecture(d.Recommendation); ok {
		return o
	}
	return -1
}

// utmost reports whether a profile states the last step of a scale.
func utmost(q *profile.Profile, id profile.ID) bool {
	v := q.Get(id)
	return v.Known() && int(v.Low) == len(id.Field().Options)-1
}

// mainOf is the style of the main part: the leader of the whole, or without one that of most components.
func mainOf(m *Mixture) int {
	if o := leader(m.Whole); o >= 0 {
		return o
	}
	var votes [numOptions]int
	for i := range m.Parts {
		if o := m.Parts[i].own; o >= 0 {
			votes[o]++
		}
	}
	return slices.Index(votes[:], slices.Max(votes[:]))
}

// numbers are the members of a set.
func numbers(set uint64) (list []int) {
	for ; set != 0; set &= set - 1 {
		list = append(list, bits.TrailingZeros64(set))
	}
	return list
}

// option is what a style is for a component.
func (p *Part) option(style int) *advisor.Option {
	return p.Decision.Option(estimate.Architecture(style).String())
}

// fate is what a component would do by itself; those that would leave are Leaves, those that must are Parted.
func (s *search) fate(p *Part) Fate {
	switch {
	case p.own < 0:
		return Stuck
	case p.own == s.main:
		return Agrees
	case !p.option(s.main).Feasible:
		return Parted
	case p.tied:
		return Coupled
	case p.option(p.own).Probability < p.Decision.Enough:
		return Unsure
	}
	return Leaves
}

// leaving decides who leaves.
func (s *search) leaving() uint64 {
	var gone, would uint64
	for i := range s.Parts {
		p := &s.Parts[i]
		switch p.Fate = s.fate(p); p.Fate {
		case Parted:
			gone |= 1 << i
		case Leaves:
			would |= 1 << i
		}
	}
	choose := s.greedy
	if s.Exhaustive {
		choose = s.best
	}
	leave := choose(would, gone, s.total(gone)*(1+s.Dearer))
	for _, i := range numbers(would &^ leave) {
		s.Parts[i].Fate = Dear
	}
	return gone | leave
}

// best is the division with the highest sum of probabilities within the limit, the cheaper of two.
func (s *search) best(would, gone uint64, limit float64) (best uint64) {
	gain, least := 0.0, math.Inf(1)
	for leave := uint64(0); ; leave = (leave - would) & would { // the subsets in ascending order
		g := 0.0
		for _, i := range numbers(leave) {
			g += s.gain(i)
		}
		if g >= gain {
			if cost := s.total(gone | leave); cost <= limit && (g > gain || cost < least) {
				best, gain, least = leave, g, cost
			}
		}
		if leave == would {
			return best
		}
	}
}

// gain is how much more probable its own style is for a component than that of the main part.
func (s *search) gain(i int) float64 {
	p := &s.Parts[i]
	return p.option(p.own).Probability - p.option(s.main).Probability
}

// greedy lets the components leave one by one, and tries again those that were too dear without a platform.
func (s *search) greedy(would, gone uint64, limit float64) (leave uint64) {
	order := numbers(would)
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(s.gain(b), s.gain(a)) })
	for before := ^leave; before != leave; {
		before = leave
		for _, i := range order {
			if s.total(gone|leave|1<<i) <= limit {
				leave |= 1 << i
			}
		}
	}
	return leave
}

// total is what a division costs a month, infrastructure and people.
func (s *search) total(gone uint64) (sum float64) {
	by := s.split(gone)
	first := by[s.main] != 0 // the main part, or where nothing is left of it, any
	for style, members := range by {
		if members == 0 {
			continue
		}
		e := s.estimateOf(key{members, style})
		people := e.OpsMonthlyUSD
		if style != s.main && first {
			people *= further(e)
		}
		first = true
		sum += e.CostMonthlyUSD + people
	}
	return sum
}

// split are the components of each style.
func (s *search) split(gone uint64) (by [numOptions]uint64) {
	for i := range s.Parts {
		style := s.main
		if gone>>i&1 == 1 {
			style = s.Parts[i].own
		}
		by[style] |= 1 << i
	}
	return by
}

func (s *search) estimateOf(k key) *estimate.Estimate {
	e, ok := s.estimates[k]
	if !ok {
		d := s.ex.Advisor.Advise(compose.Of(s.p, numbers(k.members)), s.o)
		e = &d.Option(estimate.Architecture(k.style).String()).Central
		s.estimates[k] = e
	}
	return e
}

// divide fills the groups, the main one first, then the largest.
func (s *search) divide(gone uint64) {
	by := s.split(gone)
	for style, members := range by {
		if members == 0 {
			continue
		}
		g := Group{Architecture: estimate.Architecture(style).String(), members: members}
		for _, i := range numbers(members) {
			s.Parts[i].Architecture = g.Architecture
			g.Components = append(g.Components, s.Parts[i].Name)
		}
		s.Groups = append(s.Groups, g)
	}
	size := func(g Group) int {
		if g.members == by[s.main] {
			return math.MaxInt
		}
		return len(g.Components)
	}
	slices.SortStableFunc(s.Groups, func(a, b Group) int { return cmp.Compare(size(b), size(a)) })
}
