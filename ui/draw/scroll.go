package draw

import (
	"strings"

	"github.com/charmbracelet/bubbles/viewport"

	"archadvisor/ui/theme"
)

// Scroll is a text that may be longer than its box: the viewport of bubbles,
// moved by the names of a key table.
type Scroll struct{ viewport.Model }

// Fill gives the text its lines and its space.
func (s *Scroll) Fill(b theme.Box, lines []string) {
	s.Width, s.Height = b.W, b.H
	s.SetContent(strings.Join(lines, "\n"))
	s.SetYOffset(s.YOffset)
}

// Act scrolls, if that is what the name says.
func (s *Scroll) Act(name string) {
	switch name {
	case "up":
		s.ScrollUp(1)
	case "down":
		s.ScrollDown(1)
	case "pageup":
		s.PageUp()
	case "pagedown":
		s.PageDown()
	}
}

// Move is where a cursor among n lines goes with the name of a key; false if the
// name does not move it.
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
