package sensitivity

import (
	"fmt"
	"slices"
	"strings"

	"archadvisor/advisor/say"
	"archadvisor/rules/numeral"
	"archadvisor/ui/draw"
	"archadvisor/ui/theme"
)

// View draws the sensitivity: the tornado on top, the rest below where there is
// room.
func (m Model) View() string {
	if m.X == nil {
		return m.Waiting()
	}
	title := m.Titled("How far the lead moves with one answer, in points")
	if m.Box.W >= 90 {
		title += " (? is open)"
	}
	probable, carried := "How probable each is", "What carries the answer"
	top := func(b theme.Box) theme.Pane {
		return theme.Pane{Title: title, Lines: m.top(b), Focus: m.focus() == ranges}
	}
	second := func(b theme.Box) theme.Pane {
		if m.focus() > asking {
			return theme.Pane{Title: carried, Lines: m.carried(b), Focus: true}
		}
		return theme.Pane{Title: probable, Lines: m.probable(b), Focus: m.focus() == asking}
	}
	switch {
	case m.Box.W >= 90 && m.Box.H >= 18:
		rows := m.Box.Rows(min(max(8, len(m.X.Sensitivity.Tornado)+6), m.Box.H-max(9, m.Box.H*2/5)), 0)
		pair := rows[1].Pair(50, 0, 0)
		one, two := pair.Inner()
		return theme.Stack(m.Cfg.Theme.Frame(rows[0], title, strings.Join(m.top(rows[0].Inner()), "\n"), m.focus() == ranges),
			pair.Draw(m.Cfg.Theme, theme.Pane{Title: probable, Lines: m.probable(one), Focus: m.focus() == asking},
				theme.Pane{Title: carried, Lines: m.carried(two), Focus: m.focus() > asking}))
	case m.Box.W >= 60 && m.Box.H >= 14:
		pair := m.Box.Pair(0, 8, 0)
		one, two := pair.Inner()
		return pair.Draw(m.Cfg.Theme, top(one), second(two))
	}
	pane := top(m.Box) // one part at a time
	if !pane.Focus {
		pane = second(theme.Box{W: m.Box.W, H: m.Box.H - 1})
		pane.Lines = slices.Insert(pane.Lines, 0, m.Cfg.Theme.Title.Render(pane.Title))
	}
	return theme.Fit(strings.Join(pane.Lines, "\n"), m.Box)
}

// top is the tornado, or its table, with the words for the line that is picked.
func (m Model) top(b theme.Box) []string {
	t := m.Cfg.Theme
	lines := t.Wrapped(t.Strong, say.HangsOn(m.X), b.W)
	swings := m.X.Sensitivity.Tornado
	if len(swings) == 0 {
		return lines
	}
	var about []string
	if m.focus() == ranges && b.H >= 7 {
		about = t.Wrapped(t.Muted, m.about(m.at), b.W)
	}
	about = about[:min(len(about), max(0, b.H-len(lines)-4), 2)]
	room := max(1, b.H-len(lines)-1-len(about))
	at := -1
	if m.focus() == ranges {
		at = m.at
	}
	from, to := draw.Window(at, len(swings), room)
	body := m.bars(b.W)
	if m.table {
		body = m.rows(b.W)
	}
	lines = append(lines, body[0])
	body = body[from+1 : to+1]
	for i, line := range body {
		switch {
		case from+i == at:
			line = t.Select.Render(line)
		case swings[from+i].CrossesNil:
			line = t.Warn.Render(line)
		}
		lines = append(lines, theme.Row(from+i, line))
	}
	for len(lines) < b.H-len(about) {
		lines = append(lines, "")
	}
	return append(lines, about...)
}

// probable says how probable each option is, and what to ask next.
func (m Model) probable(b theme.Box) []string {
	t := m.Cfg.Theme
	var lines []string
	for _, o := range m.X.Ranking {
		tail := fmt.Sprintf(" %5s", numeral.Probability(o.Probability))
		if !o.Feasible {
			tail = "  " + theme.Stop
		}
		lines = append(lines, theme.Cut(t.Series[o.Arch].Render(theme.Pad(theme.Letters[o.Arch]+" "+o.Architecture, 15)+" "+theme.Meter(o.Probability, max(4, b.W-23)))+tail, b.W))
	}
	if m.X.Robustness.Draws > 0 && b.H >= 6 {
		lines = append(lines, t.Wrapped(t.Muted, say.Drawn(m.X), b.W)...)
	}
	if len(m.X.NextQuestions) == 0 {
		return append(lines, t.Wrapped(t.Muted, "Nothing left to ask is likely to change it.", b.W)...)
	}
	return append(lines, m.list(asking, "Ask next", b.W, b.H-len(lines))...)
}

// carried lists the statements and the importances that the answer depends on.
func (m Model) carried(b theme.Box) []string {
	s := m.X.Sensitivity
	lines := m.list(carrying, say.Carried(len(s.Carrying)), b.W, max(2, b.H/2, b.H-1-len(s.Importances)))
	return append(lines, m.list(importances, say.Weighing(len(s.Importances)), b.W, b.H-len(lines))...)
}

// list draws a part with its heading, around the cursor.
func (m Model) list(s section, heading string, width, room int) []string {
	t := m.Cfg.Theme
	if room < 1 {
		return nil
	}
	lines := []string{t.Strong.Render(theme.Cut(heading, width))}
	first := slices.IndexFunc(m.items, func(e entry) bool { return e.section == s })
	if first < 0 || room < 2 {
		return lines
	}
	n := 0
	for _, e := range m.items {
		if e.section == s {
			n++
		}
	}
	from, to := draw.Window(max(0, min(m.at-first, n-1)), n, room-1)
	for i := first + from; i < first+to; i++ {
		mark, style := "  ", t.Text
		if i == m.at {
			mark, style = theme.Cursor+" ", t.Select
		}
		lines = append(lines, theme.Row(i, style.Render(theme.Right(mark+m.items[i].left, m.items[i].right, width))))
	}
	return lines
}
