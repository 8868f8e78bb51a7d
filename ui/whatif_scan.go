package ui

import (
	"context"
	"math"

	"archadvisor/advisor/profile"
	"archadvisor/ui/session"
)

// flipMark is a value at which the recommendation changes, as seen from what is
// tried: at is the border, beyond the first value on its other side.
type flipMark struct {
	at, beyond float64
	to         string
}

const (
	scanStops = 24 // values looked at along one answer
	scanDraws = 64 // of each
	halvings  = 5  // of the gap in which the recommendation changes
)

// scanField finds where the recommendation changes along one answer, the others
// as they are.
func scanField(ctx context.Context, cfg *Config, p, base *profile.Profile, s slider) []flipMark {
	o := cfg.Typing
	o.Detail = false
	if o.Draws < 0 || o.Draws > scanDraws {
		o.Draws = scanDraws
	}
	leads := func(v float64) string {
		q, err := tryValue(p, base, s.id, valueOn(s.id, v))
		if err != nil || ctx.Err() != nil {
			return ""
		}
		return cfg.Engine.Advise(q, o).Recommendation
	}
	var marks []flipMark
	before, last := math.NaN(), ""
	here := middleOf(p, s.id, centralOf(p))
	for _, v := range thin(s.stops, scanStops) {
		now := leads(v)
		if now == "" {
			continue
		}
		if last != "" && now != last {
			marks = append(marks, s.refine(before, v, last, here, leads))
		}
		before, last = v, now
	}
	return marks
}

// refine narrows a gap in which the recommendation changes.
func (s slider) refine(lo, hi float64, at string, here float64, leads func(float64) string) flipMark {
	to := leads(hi)
	if s.id.Field().Kind == profile.Numeric {
		for range halvings {
			mid := (lo + hi) / 2
			if lo > 0 && hi/lo > 1.5 {
				mid = math.Sqrt(lo * hi)
			}
			if s.id.Field().Whole {
				mid = math.Round(mid)
			}
			if mid <= lo || mid >= hi {
				break
			}
			switch leads(mid) {
			case at:
				lo = mid
			case to:
				hi = mid
			default:
				return flipMark{mid, mid, to}
			}
		}
	}
	if here > lo { // seen from above, the other side is below
		return flipMark{hi, tidy(lo), at}
	}
	return flipMark{hi, tidy(hi), to}
}

// thin keeps about n of the values, the first and the last among them.
func thin(values []float64, n int) []float64 {
	if len(values) <= n {
		return values
	}
	out := make([]float64, 0, n)
	for i := range n {
		out = append(out, values[i*(len(values)-1)/(n-1)])
	}
	return out
}

// valueOn is the value of a field at a place of its slider.
func valueOn(id profile.ID, v float64) profile.Value {
	if c := session.Choices(id); len(c) > 0 {
		return c[choiceAt(id, v)].Value
	}
	return profile.Number(v)
}

// choiceAt is the row of a choice: "yes" comes before "no" in the list and
// after it on the slider.
func choiceAt(id profile.ID, v float64) int {
	n := len(session.Choices(id))
	i := max(0, min(n-1, int(math.Round(v))))
	if id.Field().Kind == profile.Bool {
		return n - 1 - i
	}
	return i
}

// nearest is the flip that is the fewest steps from what is tried. Beside the
// marks it takes what the explanation has found, which was confirmed with all
// draws, as long as nothing was changed.
func (m whatifModel) nearest(id profile.ID) (flipMark, bool) {
	var best flipMark
	distance, found := math.Inf(1), false
	s := sliderOf(id, m.base.Get(id), m.p.Get(id))
	here := s.at(middleOf(m.p, id, m.central))
	for _, f := range m.marksOf(id) {
		if d := math.Abs(s.at(f.beyond) - here); d < distance {
			best, distance, found = f, d, true
		}
	}
	return best, found
}

// marksOf are the flips along an answer that are known.
func (m whatifModel) marksOf(id profile.ID) []flipMark {
	follows := (id == profile.MeanRPS || id == profile.RequestsPerMonth) && m.p.Known(profile.PeakRPS)
	if m.x != nil && m.p.Equal(m.base) && !follows {
		for _, f := range m.x.Flips {
			if f.Field != id.String() {
				continue
			}
			if v, ok := numberOf(id, f.To); ok {
				return append([]flipMark{{v, v, f.Recommendation}}, m.farMarks(id, v)...)
			}
		}
	}
	return m.marks[id]
}

// farMarks are the scanned marks that do not mean the same flip as one at v.
func (m whatifModel) farMarks(id profile.ID, v float64) []flipMark {
	s := sliderOf(id, m.base.Get(id), m.p.Get(id))
	var out []flipMark
	for _, f := range m.marks[id] {
		if math.Abs(s.at(f.at)-s.at(v)) > 2 {
			out = append(out, f)
		}
	}
	return out
}

// numberOf is the place on the slider of a value of a flip.
func numberOf(id profile.ID, to any) (float64, bool) {
	switch v := to.(type) {
	case float64:
		return v, true
	case bool:
		if v {
			return 1, true
		}
		return 0, true
	case string:
		i, ok := id.Field().Option(v)
		return float64(i), ok
	}
	return 0, false
}
