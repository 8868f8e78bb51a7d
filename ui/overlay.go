package ui

import (
	"cmp"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"archadvisor/advisor/say"
	"archadvisor/ui/draw"
	"archadvisor/ui/form"
	"archadvisor/ui/theme"
	"archadvisor/ui/view"
)

// helpPage is the help for what has the focus: about the question, then keys.
type helpPage struct {
	theme *theme.Theme
	says  []view.Paragraph
	page  draw.Scroll
}

func (m Model) newHelp() overlay {
	h, front, about := helpPage{theme: m.cfg.Theme}, m.views[m.front], table[m.front]
	if e, ok := front.(form.Model); ok {
		h.says = e.About()
	}
	h.says = append(h.says, view.Paragraph{Title: about.title, Text: about.help}, view.Paragraph{Title: "Keys", Text: "What can be done here:"})
	h.says = append(h.says, say.Each(front.Keys(), func(k theme.Key) view.Paragraph {
		return view.Paragraph{Label: strings.Join(shownKeys(k), ", "), Text: k.Help}
	})...)
	if m.cfg.Mouse {
		h.says = append(h.says, view.Paragraph{Title: "Mouse", Text: "Clicks take tabs, rows and sliders, the wheel scrolls. Hold Shift to select text; --no-mouse leaves the mouse to the terminal."})
	}
	if m.front != interview {
		h.says = append(h.says, view.Paragraph{Title: "Words", Text: "What they mean here:"})
		h.says = append(h.says, say.Each(say.Glossary, func(g say.Term) view.Paragraph { return view.Paragraph{Label: g.Key, Text: g.Meaning} })...)
	}
	return h
}

func shownKeys(k theme.Key) []string {
	if k.Label != "" {
		return []string{k.Label}
	}
	return say.Each(k.Keys, func(key string) string { return cmp.Or(strings.TrimSpace(key), "space") })
}

func (m helpPage) keys() theme.Keys { return view.KeysOf("help") }

func (m helpPage) view(b theme.Box) string {
	m, title := m.filled(b), "Help"
	if !m.page.AtBottom() {
		title += " · more below"
	}
	return m.theme.Frame(b, title, m.page.View(), true)
}

func (m helpPage) update(msg tea.Msg, b theme.Box) (overlay, tea.Cmd, bool) {
	name := ""
	if key, ok := msg.(tea.KeyMsg); ok {
		m, name = m.filled(b), m.keys().Match(key.String())
		m.page.Act(name)
	}
	return m, nil, name == "close"
}

// filled is the page in a box: what follows a label stays to the right of its column.
func (m helpPage) filled(b theme.Box) helpPage {
	var lines []string
	column, width := 0, b.Inner().W
	for _, s := range m.says {
		column = max(column, theme.Width(s.Label))
	}
	for i, s := range m.says {
		if s.Text == "" {
			continue
		}
		if s.Title != "" {
			lines = append(lines, make([]string, min(1, i))...)
			lines = append(lines, m.theme.Wrapped(m.theme.Strong, s.Title, width)...)
		}
		lines = append(lines, draw.Labelled(m.theme.Key, s.Label, s.Text, min(column, width/2), width)...)
	}
	m.page.Fill(b.Inner(), lines)
	return m
}
