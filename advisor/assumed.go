package advisor

import (
	"math"
	"slices"
	"strconv"

	"archadvisor/advisor/profile"
	"archadvisor/rules/numeral"
)

// Assumption is what stood in for a field that nobody answered and that a model
// or a statement of the pack read: the range or the shares of what was drawn,
// or the default that was taken.
type Assumption struct {
	Field   string             `json:"field"`
	How     string             `json:"how"` // drawn, default
	Low     *float64           `json:"low,omitempty"`
	High    *float64           `json:"high,omitempty"`
	Value   any                `json:"value,omitempty"`
	Options map[string]float64 `json:"options,omitempty"` // word, or yes and no, to its share of the draws
}

// assumedDraws are enough to show the ends of a range to two digits and, being
// a power of two, even odds exactly.
const assumedDraws = 64

// assumed lists the assumptions in the order of the field table. Without draws
// the central input is all that was taken.
func (r *Drawn) assumed() []Assumption {
	draws := []profile.Point{r.Central}
	if !r.still && r.s.open {
		draws = r.Points(assumedDraws)
	}
	list := make([]Assumption, 0, len(profile.Fields()))
	for _, f := range profile.Fields() {
		switch {
		case r.Profile.Known(f.ID):
		case f.ID == profile.Region:
			cloud := profile.Cloud.Field().Options[CloudOf(&r.Central)]
			list = append(list, Assumption{Field: f.Name(), How: "default", Value: r.Advisor.prices.Region(cloud)})
		case !r.Advisor.Reads(f.ID):
		case f.Default != "":
			list = append(list, Assumption{Field: f.Name(), How: "default", Value: defaultOf(f)})
		case slices.Contains(r.Sampler.Open(), f.ID):
			list = append(list, drawnAssumption(f, draws))
		case f.ID == profile.CacheableShare:
			list = append(list, Assumption{Field: f.Name(), How: "default", Value: 0.0}) // see uncached
		}
	}
	return list
}

// defaultOf is the default as JSON writes the field.
func defaultOf(f *profile.Field) any {
	switch f.Kind {
	case profile.Bool:
		return f.Default == "true"
	case profile.Numeric:
		x, _ := strconv.ParseFloat(f.Default, 64) // checked when the table was read
		return x
	}
	if v, ok := profile.Choice(f.ID, f.Default); ok {
		return profile.Any(f.ID, v)
	}
	return f.Default
}

func drawnAssumption(f *profile.Field, draws []profile.Point) Assumption {
	a := Assumption{Field: f.Name(), How: "drawn"}
	if f.Kind != profile.Numeric {
		words := f.Options
		if f.Kind == profile.Bool {
			words = []string{"no", "yes"}
		}
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
	if f.ID != profile.AvailabilityPct { // whose digits are nines
		lo, hi = numeral.Round(lo, 2), numeral.Round(hi, 2)
	}
	a.Low, a.High = &lo, &hi
	return a
}
