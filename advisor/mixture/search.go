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

// search finds which components leave the main part.
type search struct {
	ex        *explain.Explainer
	p         *profile.Profile
	o         advisor.Options // central inputs: what is compared is the same for all
	n         int
	dearer    float64
	own       []int // leader of each component; -1 if no option is left
	of        []*explain.Decision
	tied      []bool // stays with the rest unless a gate parts them
	estimates map[key]*estimate.Estimate
}

type key struct {
	members uint64
	style   int
}

func (s *search) add(q *profile.Profile, d *explain.Decision) {
	leader, ok := advisor.Architecture(d.Recommendation)
	if !ok {
		leader = -1
	}
	s.own, s.of = append(s.own, leader), append(s.of, d)
	s.tied = append(s.tied, utmost(q, profile.BuildsOn) || utmost(q, profile.DataCoupling))
}

// utmost reports whether a profile states the last step of a scale.
func utmost(q *profile.Profile, id profile.ID) bool {
	v := q.Get(id)
	return v.Known() && int(v.Low) == len(id.Field().Options)-1
}

// probability is that of a style for a component.
func (s *search) probability(i, style int) float64 {
	return s.of[i].Option(estimate.Architecture(style).String()).Probability
}

// fate is what a component would do by itself; those that would leave are Leaves, those that must are Parted.
func (s *search) fate(i, main int) Fate {
	own := s.own[i]
	switch {
	case own < 0:
		return Stuck
	case own == main:
		return Agrees
	case !s.of[i].Option(estimate.Architecture(main).String()).Feasible:
		return Parted
	case s.tied[i]:
		return Coupled
	case s.probability(i, own) < s.of[i].Enough:
		return Unsure
	}
	return Leaves
}

// choose decides who leaves, and fills the parts and the groups.
func (s *search) choose(main int, m *Mixture) {
	var gone uint64
	var would []int
	for i := range m.Parts {
		m.Parts[i].Fate = s.fate(i, main)
		switch m.Parts[i].Fate {
		case Parted:
			gone |= 1 << i
		case Leaves:
			would = append(would, i)
		}
	}
	limit := s.total(gone, main) * (1 + s.dearer)
	if m.Exhaustive {
		gone |= s.best(would, gone, main, limit)
	} else {
		gone |= s.greedy(would, gone, main, limit)
	}
	for _, i := range would {
		if gone>>i&1 == 0 {
			m.Parts[i].Fate = Dear
		}
	}
	s.divide(gone, main, m)
}

// best is the division with the highest sum of probabilities within the limit, the cheaper of two.
func (s *search) best(would []int, gone uint64, main int, limit float64) (best uint64) {
	gain, least := 0.0, math.Inf(1)
	for subset := uint64(0); subset < 1<<len(would); subset++ {
		leave, g := uint64(0), 0.0
		for k, i := range would {
			if subset>>k&1 == 1 {
				leave |= 1 << i
				g += s.gain(i, main)
			}
		}
		if g < gain {
			continue
		}
		if cost := s.total(gone|leave, main); cost <= limit && (g > gain || cost < least) {
			best, gain, least = leave, g, cost
		}
	}
	return best
}

func (s *search) gain(i, main int) float64 {
	return s.probability(i, s.own[i]) - s.probability(i, main)
}

// greedy lets the components leave one by one, and tries again those that were too dear without a platform.
func (s *search) greedy(would []int, gone uint64, main int, limit float64) (leave uint64) {
	order := slices.Clone(would)
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(s.gain(b, main), s.gain(a, main)) })
	for again := true; again; {
		again = false
		for _, i := range order {
			if leave>>i&1 == 0 && s.total(gone|leave|1<<i, main) <= limit {
				leave |= 1 << i
				again = true
			}
		}
	}
	return leave
}

// total is what a division costs a month, infrastructure and people.
func (s *search) total(gone uint64, main int) (sum float64) {
	by := s.split(gone, main)
	first := by[main] != 0 // the main part, or where nothing is left of it, any
	for style, members := range by {
		if members == 0 {
			continue
		}
		e := s.estimateOf(key{members, style})
		people := e.OpsMonthlyUSD
		if style != main && first {
			people *= further(e)
		}
		first = true
		sum += e.CostMonthlyUSD + people
	}
	return sum
}

// split are the components of each style, as bits.
func (s *search) split(gone uint64, main int) (by [numOptions]uint64) {
	for i := 0; i < s.n; i++ {
		style := main
		if gone>>i&1 == 1 {
			style = s.own[i]
		}
		by[style] |= 1 << i
	}
	return by
}

func (s *search) estimateOf(k key) *estimate.Estimate {
	e, ok := s.estimates[k]
	if !ok {
		var members []int
		for left := k.members; left != 0; left &= left - 1 {
			members = append(members, bits.TrailingZeros64(left))
		}
		d := s.ex.Advisor.Advise(compose.Of(s.p, members), s.o)
		e = &d.Option(estimate.Architecture(k.style).String()).Central
		s.estimates[k] = e
	}
	return e
}

// divide fills the groups, the main one first, then the largest.
func (s *search) divide(gone uint64, main int, m *Mixture) {
	by := s.split(gone, main)
	styles := []int{0, 1, 2}
	size := func(style int) int {
		if style == main {
			return math.MaxInt
		}
		return bits.OnesCount64(by[style])
	}
	slices.SortStableFunc(styles, func(a, b int) int { return cmp.Compare(size(b), size(a)) })
	for _, style := range styles {
		if by[style] == 0 {
			continue
		}
		g := Group{Architecture: estimate.Architecture(style).String()}
		for i := range m.Parts {
			if by[style]>>i&1 == 1 {
				m.Parts[i].Architecture = g.Architecture
				g.Components = append(g.Components, m.Parts[i].Name)
			}
		}
		m.Groups = append(m.Groups, g)
	}
}
