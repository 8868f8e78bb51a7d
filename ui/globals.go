package ui

import (
	"strconv"

	tea "github.com/charmbracelet/bubbletea"

	"archadvisor/advisor/profile"
	"archadvisor/ui/session"
)

// key gives a pressed key to what lies on top, to the program as a whole, or
// to the view, in this order. While somebody types, letters are the view's.
func (m Model) key(msg tea.KeyMsg) (tea.Model, tea.Cmd) {
	if msg.Type == tea.KeyRunes && len(msg.Runes) > 1 && !msg.Paste {
		return m.burst(msg)
	}
	pressed := msg.String()
	m.note = noteMsg{} // it was read
	if pressed == "ctrl+c" {
		m.left, m.outcome.Interrupted = true, true
		return m, tea.Quit
	}
	if pressed == "ctrl+z" {
		return m, tea.Suspend
	}
	if m.overlay != noOverlay {
		return m.updateOverlay(msg)
	}
	if n := digit(pressed); m.screen != interviewScreen && n >= 1 && n <= 5 && !m.takes(msg) {
		return m.show(screen(n))
	}
	keys := globalKeys
	if m.screen == interviewScreen {
		keys = formKeys
	}
	if name := keys.Match(pressed); name != "" && !m.takes(msg) {
		if next, cmd, ok := m.global(name); ok {
			return next, cmd
		}
	}
	return m.updateView(msg)
}

// burst takes keys that arrived together, one after the other: bubbletea makes
// one message of them, which must not be read as the name of a key.
func (m Model) burst(msg tea.KeyMsg) (tea.Model, tea.Cmd) {
	var cmds []tea.Cmd
	for _, r := range msg.Runes {
		next, cmd := m.key(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}, Alt: msg.Alt})
		m, cmds = next.(Model), append(cmds, cmd)
	}
	return m, tea.Batch(cmds...)
}

// takes reports whether a key is text for the view.
func (m Model) takes(msg tea.KeyMsg) bool {
	if msg.Alt || (msg.Type != tea.KeyRunes && msg.Type != tea.KeySpace) || !m.typing() {
		return false
	}
	return m.screen != interviewScreen || m.form.takes(msg.String())
}

// action does what the palette or a view asks for by name.
func (m Model) action(name string) (tea.Model, tea.Cmd) {
	m.overlay = noOverlay
	if next, cmd, ok := m.global(name); ok {
		return next, cmd
	}
	return m.updateView(actionMsg{name})
}

// global does what holds everywhere; false if the name is the view's.
func (m Model) global(name string) (tea.Model, tea.Cmd, bool) {
	next, cmd := tea.Model(m), tea.Cmd(nil)
	switch name {
	case "help":
		m.overlay, m.help = helpOverlay, m.newHelp()
		next = m.resize()
	case "find":
		m.overlay, m.finder = finderOverlay, m.newFinder("Go to a question or a rule", m.places())
		next = m.resize()
	case "palette":
		m.overlay, m.finder = finderOverlay, m.newFinder("All commands", m.commands())
		next = m.resize()
	case "changes":
		m.overlay, m.finder = finderOverlay, m.newFinder("Changes in this session, latest first", m.changes())
		next = m.resize()
	case "save":
		next, cmd = m.askSave(m.cfg.Session.Profile())
	case "undo", "redo":
		next, cmd = m.turnBack(name)
	case "result":
		next, cmd = m.show(resultScreen)
	case "questions":
		next, cmd = m.leave()
	case "copy":
		cmd = m.copy(m.copyText())
	case "suspend":
		cmd = tea.Suspend
	case "quit":
		m.left, m.outcome.Interrupted = true, false
		next, cmd = m, tea.Quit
	default:
		return m, nil, false
	}
	return next, cmd, true
}

// leave goes one level up: from a view to the result, from there to the
// questions.
func (m Model) leave() (tea.Model, tea.Cmd) {
	if m.typing() && (m.screen == whatifScreen || m.screen == compareScreen) {
		m.whatif, m.compare = m.whatif.cancel(), m.compare.cancel()
		return m, nil
	}
	if m.screen > resultScreen {
		return m.show(resultScreen)
	}
	return m.show(interviewScreen)
}

// show brings a view to the front and makes sure that it has something to show.
func (m Model) show(s screen) (tea.Model, tea.Cmd) {
	m.overlay, m.note = noOverlay, noteMsg{}
	m.screen = s
	if s == interviewScreen {
		m.form = m.form.load()
		return m.resize(), tea.Batch(send(typedMsg{}), send(shownMsg{s}))
	}
	next, cmd := m.refresh()
	return next, tea.Batch(send(shownMsg{s}), cmd)
}

// refresh computes the explanation unless the last one is of these answers.
func (m Model) refresh() (tea.Model, tea.Cmd) {
	m = m.resize()
	if m.work.computed == m.work.answers.seq && m.work.computed > 0 {
		return m, nil
	}
	m.work.computed = m.work.answers.seq
	p := m.cfg.Session.Profile()
	cmd := m.work.explainAll(m.cfg, p)
	next, other := m.forward(explainedMsg{profile: p, seq: m.work.explain.seq})
	return next, tea.Batch(cmd, other)
}

// edit goes to a question of the interview.
func (m Model) edit(id profile.ID) (tea.Model, tea.Cmd) {
	m.cfg.Session.Jump(id)
	return m.show(interviewScreen)
}

// turnBack undoes or redoes one answer.
func (m Model) turnBack(name string) (tea.Model, tea.Cmd) {
	turn, done := m.cfg.Session.Undo, "Undone: "
	if name == "redo" {
		turn, done = m.cfg.Session.Redo, "Redone: "
	}
	id, ok := turn()
	if !ok {
		return m, send(noteMsg{text: "There is nothing to " + name + "."})
	}
	m.form = m.form.load()
	next, cmd := m.answered()
	m = next.(Model)
	m.note = noteMsg{text: done + fieldLabel(id)}
	return m, cmd
}

// wrote notes a file that was written.
func (m Model) wrote(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case savedMsg:
		m.overlay = noOverlay
		m.outcome.Saved = append(m.outcome.Saved, msg.path)
		m.note = noteMsg{text: "Saved: " + profile.Clean(msg.path)}
		if msg.own {
			m.cfg.File = msg.path
			m.finish()
		}
	case exportedMsg:
		m.outcome.Exported = append(m.outcome.Exported, msg.path)
		m.note = noteMsg{text: "Written: " + profile.Clean(msg.path)}
		m.finish()
	}
	return m, nil
}

// finish removes the draft: what it held is in a file of the user's own.
func (m *Model) finish() {
	if err := m.cfg.Session.Finish(); err != nil {
		m.note = noteMsg{"The draft could not be removed: " + profile.Clean(err.Error()), true}
	}
}

// progressWords says how far the interview is.
func progressWords(s *session.Session) string {
	done, total := s.Progress()
	if s.CanStop() {
		return strconv.Itoa(done) + " of " + strconv.Itoa(total) + " · you can stop"
	}
	return strconv.Itoa(done) + " of " + strconv.Itoa(total) + " answered"
}
