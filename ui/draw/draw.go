// Package draw holds what several views draw with: text fields, scrolled text, a canvas with axes, bars of scores.
package draw

import (
	"strings"

	"github.com/charmbracelet/bubbles/cursor"
	"github.com/charmbracelet/bubbles/textinput"
	"github.com/charmbracelet/bubbles/viewport"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"

	"archadvisor/advisor/profile"
	"archadvisor/rules/numeral"
	"archadvisor/ui/theme"
)

// The inks of drawings; the three architectures have 1 to 3.
const (
	LimitInk Ink = 4 + iota
	QuietInk
	CursorInk
	StrongInk
)

func palette(t *theme.Theme) []lipgloss.Style {
	return []lipgloss.Style{0: t.Text, 1: t.Series[0], 2: t.Series[1], 3: t.Series[2],
		LimitInk: t.Warn, QuietInk: t.Muted, CursorInk: t.Key, StrongInk: t.Strong}
}

// Arrow tells a change of points by glyph and colour.
func Arrow(t *theme.Theme, points float64) string {
	switch {
	case points >= 0.05:
		return t.Good.Render(theme.Up + " " + numeral.Signed(points))
	case points <= -0.05:
		return t.Bad.Render(theme.Down + " " + numeral.Signed(points))
	}
	return t.Muted.Render(theme.Same)
}

// Scroll is a text that may be longer than its box: the viewport of bubbles, moved by the names of a key table.
type Scroll struct{ viewport.Model }

// Fill gives the text its lines and its space.
func (s *Scroll) Fill(b theme.Box, lines []string) {
	s.Width, s.Height = b.W, b.H
	s.SetContent(strings.Join(lines, "\n"))
	s.SetYOffset(s.YOffset)
}

// Act scrolls, if that is what the name says.
func (s *Scroll) Act(name string) {
	at, _ := Move(name, s.YOffset, s.TotalLineCount()-s.Height+1, s.Height)
	s.SetYOffset(at)
}

// Move is where a cursor among n lines goes with the name of a key; false if the name does not move it.
func Move(name string, at, n, page int) (int, bool) {
	switch name {
	case "up":
		at--
	case "down":
		at++
	case "pageup":
		at -= page
	case "pagedown":
		at += page
	case "first":
		at = 0
	case "last":
		at = n - 1
	default:
		return at, false
	}
	return max(0, min(at, n-1)), true
}

// Window is the part of n lines that room shows around the line at.
func Window(at, n, room int) (from, to int) {
	from = max(0, min(at-room/2, n-room))
	return from, min(n, from+room)
}

// Link makes text a link where the terminal takes OSC 8; others show the text.
func Link(url, text string) string {
	if url == "" {
		return text
	}
	return ansi.SetHyperlink(url) + text + ansi.ResetHyperlink()
}

// Labelled wraps a text to the right of its label; without one it is all wide.
func Labelled(style lipgloss.Style, label, text string, column, width int) []string {
	if label == "" {
		return theme.Wrap(text, width)
	}
	out := theme.Wrap(text, width-column-1)
	for i := range out {
		out[i] = style.Render(theme.Pad(label, column)) + " " + out[i]
		label = ""
	}
	return out
}

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
