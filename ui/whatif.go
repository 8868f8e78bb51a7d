package ui

import (
	"fmt"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"archadvisor/advisor"
	"archadvisor/ui/theme"
)

type whatifModel struct {
	cfg *Config
	box theme.Box
	x   *advisor.Explanation
}

func newWhatif(cfg *Config) whatifModel { return whatifModel{cfg: cfg} }

// Keys returns what can be done here.
func (m whatifModel) Keys() theme.Keys { return nil }

// Typing reports whether a text field has the focus.
func (m whatifModel) Typing() bool { return false }

// SetSize gives the space to draw in.
func (m whatifModel) SetSize(b theme.Box) whatifModel {
	m.box = b
	return m
}

// Update takes an explanation.
func (m whatifModel) Update(msg tea.Msg) (whatifModel, tea.Cmd) {
	if msg, ok := msg.(explainedMsg); ok {
		m.x = msg.explanation
	}
	return m, nil
}

// View draws the view.
func (m whatifModel) View() string {
	var lines []string
	if m.x != nil {
		for _, o := range m.x.Ranking {
			lines = append(lines, fmt.Sprintf("%-14s %s", o.Architecture, strings.Join(estimates(o), " · ")))
		}
	}
	return m.cfg.Theme.Frame(m.box, "Whatif", strings.Join(lines, "\n"), true)
}
