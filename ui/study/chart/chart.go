package chart

import (
	"math"
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/ui/draw"
	"archadvisor/ui/theme"
	"archadvisor/ui/view"
)

// Model shows what each architecture costs over the load, how fast it is
// or how many people it takes: as a drawing, or as a table of the same figures.
type Model struct {
	view.Quiet

	cfg   *view.Config
	box   theme.Box
	x     *explain.Explanation
	p     *profile.Profile
	fault error
	busy  bool

	measure measure
	linear  bool
	near    bool // only what lies around the load of the answers
	band    int  // 0 none, 1 to 3 that of an architecture, 4 all
	table   bool
	grain   draw.Grain
	cursor  float64 // load of the read-out
	top     int     // first row of the table

	here   float64 // load of the answers
	stated bool    // they say it
}

var keys = theme.Keys{
	{Name: "less", Keys: []string{"left", "h"}, Label: "←→", Help: "read-out"},
	{Name: "more", Keys: []string{"right"}, Rare: true},
	{Name: "muchless", Keys: []string{"shift+left", "H"}, Help: "ten times less", Rare: true},
	{Name: "muchmore", Keys: []string{"shift+right", "L"}, Help: "ten times more", Rare: true},
	{Name: "home", Keys: []string{"home", "g"}, Help: "back to your load", Rare: true},
	{Name: "axis", Keys: []string{"a"}, Help: "cost, p99, people"},
	{Name: "bands", Keys: []string{"b"}, Help: "bands"},
	{Name: "log", Keys: []string{"l"}, Help: "log or linear"},
	{Name: "zoom", Keys: []string{"z"}, Help: "zoom"},
	{Name: "table", Keys: []string{"t"}, Help: "table"},
	{Name: "copy", Keys: []string{"y"}, Help: "copy CSV"},
	{Name: "breakeven", Keys: []string{"n"}, Help: "to the next break-even", Rare: true},
	{Name: "grain", Keys: []string{"d"}, Help: "draw with dots, blocks or letters", Rare: true},
	{Name: "up", Keys: []string{"up", "k"}, Rare: true},
	{Name: "down", Keys: []string{"down", "j"}, Rare: true},
	{Name: "pageup", Keys: []string{"pgup"}, Rare: true},
	{Name: "pagedown", Keys: []string{"pgdown"}, Rare: true},
}

// New makes the view.
func New(cfg *view.Config) view.View { return Model{cfg: cfg, busy: true} }

// Keys returns what can be done here.
func (m Model) Keys() theme.Keys { return view.WithGlobals(keys) }

// Update takes an explanation, keys and names of actions.
func (m Model) Update(msg tea.Msg) (view.View, tea.Cmd) {
	switch msg := msg.(type) {
	case view.SizeMsg:
		m.box = msg.Box
	case view.ExplainedMsg:
		return m.explained(msg), nil
	case view.ActionMsg:
		return m.act(msg.Name)
	}
	return m, nil
}

// explained takes a new curve. The read-out follows the load of the answers,
// unless it was moved away from it.
func (m Model) explained(msg view.ExplainedMsg) Model {
	m.busy, m.fault = msg.Explanation == nil && msg.Err == nil, msg.Err
	if msg.Explanation == nil {
		return m
	}
	first, follows := m.x == nil, m.cursor == m.here
	m.x, m.p = msg.Explanation, msg.Profile
	m.here, m.stated = loadOf(m.p, m.cfg.Options.Seed)
	m.here = math.Max(m.reach().Lo, math.Min(m.reach().Hi, m.here))
	if follows || first {
		m.cursor = m.here
	}
	if first {
		m.band = 1 + max(0, archOf(m.x.Recommendation))
	}
	return m
}

// reach is the interval of load that was computed.
func (m Model) reach() draw.Axis {
	if m.x == nil || len(m.x.Curve) < 2 {
		return draw.NewAxis(0.1, 1e5, true)
	}
	return draw.NewAxis(m.x.Curve[0].MeanRPS, m.x.Curve[len(m.x.Curve)-1].MeanRPS, true)
}

// loads is the axis of the drawing. On even scales it ends at some times the
// load of the answers: beyond that all would be one flat line.
func (m Model) loads() draw.Axis {
	r := m.reach()
	far := 4.0
	if m.near {
		far = 1.5
		r.Lo, r.Hi = math.Max(r.Lo, m.here/30), math.Min(r.Hi, math.Max(m.here, r.Lo)*30)
	}
	if !m.linear {
		return r
	}
	return draw.NewAxis(0, math.Min(r.Hi, draw.RoundUp(far*math.Max(m.here, 1))), false)
}

func (m Model) act(name string) (Model, tea.Cmd) {
	if m.x == nil {
		return m, nil
	}
	lines := len(m.rows()) - max(1, m.tableBox().H-1) + 1
	m.top, _ = draw.Move(name, m.top, lines, max(1, m.box.H-6))
	switch name {
	case "less":
		m.cursor = m.step(-1)
	case "more":
		m.cursor = m.step(1)
	case "muchless":
		m.cursor /= 10
	case "muchmore":
		m.cursor *= 10
	case "home":
		m.cursor = m.here
	case "breakeven":
		m.cursor = m.nextCrossing()
	case "axis":
		m.measure = (m.measure + 1) % numMeasures
	case "bands":
		m.band = (m.band + 1) % 5
	case "log":
		m.linear = !m.linear
	case "zoom":
		m.near = !m.near
	case "table":
		m.table = !m.table
		m.top, _ = draw.Window(slices.Index(m.rows(), m.here), len(m.rows()), m.tableBox().H-1) // your load in the middle
	case "grain":
		m.grain = (m.grain + 1) % draw.NumGrains
	}
	r := m.reach()
	m.cursor = math.Max(r.Lo, math.Min(r.Hi, m.cursor))
	return m, nil
}

// step moves the read-out by one column of the drawing. It stops at the load
// of the answers on its way past it.
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

// nextCrossing is the next load to the right at which two cost the same, the
// first one if there is none.
func (m Model) nextCrossing() float64 {
	list := crossings(m.x.BreakEven)
	for _, c := range list {
		if c.rps > m.cursor*1.001 {
			return c.rps
		}
	}
	if len(list) > 0 {
		return list[0].rps
	}
	return m.cursor
}
