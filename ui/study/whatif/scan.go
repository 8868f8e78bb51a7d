package whatif

import (
	"context"
	"math"

	"archadvisor/advisor/profile"
	"archadvisor/rules/numeral"
	"archadvisor/ui/session"
	"archadvisor/ui/view"
)

// flipMark is a value at which the recommendation changes, as seen from what is
// tried: at is the border, beyond the first value on its other side.
type flipMark struct {
	at, beyond float64
	to         string
}

const (
	scanStops = 24  // values looked at along one answer
	scanDraws = 64  // of each
	sureDraws = 512 // of both sides of a flip, before it is told
	halvings  = 5   // of the gap in which the recommendation changes
)

// nobody stands for the recommendation where no option passes.
const nobody = "none of them"

// leader tells who is recommended with a value, "" where it cannot be.
type leader func(v float64, draws int) string

// leaderAlong follows one answer, the others as they are.
func leaderAlong(ctx context.Context, cfg *view.Config, p, base *profile.Profile, id profile.ID) leader {
	return func(v float64, draws int) string {
		q, err := tryValue(p, base, id, valueOn(id, v))
		if err != nil || ctx.Err() != nil {
			return ""
		}
		o := cfg.Typing
		o.Detail = false
		if o.Draws != 0 {
			o.Draws = draws
		}
		if r := cfg.Engine.Advise(q, o).Recommendation; r != "" {
			return r
		}
		return nobody
	}
}

// scanField finds where the recommendation changes along one answer.
func scanField(ctx context.Context, cfg *view.Config, p, base *profile.Profile, s slider) []flipMark {
	leads := leaderAlong(ctx, cfg, p, base, s.id)
	marks := []flipMark{}
	before, last := math.NaN(), ""
	here := middleOf(p, s.id, centralOf(p))
	for _, v := range thin(s.stops, scanStops) {
		now := leads(v, scanDraws)
		if now == "" {
			continue
		}
		if last != "" && now != last {
			lo, hi := s.refine(before, v, last, leads)
			if f, ok := s.sure(lo, hi, here, leads); ok {
				marks = append(marks, f)
			}
		}
		before, last = v, now
	}
	return marks
}

// refine narrows a gap in which the recommendation changes from who leads at
// its lower end.
func (s slider) refine(lo, hi float64, at string, leads leader) (low, high float64) {
	if s.id.Field().Kind != profile.Numeric {
		return lo, hi
	}
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
		if leads(mid, scanDraws) == at {
			lo = mid
		} else {
			hi = mid
		}
	}
	return lo, hi
}

// sure makes a mark of a gap, as seen from here, if more draws agree that the
// recommendation changes there.
func (s slider) sure(lo, hi, here float64, leads leader) (flipMark, bool) {
	far, near := s.brief(hi, true), s.brief(lo, false)
	if here > lo { // seen from above, the other side is below
		far, near = near, far
	}
	to, from := leads(far, sureDraws), leads(near, sureDraws)
	return flipMark{at: hi, beyond: far, to: to}, to != "" && from != "" && to != from
}

// brief rounds a value to two digits, away from the gap that it borders on, and
// not beyond the slider.
func (s slider) brief(v float64, up bool) float64 {
	if s.id.Field().Kind != profile.Numeric || s.id.Field().Snap == "nines" || v <= 0 {
		return v
	}
	unit := math.Pow(10, math.Floor(math.Log10(v))-1)
	if s.id.Field().Whole {
		unit = math.Max(1, unit)
	}
	r := math.Floor(v/unit+1e-6) * unit
	if up {
		r = math.Ceil(v/unit-1e-6) * unit
	}
	return numeral.Round(math.Max(s.stops[0], math.Min(s.stops[len(s.stops)-1], r)), 6)
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
func (m Model) nearest(id profile.ID) (flipMark, bool) {
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
func (m Model) marksOf(id profile.ID) []flipMark {
	follows := (id == profile.MeanRPS || id == profile.RequestsPerMonth) && m.p.Known(profile.PeakRPS)
	if m.x != nil && m.p.Equal(m.base) && !follows {
		for _, f := range m.x.Flips {
			if len(f.Changes) != 1 || f.Changes[0].Field != id {
				continue
			}
			v := f.Changes[0].To.Low
			return append([]flipMark{{v, v, f.Recommendation}}, m.farMarks(id, v)...)
		}
	}
	return m.marks[id]
}

// farMarks are the scanned marks that do not mean the same flip as one at v.
func (m Model) farMarks(id profile.ID, v float64) []flipMark {
	s := sliderOf(id, m.base.Get(id), m.p.Get(id))
	var out []flipMark
	for _, f := range m.marks[id] {
		if math.Abs(s.at(f.at)-s.at(v)) > 2 {
			out = append(out, f)
		}
	}
	return out
}
