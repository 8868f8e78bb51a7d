// Package whatif changes answers on trial: sliders, and what becomes of the decision. Those of the interview stay.
package whatif

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/ui/draw"
	"archadvisor/ui/session"
	"archadvisor/ui/theme"
	"archadvisor/ui/view"
	"archadvisor/ui/wording"
)

// Model changes answers on trial: sliders on one side, what becomes of the ranking on the other.
type Model struct {
	view.Answer
	front bool // it is the view in front
	stale bool // nothing was computed on these answers yet

	base    *profile.Profile // the answers
	tried   *profile.Profile
	central *profile.Point // the likeliest of what is left open
	rows    []profile.ID
	row     int

	input     draw.Input
	typing    bool
	fault     string // why what was typed, or tried, was not taken
	comparing bool   // what is tried stands beside the answers
	top       int    // first line of that

	work  work
	from  *explain.Decision // on the answers, drawn like now
	quick *explain.Decision // on the answers, with few draws
	now   *explain.Decision // on what is tried; the last one until the next is ready
	exact bool              // both with all draws
	flips map[profile.ID]explain.Flip
	known bool // the flips are those of what is tried
}

// New makes the view.
func New(cfg *view.Config) view.View {
	return Model{Answer: view.NewAnswer(cfg, "what-if", "What-if"), work: work{lanes: &view.Lanes{}}}
}

// Keys are the keys of the view, or those that hold while something is typed or compared.
func (m Model) Keys() theme.Keys {
	switch {
	case m.typing:
		return view.KeysOf("what-if typing")
	case m.comparing:
		return slices.Concat(view.KeysOf("always"), view.KeysOf("what-if compare"))
	}
	return m.Answer.Keys()
}

// Takes reports that characters are text while something is typed.
func (m Model) Takes(msg tea.KeyMsg) bool { return m.typing && view.IsText(msg) }

// Update takes an explanation, decisions, keys and names of actions.
func (m Model) Update(msg tea.Msg) (view.View, tea.Cmd) {
	m.Answer = m.Took(msg)
	switch msg := msg.(type) {
	case view.ExplainedMsg:
		m = m.begin(msg.Profile)
		if msg.Err != nil {
			m.fault = msg.Err.Error()
		}
		if msg.Explanation == nil {
			m.X = nil
			return m, nil
		}
		m.stale = true
	case view.ShownMsg:
		m.front, m.comparing = msg.Front, false
	case tea.KeyMsg:
		if m.typing {
			m.input.Key(msg)
			m.fault = ""
		}
	case triedMsg:
		return m.decided(msg)
	case flippedMsg:
		if msg.seq == m.work.look.Seq {
			m.flips, m.known = msg.flips, true
		}
	case view.ClickMsg:
		return m.click(msg)
	case view.ActionMsg:
		return m.act(msg.Name)
	}
	if m.front && m.stale && m.X != nil {
		return m.look()
	}
	return m, nil
}

// begin takes new answers. What was tried on the old ones is forgotten.
func (m Model) begin(p *profile.Profile) Model {
	if m.base != nil && m.base.Equal(p) {
		return m
	}
	at := m.id()
	m.base, m.tried, m.central = p.Clone(), p.Clone(), centralOf(p)
	m.rows, m.typing, m.fault = tryable(m.base), false, ""
	m.row = max(0, slices.Index(m.rows, at))
	m.from, m.quick, m.now, m.flips, m.known = nil, nil, nil, nil, false
	return m
}

// id is the answer that is picked; profile.Schema if there is none.
func (m Model) id() profile.ID {
	if m.row < len(m.rows) {
		return m.rows[m.row]
	}
	return profile.Schema
}

var steps = map[string]int{"less": -1, "more": 1, "muchless": -5, "muchmore": 5}

func (m Model) act(name string) (Model, tea.Cmd) {
	if len(m.rows) == 0 {
		return m, nil
	}
	if m.comparing {
		in := m.compared()
		m.top, _ = draw.Move(name, m.top, len(m.differences(in.W))-in.H+1, max(1, in.H-1))
		m.comparing = name != "cancel"
		return m, nil
	}
	if row, moved := draw.Move(name, m.row, len(m.rows), max(1, m.listBox().H-1)); moved {
		m.row, m.fault = row, ""
		return m, nil
	}
	id := m.id()
	switch name {
	case "edit":
		return m, view.Send(view.EditMsg{Field: id})
	case "type":
		m.input, m.typing, m.fault = draw.NewInput(m.Cfg.Theme, ""), true, ""
	case "open":
		return m.set(id, profile.Value{})
	case "flip":
		if f, ok := m.flipOf(id); ok {
			return m.set(id, f.Changes[0].To)
		}
		return m, view.Note(say.Text(say.NoFlip))
	case "reset":
		return m.set(id, m.base.Get(id))
	case "resetall":
		m.tried, m.fault = m.base.Clone(), ""
		return m.look()
	case "saveas":
		return m, view.Send(view.SaveMsg{Profile: m.tried.Clone()})
	case "compare":
		m.comparing, m.top = true, 0
	case "cancel":
		m.typing, m.fault = false, ""
	case "set":
		v, err := session.Parse(id, m.input.Value())
		if err != nil {
			m.fault = err.Error()
			return m, nil
		}
		m.typing = false
		return m.set(id, v)
	default:
		if by := steps[name]; by != 0 {
			return m.set(id, profile.Number(m.slider(id).step(middleOf(m.tried, id, m.central), by)))
		}
	}
	return m, nil
}

// click picks the answer under the mouse; on its track it moves the slider there.
func (m Model) click(msg view.ClickMsg) (Model, tea.Cmd) {
	if msg.Row >= len(m.rows) {
		return m, nil
	}
	m.row, m.typing, m.fault = msg.Row, false, ""
	if !msg.Track {
		return m, nil
	}
	id := m.id()
	_, track, _ := m.widths(id)
	return m.set(id, profile.Number(m.slider(id).nearest(msg.X, track)))
}

func (m Model) set(id profile.ID, v profile.Value) (Model, tea.Cmd) {
	q, err := tryValue(m.tried, m.base, id, v)
	if err != nil {
		m.fault = say.Label(id) + " " + wording.ShortValue(id, v, 24) + " cannot be: " + err.Error()
		return m, nil
	}
	m.fault = ""
	if q.Equal(m.tried) {
		return m, nil
	}
	m.tried = q
	return m.look()
}

// flipOf is the nearest value that changes the recommendation; none where a peak follows, which the search leaves.
func (m Model) flipOf(id profile.ID) (explain.Flip, bool) {
	f, ok := m.flips[id]
	return f, ok && !(followed(id) && m.tried.Known(profile.PeakRPS))
}

func (m Model) changed() []profile.ID {
	var out []profile.ID
	for _, f := range profile.Fields() {
		if m.tried != nil && !m.tried.Get(f.ID).Equal(m.base.Get(f.ID)) {
			out = append(out, f.ID)
		}
	}
	return out
}
