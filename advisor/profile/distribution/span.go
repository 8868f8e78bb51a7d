// Package distribution is what draws come from: uniform spans, weighted choices and fixed streams of numbers.
package distribution

import "math"

// Span is an interval with a uniform distribution, on a log scale if Log.
type Span struct {
	Lo, Hi float64
	Log    bool
	Width  float64 // Hi-Lo, or ln(Hi/Lo)
}

// Between returns a span; a log span that touches zero is uniform instead.
func Between(lo, hi float64, log bool) Span {
	s := Span{Lo: lo, Hi: hi, Log: log && lo > 0, Width: hi - lo}
	if s.Log {
		s.Width = math.Log(hi) - math.Log(lo)
	}
	return s
}

// At is the inverse distribution function, u in (0,1).
func (s *Span) At(u float64) float64 {
	if s.Lo == s.Hi {
		return s.Lo
	}
	if !s.Log {
		return within(s.Lo+u*s.Width, s.Lo, s.Hi)
	}
	return within(s.Lo*math.Exp(u*s.Width), s.Lo, s.Hi)
}

// Fixed reports whether the span is one point.
func (s *Span) Fixed() bool { return s.Lo == s.Hi }

// Clip keeps the part of a stated range from lo to hi; a demand that it cannot meet leaves it as it is.
func (s Span) Clip(lo, hi float64) Span {
	if lo > s.Hi || hi < s.Lo || (lo <= s.Lo && hi >= s.Hi) {
		return s
	}
	return Between(max(lo, s.Lo), min(hi, s.Hi), s.Log)
}

const reach = 4 // what an unknown number keeps, as a factor, when a known partner pushes it out of its usual range

// AtLeast moves a prior up so that nothing is below lo. Its end stays, unless less than a factor of two were left.
func (s Span) AtLeast(lo, most float64) Span {
	if !(lo > s.Lo) {
		return s
	}
	lo = min(lo, most)
	hi := s.Hi
	if lo*2 > hi {
		hi = min(lo*reach, most)
	}
	return Between(lo, hi, s.Log)
}

// AtMost moves a prior down so that nothing in it is above hi.
func (s Span) AtMost(hi float64) Span {
	if !(hi < s.Hi) {
		return s
	}
	lo := min(s.Lo, hi/reach)
	if s.Log && lo <= 0 { // hi is the smallest float there is
		lo = hi
	}
	return Between(lo, hi, s.Log)
}

func within(x, lo, hi float64) float64 { return min(max(x, lo), hi) }

// Pick returns the option at u of the distribution with these weights (any positive sum), in the order of the options.
func Pick(w []float64, u float64) float64 {
	total := 0.0
	for _, x := range w {
		total += x
	}
	u *= total
	last := 0
	for i, x := range w {
		if x > 0 {
			last = i
			if u <= x {
				return float64(i)
			}
		}
		u -= x
	}
	return float64(last)
}

// Likeliest returns the option with the largest weight; of equals the one at the median, and not the first of a list.
func Likeliest(w []float64) float64 {
	const even = 1e-9
	m := int(Pick(w, 0.5))
	for i, x := range w {
		if x > w[m]+even {
			m = i
		}
	}
	return float64(m)
}
