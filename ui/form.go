package ui

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"archadvisor/advisor/profile"
	"archadvisor/ui/session"
	"archadvisor/ui/theme"
)

// formModel is the question at hand.
type formModel struct {
	cfg     *Config
	box     theme.Box
	framed  bool
	id      profile.ID
	rows    []formRow
	cursor  int
	input   input
	checked []string
	fault   string // why the answer was not taken
}

type rowKind uint8

const (
	inputRow   rowKind = iota // a line to type in
	choiceRow                 // one of several
	checkRow                  // any of several
	unknownRow                // "I don't know"
	endRow                    // to the result, after the last question
)

type formRow struct {
	kind  rowKind
	word  string
	value profile.Value
}

func newForm(cfg *Config) formModel {
	return formModel{cfg: cfg}.load()
}

// load takes the question at hand from the session.
func (m formModel) load() formModel {
	m.id, m.fault, m.cursor = m.cfg.Session.Current(), "", 0
	v := m.cfg.Session.Value(m.id)
	m.rows, m.checked, m.input = formRows(m.id), nil, newInput(m.cfg.Theme, "")
	if m.id == session.None {
		return m
	}
	f := m.id.Field()
	switch {
	case f.Kind == profile.TextList && f.Options != nil:
		m.checked = slices.Clone(v.List)
	case len(session.Choices(m.id)) == 0 && m.cfg.Session.Status(m.id) == session.Answered:
		m.input = newInput(m.cfg.Theme, editable(m.id, v))
	}
	for i, r := range m.rows {
		chosen := r.kind == choiceRow && v.Known() && r.value.Equal(v)
		if chosen || r.kind == unknownRow && m.cfg.Session.Status(m.id) == session.Unknown {
			m.cursor = i
		}
	}
	return m
}

func formRows(id profile.ID) []formRow {
	if id == session.None {
		return []formRow{{kind: endRow}}
	}
	var rows []formRow
	f := id.Field()
	switch {
	case f.Kind == profile.TextList && f.Options != nil:
		for _, o := range f.Options {
			rows = append(rows, formRow{kind: checkRow, word: o})
		}
	case len(session.Choices(id)) > 0:
		for _, c := range session.Choices(id) {
			rows = append(rows, formRow{choiceRow, c.Word, c.Value})
		}
	default:
		rows = append(rows, formRow{kind: inputRow})
	}
	return append(rows, formRow{kind: unknownRow})
}

// editable is a value as somebody would type it again.
func editable(id profile.ID, v profile.Value) string {
	return profile.Format(id, v)
}

// Keys returns what can be done now: ticking only where there are boxes.
func (m formModel) Keys() theme.Keys {
	keys := slices.Clone(formKeys)
	for i := range keys {
		if keys[i].Name == "toggle" {
			keys[i].Rare = !m.has(checkRow)
		}
	}
	return keys
}

// Typing reports whether letters belong to a text field.
func (m formModel) Typing() bool { return m.row().kind == inputRow }

func (m formModel) row() formRow {
	if m.cursor < len(m.rows) {
		return m.rows[m.cursor]
	}
	return formRow{kind: endRow}
}

// SetSize gives the space to draw in, with a frame around it or without.
func (m formModel) SetSize(b theme.Box, framed bool) formModel {
	m.box, m.framed = b, framed
	return m
}

// Update takes keys that the root left.
func (m formModel) Update(msg tea.Msg) (formModel, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.KeyMsg:
		pressed := msg.String()
		if m.Typing() && pressed != "?" && m.input.key(msg) {
			m.fault = ""
			return m, send(typedMsg{})
		}
		if n := digit(pressed); n > 0 && !m.Typing() && n <= len(m.rows) {
			m.cursor = n - 1
			return m, send(typedMsg{})
		}
		return m.act(formKeys.Match(pressed))
	case actionMsg:
		return m.act(msg.name)
	}
	return m, nil
}

func digit(pressed string) int {
	if len(pressed) == 1 && pressed[0] >= '1' && pressed[0] <= '9' {
		return int(pressed[0] - '0')
	}
	return 0
}

func (m formModel) act(name string) (formModel, tea.Cmd) {
	s := m.cfg.Session
	switch name {
	case "up":
		m.cursor = max(0, m.cursor-1)
		return m, send(typedMsg{})
	case "down":
		m.cursor = min(len(m.rows)-1, m.cursor+1)
		return m, send(typedMsg{})
	case "toggle":
		m.toggle()
		return m, send(typedMsg{})
	case "next":
		return m.confirm()
	case "skip":
		s.Next()
		return m.load(), send(typedMsg{})
	case "back":
		if !s.Back() {
			return m, send(noteMsg{text: "This is the first question."})
		}
		return m.load(), send(typedMsg{})
	}
	return m, nil
}

func (m *formModel) toggle() {
	r := m.row()
	if r.kind != checkRow {
		return
	}
	if i := slices.Index(m.checked, r.word); i >= 0 {
		m.checked = slices.Delete(slices.Clone(m.checked), i, i+1)
		return
	}
	m.checked = append(slices.Clone(m.checked), r.word)
}

// candidate is the answer as it stands on the screen; an open value is "I
// don't know".
func (m formModel) candidate() (profile.Value, error) {
	switch r := m.row(); r.kind {
	case inputRow:
		return session.Parse(m.id, m.input.Value())
	case choiceRow:
		return r.value, nil
	case checkRow:
		return profile.List(m.checked...), nil
	}
	return profile.Value{}, nil
}

// confirm takes the answer and goes on to the next question.
func (m formModel) confirm() (formModel, tea.Cmd) {
	s := m.cfg.Session
	kind := m.row().kind
	if kind == endRow {
		return m, send(viewMsg{resultScreen})
	}
	if kind == inputRow && m.input.Value() == "" && len(m.rows) > 1 {
		m.cursor = len(m.rows) - 1 // nothing typed: offer "I don't know"
		return m, send(typedMsg{})
	}
	v, err := m.candidate()
	if err == nil && v.Known() {
		err = s.Answer(v)
	}
	if err != nil {
		m.fault = profile.Clean(err.Error())
		return m, nil
	}
	if !v.Known() {
		s.DontKnow()
	}
	s.Next()
	return m.load(), send(answeredMsg{})
}

// takes reports whether a character is text for the field: all but the ? for
// help, which no answer needs.
func (m formModel) takes(pressed string) bool { return m.Typing() && pressed != "?" }
