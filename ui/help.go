package ui

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"archadvisor/advisor/profile"
	"archadvisor/ui/session"
	"archadvisor/ui/theme"
)

// helpModel is the help for what has the focus: about the question, then keys.
type helpModel struct {
	cfg   *Config
	box   theme.Box
	lines []string // styled, of any width; wrapped in View
	top   int
}

var helpKeys = theme.Keys{
	{Name: "close", Keys: []string{"esc", "?", "f1", "q", "enter"}, Help: "close"},
	{Name: "up", Keys: []string{"up"}, Rare: true},
	{Name: "down", Keys: []string{"down"}, Label: "↑↓", Help: "scroll"},
	{Name: "pageup", Keys: []string{"pgup"}, Rare: true},
	{Name: "pagedown", Keys: []string{"pgdown", " "}, Label: "pgup pgdn", Help: "a page"},
}

func (m Model) newHelp() helpModel {
	h := helpModel{cfg: m.cfg}
	t := m.cfg.Theme
	add := func(title, text string) {
		if text != "" {
			h.lines = append(h.lines, t.Strong.Render(title), text, "")
		}
	}
	if m.screen == interviewScreen && m.form.id != session.None {
		f := m.form.id.Field()
		add(f.Prompt, f.Technical)
		add("Why it is asked", f.Why)
		add("How to find out", f.HowTo)
		add("Typical values", strings.Join(f.Typical, " · "))
		add("Without an answer", withoutAnswer(f))
	}
	h.lines = append(h.lines, t.Strong.Render("Keys"))
	for _, k := range m.keys() {
		if k.Help != "" {
			h.lines = append(h.lines, t.Key.Render(theme.Pad(strings.Join(shownKeys(k), " or "), 18))+" "+k.Help)
		}
	}
	return h
}

// shownKeys lists all keys of an action, the label in place of the first.
func shownKeys(k theme.Key) []string {
	if k.Label != "" {
		return []string{k.Label}
	}
	out := make([]string, len(k.Keys))
	for i, key := range k.Keys {
		out[i] = key
		if key == " " {
			out[i] = "space"
		}
	}
	return out
}

func withoutAnswer(f *profile.Field) string {
	switch {
	case f.Drawn:
		text := "the program tries values over " + f.PriorText
		if f.PriorText == "" {
			text = "the program tries every answer"
		}
		if f.PriorSource != "" {
			text += " (" + f.PriorSource + ")"
		}
		return text + "; the result says how much hangs on it."
	case f.Default != "":
		return "the program takes " + f.Default + "."
	}
	return "the question is left out of the result."
}

// Keys returns what can be done while help is open.
func (m helpModel) Keys() theme.Keys { return helpKeys }

// SetSize gives the space to draw in.
func (m helpModel) SetSize(b theme.Box) helpModel {
	m.box = b
	return m
}

func (m helpModel) wrapped() []string {
	var out []string
	for _, l := range m.lines {
		out = append(out, theme.Wrap(l, m.box.Inner().W)...)
	}
	return out
}

func (m helpModel) act(name string) helpModel {
	page := max(1, m.box.Inner().H-1)
	switch name {
	case "up":
		m.top--
	case "down":
		m.top++
	case "pageup":
		m.top -= page
	case "pagedown":
		m.top += page
	}
	m.top = max(0, min(m.top, len(m.wrapped())-m.box.Inner().H))
	return m
}

// View draws the help page.
func (m helpModel) View() string {
	lines := m.wrapped()
	lines = lines[max(0, min(m.top, len(lines)-m.box.Inner().H)):]
	return m.cfg.Theme.Frame(m.box, "Help", strings.Join(lines, "\n"), true)
}

// updateOverlay gives a key to what lies on top.
func (m Model) updateOverlay(msg tea.KeyMsg) (tea.Model, tea.Cmd) {
	var cmd tea.Cmd
	switch m.overlay {
	case helpOverlay:
		name := helpKeys.Match(msg.String())
		if name == "close" {
			m.overlay = noOverlay
		}
		m.help = m.help.act(name)
	case finderOverlay:
		var done bool
		m.finder, cmd, done = m.finder.update(msg)
		if done {
			m.overlay = noOverlay
		}
	case promptOverlay:
		var done bool
		m.prompt, cmd, done = m.prompt.update(msg)
		if done {
			m.overlay = noOverlay
		}
	}
	return m, cmd
}
