package draw

import (
	"strings"

	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"

	"archadvisor/ui/theme"
)

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

// Plain joins lines without their colours and the blanks at their ends.
func Plain(lines []string) string {
	if len(lines) == 0 {
		return ""
	}
	for i, l := range lines {
		lines[i] = strings.TrimRight(ansi.Strip(l), " ")
	}
	return strings.Join(lines, "\n") + "\n"
}
