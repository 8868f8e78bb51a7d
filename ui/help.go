package ui

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"

	"archadvisor/advisor"
	"archadvisor/advisor/profile"
	"archadvisor/ui/session"
	"archadvisor/ui/theme"
)

// helpModel is the help for what has the focus: about the question, then keys.
type helpModel struct {
	cfg  *Config
	box  theme.Box
	says []helpText
	page scroll
}

// helpText is a title, or a paragraph with or without a key or a word in front.
type helpText struct{ title, label, text string }

var helpKeys = theme.Keys{
	{Name: "close", Keys: []string{"esc", "?", "f1", "q", "enter"}, Help: "close"},
	{Name: "up", Keys: []string{"up"}, Rare: true},
	{Name: "down", Keys: []string{"down"}, Label: "↑↓", Help: "scroll"},
	{Name: "pageup", Keys: []string{"pgup"}, Rare: true},
	{Name: "pagedown", Keys: []string{"pgdown", " "}, Label: "pgup pgdn", Help: "a page"},
}

func (m Model) newHelp() helpModel {
	h := helpModel{cfg: m.cfg}
	add := func(title, text string) {
		if text != "" {
			h.says = append(h.says, helpText{title: title}, helpText{text: text}, helpText{})
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
	add(m.aboutView())
	h.says = append(h.says, helpText{title: "Keys"})
	for _, k := range m.keys() {
		if k.Help != "" {
			h.says = append(h.says, helpText{label: strings.Join(shownKeys(k), ", "), text: k.Help})
		}
	}
	if m.screen != interviewScreen {
		h.says = append(h.says, helpText{}, helpText{title: "Words"})
		for _, g := range advisor.Glossary() {
			h.says = append(h.says, helpText{label: g.Key, text: g.Meaning})
		}
	}
	return h
}

// aboutView says what the view in front shows.
func (m Model) aboutView() (title, text string) {
	switch m.screen {
	case resultScreen:
		return "Result", "On top what is recommended, below why: a tree down to each statement of the rule pack. The line under the cursor is spelled out beside it: what it says, your values, its condition, how far you are from its threshold, and its source."
	case chartScreen:
		return "Chart", "What each architecture costs over the load, where two of them cost the same, and where you are. ▲ is your load, ✕ a break-even, ┄ the budget or the target, ▸ the cheapest at the read-out. A shaded band holds 8 of 10 draws of what you left open. Lines: M solid, S dashed, µ dotted."
	case whatifScreen:
		return "What-if", "Change one answer and see at once what becomes of the ranking, the cost and the speed. Your answers stay as they are until you save. On a slider ● is the answer, ○ what it was, ━ a range, ? what is likeliest of an open one, and ╂ where the recommendation changes."
	case sensitivityScreen:
		return "Sensitivity", "What the answer hangs on: how far each open answer moves it, how often each option wins, and which rules carry it. A bar spans the lead over the runner-up while one answer moves over its range: ┼ is now, left of ╂ another option leads, ? marks answers that are open."
	case exportScreen:
		return "Export", "A decision record in the format that your project uses. The preview is what will be written."
	case compareScreen:
		return "Compare", "Two sets of answers side by side, with what differs between them."
	}
	return "", ""
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
	case f.ID == profile.Name:
		return "it keeps the name that it has."
	case f.Drawn:
		text := "the program tries values over " + strings.ReplaceAll(f.PriorText, ", log", " on a logarithmic scale")
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
	var lines []string
	for _, s := range m.says {
		lines = append(lines, s.lines(m.cfg.Theme, b.Inner().W)...)
	}
	m.page.fill(b.Inner(), lines)
	return m
}

// lines wraps a paragraph; what follows a label stays to the right of it.
func (h helpText) lines(t *theme.Theme, width int) []string {
	if h.title != "" {
		title := t.Strong.Render(strings.Join(theme.Wrap(h.title, width), "\n"))
		return strings.Split(title, "\n")
	}
	return labelled(t.Key, h.label, h.text, min(18, width/2), width)
}

// labelled wraps a text to the right of its label; without one it is all wide.
func labelled(style lipgloss.Style, label, text string, column, width int) []string {
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

// View draws the help page.
func (m helpModel) View() string {
	title := "Help"
	if !m.page.AtBottom() {
		title += " · more below"
	}
	return m.cfg.Theme.Frame(m.box, title, m.page.View(), true)
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
		m.help.page.act(name)
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
