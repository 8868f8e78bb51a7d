package chart

import (
	"math"
	"slices"
	"sort"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/rules/numeral"
)

// measure is what the chart shows over the load.
type measure uint8

const (
	costMeasure measure = iota
	latencyMeasure
	peopleMeasure
	numMeasures
)

// words of a measure: its title, its unit on the axis.
func (k measure) title() string {
	return [...]string{"Cost over load", "Latency over load", "People over load"}[k]
}

func (k measure) unit() string {
	return [...]string{"USD a month", "p99 in ms", "people to run it"}[k]
}

// short is the unit where there is little room.
func (k measure) short() string { return [...]string{"USD/month", "p99 ms", "people"}[k] }

// bands are the three series of a measure at one load.
func (k measure) bands(c *explain.CurvePoint) [3]advisor.Band {
	switch k {
	case latencyMeasure:
		return c.P99
	case peopleMeasure:
		return c.OpsFTE
	}
	return c.Cost
}

// say writes a value of the measure with its unit.
func (k measure) say(v float64) string {
	switch k {
	case latencyMeasure:
		return numeral.Milliseconds(v)
	case peopleMeasure:
		return numeral.People(v) + " people"
	}
	return numeral.MoneyShort(v)
}

// limit is the target of the measure, as far as there is one.
func (k measure) limit(x *explain.Explanation, p *profile.Profile) (value float64, stated, ok bool) {
	switch k {
	case costMeasure:
		return x.Budget.Value, x.Budget.Stated, x.Budget.Value > 0
	case latencyMeasure:
		if v := p.Get(profile.P99Millis); v.Known() {
			return v.High, true, true
		}
	}
	return 0, false, false
}

// along gives the three bands of a measure at any load, between two points of
// the curve on a straight line of the logarithms.
func (k measure) along(curve []explain.CurvePoint, rps float64) [3]advisor.Band {
	if len(curve) == 0 {
		nan := math.NaN()
		return [3]advisor.Band{{Low: nan, Expected: nan, High: nan}, {Low: nan, Expected: nan, High: nan}, {Low: nan, Expected: nan, High: nan}}
	}
	i := sort.Search(len(curve), func(i int) bool { return curve[i].MeanRPS >= rps })
	if i == 0 || i == len(curve) {
		return k.bands(&curve[min(i, len(curve)-1)])
	}
	a, b := &curve[i-1], &curve[i]
	t := math.Log(rps/a.MeanRPS) / math.Log(b.MeanRPS/a.MeanRPS)
	out, to := k.bands(a), k.bands(b)
	for s := range out {
		out[s] = advisor.Band{Low: blend(out[s].Low, to[s].Low, t), Expected: blend(out[s].Expected, to[s].Expected, t), High: blend(out[s].High, to[s].High, t)}
	}
	return out
}

func blend(a, b, t float64) float64 {
	if a > 0 && b > 0 {
		return a * math.Pow(b/a, t)
	}
	return a + t*(b-a)
}

// interval is where along the load one architecture costs least.
type interval struct {
	from, to float64
	arch     int
	about    bool
}

// cheapest puts the three comparisons of two together: who costs least where.
func cheapest(pairs []explain.BreakEven) []interval {
	var edges []float64
	for _, b := range pairs {
		for _, iv := range b.Intervals {
			edges = append(edges, iv.FromRPS, iv.ToRPS)
		}
	}
	sort.Float64s(edges)
	var out []interval
	for i := 1; i < len(edges); i++ {
		if edges[i] <= edges[i-1] {
			continue
		}
		who, about := winnerAt(pairs, math.Sqrt(edges[i-1]*edges[i]))
		if n := len(out); n > 0 && out[n-1].arch == who && out[n-1].to == edges[i-1] {
			out[n-1].to, out[n-1].about = edges[i], out[n-1].about || about
			continue
		}
		if who >= 0 {
			out = append(out, interval{edges[i-1], edges[i], who, about})
		}
	}
	return out
}

// winnerAt is the architecture that no other undercuts at a load, -1 if the
// comparisons do not name one.
func winnerAt(pairs []explain.BreakEven, rps float64) (arch int, about bool) {
	var lost, seen [3]bool
	for _, b := range pairs {
		for _, iv := range b.Intervals {
			if rps < iv.FromRPS || rps > iv.ToRPS {
				continue
			}
			about = about || iv.About
			for _, name := range b.Pair {
				if a := archOf(name); a >= 0 {
					seen[a] = true
					lost[a] = lost[a] || name != iv.Cheaper
				}
			}
			break
		}
	}
	for a := range lost {
		if seen[a] && !lost[a] {
			return a, about
		}
	}
	return -1, about
}

// archOf is the number of an architecture, -1 for a word that is none.
func archOf(name string) int {
	return slices.Index(profile.Architectures[:], name)
}

// crossing is a load at which two architectures cost the same.
type crossing struct {
	rps  float64
	pair [2]int
}

func crossings(pairs []explain.BreakEven) []crossing {
	var out []crossing
	for _, b := range pairs {
		for i := 1; i < len(b.Intervals); i++ {
			out = append(out, crossing{b.Intervals[i].FromRPS, [2]int{archOf(b.Pair[0]), archOf(b.Pair[1])}})
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].rps < out[j].rps })
	return out
}

// loadOf is the mean load of the answers: what was said, the middle of a range,
// or what is likeliest if it was left open.
func loadOf(p *profile.Profile, seed uint64) (rps float64, stated bool) {
	var pt profile.Point
	profile.NewSampler(p, seed).Central(&pt)
	return pt[profile.MeanRPS], p.Known(profile.MeanRPS) || p.Known(profile.RequestsPerMonth)
}
