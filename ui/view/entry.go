package view

import (
	tea "github.com/charmbracelet/bubbletea"

	"archadvisor/ui/draw"
	"archadvisor/ui/theme"
)

// Entry is an Answer whose view computes more while it is in front, and opens a
// text field to ask for one value.
type Entry struct {
	Answer

	Input  draw.Input
	Typing bool
	Fault  string // why what was typed, or tried, was not taken
	Front  bool   // it is the view in front
	Stale  bool   // nothing was computed on these answers yet
}

// NewEntry is that part of a view.
func NewEntry(cfg *Config, name, title string) Entry {
	return Entry{Answer: NewAnswer(cfg, name, title)}
}

// Took is the entry after a message for its Answer, a key for its field, or
// being shown, and whether something is to be computed now.
func (e Entry) Took(msg tea.Msg) (next Entry, due bool) {
	e.Answer = e.Answer.Took(msg)
	switch msg := msg.(type) {
	case ExplainedMsg:
		e.Stale = e.Stale || msg.Explanation != nil
	case ShownMsg:
		e.Front = msg.Front
	case tea.KeyMsg:
		if e.Typing {
			e.Input.Key(msg)
			e.Fault = ""
		}
		return e, false
	default:
		return e, false
	}
	return e, e.Front && e.Stale
}

// Opened is the entry with an empty field.
func (e Entry) Opened() Entry {
	e.Input, e.Typing, e.Fault = draw.NewInput(e.Cfg.Theme, ""), true, ""
	return e
}

// Closed is the entry without its field.
func (e Entry) Closed() Entry {
	e.Typing, e.Fault = false, ""
	return e
}

// Takes reports that characters are text while the field is open.
func (e Entry) Takes(msg tea.KeyMsg) bool { return e.Typing && IsText(msg) }

// Keys are the keys of the view, or those that hold while the field is open.
func (e Entry) Keys() theme.Keys {
	if e.Typing {
		return WhileTyping(KeysOf(e.name + " typing"))
	}
	return e.Answer.Keys()
}
