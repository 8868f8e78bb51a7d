package form

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/ui/session"
	"archadvisor/ui/view"
)

// confirm takes the answer and goes on to the next question. Where nothing was
// typed or selected it says so once; the second time that is a way to skip.
func (m Model) confirm() (Model, tea.Cmd) {
	switch r := m.row(); {
	case r.kind == endRow:
		return m, view.Send(view.ShowMsg{Name: view.Result})
	case r.kind == unknownRow && r.id == session.None:
		return m.act("skip")
	}
	list, err := m.formed()
	switch {
	case err != nil:
		m.fault = profile.Clean(err.Error())
		return m, nil
	case len(list) == 0 && m.warned:
		return m.act("skip")
	case len(list) == 0:
		m.warned = true
		return m, nil
	}
	next, effect, err := m.answers.Give(list...)
	if err != nil {
		m.fault = profile.Clean(err.Error())
		return m, nil
	}
	if m.row().kind != limitRow { // a sheet of limits stays until the rest is answered
		next = next.Next()
	}
	return m.answered(next, effect, "")
}

// undo takes back what was typed and not taken, else one answer; redo brings an
// answer back.
func (m Model) undo(name string) (Model, tea.Cmd) {
	turn, done := m.answers.Undo, "Undone: "
	switch {
	case name == "redo":
		turn, done = m.answers.Redo, "Redone: "
	case m.typing() && m.input.Value() != m.typed, !m.typing() && m.cursor >= 0 && m.rank.preview != nil:
		return m.load().preview()
	}
	next, effect, id := turn()
	if id == session.None {
		return m, view.Note("There is nothing to " + name + ".")
	}
	return m.answered(next, effect, done+say.Label(id))
}

// kept takes the name and the file under which the answers were saved.
func (m Model) kept(msg view.KeptMsg) (Model, tea.Cmd) {
	next, _, err := m.answers.Rename(msg.Name)
	if err != nil {
		return m, view.Fault(profile.Clean(err.Error()))
	}
	next, effect := next.Filed(msg.Path)
	m.answers = next
	return m, do(effect, "Not kept on disk")
}

// answered follows a change of the answers. The figures of the answer that was
// formed stay: they are those of the answer that was taken.
func (m Model) answered(next session.Session, effect session.Effect, note string) (Model, tea.Cmd) {
	m.answers = next
	m = m.load()
	m.look.Start(context.Background()) // what is being computed was made useless
	if m.rank.preview != nil {
		m.rank.decision = m.rank.preview
	}
	m.rank.preview, m.rank.busy = nil, true
	return m, tea.Batch(view.Send(view.AnsweredMsg{Note: note}), do(effect, "Not kept on disk"))
}

// do does in a command what a change asks of the disk.
func do(e session.Effect, doing string) tea.Cmd {
	if e.None() {
		return nil
	}
	return func() tea.Msg { return draftMsg{e, doing, e.Do()} }
}
