package whatif

import (
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

// Model changes answers without giving them: sliders on one side, what
// becomes of the ranking on the other. The answers themselves stay as they are.
type Model struct {
	view.Entry

	cfg *view.Config
	box theme.Box

	base    *profile.Profile // the answers
	p       *profile.Profile // what is tried
	central *profile.Point   // the likeliest of what it leaves open
	x       *explain.Explanation
	rows    []profile.ID
	row     int

	work  whatifWork
	from  *explain.Decision // on the answers, drawn like now
	quick *explain.Decision // on the answers, with few draws
	now   *explain.Decision // on what is tried; the last one until the next is ready
	exact bool              // both with all draws
	busy  bool
	front bool // it is the view in front
	stale bool // nothing was computed on these answers yet
	marks map[profile.ID][]flipMark
}

var keys = theme.Keys{
	{Name: "up", Keys: []string{"up", "k"}, Rare: true},
	{Name: "down", Keys: []string{"down", "j"}, Label: "↑↓", Help: "pick"},
	{Name: "less", Keys: []string{"left", "h"}, Label: "←→", Help: "change"},
	{Name: "more", Keys: []string{"right", "l"}, Rare: true},
	{Name: "muchless", Keys: []string{"shift+left", "H", "-"}, Rare: true},
	{Name: "muchmore", Keys: []string{"shift+right", "L", "+"}, Label: "- +", Help: "a lot"},
	{Name: "type", Keys: []string{"enter", "="}, Help: "type a value"},
	{Name: "flip", Keys: []string{"f"}, Help: "to the flip"},
	{Name: "reset", Keys: []string{"r"}, Help: "reset"},
	{Name: "resetall", Keys: []string{"R"}, Help: "reset all"},
	{Name: "saveas", Keys: []string{"s"}, Help: "save as"},
	{Name: "compare", Keys: []string{"c"}, Help: "compare"},
	{Name: "open", Keys: []string{"u"}, Help: "leave it open: I don't know", Rare: true},
	{Name: "pageup", Keys: []string{"pgup"}, Rare: true},
	{Name: "pagedown", Keys: []string{"pgdown"}, Rare: true},
	{Name: "first", Keys: []string{"home", "g"}, Rare: true},
	{Name: "last", Keys: []string{"end", "G"}, Rare: true},
}

// typingKeys hold while a value is being typed.
var typingKeys = theme.Keys{
	{Name: "set", Keys: []string{"enter"}, Help: "set"},
	{Name: "cancel", Keys: []string{"esc"}, Help: "cancel"},
	{Name: "words", Label: "like", Help: "1.5k, 5M/day, 200ms, 8-20, unknown"},
}

// New makes the view.
func New(cfg *view.Config) view.View {
	return Model{cfg: cfg, busy: true, work: whatifWork{lanes: &view.Lanes{}}, marks: map[profile.ID][]flipMark{}}
}

// Keys returns what can be done here.
func (m Model) Keys() theme.Keys { return m.KeysOf(keys, typingKeys) }

// Update takes an explanation, decisions, keys and names of actions.
func (m Model) Update(msg tea.Msg) (view.View, tea.Cmd) {
	switch msg := msg.(type) {
	case view.SizeMsg:
		m.box = msg.Box
	case view.ExplainedMsg:
		return m.explained(msg)
	case view.ShownMsg:
		m.front = msg.Front
		if m.front && m.stale {
			return m.look()
		}
	case triedMsg:
		return m.tried(msg)
	case scannedMsg:
		return m.scanned(msg)
	case tea.KeyMsg:
		m.Entry = m.Typed(msg)
	case view.ActionMsg:
		return m.act(msg.Name)
	}
	return m, nil
}

// explained takes new answers. What was tried on the old ones is forgotten.
func (m Model) explained(msg view.ExplainedMsg) (Model, tea.Cmd) {
	if m.base == nil || !m.base.Equal(msg.Profile) {
		at := m.id()
		m.base, m.p, m.central = msg.Profile.Clone(), msg.Profile.Clone(), centralOf(msg.Profile)
		m.rows, m.row, m.Typing, m.Fault = tryable(m.base), 0, false, ""
		m.from, m.quick, m.now, m.x, m.stale = nil, nil, nil, nil, false
		m.marks = map[profile.ID][]flipMark{}
		m = m.pick(at)
	}
	if msg.Explanation == nil {
		m.busy = msg.Err == nil
		if msg.Err != nil {
			m.Fault = msg.Err.Error()
		}
		return m, nil
	}
	m.x, m.stale = msg.Explanation, true
	if !m.front {
		return m, nil
	}
	return m.look()
}

// id is the answer that is picked; profile.Schema if there is none.
func (m Model) id() profile.ID {
	if m.row < len(m.rows) {
		return m.rows[m.row]
	}
	return profile.Schema
}

// pick goes to an answer, if it can be tried.
func (m Model) pick(id profile.ID) Model {
	for i, r := range m.rows {
		if r == id {
			m.row = i
		}
	}
	return m
}

func (m Model) act(name string) (Model, tea.Cmd) {
	if len(m.rows) == 0 {
		return m, nil
	}
	id, page := m.id(), max(1, m.listBox().H-1)
	if row, moved := draw.Move(name, m.row, len(m.rows), page); moved {
		m.row, m.Fault = row, ""
		return m, nil
	}
	switch name {
	case "less", "more", "muchless", "muchmore":
		return m.move(id, map[string]int{"less": -1, "more": 1, "muchless": -5, "muchmore": 5}[name])
	case "type":
		if len(session.Choices(id)) > 0 {
			return m.cycle(id, 1)
		}
		m.Entry = m.Opened(m.cfg.Theme)
		return m, nil
	case "open":
		return m.set(id, profile.Value{})
	case "flip":
		return m.toFlip(id)
	case "reset":
		return m.set(id, m.base.Get(id))
	case "resetall":
		m.p, m.Fault = m.base.Clone(), ""
		return m.look()
	case "saveas":
		return m, view.Send(view.SaveMsg{Profile: m.p.Clone()})
	case "compare":
		return m, view.Send(view.CompareMsg{Profile: m.p.Clone(), Title: "what-if"}) // which shows the view
	case "cancel":
		m.Entry = m.Closed()
	case "set":
		return m.typed()
	}
	return m, nil
}

// typed tries the value that was typed.
func (m Model) typed() (Model, tea.Cmd) {
	v, err := session.Parse(m.id(), m.Input.Value())
	if err != nil {
		m.Fault = err.Error()
		return m, nil
	}
	m.Typing = false
	return m.set(m.id(), v)
}

// move steps along a slider, or through the choices.
func (m Model) move(id profile.ID, by int) (Model, tea.Cmd) {
	if len(session.Choices(id)) > 0 {
		return m.cycle(id, max(-1, min(1, by)))
	}
	s := sliderOf(id, m.base.Get(id), m.p.Get(id))
	to := s.step(middleOf(m.p, id, m.central), by)
	if m.p.Get(id).Equal(profile.Number(to)) {
		return m, nil
	}
	return m.set(id, profile.Number(to))
}

// cycle goes to the next choice; after the last one comes "open".
func (m Model) cycle(id profile.ID, by int) (Model, tea.Cmd) {
	rows := session.Choices(id)
	at := len(rows)
	for i, r := range rows {
		if r.Value.Equal(m.p.Get(id)) {
			at = i
		}
	}
	at = (at + by + len(rows) + 1) % (len(rows) + 1)
	if at == len(rows) {
		return m.set(id, profile.Value{})
	}
	return m.set(id, rows[at].Value)
}

// set tries a value, unless it contradicts the other answers.
func (m Model) set(id profile.ID, v profile.Value) (Model, tea.Cmd) {
	q, err := tryValue(m.p, m.base, id, v)
	if err != nil {
		m.Fault = say.Label(id) + " " + wording.ShortValue(id, v, 24) + " cannot be: " + err.Error()
		return m, nil
	}
	m.Fault = ""
	if q.Equal(m.p) {
		return m, nil
	}
	m.p = q
	return m.look()
}

// toFlip goes to the nearest value at which the recommendation is another.
func (m Model) toFlip(id profile.ID) (Model, tea.Cmd) {
	f, ok := m.nearest(id)
	if !ok {
		return m, view.Note("No value of " + say.Label(id) + " alone changes the recommendation.")
	}
	v := profile.Number(f.beyond)
	if c := session.Choices(id); len(c) > 0 {
		v = c[choiceAt(id, f.beyond)].Value
	}
	return m.set(id, v)
}

// changed lists what differs from the answers.
func (m Model) changed() []profile.ID {
	var out []profile.ID
	for _, f := range profile.Fields() {
		if m.p != nil && !m.p.Get(f.ID).Equal(m.base.Get(f.ID)) {
			out = append(out, f.ID)
		}
	}
	return out
}
