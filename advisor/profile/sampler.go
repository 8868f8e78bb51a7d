package profile

import (
	"math"
	"sync/atomic"

	"archadvisor/advisor/profile/distribution"
)

// Sampler draws complete points from a profile: what is stated stays, what is open is drawn from its prior given
// everything that is known. It is immutable and safe for many goroutines; a draw allocates nothing.
//
// Draw k of a field is the field's inverse distribution function, given the fields it depends on, at number k of the
// field's own Sequence. So an answer shifts no other field's numbers, and a what-if meets the same draws.
type Sampler struct {
	base      Point // what is exact, defaults, and NaN
	open      []ID
	plain     []ID         // that depend on no drawn field
	usual     int          // so many of them, the first, have the prior of the table
	dependent []*dependent // the others, in their order
	dims      [NumFields]dim

	load      bool       // something of the load is open
	manyTeams bool       // a stated answer makes sense only with two teams
	size      *posterior // of the engineers; nil: their span as it is
	traffic   traffic
	seed      uint64
	common    *[commonDraws]atomic.Pointer[Point] // see drawn
}

const commonDraws = 256

type dim struct {
	span   span // of a number: the stated range, or the prior
	open   bool // unknown or a range
	stated bool // a range
	usual  bool // plain, and its span is the prior
}

const central = -1 // the number of the point of medians, where others are those of a draw

// NewSampler prepares the draws of a valid profile.
func NewSampler(p *Profile, seed uint64) *Sampler {
	s := &Sampler{}
	s.Reset(p, seed)
	return s
}

// Reset is NewSampler in the memory of one that nobody needs any more.
func (s *Sampler) Reset(p *Profile, seed uint64) {
	if s.common == nil || s.seed != seed {
		s.common = &[commonDraws]atomic.Pointer[Point]{}
	}
	*s = Sampler{base: p.basePoint(), seed: seed, common: s.common, open: s.open[:0], plain: s.plain[:0], dependent: s.dependent[:0]}
	for _, f := range table.rows {
		if s.opened(p, f.ID) {
			s.prepare(p, f.ID)
		}
	}
	for i := range dependents {
		if d := &dependents[i]; s.dims[d.id].open && d.id != MeanRPS || s.load && d.id == MeanRPS {
			s.dependent = append(s.dependent, d)
		}
	}
	s.restrictTeam(p)
	s.restrictLoad(p)
	s.restrictWork(p)
	for i, id := range s.plain {
		if d := &s.dims[id]; !d.stated && d.span == id.Field().prior {
			d.usual, s.plain[i], s.plain[s.usual] = true, s.plain[s.usual], id
			s.usual++
		}
	}
}

// Open returns the fields that are drawn: unknown ones that have a prior, and ranges, in contract order. Of a pair
// (peak_rps and peak_to_mean, mean_rps and requests_per_month) at most one is listed; none if the others settle it.
func (s *Sampler) Open() []ID { return s.open }

// Opens reports whether a field is drawn, and whether as it is for a profile that says nothing.
func (s *Sampler) Opens(id ID) (open, usual bool) { return s.dims[id].open, s.dims[id].usual }

// Central fills out with the central point: medians of priors and ranges (geometric where the prior is on a
// log scale), the likeliest option (of equals the middle one), a bool true if its prior is above 0.5.
func (s *Sampler) Central(out *Point) { s.Draw(central, out) }

// Draw fills out with draw k, k from 0.
func (s *Sampler) Draw(k int, out *Point) {
	*out = s.base
	rest := s.plain
	if c := s.drawn(k); c != nil {
		for _, id := range s.plain[:s.usual] {
			out[id] = c[id]
		}
		rest = s.plain[s.usual:]
	}
	for _, id := range rest {
		out[id] = s.plainAt(id, &s.dims[id].span, k)
	}
	for _, d := range s.dependent {
		out[d.id] = d.draw(s, k, out)
	}
}

// drawn is draw k of the fields that depend on no other and have the prior of the table: kept, for who draws one profile
// after another, nil beyond so many.
func (s *Sampler) drawn(k int) *Point {
	if uint(k) >= commonDraws {
		return nil
	}
	c := s.common[k].Load()
	if c == nil {
		c = &Point{}
		for _, f := range table.rows {
			if f.Drawn {
				c[f.ID] = s.plainAt(f.ID, &f.prior, k)
			}
		}
		s.common[k].Store(c)
	}
	return c
}

// opened reports whether a field is to be drawn: not exact, and not settled by the other field of its pair.
func (s *Sampler) opened(p *Profile, id ID) bool {
	switch p.values[id].State {
	case Exact:
		return false
	case Range:
		return true
	}
	if !id.Field().Drawn {
		return false
	}
	switch id {
	case MeanRPS:
		return !p.Known(RequestsPerMonth) && !(p.exact(PeakRPS) && p.exact(PeakToMean))
	case PeakToMean:
		return !p.Known(PeakRPS)
	}
	return true
}

func (p *Profile) exact(id ID) bool { return p.values[id].State == Exact }

func (s *Sampler) prepare(p *Profile, id ID) {
	f, c := id.Field(), &p.values[id]
	d := &s.dims[id]
	d.open, d.span = true, f.prior
	if c.State == Range {
		d.stated = true
		d.span = distribution.Between(c.Low, c.High, f.prior.Log)
	}
	s.open = append(s.open, id)
	s.load = s.load || f.group == "load"
	if f.group == "" || id == EngineerMonthUSD {
		s.plain = append(s.plain, id)
	}
}

// u is where in the distribution of the field the point lies.
func (s *Sampler) u(id ID, k int) float64 {
	if k == central {
		return 0.5
	}
	return distribution.U(s.seed, uint64(id), k)
}

func (s *Sampler) plainAt(id ID, sp *span, k int) float64 {
	f := id.Field()
	switch f.Kind {
	case Bool:
		return s.flag(id, f.chance, k)
	case Option:
		even := [8]float64{1, 1, 1, 1, 1, 1, 1, 1}
		return s.option(id, even[:len(f.Options)], k)
	}
	return s.number(id, sp, k)
}

// number draws from a span. Counts of things are whole where the span has a whole number.
func (s *Sampler) number(id ID, sp *span, k int) float64 {
	if sp.Lo == sp.Hi {
		return sp.Lo
	}
	return id.Field().whole(sp.At(s.u(id, k)), sp.Lo, sp.Hi)
}

// scaled draws from a span that a drawn parent multiplies, unless the user stated a range.
func (s *Sampler) scaled(id ID, factor *span, scale float64, k int) float64 {
	d, f := &s.dims[id], id.Field()
	if d.stated {
		return s.number(id, &d.span, k)
	}
	lo, hi := within(factor.Lo*scale, f.Min, f.Max), within(factor.Hi*scale, f.Min, f.Max)
	return f.whole(within(factor.At(s.u(id, k))*scale, lo, hi), lo, hi)
}

func (s *Sampler) flag(id ID, chance float64, k int) float64 {
	if s.u(id, k) > 1-chance {
		return 1
	}
	return 0
}

func (s *Sampler) option(id ID, weights []float64, k int) float64 {
	if k == central {
		return distribution.Likeliest(weights)
	}
	return distribution.Pick(weights, s.u(id, k))
}

// whole rounds x to a whole number of the interval, if it has one and things are counted.
func (f *Field) whole(x, lo, hi float64) float64 {
	r := within(math.Floor(x+0.5), math.Ceil(lo), math.Floor(hi))
	if !f.Whole || r < lo || r > hi {
		return x
	}
	return r
}
