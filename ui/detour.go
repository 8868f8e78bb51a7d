package ui

import (
	tea "github.com/charmbracelet/bubbletea"

	"archadvisor/advisor/profile"
	"archadvisor/ui/session"
	"archadvisor/ui/view"
)

// asking is a question that a view has sent the user to, and that view, which
// comes back once the question is left; that of the interview is none.
type asking struct {
	field profile.ID
	from  int
}

// edit goes to a question.
func (m Model) edit(msg view.EditMsg) (tea.Model, tea.Cmd) {
	from := m.front
	next, _ := m.send(interview, msg)
	shown, cmd := next.show(interview)
	next = shown.(Model)
	next.asking = asking{msg.Field, from}
	return next, cmd
}

// comeBack shows the view again that has sent the user to a question, when that
// is left.
func (m Model) comeBack() tea.Cmd {
	if m.asking.from == interview || m.front != interview || m.session().Current() == m.asking.field {
		return nil
	}
	return view.Send(view.ShowMsg{Name: table[m.asking.from].name})
}

// exampleMsg shows a worked example.
type exampleMsg struct{ profile *profile.Profile }

// examples are the worked examples.
func (m Model) examples() []finderItem {
	out := make([]finderItem, len(m.cfg.Examples))
	for i, p := range m.cfg.Examples {
		out[i] = finderItem{p.Name(), profile.Clean(p.Get(profile.Summary).Text), exampleMsg{p}}
	}
	return out
}

// example shows the result of an example in the place of an interview in which
// nothing was answered yet.
func (m Model) example(p *profile.Profile) (tea.Model, tea.Cmd) {
	home := m.home
	if home == nil {
		if home = m.cfg; m.session().Changes() > 0 {
			return m, view.Note("Your answers come first: archadvisor demo shows the examples.")
		}
	}
	cfg := *home
	cfg.Session, cfg.File, cfg.Opened, cfg.Demo = session.New(p, nil, ""), "", true, false
	return m.begin(&cfg, home)
}

// begin starts the screens anew with other answers. What is still computed on the
// old ones has old numbers.
func (m Model) begin(cfg, home *view.Config) (tea.Model, tea.Cmd) {
	next := New(m.work.ctx, cfg)
	next.home, next.outcome, next.window = home, m.outcome, m.window
	next.work.answers.Seq, next.work.explain.Seq = m.work.answers.Seq+1, m.work.explain.Seq+1
	if home != nil {
		next.front = indexOf(view.Result)
		next.note = view.NoteMsg{Text: "An example: look around, e changes an answer, esc goes back."}
	}
	return next.resize(), next.Init()
}
