package explain

import (
	"cmp"
	"math"
	"slices"

	"archadvisor/advisor"
	"archadvisor/advisor/estimate"
	"archadvisor/advisor/profile"
)

// Break-even: which of two architectures costs less along the load, at the central inputs, shapes chosen anew at each
// load. Costs are stepped, so two of them may cross more than once; the answer is a list of intervals.

const (
	loadFrom, loadTo = 0.1, 100_000 // the stretch of mean load that is looked at, in req/s
	gridPerDecade    = 25
	narrow           = 1.10 // intervals less than 10 % wide are merged and marked "about"
)

// at gives the estimates of the best shapes at a mean load.
func (r *reading) at(rps float64) *[numOptions]estimate.Estimate {
	pt := loaded(r.Central, rps)
	return r.Best(&pt)
}

// loaded is a point at another mean load, its peak scaled with it.
func loaded(pt profile.Point, rps float64) profile.Point {
	ratio := 1.0
	if pt[profile.MeanRPS] > 0 {
		ratio = pt[profile.PeakRPS] / pt[profile.MeanRPS]
	}
	pt[profile.MeanRPS], pt[profile.PeakRPS] = rps, rps*ratio
	return pt
}

// breakEven lists, for each pair of options, where along the load which costs less, in infrastructure and with staff,
// and where which of all has the lowest bill.
func (r *reading) breakEven() (pairs []BreakEven, cheapest []Interval) {
	n := int(math.Round(math.Log10(loadTo/loadFrom))) * gridPerDecade
	loads := make([]float64, n+1)
	grid := make([][numOptions]estimate.Estimate, n+1)
	for i := range loads {
		loads[i] = loadFrom * math.Pow(10, float64(i)/gridPerDecade)
		grid[i] = *r.at(loads[i])
	}
	for _, pair := range [...][2]int{{0, 1}, {0, 2}, {1, 2}} {
		x, y := pair[0], pair[1]
		b := BreakEven{Pair: [2]string{estimate.Architecture(x).String(), estimate.Architecture(y).String()},
			Intervals: r.intervals(loads, grid, advisor.Cost, x, y), Together: r.intervals(loads, grid, advisor.Together, x, y)}
		// The busy share of x, which pays for servers, at the load from which it is the cheaper one for good.
		if last := b.Intervals[len(b.Intervals)-1]; len(b.Intervals) > 1 && last.Cheaper == b.Pair[0] {
			b.Utilisation = r.at(last.FromRPS)[x].Utilisation
		}
		pairs = append(pairs, b)
	}
	return pairs, r.intervals(loads, grid, advisor.Cost, 0, 1, 2)
}

// intervals are the stretches of the load in which one of the options has least of a quantity, the first if equal.
func (r *reading) intervals(loads []float64, grid [][numOptions]estimate.Estimate, q advisor.Quantity, options ...int) []Interval {
	least := func(e *[numOptions]estimate.Estimate) int {
		return slices.MinFunc(options, func(x, y int) int { return cmp.Compare(q.Of(&e[x]), q.Of(&e[y])) })
	}
	var list []Interval
	from, who := loads[0], least(&grid[0])
	for i := 1; i < len(loads); i++ {
		if w := least(&grid[i]); w != who {
			at := crossing(loads[i-1], loads[i], func(rps float64) bool { return least(r.at(rps)) == who })
			list = append(list, Interval{FromRPS: from, ToRPS: at, Cheaper: estimate.Architecture(who).String()})
			from, who = at, w
		}
	}
	return merge(append(list, Interval{FromRPS: from, ToRPS: loads[len(loads)-1], Cheaper: estimate.Architecture(who).String()}))
}

// crossing halves the gap until the load up to which something holds is known to three digits.
func crossing(lo, hi float64, holds func(rps float64) bool) float64 {
	for hi/lo > 1.002 {
		if mid := math.Sqrt(lo * hi); holds(mid) {
			lo = mid
		} else {
			hi = mid
		}
	}
	return hi
}

// merge joins intervals that are too narrow to act on to their neighbours and marks what it touched.
func merge(list []Interval) []Interval {
	var out []Interval
	for i, v := range list {
		if i > 0 && (v.ToRPS/v.FromRPS < narrow || out[len(out)-1].Cheaper == v.Cheaper) {
			out[len(out)-1].ToRPS, out[len(out)-1].About = v.ToRPS, true
			continue
		}
		out = append(out, v)
	}
	return out
}

// curve is cost, latency and people over n loads, even on the logarithm, with the profile's own uncertainty as a band.
func (r *reading) curve(o advisor.Options, n int) []CurvePoint {
	out := make([]CurvePoint, n)
	var draws []profile.Point
	if o.Draws != 0 {
		draws = r.Points(curveDraws)
	}
	for i := range out {
		out[i] = r.curveAt(loadFrom*math.Pow(loadTo/loadFrom, float64(i)/float64(n-1)), draws)
	}
	return out
}

// curveDraws is how many draws make the band of the chart.
const curveDraws = 48

func (r *reading) curveAt(rps float64, draws []profile.Point) CurvePoint {
	c := CurvePoint{MeanRPS: rps}
	expected := *r.at(rps)
	var values [3][numOptions][]float64
	var sized estimate.Sized
	for k := range draws {
		pt := loaded(draws[k], rps)
		var in estimate.Inputs
		in.Read(&pt)
		for i, shape := range r.Shapes {
			e := r.Advisor.Models().Size(&sized, shape, &in, r.Scenario(k))
			values[0][i] = append(values[0][i], e.LikelyUSD)
			values[1][i] = append(values[1][i], e.P99Millis)
			values[2][i] = append(values[2][i], e.OpsFTE)
		}
	}
	for i, e := range expected {
		band := func(q int, x float64) advisor.Band {
			if len(draws) == 0 {
				return advisor.NewBand([]float64{x}, x)
			}
			return advisor.NewBand(values[q][i], x)
		}
		c.Cost[i], c.P99[i], c.OpsFTE[i] = band(0, e.CostMonthlyUSD), band(1, e.P99Millis), band(2, e.OpsFTE)
	}
	return c
}
