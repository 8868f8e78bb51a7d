package draw

import (
	"github.com/charmbracelet/bubbles/cursor"
	"github.com/charmbracelet/bubbles/textinput"
	tea "github.com/charmbracelet/bubbletea"

	"archadvisor/advisor/profile"
	"archadvisor/ui/theme"
)

const maxTyped = 400

// Input is a line of text that is being typed: the text field of bubbles, in the style of the theme.
type Input struct{ textinput.Model }

// NewInput makes a line that holds a text already, with the cursor behind it.
func NewInput(t *theme.Theme, s string) Input {
	in := Input{textinput.New()}
	in.Prompt, in.CharLimit, in.TextStyle, in.Cursor.Style = "", maxTyped, t.Text, t.Text
	if t.Mono {
		in.Cursor.Style = t.Text.Transform(caret)
	}
	in.Cursor.SetMode(cursor.CursorStatic)
	in.KeyMap.Paste.SetEnabled(false) // terminals paste by themselves, from the user's machine
	in.SetValue(profile.Clean(s))
	in.Focus()
	return in
}

// caret shows the cursor where no colour can.
func caret(under string) string {
	if under == " " {
		return theme.Caret
	}
	return theme.Caret + under
}

// Key edits the line and reports whether the key changed anything.
func (in *Input) Key(msg tea.KeyMsg) bool {
	was, at := in.Value(), in.Position()
	msg.Runes = []rune(profile.Clean(string(msg.Runes)))
	in.Model, _ = in.Update(msg)
	return in.Value() != was || in.Position() != at
}

// Render draws the line in width cells, scrolled so that the cursor is seen.
func (in Input) Render(width int, focus bool) string {
	if !focus {
		return theme.Cut(in.Value(), width)
	}
	if room := max(1, width-2); theme.Width(in.Value()) > room {
		at := in.Position()
		in.Width = room
		in.CursorEnd()
		in.SetCursor(at)
	}
	return theme.Cut(in.View(), width)
}
