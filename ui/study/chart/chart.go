// Package chart draws cost, latency and people over the load, as an explanation has them; it estimates nothing.
package chart

import (
	"math"
	"slices"
	"sort"

	tea "github.com/charmbracelet/bubbletea"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/rules/numeral"
	"archadvisor/ui/draw"
	"archadvisor/ui/view"
)

// Model shows what each architecture costs over the load, how fast it is or how many people it takes.
type Model struct {
	view.Answer

	measure measure
	band    int     // 0 none, 1 to 3 that of an architecture, 4 all
	cursor  float64 // load of the read-out
	here    float64 // load of the answers, at the end of the axis if it lies beyond
	load    float64 // and as it is
	stated  bool    // they say it
}

// New makes the view.
func New(cfg *view.Config) view.View { return Model{Answer: view.NewAnswer(cfg, "chart", "Chart")} }

// Update takes an explanation, keys and names of actions.
func (m Model) Update(msg tea.Msg) (view.View, tea.Cmd) {
	first := m.X == nil
	m.Answer = m.Took(msg)
	switch msg := msg.(type) {
	case view.ExplainedMsg:
		if msg.Explanation != nil {
			return m.explained(first), nil
		}
	case view.ClickMsg:
		if m.X != nil && msg.Track {
			m.cursor = m.held(m.loads().Value(float64(msg.X) / float64(max(1, m.plotWidth()-1))))
		}
	case view.ActionMsg:
		return m.act(msg.Name), nil
	}
	return m, nil
}

// explained takes a new curve. The read-out follows the load of the answers, unless it was moved away from it.
func (m Model) explained(first bool) Model {
	follows := m.cursor == m.here
	var pt profile.Point
	profile.NewSampler(m.P, m.Cfg.Options.SeedOfDraws()).Central(&pt)
	m.load, m.stated = pt[profile.MeanRPS], m.P.Known(profile.MeanRPS) || m.P.Known(profile.RequestsPerMonth)
	m.here = m.held(m.load)
	if follows || first {
		m.cursor = m.here
	}
	if first {
		m.band = 1 + max(0, archOf(m.X.Recommendation))
	}
	return m
}

func archOf(name string) int { return slices.Index(profile.Architectures[:], name) }

func (m Model) loads() draw.Axis {
	if m.X == nil || len(m.X.Curve) < 2 {
		return draw.NewAxis(0.1, 1e5, true)
	}
	return draw.NewAxis(m.X.Curve[0].MeanRPS, m.X.Curve[len(m.X.Curve)-1].MeanRPS, true)
}

func (m Model) held(rps float64) float64 {
	a := m.loads()
	return math.Max(a.Lo, math.Min(a.Hi, rps))
}

func (m Model) act(name string) Model {
	if m.X == nil {
		return m
	}
	switch name {
	case "less":
		m.cursor = m.step(-1)
	case "more":
		m.cursor = m.step(1)
	case "home":
		m.cursor = m.here
	case "axis":
		m.measure = (m.measure + 1) % numMeasures
	case "bands":
		m.band = (m.band + 1) % 5
	}
	m.cursor = m.held(m.cursor)
	return m
}

// step moves the read-out by one column of the drawing. It stops at the load of the answers on its way past it.
func (m Model) step(by float64) float64 {
	a, last := m.loads(), float64(max(1, m.plotWidth()-1))
	at := by * a.At(m.cursor) * last
	to := a.Value(by * (math.Floor(at+1e-6) + 1) / last)
	if (m.cursor-m.here)*(to-m.here) < 0 {
		return m.here
	}
	return to
}

type measure uint8

const (
	costMeasure measure = iota
	latencyMeasure
	peopleMeasure
	numMeasures
)

// title says what the chart shows; nobody waits for an answer of jobs.
func (m Model) title() string {
	if m.measure == latencyMeasure && len(m.X.Details) > 0 && m.X.Ranking[0].Central.Unattended {
		return "Time of a run over load, 99th percentile"
	}
	return measures[m.measure].title
}

// told is a load in words; that of the answers is told as it is.
func (m Model) told(rps float64) string {
	if rps == m.here {
		rps = m.load
	}
	return m.P.Counted(numeral.With(rps, "req/s", numeral.Figure))
}

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
