package draw

import (
	"github.com/charmbracelet/lipgloss"

	"archadvisor/ui/theme"
)

// The inks of drawings; the three architectures have 1 to 3.
const (
	LimitInk Ink = 4 + iota
	QuietInk
	CursorInk
	StrongInk
)

// Palette are the styles of the inks.
func Palette(t *theme.Theme) []lipgloss.Style {
	return []lipgloss.Style{0: t.Text, 1: t.Series[0], 2: t.Series[1], 3: t.Series[2],
		LimitInk: t.Warn, QuietInk: t.Muted, CursorInk: t.Key, StrongInk: t.Strong}
}
