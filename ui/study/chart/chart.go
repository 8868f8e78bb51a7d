// Package chart draws cost, latency and people over the load, with the break-even
// points. It draws what an explanation holds and estimates nothing.
package chart

import (
	"math"
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"archadvisor/advisor/profile"
	"archadvisor/ui/draw"
	"archadvisor/ui/view"
)

// Model shows what each architecture costs over the load, how fast it is or how many people it takes.
type Model struct {
	view.Answer

	measure measure
	band    int     // 0 none, 1 to 3 that of an architecture, 4 all
	cursor  float64 // load of the read-out
	here    float64 // load of the answers
	stated  bool    // they say it
}

// New makes the view.
func New(cfg *view.Config) view.View {
	return Model{Answer: view.NewAnswer(cfg, "chart", "Chart")}
}

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
	m.here, m.stated = loadOf(m.P, m.Cfg.Options.SeedOfDraws())
	m.here = m.held(m.here)
	if follows || first {
		m.cursor = m.here
	}
	if first {
		m.band = 1 + max(0, archOf(m.X.Recommendation))
	}
	return m
}

func archOf(name string) int { return slices.Index(profile.Architectures[:], name) }

// loadOf is the mean load: what was said, the middle of a range, or what is likeliest.
func loadOf(p *profile.Profile, seed uint64) (rps float64, stated bool) {
	var pt profile.Point
	profile.NewSampler(p, seed).Central(&pt)
	return pt[profile.MeanRPS], p.Known(profile.MeanRPS) || p.Known(profile.RequestsPerMonth)
}

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
func (m Model) step(by int) float64 {
	a, w := m.loads(), max(2, m.plotWidth())
	at := a.At(m.cursor) * float64(w-1)
	to := math.Floor(at+1e-6) + 1
	if by < 0 {
		to = math.Ceil(at-1e-6) - 1
	}
	to = a.Value(to / float64(w-1))
	if (m.cursor-m.here)*(to-m.here) < 0 {
		return m.here
	}
	return to
}
