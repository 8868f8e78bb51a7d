// Package compare sets two profiles side by side, with what differs between them. It changes neither.
package compare

import (
	"context"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/ui/draw"
	"archadvisor/ui/view"
)

// Model sets two profiles beside one another: the answers, and what was
// tried in what-if, the answers as they were at the start, or another file.
type Model struct {
	view.Entry

	sides  [2]side // the answers first
	others []side  // what the answers can be compared with
	other  int

	work  view.Task
	lanes *view.Lanes
	top   int
}

// side is a profile with the decision on it, nil while that is computed.
type side struct {
	title    string
	profile  *profile.Profile
	decision *explain.Decision
}

type comparedMsg struct {
	decision *explain.Decision
	seq      int
}

type openedMsg struct {
	path    string
	profile *profile.Profile
	err     error
}

// New makes the view.
func New(cfg *view.Config) view.View {
	start := side{title: "at the start", profile: cfg.Session.Profile()}
	return Model{Entry: view.NewEntry(cfg, "compare", "Compare"), lanes: &view.Lanes{}, others: []side{start}}
}

// Update takes answers, profiles to compare with, decisions and keys.
func (m Model) Update(msg tea.Msg) (view.View, tea.Cmd) {
	var due bool
	m.Entry, due = m.Took(msg)
	switch msg := msg.(type) {
	case view.ExplainedMsg:
		if msg.Explanation != nil {
			m.sides[0] = side{"your answers", msg.Profile, msg.Explanation.Decision}
		}
	case view.CompareMsg:
		next, cmd := m.offer(side{title: msg.Title, profile: msg.Profile}).compute()
		return next, tea.Batch(cmd, view.Send(view.ShowMsg{Name: view.Compare}))
	case comparedMsg:
		if msg.seq == m.work.Seq {
			m.sides[1].decision, m.Busy = msg.decision, false
		}
	case openedMsg:
		return m.opened(msg)
	case view.ActionMsg:
		return m.act(msg.Name)
	}
	if due {
		return m.compute()
	}
	return m, nil
}

// offer adds something to compare with, in the place of what has its title.
func (m Model) offer(s side) Model {
	others := slices.DeleteFunc(slices.Clone(m.others), func(o side) bool { return o.title == s.title })
	m.others, m.other, m.top = append(others, s), len(others), 0
	return m
}

// compute decides on what the answers are compared with; on the answers the explanation did.
func (m Model) compute() (Model, tea.Cmd) {
	m.sides[1] = m.others[m.other]
	if m.sides[0].profile == nil {
		return m, nil
	}
	seq, ctx := m.work.Start(context.Background())
	m.Busy, m.Stale = true, false
	cfg, p := m.Cfg, m.sides[1].profile
	return m, view.In(&m.lanes.Slow, ctx, func() tea.Msg {
		return comparedMsg{cfg.Engine.Advise(p, cfg.Options), seq}
	})
}

func (m Model) act(name string) (Model, tea.Cmd) {
	in := m.Box.Inner()
	if top, moved := draw.Move(name, m.top, len(m.lines(in.W))-in.H+1, max(1, in.H-1)); moved {
		m.top = top
		return m, nil
	}
	switch name {
	case "open":
		m.Entry = m.Opened()
	case "next":
		m.other, m.top = (m.other+1)%len(m.others), 0
		return m.compute()
	case "cancel":
		m.Entry = m.Closed()
	case "read":
		return m.read()
	}
	return m, nil
}

func (m Model) read() (Model, tea.Cmd) {
	path, open := strings.TrimSpace(m.Input.Value()), m.Cfg.Open
	if path == "" {
		m.Fault = "a file name is needed"
		return m, nil
	}
	return m, func() tea.Msg {
		p, err := open(path)
		return openedMsg{path, p, err}
	}
}

func (m Model) opened(msg openedMsg) (Model, tea.Cmd) {
	switch {
	case msg.err != nil:
		m.Fault = msg.err.Error()
	case msg.profile == nil:
		m.Fault = "there is no profile in it"
	default:
		m.Typing = false
		return m.offer(side{title: msg.path, profile: msg.profile}).compute()
	}
	return m, nil
}
