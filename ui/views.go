package ui

import (
	tea "github.com/charmbracelet/bubbletea"

	"archadvisor/ui/theme"
)

// The five things that the root asks of the view in front: one switch each.

// updateView gives a message to the view in front.
func (m Model) updateView(msg tea.Msg) (tea.Model, tea.Cmd) {
	var cmd tea.Cmd
	switch m.screen {
	case interviewScreen:
		m.form, cmd = m.form.Update(msg)
	case resultScreen:
		m.result, cmd = m.result.Update(msg)
	case chartScreen:
		m.chart, cmd = m.chart.Update(msg)
	case whatifScreen:
		m.whatif, cmd = m.whatif.Update(msg)
	case sensitivityScreen:
		m.sensitivity, cmd = m.sensitivity.Update(msg)
	case exportScreen:
		m.export, cmd = m.export.Update(msg)
	case compareScreen:
		m.compare, cmd = m.compare.Update(msg)
	}
	return m, cmd
}

// forward gives a message to every view of the answer.
func (m Model) forward(msg tea.Msg) (tea.Model, tea.Cmd) {
	cmds := make([]tea.Cmd, 6)
	m.result, cmds[0] = m.result.Update(msg)
	m.chart, cmds[1] = m.chart.Update(msg)
	m.whatif, cmds[2] = m.whatif.Update(msg)
	m.sensitivity, cmds[3] = m.sensitivity.Update(msg)
	m.export, cmds[4] = m.export.Update(msg)
	m.compare, cmds[5] = m.compare.Update(msg)
	return m, tea.Batch(cmds...)
}

// resize gives every view its space.
func (m Model) resize() Model {
	b := m.space().body
	m.form = m.form.SetSize(m.space().question, m.window.W >= 60)
	m.result = m.result.SetSize(b)
	m.chart = m.chart.SetSize(b)
	m.whatif = m.whatif.SetSize(b)
	m.sensitivity = m.sensitivity.SetSize(b)
	m.export = m.export.SetSize(b)
	m.compare = m.compare.SetSize(b)
	m.help = m.help.SetSize(b)
	m.finder = m.finder.SetSize(b)
	m.prompt = m.prompt.SetSize(b)
	return m
}

// draw draws the view in front; the interview has the ranking beside it.
func (m Model) draw() string {
	switch m.screen {
	case resultScreen:
		return m.result.View()
	case chartScreen:
		return m.chart.View()
	case whatifScreen:
		return m.whatif.View()
	case sensitivityScreen:
		return m.sensitivity.View()
	case exportScreen:
		return m.export.View()
	case compareScreen:
		return m.compare.View()
	}
	return m.interview()
}

// keys returns what can be done now, the view's own first.
func (m Model) keys() theme.Keys {
	switch m.screen {
	case interviewScreen:
		return m.form.Keys()
	case resultScreen:
		return append(m.result.Keys(), globalKeys...)
	case chartScreen:
		return append(m.chart.Keys(), globalKeys...)
	case whatifScreen:
		if m.whatif.Typing() {
			return m.whatif.Keys()
		}
		return append(m.whatif.Keys(), globalKeys...)
	case sensitivityScreen:
		return append(m.sensitivity.Keys(), globalKeys...)
	case exportScreen:
		return append(m.export.Keys(), globalKeys...)
	}
	if m.compare.Typing() {
		return m.compare.Keys()
	}
	return append(m.compare.Keys(), globalKeys...)
}

// typing reports whether a text field of the view has the focus.
func (m Model) typing() bool {
	switch m.screen {
	case interviewScreen:
		return m.form.Typing()
	case chartScreen:
		return m.chart.Typing()
	case whatifScreen:
		return m.whatif.Typing()
	case sensitivityScreen:
		return m.sensitivity.Typing()
	case exportScreen:
		return m.export.Typing()
	case compareScreen:
		return m.compare.Typing()
	}
	return false
}
