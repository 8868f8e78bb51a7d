package ui

import (
	"fmt"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"archadvisor/advisor"
	"archadvisor/ui/theme"
)

type sensitivityModel struct {
	cfg *Config
	box theme.Box
	x   *advisor.Explanation
}

func newSensitivity(cfg *Config) sensitivityModel { return sensitivityModel{cfg: cfg} }

// Keys returns what can be done here.
func (m sensitivityModel) Keys() theme.Keys { return nil }

// Typing reports whether a text field has the focus.
func (m sensitivityModel) Typing() bool { return false }

// SetSize gives the space to draw in.
func (m sensitivityModel) SetSize(b theme.Box) sensitivityModel {
	m.box = b
	return m
}

// Update takes an explanation.
func (m sensitivityModel) Update(msg tea.Msg) (sensitivityModel, tea.Cmd) {
	if msg, ok := msg.(explainedMsg); ok {
		m.x = msg.explanation
	}
	return m, nil
}

// View draws the view.
func (m sensitivityModel) View() string {
	var lines []string
	if m.x != nil {
		for _, o := range m.x.Ranking {
			lines = append(lines, fmt.Sprintf("%-14s %s", o.Architecture, strings.Join(estimates(o), " · ")))
		}
	}
	return m.cfg.Theme.Frame(m.box, "Sensitivity", strings.Join(lines, "\n"), true)
}
