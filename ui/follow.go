package ui

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"archadvisor/advisor/profile"
	"archadvisor/ui/view"
)

// answered follows a change of the answers.
func (m Model) answered(note string) (tea.Model, tea.Cmd) {
	if note != "" && !m.note.Bad {
		m.note = view.NoteMsg{Text: note}
	}
	cmd := m.work.decide(m.cfg, m.session().Profile())
	if m.front == interview {
		return m, cmd
	}
	next, more := m.refresh()
	return next, tea.Batch(cmd, more)
}

// computed takes a result, unless newer input made it useless.
func (m Model) computed(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case decidedMsg:
		if msg.seq == m.work.answers.Seq {
			m.decision, m.outcome.Decision = msg.decision, msg.decision
			return m.broadcast(view.DecidedMsg{Decision: msg.decision, Typing: msg.typing, Explained: m.work.computed == msg.seq})
		}
	case orderedMsg:
		if msg.seq == m.work.answers.Seq {
			next, _ := m.send(interview, view.OrderMsg{Inquiry: msg.inquiry})
			cmd := next.work.flip(m.cfg, msg.ctx, m.session().Profile())
			return next, cmd
		}
	case flippedMsg:
		if msg.seq == m.work.answers.Seq {
			return m.broadcast(view.FlipsMsg{Flips: msg.flips})
		}
	case explainedMsg:
		if msg.seq == m.work.explain.Seq {
			return m.explained(msg.ExplainedMsg)
		}
	}
	return m, nil
}

// explained passes an explanation on. It has the flips, too.
func (m Model) explained(msg view.ExplainedMsg) (tea.Model, tea.Cmd) {
	if msg.Explanation != nil {
		m, _ = m.send(interview, view.FlipsMsg{Flips: msg.Explanation.Flips})
	}
	return m.broadcast(msg)
}

// saved notes a profile that was written, or lets the prompt say why it was not.
func (m Model) saved(msg savedMsg) (tea.Model, tea.Cmd) {
	if msg.err != nil && m.overlay != nil {
		return m.onTop(msg)
	}
	if msg.err != nil {
		return m, view.Fault("Not saved: " + profile.Clean(msg.err.Error()))
	}
	m.overlay = nil
	m.outcome.Saved = append(slices.Clone(m.outcome.Saved), msg.path)
	m.note = view.NoteMsg{Text: "Saved: " + profile.Clean(msg.path)}
	if !msg.own {
		return m, nil
	}
	m.file = msg.path
	return m.send(interview, view.KeptMsg{Name: msg.profile.Name()})
}

// exported notes a decision record that was written.
func (m Model) exported(path string) (tea.Model, tea.Cmd) {
	m.outcome.Exported = append(slices.Clone(m.outcome.Exported), path)
	m.note = view.NoteMsg{Text: "Written: " + profile.Clean(path)}
	return m.send(interview, view.KeptMsg{})
}
