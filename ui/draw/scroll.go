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
