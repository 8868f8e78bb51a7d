package ui

import (
	"errors"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"archadvisor/advisor/profile"
	"archadvisor/ui/theme"
)

// promptModel asks where to save answers.
type promptModel struct {
	cfg     *Config
	box     theme.Box
	name    input // of the workload
	path    input
	cursor  int // 0 name, 1 path
	profile *profile.Profile
	own     bool // the answers of the interview, not of a what-if
	over    bool // the file is there: enter again overwrites it
	fault   string
}

var promptKeys = theme.Keys{
	{Name: "save", Keys: []string{"enter"}, Help: "save"},
	{Name: "other", Keys: []string{"tab", "up", "down"}, Label: "↑↓", Help: "name, file"},
	{Name: "close", Keys: []string{"esc"}, Help: "cancel"},
}

func (m Model) askSave(p *profile.Profile) (tea.Model, tea.Cmd) {
	if m.cfg.Save == nil {
		return m, send(noteMsg{"Saving is not possible here.", true})
	}
	own := p.Equal(m.cfg.Session.Profile())
	path := proposed(m.cfg, p.Name())
	if own && m.cfg.File != "" {
		path = m.cfg.File
	}
	m.prompt = promptModel{cfg: m.cfg, profile: p, own: own, cursor: 1,
		name: newInput(m.cfg.Theme, p.Name()), path: newInput(m.cfg.Theme, path)}
	m.overlay = promptOverlay
	return m.resize(), nil
}

// proposed is where answers about a workload of that name may be saved.
func proposed(cfg *Config, name string) string {
	if cfg.SavePath == nil {
		return "profile.toml"
	}
	return cfg.SavePath(name)
}

// Keys returns what can be done while the prompt is open.
func (m promptModel) Keys() theme.Keys { return promptKeys }

// SetSize gives the space to draw in.
func (m promptModel) SetSize(b theme.Box) promptModel {
	m.box = b
	return m
}

// update takes a key and reports whether the prompt is to be closed.
func (m promptModel) update(msg tea.KeyMsg) (promptModel, tea.Cmd, bool) {
	m.fault = ""
	switch promptKeys.Match(msg.String()) {
	case "close":
		return m, nil, true
	case "other":
		m.cursor = 1 - m.cursor
	case "save":
		return m.save()
	default:
		m.edit(msg)
	}
	return m, nil, false
}

// edit types into the field under the cursor. A file name that nobody touched
// follows the name of the workload.
func (m *promptModel) edit(msg tea.KeyMsg) {
	m.over = false
	if m.cursor == 1 {
		m.path.key(msg)
		return
	}
	follows := m.path.Value() == proposed(m.cfg, m.name.Value())
	m.name.key(msg)
	if follows {
		m.path = newInput(m.cfg.Theme, proposed(m.cfg, m.name.Value()))
	}
}

func (m promptModel) save() (promptModel, tea.Cmd, bool) {
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
		if m.own {
			if err := m.cfg.Session.Rename(name); err != nil {
				m.fault = err.Error()
				return m, nil, false
			}
		}
		m.profile = p
	}
	err := m.cfg.Save(path, p, m.over)
	if errors.Is(err, ErrExists) {
		m.over, m.fault = true, "There is such a file already: enter again overwrites it."
		return m, nil, false
	}
	if err != nil {
		m.fault = profile.Clean(err.Error())
		return m, nil, false
	}
	return m, send(savedMsg{path, m.own}), true
}

// View draws the prompt.
func (m promptModel) View() string {
	t, in := m.cfg.Theme, m.box.Inner()
	row := func(i int, label string, field input) string {
		mark := "  "
		if i == m.cursor {
			mark = t.Select.Render(theme.Cursor + " ")
		}
		return mark + theme.Pad(label, 9) + field.view(in.W-12, i == m.cursor)
	}
	lines := theme.Wrap("Saves the answers as a profile: a small text file to edit, share and score again.", in.W)
	lines = append(lines, "", row(0, "Workload", m.name), row(1, "File", m.path), "")
	for _, l := range theme.Wrap(m.fault, in.W) {
		lines = append(lines, t.Bad.Render(l))
	}
	return t.Frame(m.box, "Save", strings.Join(lines, "\n"), true)
}
