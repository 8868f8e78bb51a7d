package ui

import (
	"fmt"
	"slices"
	"strings"

	"archadvisor/advisor/profile"
	"archadvisor/ui/session"
	"archadvisor/ui/theme"
)

// formLine is a line of the question. When the window is low, lines of higher
// rank go first.
type formLine struct {
	text   string
	rank   int    // 0 stays
	cursor bool   // must be seen
	more   string // the text when the line that continues it is gone
}

// View draws the question in its box.
func (m formModel) View() string {
	if !m.framed {
		return theme.Fit(m.body(m.box), m.box)
	}
	return m.cfg.Theme.Frame(m.box, m.title(), m.body(m.box.Inner()), true)
}

func (m formModel) title() string {
	if m.id == session.None {
		return "All questions answered"
	}
	if group := m.id.Field().Group; group != "" {
		return group
	}
	return "Name"
}

func (m formModel) body(b theme.Box) string {
	if m.id == session.None {
		return m.end(b)
	}
	var lines []formLine
	if b.H >= 22 {
		lines = append(lines, m.stepper()...)
	}
	lines = append(lines, m.question(b.W)...)
	for i, r := range m.rows {
		if r.kind == unknownRow {
			lines = append(lines, m.examples(b.W)...)
		}
		lines = append(lines, m.rowLine(i, r, b.W))
	}
	if m.fault != "" {
		for _, l := range theme.Wrap(theme.Stop+" "+m.fault, b.W) {
			lines = append(lines, formLine{text: m.cfg.Theme.Bad.Render(l)})
		}
	}
	if m.cfg.Session.CanStop() && m.fault == "" {
		lines = append(lines, formLine{rank: 2}, formLine{rank: 1, text: m.cfg.Theme.Good.Render(
			theme.Cut(theme.Done+" You can stop now: nothing left is likely to change the answer (ctrl+r).", b.W))})
	}
	return squeeze(lines, b.H)
}

// squeeze drops the lines that matter least until the rest fits, then shows
// the part around the cursor.
func squeeze(lines []formLine, height int) string {
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
	from := max(0, min(at-height/2, len(lines)-height))
	lines = lines[from:min(len(lines), from+height)]
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = l.text
	}
	return strings.Join(out, "\n")
}

func (m formModel) stepper() []formLine {
	t := m.cfg.Theme
	var lines []formLine
	for _, g := range m.cfg.Session.Groups() {
		mark, style := theme.Blank, t.Muted
		if g.Answered+g.Unknown == g.Total {
			mark, style = theme.Done, t.Good
		}
		if g.Current {
			mark, style = theme.Cursor, t.Select
		}
		text := fmt.Sprintf("%s %-12s %d of %d", mark, g.Name, g.Answered+g.Unknown, g.Total)
		lines = append(lines, formLine{text: style.Render(text), rank: 7})
	}
	return append(lines, formLine{rank: 7})
}

func (m formModel) question(width int) []formLine {
	t, f := m.cfg.Theme, m.id.Field()
	var lines []formLine
	for _, l := range theme.Wrap(f.Prompt, width) {
		lines = append(lines, formLine{text: t.Strong.Render(l)})
	}
	for _, l := range theme.Wrap(f.Technical, width) {
		lines = append(lines, formLine{text: t.Muted.Render(l), rank: 5, more: t.Muted.Render(theme.Cut(l+" …", width))})
	}
	return append(lines, formLine{rank: 6})
}

// examples shows how an answer may be written, under the line to type in.
func (m formModel) examples(width int) []formLine {
	t, f := m.cfg.Theme, m.id.Field()
	if !m.has(inputRow) {
		return []formLine{}
	}
	lines := []formLine{{rank: 6}}
	if f.Numeric() {
		lines = append(lines, formLine{text: t.Muted.Render(theme.List("also: ", spellings(f), width)), rank: 4})
	}
	if len(f.Typical) > 0 {
		lines = append(lines, formLine{text: t.Muted.Render(theme.List("typical: ", f.Typical, width)), rank: 3})
	}
	return append(lines, formLine{rank: 6})
}

func (m formModel) has(k rowKind) bool {
	return slices.ContainsFunc(m.rows, func(r formRow) bool { return r.kind == k })
}

// spellings are the ways to write a number that people do not expect to work.
func spellings(f *profile.Field) []string {
	switch f.Unit {
	case "req/s":
		return []string{"100-2k", "5M/day", "90k/min", "200 rps"}
	case "ms", "s":
		return []string{"100-300ms", "1.5s", "200ms"}
	case "USD":
		return []string{"2k-5k", "$3k", "1.5k"}
	case "%":
		return []string{"99.5-99.95", "99.9%"}
	case "share":
		return []string{"10-40%", "30%", "0.3"}
	}
	return []string{"5-20", "1.5k"}
}

func (m formModel) rowLine(i int, r formRow, width int) formLine {
	t, focus := m.cfg.Theme, i == m.cursor
	mark, style := "  ", t.Text
	if focus {
		mark, style = theme.Cursor+" ", t.Select
	}
	chosen := m.cfg.Session.Value(m.id)
	switch r.kind {
	case inputRow:
		return formLine{text: m.inputLine(focus, width), cursor: focus}
	case choiceRow:
		box := theme.Off
		if chosen.Known() && chosen.Equal(r.value) {
			box = theme.On
		}
		text := fmt.Sprintf("%s%d %s %s", mark, i+1, box, r.word)
		return formLine{text: style.Render(theme.Cut(text, width)), cursor: focus}
	case checkRow:
		box := theme.Empty
		if slices.Contains(m.checked, r.word) {
			box = theme.Checked
		}
		return formLine{text: style.Render(theme.Cut(mark+box+" "+r.word, width)), cursor: focus}
	}
	box := theme.Off
	if m.cfg.Session.Status(m.id) == session.Unknown {
		box = theme.On
	}
	words := " I don't know"
	if m.id == profile.Name {
		words = " Not yet"
	}
	return formLine{text: theme.Cut(style.Render(mark+box+words)+t.Muted.Render(m.assumed()), width), cursor: focus}
}

// assumed says what the program does without an answer.
func (m formModel) assumed() string {
	f := m.id.Field()
	switch {
	case m.id == profile.Name:
		return " → stays " + profile.Clean(m.cfg.Session.Name())
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
func (m formModel) inputLine(focus bool, width int) string {
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
	typed := m.input.view(room, focus)
	typed = theme.Pad(typed, max(theme.Width(typed), min(room, 22))) // echoes stand in line
	if focus {
		mark, typed = t.Select.Render(mark), t.Text.Render(typed)
	}
	return theme.Cut(mark+typed+"  "+echo, width)
}

func (m formModel) end(b theme.Box) string {
	t := m.cfg.Theme
	lines := theme.Wrap("That was the last question. Nothing is final: go back with esc, or jump to any question with ctrl+g.", b.W)
	lines = append(lines, "", t.Select.Render(theme.Cut(theme.Cursor+" Show the result (enter)", b.W)))
	return strings.Join(lines, "\n")
}
