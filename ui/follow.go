package ui

import (
	tea "github.com/charmbracelet/bubbletea"

	"archadvisor/advisor/profile"
)

// answered follows a change of the answers.
func (m Model) answered() (tea.Model, tea.Cmd) {
	m.rank.preview, m.rank.busy = nil, true
	m.note = noteMsg{}
	if err := m.cfg.Session.SaveError(); err != nil {
		m.note = noteMsg{"Not kept on disk: " + profile.Clean(err.Error()), true}
	}
	cmd := m.work.decide(m.cfg, m.cfg.Session.Profile())
	if m.screen == interviewScreen {
		return m, cmd
	}
	next, more := m.refresh()
	return next, tea.Batch(cmd, more)
}

// typed follows a change of the answer at hand.
func (m Model) typed() (tea.Model, tea.Cmd) {
	m.note = noteMsg{}
	return m.preview()
}

// preview computes the ranking with the answer at hand, if it is another one.
func (m Model) preview() (tea.Model, tea.Cmd) {
	v, err := m.form.candidate()
	if err != nil || m.screen != interviewScreen || v.Equal(m.cfg.Session.Value(m.form.id)) {
		m.work.preview.start(m.work.ctx)
		m.rank.preview = nil
		return m, nil
	}
	p, err := m.cfg.Session.With(m.form.id, v)
	if err != nil {
		m.rank.preview = nil
		return m, nil
	}
	return m, m.work.look(m.cfg, p)
}

// computed takes a result, unless newer input made it useless.
func (m Model) computed(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case decidedMsg:
		if msg.seq == m.work.answers.seq {
			m.rank.decision, m.rank.base, m.rank.busy = msg.decision, msg.base, false
			m.outcome.Decision = msg.decision
			if m.result.busy || m.work.computed != msg.seq {
				m.result = m.result.decided(msg.decision)
			}
			return m.preview()
		}
	case previewedMsg:
		if msg.seq == m.work.preview.seq {
			m.rank.preview = msg.decision
		}
	case orderedMsg:
		if msg.seq == m.work.answers.seq {
			m.cfg.Session.SetOrder(msg.fields, msg.stop)
			return m, m.work.flip(m.cfg, msg.ctx, m.cfg.Session.Profile())
		}
	case flippedMsg:
		if msg.seq == m.work.answers.seq {
			m.rank.flips = msg.flips
		}
	case explainedMsg:
		if msg.seq == m.work.explain.seq {
			if msg.explanation != nil {
				m.rank.flips = msg.explanation.Flips
			}
			return m.forward(msg)
		}
	}
	return m, nil
}
