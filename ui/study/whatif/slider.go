package whatif

import (
	"errors"
	"math"
	"slices"
	"strings"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/rules/numeral"
	"archadvisor/ui/draw"
	"archadvisor/ui/session"
)

// tryable lists the numbers and choices, of a pair that says the same one; those that move most decisions first.
func tryable(p *profile.Profile) []profile.ID {
	order := slices.Clone(profile.Fields())
	slices.SortStableFunc(order, func(a, b *profile.Field) int {
		if a.Try == 0 || b.Try == 0 {
			return b.Try - a.Try // what has no place comes last
		}
		return a.Try - b.Try
	})
	var out []profile.ID
	for _, f := range order {
		other, paired := profile.Partner(f.ID)
		switch {
		case f.Kind != profile.Numeric && f.Kind != profile.Bool && f.Kind != profile.Option || f.ID == profile.Scope:
		case paired && !p.Known(f.ID) && (p.Known(other) || slices.Contains(out, other)):
		case f.ID != profile.ServicesNow || p.Known(f.ID):
			out = append(out, f.ID)
		}
	}
	return out
}

// tryValue is a copy with one more value; a stated peak follows the mean load, as if all of it grew.
func tryValue(p, base *profile.Profile, id profile.ID, v profile.Value) (*profile.Profile, error) {
	q := p.Clone()
	if err := q.Answer(id, v); err != nil {
		return nil, err
	}
	if followed(id) {
		if peak := peakAlong(p, base, id, v); peak.Known() {
			if err := q.Set(profile.PeakRPS, peak); err != nil {
				return nil, err
			}
		}
	}
	if errs := q.Validate(); len(errs) > 0 && len(p.Validate()) == 0 {
		return nil, errors.New(errs[0].Message)
	}
	return q, nil
}

// followed tells of the fields of the mean load, which a stated peak follows.
func followed(id profile.ID) bool { return id == profile.MeanRPS || id == profile.RequestsPerMonth }

// peakAlong is the peak that belongs to a new mean load, open if none follows.
func peakAlong(p, base *profile.Profile, id profile.ID, v profile.Value) profile.Value {
	mean, peak := p.Get(id), p.Get(profile.PeakRPS)
	if mean.State != profile.Exact || v.State != profile.Exact || !peak.Known() || mean.Low <= 0 {
		return profile.Value{}
	}
	by := v.Low / mean.Low
	to := profile.Between(numeral.Round(peak.Low*by, 6), numeral.Round(peak.High*by, 6))
	if was := base.Get(profile.PeakRPS); v.Equal(base.Get(id)) && was.Known() && math.Abs(to.High/was.High-1) < 1e-3 {
		return was // back where it came from, without the rounding
	}
	return to
}

// nines are the stops of availability, which no even scale serves.
var nines = []float64{90, 95, 98, 99, 99.5, 99.8, 99.9, 99.95, 99.99, 99.995, 99.999}

// mantissas are the stops of a decade: about even steps of short numbers.
var mantissas = []float64{1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8}

// slider is the scale of an answer in stops, low to high, so that each step moves the same way; of a choice they are its
// options.
type slider struct{ stops []float64 }

func (m Model) slider(id profile.ID) slider { return sliderOf(id, m.base.Get(id), m.tried.Get(id)) }

func sliderOf(id profile.ID, values ...profile.Value) slider {
	f, a := id.Field(), id.Field().Slider
	if f.Snap == "nines" {
		return slider{nines}
	}
	if choices := session.Choices(id); len(choices) > 0 {
		stops := say.Each(choices, func(c session.ChoiceRow) float64 { return c.Value.Low })
		slices.Sort(stops)
		return slider{stops}
	}
	for _, v := range values {
		if v.Known() && v.Low > 0 {
			a.Low, a.High = math.Min(a.Low, v.Low), math.Max(a.High, v.High)
		}
	}
	var s slider
	add := func(v float64) {
		if f.Whole {
			v = math.Round(v)
		}
		if n := len(s.stops); f.Allows(v) && (n == 0 || v > s.stops[n-1]) {
			s.stops = append(s.stops, v)
		}
	}
	if !a.Log || a.Low <= 0 {
		step := draw.RoundUp((a.High - a.Low) / 25)
		for k := math.Floor(a.Low / step); k*step <= a.High*(1+1e-9)+1e-9; k++ {
			add(k * step)
		}
		return s
	}
	for e := math.Floor(math.Log10(a.Low)); e <= math.Log10(a.High); e++ {
		for _, m := range mantissas {
			if v := numeral.Round(m*math.Pow(10, e), 6); v >= a.Low*0.999 && v <= a.High*1.001 {
				add(v)
			}
		}
	}
	return s
}

func (s slider) at(v float64) float64 {
	n := len(s.stops)
	i, _ := slices.BinarySearch(s.stops, v)
	switch {
	case n == 0 || math.IsNaN(v) || i == 0:
		return 0
	case i == n:
		return float64(n - 1)
	}
	lo, hi := s.stops[i-1], s.stops[i]
	return float64(i-1) + (v-lo)/(hi-lo)
}

// nearest is the stop at a cell of so many.
func (s slider) nearest(x, width int) float64 {
	return s.stops[max(0, min(len(s.stops)-1, int(math.Round(float64(x)/float64(max(1, width-1))*float64(len(s.stops)-1)))))]
}

// step is the value so many stops further; it ends at the ends.
func (s slider) step(v float64, by int) float64 {
	if len(s.stops) == 0 {
		return v
	}
	to := int(math.Floor(s.at(v)+1e-9)) + by
	if by < 0 {
		to = int(math.Ceil(s.at(v)-1e-9)) + by
	}
	return s.stops[max(0, min(len(s.stops)-1, to))]
}

// middleOf is where a slider starts: at the answer, or at what is likeliest.
func middleOf(p *profile.Profile, id profile.ID, central *profile.Point) float64 {
	if v := p.Get(id); v.Known() {
		if v.Low > 0 {
			return math.Sqrt(v.Low * v.High)
		}
		return (v.Low + v.High) / 2
	}
	if math.IsNaN(central[id]) {
		lo, hi, _ := profile.PriorSpan(id)
		return (lo + hi) / 2
	}
	return central[id]
}

func centralOf(p *profile.Profile) *profile.Point {
	var pt profile.Point
	profile.NewSampler(p, 0).Central(&pt)
	return &pt
}

// draw draws the slider in a number of cells: the answer as ●, a range as ━, what is likeliest of an open one
// as ?, where it was as ○, and where the recommendation changes as ╂.
func (s slider) draw(now, was profile.Value, likely float64, flips []explain.Change, width int) string {
	if width < 3 || len(s.stops) < 2 {
		return strings.Repeat(" ", max(0, width))
	}
	line := []rune("├" + strings.Repeat("─", width-2) + "┤")
	place := func(v float64) int {
		return int(math.Round(s.at(v) / float64(len(s.stops)-1) * float64(width-1)))
	}
	for i := 1; len(s.stops) < 9 && i < len(s.stops)-1; i++ { // few stops are seen
		line[place(s.stops[i])] = '┴'
	}
	for _, f := range flips {
		line[place(f.To.Low)] = '╂'
	}
	if now.State == profile.Range {
		for x := place(now.Low); x <= place(now.High); x++ {
			line[x] = '━'
		}
	}
	if was.State == profile.Exact && !was.Equal(now) {
		line[place(was.Low)] = '○'
	}
	switch now.State {
	case profile.Exact:
		line[place(now.Low)] = '●'
	case profile.Open:
		line[place(likely)] = '?'
	}
	return string(line)
}
