package form

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"archadvisor/advisor/say"
	"archadvisor/ui/session"
	"archadvisor/ui/theme"
	"archadvisor/ui/wording"
)

// rowLines draws a row: what is selected, its word, and its meaning beside it, on as many lines as that takes.
func (m Model) rowLines(i int, r row, width int) []line {
	if r.kind == inputRow {
		return append([]line{{text: m.inputLine("> ", i == m.cursor, width), cursor: i == m.cursor}}, m.examples(width)...)
	}
	focus := i == m.cursor
	mark, _ := m.cfg.Theme.Pointed(focus)
	number := "  "
	if i < 9 && m.rows[0].kind != inputRow {
		number = fmt.Sprintf("%d ", i+1)
	}
	head := mark + number + m.mark(r) + " "
	if r.kind == withinRow && slices.ContainsFunc(m.rows, func(r row) bool {
		return slices.Contains(m.checked, r.word) || r.kind == limitRow && m.answers.Status(r.id) == session.Answered
	}) {
		r.word = "None of the others"
	}
	switch {
	case r.kind == limitRow && focus && m.typing():
		return []line{{text: m.inputLine(head+r.word+": ", true, width), cursor: true}}
	case r.kind == limitRow && m.answers.Status(r.id) == session.Answered:
		return m.runIn(head, say.Label(r.id)+": "+wording.Answer(m.answers, r.id), "", focus, width)
	case r.kind == unknownRow && r.id != session.None:
		return m.runIn(head, r.word, " → "+wording.WithoutAnswer(r.id.Field()), focus, width)
	}
	return m.withMeaning(head, r, focus, width)
}

func (m Model) mark(r row) string {
	given := m.answers.Value(r.id)
	box := [2]string{theme.Off, theme.On}
	on := false
	switch r.kind {
	case checkRow:
		box, on = [2]string{theme.Empty, theme.Checked}, slices.Contains(m.checked, r.word)
	case limitRow:
		box, on = [2]string{theme.Empty, theme.Checked}, m.answers.Status(r.id) == session.Answered
	case choiceRow:
		on = given.Known() && given.Equal(r.value)
	case unknownRow:
		on = r.id != session.None && m.answers.Status(r.id) == session.Unknown
	}
	if on {
		return box[1]
	}
	return box[0]
}

// withMeaning draws a word with its meaning beside it in a column, or behind it where there is little room.
func (m Model) withMeaning(head string, r row, focus bool, width int) []line {
	t := m.cfg.Theme
	column := theme.Width(head) + m.widest(true) + 2
	if width-column < 22 { // a word of meaning is worth more than its picture
		r.shape, column = "", theme.Width(head)+m.widest(false)+2
	}
	switch {
	case r.meaning == "":
		return m.runIn(head, r.word, "", focus, width)
	case width-column < 24:
		return m.runIn(head, r.word, ": "+r.meaning, focus, width)
	}
	_, style := t.Pointed(focus)
	left := style.Render(theme.Pad(head+r.word, column))
	if r.shape != "" {
		left = style.Render(theme.Pad(head+r.word, column-10)) + t.Good.Render(theme.Spark(r.shape)) + "  "
	}
	var lines []line
	for _, l := range theme.Wrap(r.meaning, width-column) {
		lines = append(lines, line{text: left + t.Muted.Render(l), cursor: focus})
		left = strings.Repeat(" ", column)
	}
	return lines
}

// runIn draws a word and what is told behind it, on as many lines as that takes.
func (m Model) runIn(head, word, behind string, focus bool, width int) []line {
	_, style := m.cfg.Theme.Pointed(focus)
	var lines []line
	left := len([]rune(word))
	for _, l := range theme.Wrap(word+behind, max(8, width-theme.Width(head))) {
		text := []rune(l)
		of := min(left, len(text))
		lines = append(lines, line{text: style.Render(head+string(text[:of])) + m.cfg.Theme.Muted.Render(string(text[of:])), cursor: focus})
		left, head = max(0, left-len(text)-1), strings.Repeat(" ", theme.Width(head))
	}
	return lines
}

// widest is the room that the words of the options take, with what is drawn beside them.
func (m Model) widest(pictures bool) int {
	n := 0
	for _, r := range m.rows {
		if r.meaning == "" {
			continue
		}
		w := theme.Width(r.word)
		if pictures && r.shape != "" {
			w += 10
		}
		n = max(n, w)
	}
	return n
}

func (m Model) examples(width int) []line {
	t, f := m.cfg.Theme, m.id.Field()
	lines := []line{{rank: 6}}
	if f.Numeric() {
		lines = append(lines, wrapped(t.Muted, "Write "+f.Examples()+wording.In(f), width, 4)...)
	}
	if len(f.Typical) > 0 {
		lines = append(lines, line{text: t.Muted.Render(theme.List("Typical: ", f.Typical, width)), rank: 3})
	}
	return append(lines, line{rank: 6})
}

func (m Model) inputLine(head string, focus bool, width int) string {
	t := m.cfg.Theme
	if m.row().kind != limitRow {
		head = "  " + head
		if focus {
			head = theme.Cursor + head[1:]
		}
	}
	echo, id := "", cmp.Or(m.row().id, m.id)
	if g, err := session.Read(id, m.input.Value()); m.input.Value() != "" && id.Field().Numeric() {
		echo = t.Good.Render("= " + m.answers.Asked().Counted(wording.Echo(g.ID, g.Value)))
		if err != nil {
			echo = t.Bad.Render(theme.Stop + " not understood yet")
		}
	}
	room := max(8, width-theme.Width(head)-theme.Width(echo)-2)
	typed := m.input.Render(room, focus)
	typed = theme.Pad(typed, max(theme.Width(typed), min(room, 22-theme.Width(head)))) // echoes stand in line
	if focus {
		head, typed = t.Select.Render(head), t.Text.Render(typed)
	}
	return theme.Cut(head+typed+"  "+echo, width)
}
