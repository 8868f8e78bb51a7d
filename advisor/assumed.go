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
	first   float64                 // of the values that were drawn
}

// Written keeps how an assumption that profiles share was written, nil if no other profile has it.
func (a *Assumption) Written() *atomic.Pointer[string] { return a.written }

// assumedDraws are enough to show the ends of a range to two digits and, being a power of two, even odds exactly.
const assumedDraws = 64

// shared are the assumptions that many profiles have: by field and, where one word is all that was drawn, by word.
type shared [profile.NumFields][mostShared]atomic.Pointer[Assumption]

const mostShared = 16 // of one field

// assumed lists the assumptions in the order of the field table. Without draws the central input is all that was taken.
func (r *Drawn) assumed() []*Assumption {
	draws := []profile.Point{r.Central}
	if !r.still && r.s.open {
		draws = r.Points(assumedDraws)
	}
	key := [2]uint64{r.seed, uint64(len(draws))}
	all, ok := r.Advisor.assumed.Load(key)
	if !ok {
		all, _ = r.Advisor.assumed.LoadOrStore(key, &shared{})
	}
	list := make([]*Assumption, 0, profile.NumFields)
	for _, f := range profile.Fields() {
		at, x := 0, draws[0][f.ID]
		switch open, usual := r.Sampler.Opens(f.ID); {
		case r.Profile.Known(f.ID):
			continue
		case f.ID == profile.Region:
			at = CloudOf(&r.Central)
		case !r.Advisor.Reads(f.ID):
			continue
		case f.Default != "", f.Taken != "", open && usual: // as for a profile that says nothing
		case open && len(draws) == 1: // one value is all that it tells
			for ; at < mostShared; at++ {
				if one := all.(*shared)[f.ID][at].Load(); one == nil || one.first == x {
					break
				}
			}
		case open, f.ID == profile.CacheableShare:
			at = mostShared
		default:
			continue
		}
		if at >= mostShared {
			list = append(list, r.assumption(f, draws))
			continue
		}
		room := &all.(*shared)[f.ID][at]
		one := room.Load()
		if one == nil || one.first < x || one.first > x { // or another took the room meanwhile
			one = r.assumption(f, draws)
			one.written = &atomic.Pointer[string]{}
			room.CompareAndSwap(nil, one)
		}
		list = append(list, one)
	}
	return list
}

// assumption is what stands in for a field.
func (r *Drawn) assumption(f *profile.Field, draws []profile.Point) *Assumption {
	a := &Assumption{Field: f.Name(), How: "default", first: draws[0][f.ID]}
	open, _ := r.Sampler.Opens(f.ID)
	switch taken := cmp.Or(f.Default, f.Taken); {
	case f.ID == profile.Region:
		a.Value = r.Advisor.prices.Region(profile.Cloud.Field().Options[CloudOf(&r.Central)])
	case taken != "":
		v, _ := profile.Parse(f.ID, taken) // checked when the table was read
		a.Value = profile.Any(f.ID, v)
	case open:
		a.drawn(f, draws)
	default:
		a.Value = 0.0 // see uncached
	}
	return a
}

// wordsOf are the answers to a field that is not a number.
func wordsOf(f *profile.Field) []string {
	if f.Kind == profile.Bool {
		return []string{"no", "yes"}
	}
	return f.Options
}

func (a *Assumption) drawn(f *profile.Field, draws []profile.Point) {
	if a.How = "drawn"; f.Kind != profile.Numeric {
		words := wordsOf(f)
		a.Options = map[string]float64{}
		for k := range draws {
			a.Options[words[int(draws[k][f.ID])]] += 1 / float64(len(draws))
		}
		return
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
}
