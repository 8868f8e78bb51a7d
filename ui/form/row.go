package form

import (
	"context"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/ui/draw"
	"archadvisor/ui/session"
	"archadvisor/ui/view"
	"archadvisor/ui/wording"
)

type rowKind uint8

const (
	noRow      rowKind = iota // nothing is selected yet
	inputRow                  // a line to type in
	choiceRow                 // one of several
	checkRow                  // any of several
	limitRow                  // a hard limit, with a line to type in
	withinRow                 // none of the rows of a sheet
	unknownRow                // "I don't know"
	endRow                    // to the result, after the last question
)

type row struct {
	kind    rowKind
	id      profile.ID // that it answers
	word    string
	meaning string
	shape   string // of a day, for a load
	value   profile.Value
}

// rowsOf are the rows of the question at hand, of its sheet if it has one.
func rowsOf(s session.Session) []row {
	id := s.Current()
	if id == session.None {
		return []row{{kind: endRow}}
	}
	f := id.Field()
	rows := say.All(s.Limits(), func(g *explain.OpenGate) row {
		return row{kind: limitRow, id: g.Fields[0], word: say.Beyond(g), value: g.Within}
	})
	none, unknown := row{kind: withinRow, word: "None of these"}, row{kind: unknownRow, word: "I don't know"}
	switch {
	case len(rows) > 0:
		return append(rows, none, unknown)
	case s.Facts():
		rows = say.Each(s.Sheet(), func(p profile.ID) row { return row{kind: checkRow, id: p, word: say.Capital(say.Fact(p))} })
		none.meaning, unknown.meaning = "what is not ticked is not true", "what is not ticked stays open"
		return append(rows, none, unknown)
	case s.Sheet() != nil:
		for _, p := range s.Sheet() {
			word, says := strings.ReplaceAll(p.Field().Key, "_", " "), p.Field().Technical
			rows = append(rows, row{kind: checkRow, id: p, word: word, meaning: strings.ToLower(says[:1]) + says[1:]})
		}
		return append(rows, row{kind: unknownRow, word: "Nothing in particular"})
	case len(session.Choices(id)) == 0:
		rows = append(rows, row{kind: inputRow, id: id})
	}
	for i, c := range session.Choices(id) {
		r := row{kind: choiceRow, id: id, word: f.Said(c.Word), meaning: f.Meaning(c.Word), value: c.Value}
		if f.Kind == profile.TextList {
			r.kind = checkRow
		}
		if i < len(f.Shapes) {
			r.shape = f.Shapes[i]
		}
		rows = append(rows, r)
	}
	if unknown.id, unknown.word = id, wording.NoAnswer(f); id == profile.Name {
		unknown.word = "Not yet"
	}
	return append(rows, unknown)
}

// load takes the question at hand from the session. Nothing is selected where nothing was answered.
func (m Model) load() Model {
	m.id, m.fault, m.search, m.warned, m.cursor = m.answers.Current(), "", "", false, -1
	v := m.answers.Value(m.id)
	m.rows, m.checked, m.input = rowsOf(m.answers), nil, draw.NewInput(m.cfg.Theme, "")
	for i, r := range m.rows {
		switch {
		case r.kind == inputRow && m.answers.Status(m.id) == session.Answered:
			m.input = draw.NewInput(m.cfg.Theme, profile.Format(m.id, v))
			m.cursor = i
		case r.kind == inputRow || r.kind == endRow, r.kind == choiceRow && v.Known() && r.value.Equal(v),
			r.kind == unknownRow && r.id != session.None && m.answers.Status(r.id) == session.Unknown:
			m.cursor = i
		case r.kind == checkRow && m.ticked(r):
			m.checked = append(m.checked, r.word)
		}
	}
	m.typed = m.input.Value()
	return m
}

func (m Model) ticked(r row) bool {
	v := m.answers.Value(r.id)
	if r.id.Field().Kind == profile.TextList {
		return slices.Contains(v.List, r.value.List[0])
	}
	return v.Equal(session.Fact(r.id))
}

func (m Model) row() row {
	if m.cursor >= 0 && m.cursor < len(m.rows) {
		return m.rows[m.cursor]
	}
	return row{}
}

func (m Model) typing() bool {
	r := m.row()
	return r.kind == inputRow || r.kind == limitRow && r.id.Field().Kind != profile.Bool
}

// move goes to a row; the line to type in of a limit begins with its answer.
func (m Model) move(to int) Model {
	n := len(m.rows)
	m.cursor = (to + n) % n
	m.search, m.fault, m.warned = "", "", false
	if r := m.row(); r.kind == limitRow {
		m.input = draw.NewInput(m.cfg.Theme, "")
		if m.answers.Status(r.id) == session.Answered {
			m.input = draw.NewInput(m.cfg.Theme, profile.Format(r.id, m.answers.Value(r.id)))
		}
		m.typed = m.input.Value()
	}
	return m
}

// toggle ticks a row of several or takes the tick away; with nothing selected yet it selects the first.
func (m Model) toggle() Model {
	r := m.row()
	if r.kind == noRow {
		return m.move(0)
	}
	if r.kind != checkRow {
		return m
	}
	if i := slices.Index(m.checked, r.word); i >= 0 {
		m.checked = slices.Delete(slices.Clone(m.checked), i, i+1)
	} else {
		m.checked = append(slices.Clone(m.checked), r.word)
	}
	return m
}

// find goes to the row with a word that the letters begin, in its meaning too; others begin anew.
func (m Model) find(letter string) Model {
	for _, search := range []string{m.search + letter, letter} {
		at := slices.IndexFunc(m.rows, func(r row) bool { return strings.Contains(" "+strings.ToLower(r.word+" "+r.meaning), " "+search) })
		if at >= 0 {
			m = m.move(at)
			m.search = search
			return m
		}
	}
	return m
}

// formed is the answer as it stands on the screen, none if nothing was said, or why it cannot be taken.
func (m Model) formed() ([]session.Given, error) {
	switch r := m.row(); {
	case m.typing() && m.input.Value() == "":
		return nil, nil
	case m.typing():
		g, err := session.Read(r.id, m.input.Value())
		return []session.Given{g}, err
	case r.kind == limitRow:
		return []session.Given{{ID: r.id, Value: profile.Flag(!r.value.Bool())}}, nil
	case r.kind != checkRow && m.answers.Facts():
		return m.answers.Ticked(r.kind == withinRow, m.facts()...), nil
	case r.kind == withinRow:
		return m.answers.Within(), nil
	case r.kind == choiceRow:
		return []session.Given{{ID: r.id, Value: r.value}}, nil
	case r.kind == unknownRow && r.id != session.None:
		return []session.Given{{ID: r.id}}, nil
	case r.kind == unknownRow:
		return nil, nil
	}
	return m.several(), nil
}

// several are the rows that are ticked, or else the one under the cursor.
func (m Model) several() []session.Given {
	list := m.checked
	if m.checked == nil && m.row().kind == checkRow { // nothing was ticked, nor taken back
		list = []string{m.row().word}
	}
	if len(list) == 0 {
		return nil
	}
	if m.answers.Sheet() == nil {
		var words []string
		for _, r := range m.rows {
			if slices.Contains(list, r.word) {
				words = append(words, r.value.List...)
			}
		}
		return []session.Given{{ID: m.id, Value: profile.List(words...)}}
	}
	m.checked = list
	return m.answers.Ticked(false, m.facts()...)
}

// facts are the questions of the rows that are ticked.
func (m Model) facts() (ids []profile.ID) {
	for _, r := range m.rows {
		if slices.Contains(m.checked, r.word) {
			ids = append(ids, r.id)
		}
	}
	return ids
}

// confirm takes the answer and goes on. Where nothing was typed or selected it says so once; the second time it skips.
func (m Model) confirm() (Model, tea.Cmd) {
	switch r := m.row(); {
	case r.kind == endRow:
		return m, view.Send(view.ShowMsg{Name: view.Result})
	case r.kind == unknownRow && r.id == session.None && (len(m.checked) == 0 || !m.answers.Facts()):
		return m.act("skip")
	}
	list, err := m.formed()
	switch {
	case err != nil:
		m.fault = profile.Clean(err.Error())
		return m, nil
	case len(list) == 0 && m.warned:
		return m.act("skip")
	case len(list) == 0:
		m.warned = true
		return m, nil
	}
	next, effect, err := m.answers.Give(list...)
	if err != nil {
		m.fault = profile.Clean(err.Error())
		return m, nil
	}
	if m.row().kind != limitRow { // a sheet of limits stays until the rest is answered
		next = next.Next()
	}
	return m.answered(next, effect, "")
}

// undo takes back what was typed and not taken, else one answer; redo brings an answer back.
func (m Model) undo(name string) (Model, tea.Cmd) {
	turn, done := m.answers.Undo, "Undone: "
	switch {
	case name == "redo":
		turn, done = m.answers.Redo, "Redone: "
	case m.typing() && m.input.Value() != m.typed, !m.typing() && m.cursor >= 0 && m.rank.preview != nil:
		return m.load().preview()
	}
	next, effect, id := turn()
	if id == session.None {
		return m, view.Note("There is nothing to " + name + ".")
	}
	return m.answered(next, effect, done+say.Label(id))
}

// answered follows a change of the answers; the figures of a preview stay, for they are of these answers.
func (m Model) answered(next session.Session, effect session.Effect, note string) (Model, tea.Cmd) {
	m.answers = next
	m = m.load()
	m.look.Start(context.Background()) // what is being computed was made useless
	if m.rank.preview != nil {
		m.rank.decision = m.rank.preview
	}
	m.rank.preview, m.rank.busy = nil, true
	return m, tea.Batch(view.Send(view.AnsweredMsg{Note: note}), do(effect, "Not kept on disk"))
}

// do does in a command what a change asks of the disk.
func do(e session.Effect, doing string) tea.Cmd {
	if e.None() {
		return nil
	}
	return func() tea.Msg { return draftMsg{e, doing, e.Do()} }
}
