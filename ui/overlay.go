package ui

import (
	"cmp"
	"errors"
	"os"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"archadvisor/advisor/profile"
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
	h := helpPage{theme: m.cfg.Theme}
	add := func(title, text string) {
		if text != "" {
			h.says = append(h.says, view.Paragraph{Title: title}, view.Paragraph{Text: text}, view.Paragraph{})
		}
	}
	front, about := m.views[m.front], table[m.front]
	if e, ok := front.(form.Model); ok {
		for _, p := range e.About() {
			add(p.Title, p.Text)
		}
	}
	add(about.title, about.help)
	h.says = append(h.says, view.Paragraph{Title: "Keys"})
	for _, k := range front.Keys() {
		if k.Help != "" {
			h.says = append(h.says, view.Paragraph{Label: strings.Join(shownKeys(k), ", "), Text: k.Help})
		}
	}
	if m.cfg.Mouse {
		h.says = append(h.says, view.Paragraph{})
		add("Mouse", "Clicks take tabs, rows and sliders, the wheel scrolls. Hold Shift to select text; --no-mouse leaves the mouse to the terminal.")
	}
	if m.front != interview {
		h.says = append(h.says, view.Paragraph{}, view.Paragraph{Title: "Words"})
		for _, g := range say.Glossary() {
			h.says = append(h.says, view.Paragraph{Label: g.Key, Text: g.Meaning})
		}
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

type prompt struct {
	cfg     *view.Config
	name    draw.Input // of the workload
	path    draw.Input
	cursor  int // 0 name, 1 path
	profile *profile.Profile
	own     bool // the answers of the interview, not of a what-if
	over    bool // the file is there: enter again overwrites it
	fault   string
}

type savedMsg struct {
	path    string
	profile *profile.Profile
	own     bool // they are the answers of the interview
	err     error
}

func (m Model) askSave(p *profile.Profile) (tea.Model, tea.Cmd) {
	own := p.Equal(m.session().Profile())
	path := m.cfg.SavePath(p.Name())
	if own && m.file != "" {
		path = m.file
	}
	m.overlay = prompt{cfg: m.cfg, profile: p, own: own, cursor: 1, name: draw.NewInput(m.cfg.Theme, p.Name()), path: draw.NewInput(m.cfg.Theme, path)}
	return m, nil
}

func (m prompt) keys() theme.Keys { return view.KeysOf("save") }

func (m prompt) update(msg tea.Msg, _ theme.Box) (overlay, tea.Cmd, bool) {
	switch msg := msg.(type) {
	case savedMsg:
		m.fault = profile.Clean(msg.err.Error())
		if errors.Is(msg.err, os.ErrExist) {
			m.over, m.fault = true, "There is such a file already: enter again overwrites it."
		}
	case tea.KeyMsg:
		m.fault = ""
		switch m.keys().Match(msg.String()) {
		case "close":
			return m, nil, true
		case "other":
			m.cursor = 1 - m.cursor
		case "save":
			return m.save()
		default:
			m.edit(msg)
		}
	}
	return m, nil, false
}

// edit types into the field under the cursor. A file name that nobody touched follows the name of the workload.
func (m *prompt) edit(msg tea.KeyMsg) {
	m.over = false
	if m.cursor == 1 {
		m.path.Key(msg)
		return
	}
	follows := m.path.Value() == m.cfg.SavePath(m.name.Value())
	m.name.Key(msg)
	if follows {
		m.path = draw.NewInput(m.cfg.Theme, m.cfg.SavePath(m.name.Value()))
	}
}

// save writes the answers in a command. The prompt stays until it is known what became of it.
func (m prompt) save() (overlay, tea.Cmd, bool) {
	path, name := strings.TrimSpace(m.path.Value()), strings.TrimSpace(m.name.Value())
	if path == "" {
		m.fault = "a file name is needed"
		return m, nil, false
	}
	p := m.profile.Clone()
	if name != "" && name != p.Name() {
		if err := p.Set(profile.Name, profile.Words(name)); err != nil {
			m.fault = err.Error()
			return m, nil, false
		}
	}
	write, own, over := m.cfg.Save, m.own, m.over
	return m, func() tea.Msg { return savedMsg{path, p, own, write(path, p, over)} }, false
}

func (m prompt) view(b theme.Box) string {
	t, in := m.cfg.Theme, b.Inner()
	row := func(i int, label string, field draw.Input) string {
		mark, style := t.Pointed(i == m.cursor)
		return style.Render(mark) + theme.Pad(label, 9) + field.Render(in.W-12, i == m.cursor)
	}
	lines := theme.Wrap("Saves the answers as a profile: a small text file to edit, share and score again.", in.W)
	lines = append(lines, "", row(0, "Workload", m.name), row(1, "File", m.path), "")
	lines = append(lines, t.Wrapped(t.Bad, m.fault, in.W)...)
	return t.Frame(b, "Save", strings.Join(lines, "\n"), true)
}

// filled is the page in a box: what follows a label stays to the right of its column.
func (m helpPage) filled(b theme.Box) helpPage {
	var lines []string
	column, width := 0, b.Inner().W
	for _, s := range m.says {
		column = max(column, theme.Width(s.Label))
	}
	for _, s := range m.says {
		if s.Title != "" {
			lines = append(lines, m.theme.Wrapped(m.theme.Strong, s.Title, width)...)
		} else {
			lines = append(lines, draw.Labelled(m.theme.Key, s.Label, s.Text, min(column, width/2), width)...)
		}
	}
	m.page.Fill(b.Inner(), lines)
	return m
}
