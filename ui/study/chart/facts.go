package chart

import (
	"math"
	"sort"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
)

type measure uint8

const (
	costMeasure measure = iota
	latencyMeasure
	peopleMeasure
	numMeasures
)

// measures tell each of them apart: its title, its quantity, its target, and where its bands are.
var measures = [numMeasures]struct {
	title, id, target, about string
	of                       func(*explain.CurvePoint) [3]advisor.Band
}{
	{"Cost over load, USD a month", "cost_monthly_usd", "budget", "Infrastructure only", func(c *explain.CurvePoint) [3]advisor.Band { return c.Cost }},
	{"Latency over load, 99th percentile", "p99_ms", "target", "At the peak minute that belongs to the mean load", func(c *explain.CurvePoint) [3]advisor.Band { return c.P99 }},
	{"Dedicated staff over load", "ops_fte", "", "Developers' own time is not counted", func(c *explain.CurvePoint) [3]advisor.Band { return c.OpsFTE }},
}

func (k measure) quantity() say.Quantity { return say.QuantityOf(measures[k].id) }

func (m Model) limit() (value float64, stated, ok bool) {
	switch m.measure {
	case costMeasure:
		return m.X.Budget.Value, m.X.Budget.Stated, m.X.Budget.Value > 0
	case latencyMeasure:
		if v := m.P.Get(profile.P99Millis); v.Known() {
			return v.High, true, true
		}
	}
	return 0, false, false
}

// at are the three bands at a load: at that of the answers the decision's own, as in every view.
func (m Model) at(rps float64) [3]advisor.Band {
	out := m.along(rps)
	if rps != m.here {
		return out
	}
	for i := range m.X.Ranking {
		if o := &m.X.Ranking[i]; int(o.Arch) < len(out) {
			out[o.Arch] = m.measure.quantity().Band(o)
		}
	}
	return out
}

// along gives the three bands at any load, on straight lines of the logarithms.
func (m Model) along(rps float64) [3]advisor.Band {
	curve, bands := m.X.Curve, measures[m.measure].of
	if len(curve) == 0 {
		none := advisor.Band{Low: math.NaN(), Expected: math.NaN(), High: math.NaN()}
		return [3]advisor.Band{none, none, none}
	}
	i := sort.Search(len(curve), func(i int) bool { return curve[i].MeanRPS >= rps })
	if i == 0 || i == len(curve) {
		return bands(&curve[min(i, len(curve)-1)])
	}
	a, b := &curve[i-1], &curve[i]
	t := math.Log(rps/a.MeanRPS) / math.Log(b.MeanRPS/a.MeanRPS)
	out, to := bands(a), bands(b)
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

func lowest(at [3]advisor.Band) int {
	low := 0
	for a := range at {
		if at[a].Expected < at[low].Expected {
			low = a
		}
	}
	return low
}
