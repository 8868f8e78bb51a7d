package compare

import (
	"context"
	"errors"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/ui/draw"
	"archadvisor/ui/theme"
	"archadvisor/ui/view"
)

// Model sets two profiles beside one another: the answers, and what was
// tried in what-if, the answers as they were at the start, or another file.
type Model struct {
	view.Entry

	cfg    *view.Config
	box    theme.Box
	sides  [2]side // the answers first, unless they were exchanged
	others []side  // what the answers can be compared with
	other  int
	swap   bool

	work  view.Task
	lanes *view.Lanes
	busy  bool
	front bool // it is the view in front
	stale bool // nothing was computed on these answers yet
	top   int
	all   bool // every answer, not only those that differ

}

// side is a profile with the decision on it, nil while that is computed.
type side struct {
	title    string
	profile  *profile.Profile
	decision *explain.Decision
}

// comparedMsg carries the decision on what the answers are compared with.
type comparedMsg struct {
	decision *explain.Decision
	seq      int
}

// openedMsg is a profile that was read from a file.
type openedMsg struct {
	path    string
	profile *profile.Profile
	err     error
}

var keys = theme.Keys{
	{Name: "up", Keys: []string{"up", "k"}, Rare: true},
	{Name: "down", Keys: []string{"down", "j"}, Label: "↑↓", Help: "scroll"},
	{Name: "pageup", Keys: []string{"pgup"}, Rare: true},
	{Name: "pagedown", Keys: []string{"pgdown", " "}, Rare: true},
	{Name: "open", Keys: []string{"o"}, Help: "open a file"},
	{Name: "next", Keys: []string{"n", "tab"}, Help: "next to compare with"},
	{Name: "swap", Keys: []string{"x"}, Help: "exchange"},
	{Name: "all", Keys: []string{"d"}, Help: "all answers"},
}

// typingKeys hold while the name of a file is being typed.
var typingKeys = theme.Keys{
	{Name: "read", Keys: []string{"enter"}, Help: "open"},
	{Name: "cancel", Keys: []string{"esc"}, Help: "cancel"},
}

// New makes the view.
func New(cfg *view.Config) view.View {
	start := side{title: "at the start", profile: cfg.Session.Profile()}
	return Model{cfg: cfg, lanes: &view.Lanes{}, others: []side{start}, busy: true}
}

// Keys returns what can be done here.
func (m Model) Keys() theme.Keys { return m.KeysOf(keys, typingKeys) }

// Update takes answers, profiles to compare with, decisions and keys.
func (m Model) Update(msg tea.Msg) (view.View, tea.Cmd) {
	switch msg := msg.(type) {
	case view.SizeMsg:
		m.box = msg.Box
	case view.ExplainedMsg:
		if msg.Explanation == nil {
			return m, nil
		}
		m.sides[0] = side{"your answers", msg.Profile, msg.Explanation.Decision}
		m.stale = true
		if m.front {
			return m.compute()
		}
	case view.ShownMsg:
		m.front = msg.Front
		if m.front && m.stale {
			return m.compute()
		}
	case view.CompareMsg:
		m = m.offer(side{title: msg.Title, profile: msg.Profile})
		next, cmd := m.compute()
		return next, tea.Batch(cmd, view.Send(view.ShowMsg{Name: view.Compare}))
	case comparedMsg:
		if msg.seq == m.work.Seq {
			m.sides[1].decision, m.busy = msg.decision, false
		}
	case openedMsg:
		return m.opened(msg)
	case tea.KeyMsg:
		m.Entry = m.Typed(msg)
	case view.ActionMsg:
		return m.act(msg.Name)
	}
	return m, nil
}

// offer adds something to compare with, in the place of what has its title.
func (m Model) offer(s side) Model {
	others := []side{}
	for _, o := range m.others {
		if o.title != s.title {
			others = append(others, o)
		}
	}
	m.others, m.other, m.top = append(others, s), len(others), 0
	return m
}

// compute decides on what the answers are compared with; on the answers the
// explanation did.
func (m Model) compute() (Model, tea.Cmd) {
	m.sides[1] = m.others[m.other]
	if m.sides[0].profile == nil {
		return m, nil
	}
	seq, ctx := m.work.Start(context.Background())
	m.busy, m.stale = true, false
	cfg, p := m.cfg, m.sides[1].profile
	return m, view.In(&m.lanes.Slow, ctx, func() tea.Msg {
		return comparedMsg{cfg.Engine.Advise(p, cfg.Options), seq}
	})
}

func (m Model) act(name string) (Model, tea.Cmd) {
	in := m.box.Inner()
	if top, moved := draw.Move(name, m.top, len(m.lines(in.W))-in.H+1, max(1, in.H-1)); moved {
		m.top = top
		return m, nil
	}
	switch name {
	case "open":
		m.Entry = m.Opened(m.cfg.Theme)
	case "next":
		m.other, m.top = (m.other+1)%len(m.others), 0
		return m.compute()
	case "swap":
		m.swap = !m.swap
	case "all":
		m.all, m.top = !m.all, 0
	case "cancel":
		m.Entry = m.Closed()
	case "read":
		return m.read()
	}
	return m, nil
}

// read reads the file whose name was typed.
func (m Model) read() (Model, tea.Cmd) {
	path, open := strings.TrimSpace(m.Input.Value()), m.cfg.Open
	if path == "" {
		m.Fault = "a file name is needed"
		return m, nil
	}
	return m, func() tea.Msg {
		p, err := open(path)
		return openedMsg{path, p, err}
	}
}

// opened compares with what was read.
func (m Model) opened(msg openedMsg) (Model, tea.Cmd) {
	if msg.err == nil && msg.profile == nil {
		msg.err = errors.New("there is no profile in it")
	}
	if msg.err != nil {
		m.Fault = msg.err.Error()
		return m, nil
	}
	m.Typing = false
	return m.offer(side{title: msg.path, profile: msg.profile}).compute()
}
