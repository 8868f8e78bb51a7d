package ui

import (
	"context"
	"errors"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"archadvisor/advisor"
	"archadvisor/advisor/profile"
	"archadvisor/ui/theme"
)

// compareModel sets two profiles beside one another: the answers, and what was
// tried in what-if, the answers as they were at the start, or another file.
type compareModel struct {
	cfg    *Config
	box    theme.Box
	sides  [2]side // the answers first, unless they were exchanged
	others []side  // what the answers can be compared with
	other  int
	swap   bool

	work  task
	lanes *lanes
	busy  bool
	front bool // it is the view in front
	stale bool // nothing was computed on these answers yet
	top   int
	all   bool // every answer, not only those that differ

	input  input
	typing bool
	fault  string
}

// side is a profile with the decision on it, nil while that is computed.
type side struct {
	title    string
	profile  *profile.Profile
	decision *advisor.Decision
}

// compareMsg offers a profile to compare the answers with, and shows both.
type compareMsg struct {
	profile *profile.Profile
	title   string
}

// comparedMsg carries the decisions on both sides, the answers first.
type comparedMsg struct {
	decisions [2]*advisor.Decision
	seq       int
}

// openedMsg is a profile that was read from a file.
type openedMsg struct {
	path    string
	profile *profile.Profile
	err     error
}

var compareKeys = theme.Keys{
	{Name: "up", Keys: []string{"up", "k"}, Rare: true},
	{Name: "down", Keys: []string{"down", "j"}, Label: "↑↓", Help: "scroll"},
	{Name: "pageup", Keys: []string{"pgup"}, Rare: true},
	{Name: "pagedown", Keys: []string{"pgdown", " "}, Rare: true},
	{Name: "open", Keys: []string{"o"}, Help: "open a file"},
	{Name: "next", Keys: []string{"n", "tab"}, Help: "next to compare with"},
	{Name: "swap", Keys: []string{"x"}, Help: "exchange"},
	{Name: "all", Keys: []string{"d"}, Help: "all answers"},
}

// compareTypingKeys hold while the name of a file is being typed.
var compareTypingKeys = theme.Keys{
	{Name: "read", Keys: []string{"enter"}, Help: "open"},
	{Name: "cancel", Keys: []string{"esc"}, Help: "cancel"},
}

func newCompare(cfg *Config) compareModel {
	start := side{title: "at the start", profile: cfg.Session.Profile()}
	return compareModel{cfg: cfg, lanes: &lanes{}, others: []side{start}, busy: true}
}

// Keys returns what can be done here.
func (m compareModel) Keys() theme.Keys {
	if m.typing {
		return compareTypingKeys
	}
	return compareKeys
}

// Typing reports whether a text field has the focus.
func (m compareModel) Typing() bool { return m.typing }

// SetSize gives the space to draw in.
func (m compareModel) SetSize(b theme.Box) compareModel {
	m.box = b
	return m
}

// Update takes answers, profiles to compare with, decisions and keys.
func (m compareModel) Update(msg tea.Msg) (compareModel, tea.Cmd) {
	switch msg := msg.(type) {
	case explainedMsg:
		if msg.explanation == nil {
			return m, nil
		}
		m.sides[0] = side{"your answers", msg.profile, msg.explanation.Decision}
		m.stale = true
		if m.front {
			return m.compute()
		}
	case shownMsg:
		m.front = msg.screen == compareScreen
		if m.front && m.stale {
			return m.compute()
		}
	case compareMsg:
		m = m.offer(side{title: msg.title, profile: msg.profile})
		next, cmd := m.compute()
		return next, tea.Batch(cmd, send(viewMsg{compareScreen}))
	case comparedMsg:
		if msg.seq == m.work.seq {
			m.sides[0].decision, m.sides[1].decision, m.busy = msg.decisions[0], msg.decisions[1], false
		}
	case openedMsg:
		return m.opened(msg)
	case tea.KeyMsg:
		if m.typing {
			return m.typed(msg)
		}
		return m.act(compareKeys.Match(msg.String()))
	case actionMsg:
		return m.act(msg.name)
	}
	return m, nil
}

// offer adds something to compare with, in the place of what has its title.
func (m compareModel) offer(s side) compareModel {
	others := []side{}
	for _, o := range m.others {
		if o.title != s.title {
			others = append(others, o)
		}
	}
	m.others, m.other, m.top = append(others, s), len(others), 0
	return m
}

// compute decides on both sides.
func (m compareModel) compute() (compareModel, tea.Cmd) {
	m.sides[1] = m.others[m.other]
	if m.sides[0].profile == nil {
		return m, nil
	}
	seq, ctx := m.work.start(context.Background())
	m.busy, m.stale = true, false
	cfg, a, b := m.cfg, m.sides[0], m.sides[1]
	return m, in(&m.lanes.slow, ctx, func() tea.Msg {
		if a.decision == nil {
			a.decision = cfg.Engine.Advise(a.profile, cfg.Options)
		}
		return comparedMsg{[2]*advisor.Decision{a.decision, cfg.Engine.Advise(b.profile, cfg.Options)}, seq}
	})
}

func (m compareModel) act(name string) (compareModel, tea.Cmd) {
	page := max(1, m.box.Inner().H-1)
	switch name {
	case "up":
		m.top--
	case "down":
		m.top++
	case "pageup":
		m.top -= page
	case "pagedown":
		m.top += page
	case "open":
		if m.cfg.Open == nil {
			return m, send(noteMsg{"Opening files is not possible here.", true})
		}
		m.typing, m.input, m.fault = true, newInput(m.cfg.Theme, ""), ""
	case "next":
		m.other, m.top = (m.other+1)%len(m.others), 0
		return m.compute()
	case "swap":
		m.swap = !m.swap
	case "all":
		m.all, m.top = !m.all, 0
	}
	m.top = max(0, min(m.top, len(m.lines(m.box.Inner().W))-m.box.Inner().H))
	return m, nil
}

// typed edits the name of a file, and reads it on enter.
func (m compareModel) typed(msg tea.KeyMsg) (compareModel, tea.Cmd) {
	switch compareTypingKeys.Match(msg.String()) {
	case "cancel":
		return m.cancel(), nil
	case "read":
		path, open := strings.TrimSpace(m.input.Value()), m.cfg.Open
		if path == "" {
			m.fault = "a file name is needed"
			return m, nil
		}
		return m, func() tea.Msg {
			p, err := open(path)
			return openedMsg{path, p, err}
		}
	}
	m.input.key(msg)
	m.fault = ""
	return m, nil
}

// opened compares with what was read.
func (m compareModel) opened(msg openedMsg) (compareModel, tea.Cmd) {
	if msg.err == nil && msg.profile == nil {
		msg.err = errors.New("there is no profile in it")
	}
	if msg.err != nil {
		m.fault = msg.err.Error()
		return m, nil
	}
	m.typing = false
	return m.offer(side{title: msg.path, profile: msg.profile}).compute()
}

// cancel ends typing.
func (m compareModel) cancel() compareModel {
	m.typing, m.fault = false, ""
	return m
}
