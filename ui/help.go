package ui

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"archadvisor/advisor/say"
	"archadvisor/ui/draw"
	"archadvisor/ui/theme"
	"archadvisor/ui/view"
)

// helpPage is the help for what has the focus: about the question, then keys.
type helpPage struct {
	theme *theme.Theme
	box   theme.Box
	says  []helpText
	page  draw.Scroll
}

// helpText is a title, or a paragraph with or without a key or a word in front.
type helpText struct{ title, label, text string }

func (m Model) newHelp() overlay {
	h := helpPage{theme: m.cfg.Theme}
	add := func(title, text string) {
		if text != "" {
			h.says = append(h.says, helpText{title: title}, helpText{text: text}, helpText{})
		}
	}
	front, about := m.views[m.front], table[m.front]
	if e, ok := front.(view.Explainer); ok {
		for _, p := range e.About() {
			add(p.Title, p.Text)
		}
	}
	add(about.title, about.help)
	h.says = append(h.says, helpText{title: "Keys"})
	for _, k := range front.Keys() {
		if k.Help != "" {
			h.says = append(h.says, helpText{label: strings.Join(shownKeys(k), ", "), text: k.Help})
		}
	}
	if m.cfg.Mouse {
		h.says = append(h.says, helpText{})
		add("Mouse", "Clicks take tabs, rows and sliders, the wheel scrolls. Hold Shift to select text; --no-mouse leaves the mouse to the terminal.")
	}
	if m.front != interview {
		h.says = append(h.says, helpText{}, helpText{title: "Words"})
		for _, g := range say.Glossary() {
			h.says = append(h.says, helpText{label: g.Key, text: g.Meaning})
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

func (m helpPage) keys() theme.Keys { return view.KeysOf("help") }

func (m helpPage) setSize(b theme.Box) overlay {
	m.box = b
	var lines []string
	column := 0
	for _, s := range m.says {
		column = max(column, theme.Width(s.label))
	}
	for _, s := range m.says {
		lines = append(lines, s.lines(m.theme, min(column, b.Inner().W/2), b.Inner().W)...)
	}
	m.page.Fill(b.Inner(), lines)
	return m
}

// lines wraps a paragraph; what follows a label stays to the right of its column.
func (h helpText) lines(t *theme.Theme, column, width int) []string {
	if h.title != "" {
		title := t.Strong.Render(strings.Join(theme.Wrap(h.title, width), "\n"))
		return strings.Split(title, "\n")
	}
	return draw.Labelled(t.Key, h.label, h.text, column, width)
}

// view draws the help page.
func (m helpPage) view() string {
	title := "Help"
	if !m.page.AtBottom() {
		title += " · more below"
	}
	return m.theme.Frame(m.box, title, m.page.View(), true)
}

// update scrolls, and closes the page.
func (m helpPage) update(msg tea.Msg) (overlay, tea.Cmd, bool) {
	key, ok := msg.(tea.KeyMsg)
	if !ok {
		return m, nil, false
	}
	name := m.keys().Match(key.String())
	m.page.Act(name)
	return m, nil, name == "close"
}
