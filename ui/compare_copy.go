package ui

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// copyText is what the copy key takes: what the view in front shows, as text or
// as comma-separated values, or else the result.
func (m Model) copyText() string {
	text := ""
	switch m.screen {
	case chartScreen:
		text = m.chart.csv()
	case whatifScreen:
		text = m.whatif.text()
	case sensitivityScreen:
		text = m.sensitivity.text()
	case compareScreen:
		text = m.compare.text()
	}
	if text == "" {
		text = m.summary()
	}
	return text
}

// text is what was changed and what became of it.
func (m whatifModel) text() string {
	if m.p == nil || m.now == nil || m.from == nil {
		return ""
	}
	var lines []string
	for _, id := range m.changed() {
		lines = append(lines, m.wasLine(id))
	}
	lines = append(lines, m.outcomeWords())
	lines = append(lines, m.figureTable(100)...)
	return plain(lines)
}

// text is the comparison, as it is shown.
func (m compareModel) text() string { return plain(m.lines(100)) }

// plain joins lines without their colours and the blanks at their ends.
func plain(lines []string) string {
	if len(lines) == 0 {
		return ""
	}
	for i, l := range lines {
		lines[i] = strings.TrimRight(ansi.Strip(l), " ")
	}
	return strings.Join(lines, "\n") + "\n"
}
