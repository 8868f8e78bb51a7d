package form

import (
	"slices"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/ui/draw"
	"archadvisor/ui/session"
)

type rowKind uint8

const (
	inputRow   rowKind = iota // a line to type in
	choiceRow                 // one of several
	checkRow                  // any of several
	withinRow                 // none of the hard limits is reached
	unknownRow                // "I don't know"
	endRow                    // to the result, after the last question
)

// row is a line of the question that the cursor can be on.
type row struct {
	kind  rowKind
	word  string
	value profile.Value
}

func rowsOf(id profile.ID) []row {
	if id == session.None {
		return []row{{kind: endRow}}
	}
	var rows []row
	f := id.Field()
	switch {
	case f.Kind == profile.TextList && f.Options != nil:
		for _, o := range f.Options {
			rows = append(rows, row{kind: checkRow, word: o})
		}
	case len(session.Choices(id)) > 0:
		for _, c := range session.Choices(id) {
			rows = append(rows, row{choiceRow, c.Word, c.Value})
		}
	default:
		rows = append(rows, row{kind: inputRow})
	}
	return append(rows, row{kind: unknownRow})
}

// load takes the question at hand from the session.
func (m Model) load() Model {
	m.id, m.fault, m.cursor = m.answers.Current(), "", 0
	v := m.answers.Value(m.id)
	m.rows, m.checked, m.input = rowsOf(m.id), nil, draw.NewInput(m.cfg.Theme, "")
	if m.id == session.None {
		return m
	}
	m = m.offerWithin()
	f := m.id.Field()
	switch {
	case f.Kind == profile.TextList && f.Options != nil:
		m.checked = slices.Clone(v.List)
	case len(session.Choices(m.id)) == 0 && m.answers.Status(m.id) == session.Answered:
		m.input = draw.NewInput(m.cfg.Theme, profile.Format(m.id, v))
	}
	for i, r := range m.rows {
		chosen := r.kind == choiceRow && v.Known() && r.value.Equal(v)
		if chosen || r.kind == unknownRow && m.answers.Status(m.id) == session.Unknown {
			m.cursor = i
		}
	}
	return m
}

// offerWithin adds the line that answers all open hard limits, once they are
// known, and takes it away when there are no longer several.
func (m Model) offerWithin() Model {
	rows := slices.DeleteFunc(slices.Clone(m.rows), func(r row) bool { return r.kind == withinRow })
	if m.limit() {
		rows = slices.Insert(rows, len(rows)-1, row{kind: withinRow})
	}
	m.rows = rows
	m.cursor = min(m.cursor, len(rows)-1)
	return m
}

// limit reports whether the question is one of several open hard limits, which
// one answer can settle.
func (m Model) limit() bool {
	limits := m.answers.Limits()
	return len(limits) > 1 && slices.ContainsFunc(limits, func(g explain.OpenGate) bool { return g.Fields[0] == m.id })
}

// row is the line under the cursor.
func (m Model) row() row {
	if m.cursor < len(m.rows) {
		return m.rows[m.cursor]
	}
	return row{kind: endRow}
}

func (m *Model) toggle() {
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
func (m Model) candidate() (profile.Value, error) {
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
