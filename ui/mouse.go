package ui

import (
	tea "github.com/charmbracelet/bubbletea"

	"archadvisor/ui/theme"
	"archadvisor/ui/view"
)

// wheelLines is how far one notch of the wheel goes.
const wheelLines = 3

// mouse takes the wheel as so many arrow keys, and a click, or a drag along a
// slider, as one on what the frame has marked there.
func (m Model) mouse(msg tea.MouseMsg) (tea.Model, tea.Cmd) {
	switch {
	case msg.Button == tea.MouseButtonWheelUp:
		return m.wheel(tea.KeyUp)
	case msg.Button == tea.MouseButtonWheelDown:
		return m.wheel(tea.KeyDown)
	case msg.Button != tea.MouseButtonLeft || msg.Action == tea.MouseActionRelease:
		return m, nil
	}
	hit, ok := theme.HitAt(m.frame(), msg.X, msg.Y)
	switch {
	case !ok, msg.Action == tea.MouseActionMotion && !hit.Track:
		return m, nil
	case hit.Tab:
		return m.show(hit.Row)
	case m.overlay != nil:
		return m.onTop(view.ClickMsg{Hit: hit})
	}
	return m.send(m.front, view.ClickMsg{Hit: hit})
}

func (m Model) wheel(key tea.KeyType) (tea.Model, tea.Cmd) {
	next, cmds := tea.Model(m), []tea.Cmd{}
	for range wheelLines {
		var cmd tea.Cmd
		next, cmd = next.(Model).key(tea.KeyMsg{Type: key})
		cmds = append(cmds, cmd)
	}
	return next, tea.Batch(cmds...)
}
