package form

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/ui/draw"
	"archadvisor/ui/session"
	"archadvisor/ui/theme"

	"github.com/charmbracelet/lipgloss"
)

// line is a line of the question. When the window is low, lines of higher rank go first.
type line struct {
	text   string
	rank   int  // 0 stays
	cursor bool // must be seen
	row    int  // that it is of, from 1; 0 none
}

// wrapped are the lines of a text, all of a rank.
func wrapped(style lipgloss.Style, text string, width, rank int) []line {
	return say.Each(theme.Wrap(text, width), func(l string) line { return line{text: style.Render(l), rank: rank} })
}

// space shares the box out: the question, and the ranking beside it, under it, or as a line on top.
func (m Model) space() (question, ranking theme.Box) {
	switch {
	case m.box.W >= 90:
		question, ranking = m.box.Columns(-min(60, m.box.W*9/20))
	case m.box.W >= 60 && m.box.H >= 16:
		question, ranking = m.box.Rows(-6)
	}
	in := question.Inner()
	needed := slices.DeleteFunc(m.lines(in.W), func(l line) bool { return l.rank >= 4 }) // the others may be left out
	if ranking.H == 0 || len(needed) > in.H {
		ranking, question = m.box.Rows(1)
	}
	return question, ranking
}

// View draws the question and the ranking.
func (m Model) View() string {
	question, ranking := m.space()
	text := theme.Fit(m.body(question), question)
	if m.box.W >= 60 {
		text = m.cfg.Theme.Frame(question, m.title(), m.body(question.Inner()), true)
	}
	switch {
	case ranking.W < m.box.W:
		return theme.Beside(text, m.rank.panel(ranking))
	case ranking.H > 1:
		return theme.Stack(text, m.rank.panel(ranking))
	}
	return theme.Stack(theme.Pad(strings.Repeat(" ", min(1, m.box.W/60))+m.rank.line(ranking.W), ranking.W), text)
}

func (m Model) title() string {
	switch {
	case m.answers.Waiting():
		return "One moment"
	case m.id == session.None:
		return "All questions answered"
	}
	return cmp.Or(m.id.Field().Group, "Name")
}

// body is the question with its rows and remarks and, with room, why it is asked and how to find out.
func (m Model) body(b theme.Box) string {
	t := m.cfg.Theme
	switch {
	case m.answers.Waiting():
		return t.Muted.Render(theme.Cut("Choosing the next question …", b.W))
	case m.id == session.None:
		return m.end(b)
	}
	return squeeze(m.lines(b.W), b.H)
}

func (m Model) lines(width int) []line {
	if m.answers.Waiting() || m.id == session.None {
		return nil
	}
	lines := m.question(width)
	for i, r := range m.rows {
		for _, l := range m.rowLines(i, r, width) {
			l.text, l.row = theme.Row(i, l.text), i+1
			lines = append(lines, l)
		}
	}
	lines = append(lines, m.remark(width)...)
	if m.answers.Sheet() == nil {
		for i, text := range []string{"Why it is asked: " + m.id.Field().Why, "How to find out: " + m.id.Field().HowTo} {
			lines = append(append(lines, line{rank: 7 + i}), wrapped(m.cfg.Theme.Muted, text, width, 7+i)...)
		}
	}
	return lines
}

// squeeze drops the lines that matter least, those of a rank together, then scrolls whole rows below the question.
func squeeze(lines []line, height int) string {
	for rank := 9; rank > 0 && len(lines) > height; rank-- {
		lines = slices.DeleteFunc(lines, func(l line) bool { return l.rank == rank })
	}
	if len(lines) > height {
		lines = scrolled(lines, height)
	}
	return strings.Join(say.Each(lines, func(l line) string { return l.text }), "\n")
}

// scrolled are the question, while there is room, the rows around the cursor, and how many more there are.
func scrolled(lines []line, height int) []line {
	first := slices.IndexFunc(lines, func(l line) bool { return l.row > 0 || l.cursor })
	first = max(0, min(first, height-4))
	question, rows := lines[:first:first], lines[first:]
	at, last := 0, 0
	for i, l := range rows {
		if last = max(last, l.row); l.cursor {
			at = i
		}
	}
	from, to := draw.Window(at, len(rows), height-first)
	if to == len(rows) || at >= to-1 {
		return append(question, rows[from:to]...)
	}
	for to--; to > at+1 && rows[to-1].row == rows[to].row; to-- { // not a row in part
	}
	return append(append(question, rows[from:to]...), line{text: fmt.Sprintf("  %s %d more", theme.Down, last-rows[to-1].row)})
}

// meant is what the question means, or how its sheet is answered.
func (m Model) meant() string {
	switch {
	case len(m.answers.Limits()) > 0:
		return "Functions, and others that are run for you, refuse what is beyond"
	case m.answers.Facts():
		return "Tick what is true; what is not ticked stays open, unless you choose none"
	case m.answers.Sheet() != nil:
		return "Tick what counts more than usual; the rest has the usual weight"
	}
	return m.id.Field().Technical
}

func (m Model) question(width int) []line {
	t := m.cfg.Theme
	lines := wrapped(t.Strong, m.answers.Prompt(), width, 0)
	lines = append(lines, wrapped(t.Muted, m.meant(), width, 5)...)
	if m.answers.Inherits(m.id) {
		lines = append(lines, line{text: t.Good.Render(theme.Cut("inherited from "+profile.Clean(m.answers.Name()), width)), rank: 4})
	}
	if note := m.cfg.Measured.Note(m.id, m.answers.Value(m.id)); note != "" {
		lines = append(lines, wrapped(t.Good, "measured: "+profile.Clean(note), width, 4)...)
	}
	return append(lines, line{rank: 6})
}

// remark says why an answer was not taken or is missing, else that one may stop, or what took that back.
func (m Model) remark(width int) []line {
	t := m.cfg.Theme
	text, style, rank := "", t.Good, 1
	blocked, _ := say.Blocked(m.rank.shown())
	switch {
	case m.fault != "":
		text, style, rank = theme.Stop+" "+m.fault, t.Bad, 0
	case m.warned:
		text, style, rank = "Nothing is answered yet: enter again skips the question.", t.Warn, 0
	case blocked != "":
		text, style = blocked+" Change that limit (ctrl+g), or what it limits.", t.Warn
		if m.answers.CanStop() {
			text += " You can stop (ctrl+r)."
		}
	case m.answers.CanStop():
		sentence, _ := say.Stop(m.rank.decision)
		text = theme.Done + " " + sentence + " (ctrl+r)."
	case m.answers.Reopened() != session.None:
		text, style = "Your answer on "+say.Label(m.answers.Reopened())+" makes more questions count again.", t.Warn
	}
	if text == "" {
		return nil
	}
	return append([]line{{rank: 6}}, wrapped(style, text, width, rank)...)
}

func (m Model) end(b theme.Box) string {
	t := m.cfg.Theme
	lines := theme.Wrap("That was the last question. Nothing is final: go back with esc, or jump to any question with ctrl+g.", b.W)
	lines = append(lines, "", t.Select.Render(theme.Cut(theme.Cursor+" Show the result (enter)", b.W)))
	return strings.Join(lines, "\n")
}
