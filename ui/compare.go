package ui

import (
	"fmt"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"archadvisor/advisor"
	"archadvisor/ui/theme"
)

type compareModel struct {
	cfg *Config
	box theme.Box
	x   *advisor.Explanation
}

func newCompare(cfg *Config) compareModel { return compareModel{cfg: cfg} }

// Keys returns what can be done here.
func (m compareModel) Keys() theme.Keys { return nil }

// Typing reports whether a text field has the focus.
func (m compareModel) Typing() bool { return false }

// SetSize gives the space to draw in.
func (m compareModel) SetSize(b theme.Box) compareModel {
	m.box = b
	return m
}

// Update takes an explanation.
func (m compareModel) Update(msg tea.Msg) (compareModel, tea.Cmd) {
	if msg, ok := msg.(explainedMsg); ok {
		m.x = msg.explanation
	}
	return m, nil
}

// View draws the view.
func (m compareModel) View() string {
	var lines []string
	if m.x != nil {
		for _, o := range m.x.Ranking {
			lines = append(lines, fmt.Sprintf("%-14s %s", o.Architecture, strings.Join(estimates(o), " · ")))
		}
	}
	return m.cfg.Theme.Frame(m.box, "Compare", strings.Join(lines, "\n"), true)
}
