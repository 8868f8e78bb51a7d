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

// withMeaning draws a word, a picture and the meaning beside it in a column, or behind it where there is little room.
func (m Model) withMeaning(head string, r row, focus bool, width int) []line {
	t, words := m.cfg.Theme, 0
	for _, other := range m.rows {
		if other.meaning != "" {
			words = max(words, theme.Width(strings.TrimSpace(other.word+"  "+theme.Spark(other.shape))))
		}
	}
	column := theme.Width(head) + words + 2
	switch {
	case r.meaning == "":
		return m.runIn(head, r.word, "", focus, width)
	case width-column < 24:
		return m.runIn(head, r.word, ": "+r.meaning, focus, width)
	}
	_, style := t.Pointed(focus)
	picture := theme.Spark(r.shape)
	left := style.Render(theme.Pad(head+r.word, column-2-theme.Width(picture))) + t.Good.Render(picture) + "  "
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
