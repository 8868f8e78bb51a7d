package form

import (
	"fmt"
	"slices"
	"strings"

	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/ui/draw"
	"archadvisor/ui/session"
	"archadvisor/ui/theme"
	"archadvisor/ui/wording"
)

// line is a line of the question. When the window is low, lines of higher
// rank go first.
type line struct {
	text   string
	rank   int    // 0 stays
	cursor bool   // must be seen
	more   string // the text when the line that continues it is gone
}

// space is how the interview shares its box out: the question, and the ranking
// beside it, under it, or as a line on top.
type space struct{ question, ranking theme.Box }

func (m Model) space() space {
	switch {
	case m.box.W >= 90:
		cols := m.box.Columns(0, 0)
		return space{cols[0], cols[1]}
	case m.box.W >= 60 && m.box.H >= 16:
		rows := m.box.Rows(0, 6)
		return space{rows[0], rows[1]}
	}
	rows := m.box.Rows(1, 0)
	return space{rows[1], rows[0]}
}

// View draws the question and the ranking.
func (m Model) View() string {
	s := m.space()
	question := m.drawQuestion(s.question)
	switch {
	case m.box.W >= 90:
		return theme.Beside(question, m.rank.panel(s.ranking, m.answers.Ahead()))
	case s.ranking.H > 1:
		return theme.Stack(question, m.rank.panel(s.ranking, m.answers.Ahead()))
	}
	return theme.Stack(m.rank.line(s.ranking.W), question)
}

func (m Model) drawQuestion(b theme.Box) string {
	if m.box.W < 60 {
		return theme.Fit(m.body(b), b)
	}
	return m.cfg.Theme.Frame(b, m.title(), m.body(b.Inner()), true)
}

func (m Model) title() string {
	if m.id == session.None {
		return "All questions answered"
	}
	if group := m.id.Field().Group; group != "" {
		return group
	}
	return "Name"
}

func (m Model) body(b theme.Box) string {
	if m.id == session.None {
		return m.end(b)
	}
	var lines []line
	if b.H >= 22 {
		lines = append(lines, m.stepper()...)
	}
	lines = append(lines, m.question(b.W)...)
	for i, r := range m.rows {
		if r.kind == unknownRow {
			lines = append(lines, m.examples(b.W)...)
		}
		lines = append(lines, m.rowLine(i, r, b.W))
		if r.kind == withinRow {
			lines = append(lines, m.withinLines(b.W)...)
		}
	}
	if m.fault != "" {
		for _, l := range theme.Wrap(theme.Stop+" "+m.fault, b.W) {
			lines = append(lines, line{text: m.cfg.Theme.Bad.Render(l)})
		}
	}
	if m.answers.CanStop() && m.fault == "" {
		lines = append(lines, line{rank: 2}, line{rank: 1, text: m.cfg.Theme.Good.Render(
			theme.Cut(theme.Done+" You can stop now: nothing left is likely to change the answer (ctrl+r).", b.W))})
	}
	return squeeze(lines, b.H)
}

// squeeze drops the lines that matter least until the rest fits, then shows
// the part around the cursor.
func squeeze(lines []line, height int) string {
	for rank := 9; rank > 0 && len(lines) > height; rank-- {
		for i := len(lines) - 1; i >= 0 && len(lines) > height; i-- {
			if lines[i].rank != rank {
				continue
			}
			lines = slices.Delete(lines, i, i+1)
			if i > 0 && lines[i-1].rank == rank && lines[i-1].more != "" {
				lines[i-1].text = lines[i-1].more
			}
		}
	}
	at := 0
	for i, l := range lines {
		if l.cursor {
			at = i
		}
	}
	from, to := draw.Window(at, len(lines), height)
	lines = lines[from:to]
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = l.text
	}
	return strings.Join(out, "\n")
}

func (m Model) stepper() []line {
	t := m.cfg.Theme
	var lines []line
	for _, g := range m.answers.Groups() {
		mark, style := theme.Blank, t.Muted
		if g.Answered+g.Unknown == g.Total {
			mark, style = theme.Done, t.Good
		}
		if g.Current {
			mark, style = theme.Cursor, t.Select
		}
		text := fmt.Sprintf("%s %-12s %d of %d", mark, g.Name, g.Answered+g.Unknown, g.Total)
		lines = append(lines, line{text: style.Render(text), rank: 7})
	}
	return append(lines, line{rank: 7})
}

func (m Model) question(width int) []line {
	t, f := m.cfg.Theme, m.id.Field()
	var lines []line
	for _, l := range theme.Wrap(f.Prompt, width) {
		lines = append(lines, line{text: t.Strong.Render(l)})
	}
	for _, l := range theme.Wrap(f.Technical, width) {
		lines = append(lines, line{text: t.Muted.Render(l), rank: 5, more: t.Muted.Render(theme.Cut(l+" …", width))})
	}
	if note := m.cfg.Measured.Note(m.id, m.answers.Value(m.id)); note != "" {
		for _, l := range theme.Wrap("measured: "+profile.Clean(note), width) {
			lines = append(lines, line{text: t.Good.Render(l), rank: 4})
		}
	}
	return append(lines, line{rank: 6})
}

// examples shows how an answer may be written, under the line to type in.
func (m Model) examples(width int) []line {
	t, f := m.cfg.Theme, m.id.Field()
	if !m.has(inputRow) {
		return []line{}
	}
	lines := []line{{rank: 6}}
	if f.Numeric() {
		lines = append(lines, line{text: t.Muted.Render(theme.List("also: ", wording.Spellings(f), width)), rank: 4})
	}
	if len(f.Typical) > 0 {
		lines = append(lines, line{text: t.Muted.Render(theme.List("typical: ", f.Typical, width)), rank: 3})
	}
	return append(lines, line{rank: 6})
}

func (m Model) has(k rowKind) bool {
	return slices.ContainsFunc(m.rows, func(r row) bool { return r.kind == k })
}

func (m Model) rowLine(i int, r row, width int) line {
	t, focus := m.cfg.Theme, i == m.cursor
	mark, style := "  ", t.Text
	if focus {
		mark, style = theme.Cursor+" ", t.Select
	}
	chosen := m.answers.Value(m.id)
	switch r.kind {
	case inputRow:
		return line{text: m.inputLine(focus, width), cursor: focus}
	case choiceRow:
		box := theme.Off
		if chosen.Known() && chosen.Equal(r.value) {
			box = theme.On
		}
		text := fmt.Sprintf("%s%d %s %s", mark, i+1, box, r.word)
		return line{text: style.Render(theme.Cut(text, width)) + m.meaning(r.word, width-theme.Width(text)), cursor: focus}
	case checkRow:
		box := theme.Empty
		if slices.Contains(m.checked, r.word) {
			box = theme.Checked
		}
		text := mark + box + " " + r.word
		return line{text: style.Render(theme.Cut(text, width)) + m.meaning(r.word, width-theme.Width(text)), cursor: focus}
	}
	if r.kind == withinRow {
		return line{text: style.Render(theme.Cut(mark+theme.Off+" None of these limits is reached", width)), cursor: focus}
	}
	box := theme.Off
	if m.answers.Status(m.id) == session.Unknown {
		box = theme.On
	}
	words := " I don't know"
	if m.id == profile.Name {
		words = " Not yet"
	}
	return line{text: theme.Cut(style.Render(mark+box+words)+t.Muted.Render(m.assumed()), width), cursor: focus}
}

// withinLines are the limits that one line answers.
func (m Model) withinLines(width int) []line {
	var lines []line
	for _, text := range theme.Wrap(say.WithinLimits(m.answers.Limits()), width-6) {
		lines = append(lines, line{text: m.cfg.Theme.Muted.Render("      " + text), rank: 2})
	}
	return append(lines, line{rank: 6})
}

// assumed says what the program does without an answer.
func (m Model) assumed() string {
	f := m.id.Field()
	switch {
	case m.id == profile.Name:
		return " → stays " + profile.Clean(m.answers.Name())
	case f.Drawn && f.PriorText != "":
		return " → assumes " + strings.Split(f.PriorText, ", log")[0]
	case f.Drawn:
		return " → every answer is tried"
	case f.Default != "":
		return " → assumes " + f.Default
	case f.Unit == "importance":
		return " → the usual weight"
	}
	return " → left out"
}

// inputLine draws the text field with what the text means beside it.
func (m Model) inputLine(focus bool, width int) string {
	t := m.cfg.Theme
	mark := "  > "
	if focus {
		mark = theme.Cursor + " > "
	}
	echo := ""
	if v, err := session.Parse(m.id, m.input.Value()); m.input.Value() != "" && m.id.Field().Numeric() {
		echo = t.Good.Render("= " + profile.Format(m.id, v))
		if err != nil {
			echo = t.Bad.Render(theme.Stop + " not understood yet")
		}
	}
	room := max(8, width-theme.Width(mark)-theme.Width(echo)-2)
	typed := m.input.Render(room, focus)
	typed = theme.Pad(typed, max(theme.Width(typed), min(room, 22))) // echoes stand in line
	if focus {
		mark, typed = t.Select.Render(mark), t.Text.Render(typed)
	}
	return theme.Cut(mark+typed+"  "+echo, width)
}

func (m Model) end(b theme.Box) string {
	t := m.cfg.Theme
	lines := theme.Wrap("That was the last question. Nothing is final: go back with esc, or jump to any question with ctrl+g.", b.W)
	lines = append(lines, "", t.Select.Render(theme.Cut(theme.Cursor+" Show the result (enter)", b.W)))
	return strings.Join(lines, "\n")
}

// meaning says what a word means, as far as there is room beside it.
func (m Model) meaning(word string, room int) string {
	text := m.id.Field().Meaning(word)
	if text == "" || room < 12 {
		return ""
	}
	return m.cfg.Theme.Muted.Render(theme.Cut("  "+text, room))
}
