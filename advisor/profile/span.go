package profile

import "math"

// span is an interval with a uniform distribution, on a log scale if log.
type span struct {
	lo, hi float64
	log    bool
	width  float64 // hi-lo, or ln(hi/lo)
}

// between returns a span; a log span that touches zero is uniform instead.
func between(lo, hi float64, log bool) span {
	s := span{lo: lo, hi: hi, log: log && lo > 0, width: hi - lo}
	if s.log {
		s.width = math.Log(hi) - math.Log(lo)
	}
	return s
}

// at is the inverse distribution function, u in (0,1).
func (s *span) at(u float64) float64 {
	if s.lo == s.hi {
		return s.lo
	}
	if !s.log {
		return within(s.lo+u*s.width, s.lo, s.hi)
	}
	return within(s.lo*math.Exp(u*s.width), s.lo, s.hi)
}

// fixed reports whether the span is one point.
func (s *span) fixed() bool { return s.lo == s.hi }

// clip keeps the part of a stated range from lo to hi; a demand that it cannot
// meet leaves it as it is.
func (s span) clip(lo, hi float64) span {
	if lo > s.hi || hi < s.lo || (lo <= s.lo && hi >= s.hi) {
		return s
	}
	return between(max(lo, s.lo), min(hi, s.hi), s.log)
}

// reach is what an unknown number keeps, as a factor, when a known partner
// pushes it out of its usual range.
const reach = 4

// atLeast moves a prior up so that nothing in it is below lo. It ends where it
// did, unless less than a factor of two were left.
func (s span) atLeast(lo, most float64) span {
	if !(lo > s.lo) {
		return s
	}
	lo = min(lo, most)
	hi := s.hi
	if lo*2 > hi {
		hi = min(lo*reach, most)
	}
	return between(lo, hi, s.log)
}

// atMost moves a prior down so that nothing in it is above hi.
func (s span) atMost(hi float64) span {
	if !(hi < s.hi) {
		return s
	}
	lo := min(s.lo, hi/reach)
	if s.log && lo <= 0 { // hi is the smallest float there is
		lo = hi
	}
	return between(lo, hi, s.log)
}

func within(x, lo, hi float64) float64 { return min(max(x, lo), hi) }
