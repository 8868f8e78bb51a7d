package advisor

import (
	"maps"

	"archadvisor/rules"
)

// Strengths are what documented decisions say of a pack: how strongly each statement acts, where each option starts, what
// answers add to that, and from which probability a recommendation is plain. The pack says for whom a statement speaks and how good its
// evidence is; a strength multiplies that and never turns its sign.
type Strengths struct {
	Base   map[string]float64            // points by option
	Of     map[string]float64            // factor by id of a measure or rule, 1 if missing
	Traits map[Trait][numOptions]float64 // points by estimate.Architecture that something stated adds to the base
	Enough float64                       // probability of the leader from which a recommendation is plain; 0: the pack's setting
	Bands  []Reliability                 // how often decisions of a band of probability went to the leader, cross-validated
}

// Reliability counts documented decisions by the probability of their leader.
type Reliability struct {
	From   float64 `json:"from"`
	To     float64 `json:"to"`
	Cases  int     `json:"cases"`
	Agreed int     `json:"agreed"`
}

// Frequency is a probability told as a count: of so many documented decisions in
// the same band of probability, how many went to the leader.
type Frequency struct {
	Agreed int     `json:"agreed"`
	Of     int     `json:"of"`
	From   float64 `json:"-"` // of the band
	To     float64 `json:"-"`
}

// leastBand is how many decisions a band must hold to be quoted.
const leastBand = 10

// frequency is that of the band of a probability; nil if nothing was learned, if
// the band is too small, or without draws, which the bands do not speak of.
func (s *Strengths) frequency(p float64, still bool) *Frequency {
	if s == nil || still {
		return nil
	}
	for _, b := range s.Bands {
		if p >= b.From && (p < b.To || b.To == 1) && b.Cases >= leastBand {
			return &Frequency{b.Agreed, b.Cases, b.From, b.To}
		}
	}
	return nil
}

// strengthened is the pack with every strength applied to its points.
func strengthened(p *rules.Pack, s *Strengths) *rules.Pack {
	if s == nil || len(s.Of) == 0 {
		return p
	}
	q := *p
	q.Rules = append([]rules.Rule(nil), p.Rules...)
	for i := range q.Rules {
		r := &q.Rules[i]
		r.Points = maps.Clone(r.Points)
		for o := range r.Points {
			r.Points[o] *= s.factor(r.ID)
		}
	}
	q.Measures = append([]rules.Measure(nil), p.Measures...)
	for i := range q.Measures {
		m := &q.Measures[i]
		m.Points = append([][2]float64(nil), m.Points...)
		for k := range m.Points {
			m.Points[k][1] *= s.factor(m.ID)
		}
	}
	return &q
}

func (s *Strengths) factor(id string) float64 {
	if f, ok := s.Of[id]; ok {
		return f
	}
	return 1
}

// Reliability is how often decisions of each band of probability went to the leader; nil if nothing was learned.
func (s *Strengths) Reliability() []Reliability {
	if s == nil {
		return nil
	}
	return s.Bands
}

// base are the points that each option starts with.
func (s *Strengths) base() (b [numOptions]float64) {
	if s != nil {
		for name, points := range s.Base {
			if o, ok := Architecture(name); ok {
				b[o] = points
			}
		}
	}
	return b
}
