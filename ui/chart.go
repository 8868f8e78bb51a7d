package ui

import (
	"fmt"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"archadvisor/advisor"
	"archadvisor/ui/theme"
)

type chartModel struct {
	cfg *Config
	box theme.Box
	x   *advisor.Explanation
}

func newChart(cfg *Config) chartModel { return chartModel{cfg: cfg} }

// Keys returns what can be done here.
func (m chartModel) Keys() theme.Keys { return nil }

// Typing reports whether a text field has the focus.
func (m chartModel) Typing() bool { return false }

// SetSize gives the space to draw in.
func (m chartModel) SetSize(b theme.Box) chartModel {
	m.box = b
	return m
}

// Update takes an explanation.
func (m chartModel) Update(msg tea.Msg) (chartModel, tea.Cmd) {
	if msg, ok := msg.(explainedMsg); ok {
		m.x = msg.explanation
	}
	return m, nil
}

// View draws the view.
func (m chartModel) View() string {
	var lines []string
	if m.x != nil {
		for _, o := range m.x.Ranking {
			lines = append(lines, fmt.Sprintf("%-14s %s", o.Architecture, strings.Join(estimates(o), " · ")))
		}
	}
	return m.cfg.Theme.Frame(m.box, "Chart", strings.Join(lines, "\n"), true)
}
