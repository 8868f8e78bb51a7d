package advisor

import (
	"cmp"
	"math"
	"sync/atomic"

	"archadvisor/advisor/profile"
	"archadvisor/rules/numeral"
)

// Assumption is what stood in for a field that nobody answered and that a model or a statement of the pack read: the
// range or the shares of what was drawn, or the default that was taken.
type Assumption struct {
	Field   string             `json:"field"`
	How     string             `json:"how"` // drawn, default
	Low     *float64           `json:"low,omitempty"`
	High    *float64           `json:"high,omitempty"`
	Value   any                `json:"value,omitempty"`
	Options map[string]float64 `json:"options,omitempty"` // word, or yes and no, to its share of the draws

	written *atomic.Pointer[string] // of one that profiles share
}

// Written keeps how an assumption that profiles share was written, nil if no other profile has it.
func (a *Assumption) Written() *atomic.Pointer[string] { return a.written }

// assumedDraws are enough to show the ends of a range to two digits and, being a power of two, even odds exactly.
const assumedDraws = 64

// assumed lists the assumptions in the order of the field table. Without draws the central input is all that was taken.
func (r *Drawn) assumed() []*Assumption {
	draws := []profile.Point{r.Central}
	if !r.still && r.s.open {
		draws = r.Points(assumedDraws)
	}
	of, list := r.Advisor.usual(r.seed, len(draws)), make([]*Assumption, 0, profile.NumFields)
	for i, f := range profile.Fields() {
		open, usual := r.Sampler.Opens(f.ID)
		switch {
		case r.Profile.Known(f.ID):
		case f.ID == profile.Region:
			cloud := CloudOf(&r.Central)
			list = append(list, r.Advisor.shared(f, cloud, func() Assumption {
				return Assumption{Field: f.Name(), How: "default", Value: r.Advisor.prices.Region(profile.Cloud.Field().Options[cloud])}
			}))
		case !r.Advisor.Reads(f.ID):
		case f.Default != "", f.Taken != "", open && usual:
			list = append(list, of[i])
		case open && len(draws) == 1 && f.Kind != profile.Numeric:
			list = append(list, r.Advisor.shared(f, int(draws[0][f.ID]), func() Assumption { return drawnAssumption(f, draws) }))
		case open:
			a := drawnAssumption(f, draws)
			list = append(list, &a)
		case f.ID == profile.CacheableShare:
			list = append(list, &Assumption{Field: f.Name(), How: "default", Value: 0.0}) // see uncached
		}
	}
	return list
}

// shared is an assumption that is the same for all profiles in which a number stands for the field.
func (a *Advisor) shared(f *profile.Field, number int, by func() Assumption) *Assumption {
	key := [2]int{int(f.ID), number}
	one, ok := a.assumed.Load(key)
	if !ok {
		made := by()
		made.written = &atomic.Pointer[string]{}
		one, _ = a.assumed.LoadOrStore(key, &made)
	}
	return one.(*Assumption)
}

// usual are the assumptions, in the order of the field table, of a profile that says nothing, which most profiles have:
// defaults, and what depends on no other field.
func (a *Advisor) usual(seed uint64, draws int) []*Assumption {
	key := [2]uint64{seed, uint64(draws)}
	if list, ok := a.assumed.Load(key); ok {
		return list.([]*Assumption)
	}
	s := profile.NewSampler(profile.New(""), seed)
	points := make([]profile.Point, draws)
	for k := range points {
		s.Draw(k, &points[k])
	}
	if draws == 1 {
		s.Central(&points[0])
	}
	var list []*Assumption
	for _, f := range profile.Fields() {
		one := Assumption{Field: f.Name(), How: "default"}
		if taken := cmp.Or(f.Default, f.Taken); taken != "" {
			v, _ := profile.Parse(f.ID, taken) // checked when the table was read
			one.Value = profile.Any(f.ID, v)
		} else if _, usual := s.Opens(f.ID); usual {
			one = drawnAssumption(f, points)
		}
		one.written = &atomic.Pointer[string]{}
		list = append(list, &one)
	}
	a.assumed.Store(key, list)
	return list
}

// wordsOf are the answers to a field that is not a number.
func wordsOf(f *profile.Field) []string {
	if f.Kind == profile.Bool {
		return []string{"no", "yes"}
	}
	return f.Options
}

func drawnAssumption(f *profile.Field, draws []profile.Point) Assumption {
	a := Assumption{Field: f.Name(), How: "drawn"}
	if f.Kind != profile.Numeric {
		words := wordsOf(f)
		a.Options = map[string]float64{}
		for k := range draws {
			a.Options[words[int(draws[k][f.ID])]] += 1 / float64(len(draws))
		}
		return a
	}
	lo, hi := math.Inf(1), math.Inf(-1)
	for k := range draws {
		lo, hi = min(lo, draws[k][f.ID]), max(hi, draws[k][f.ID])
	}
	ends := &[2]float64{lo, hi}
	if f.ID != profile.AvailabilityPct { // whose digits are nines
		*ends = [2]float64{numeral.Round(lo, 2)}
		if ends[1] = ends[0]; hi != lo {
			ends[1] = numeral.Round(hi, 2)
		}
	}
	a.Low, a.High = &ends[0], &ends[1]
	return a
}
