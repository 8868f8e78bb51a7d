package view

import (
	tea "github.com/charmbracelet/bubbletea"

	"archadvisor/ui/draw"
	"archadvisor/ui/theme"
)

// Entry is a part of views that open a text field to ask for one value.
type Entry struct {
	Input  draw.Input
	Typing bool
	Fault  string // why what was typed, or tried, was not taken
}

// Opened is the entry with an empty field.
func (e Entry) Opened(t *theme.Theme) Entry {
	return Entry{Input: draw.NewInput(t, ""), Typing: true}
}

// Closed is the entry without its field.
func (e Entry) Closed() Entry {
	e.Typing, e.Fault = false, ""
	return e
}

// Typed is the entry after a key, which counts only while the field is open.
func (e Entry) Typed(msg tea.KeyMsg) Entry {
	if e.Typing {
		e.Input.Key(msg)
		e.Fault = ""
	}
	return e
}

// Takes reports that characters are text while the field is open.
func (e Entry) Takes(msg tea.KeyMsg) bool { return e.Typing && IsText(msg) }

// KeysOf are the keys of a view, or those that hold while the field is open.
func (e Entry) KeysOf(own, typing theme.Keys) theme.Keys {
	if e.Typing {
		return WhileTyping(typing)
	}
	return WithGlobals(own)
}
