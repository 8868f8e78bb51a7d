package sensitivity

import (
	"fmt"
	"math"
	"strings"

	"archadvisor/advisor/profile"
	"archadvisor/rules/numeral"
	"archadvisor/ui/draw"
	"archadvisor/ui/theme"
)

// widths are the columns of the tornado: name, bar, figures.
func widths(width int) (label, bar, figures int) {
	label, figures = 24, 16
	switch {
	case width < 56:
		label, figures = 14, 14
	case width < 70:
		label = 20
	}
	return label, max(3, width-label-figures-2), figures
}

// margins is the axis of the tornado; the border of the recommendation, 0, is
// always on it.
func (m Model) margins() draw.Axis {
	lo, hi := 0.0, math.Max(1, m.lead())
	for _, s := range m.X.Sensitivity.Tornado {
		lo, hi = math.Min(lo, s.Low), math.Max(hi, s.High)
	}
	pad := (hi - lo) * 0.03
	if lo < 0 {
		lo -= pad
	}
	return draw.NewAxis(lo, hi+pad, false)
}

// bars are the figures of the axis, then a line for each answer.
func (m Model) bars(width int) []string {
	label, bar, _ := widths(width)
	c := draw.NewCanvas(bar, 2, draw.Lines)
	a := m.margins()
	c.Label(a.Place(0, bar), "╂ 0", draw.LimitInk)
	c.Label(a.Place(m.lead(), bar), "now "+numeral.Signed(m.lead()), draw.StrongInk)
	for _, v := range a.Ticks(max(2, bar/10)) {
		c.Label(a.Place(v, bar), numeral.Figure(v), draw.QuietInk)
	}
	lines := []string{strings.Repeat(" ", label+1) + c.Styled(draw.Palette(m.Cfg.Theme))[1]}
	for i := range m.X.Sensitivity.Tornado {
		lines = append(lines, m.bar(i, width))
	}
	return lines
}

// bar is one answer: how low and how high the lead is over its range.
func (m Model) bar(i, width int) string {
	s := m.X.Sensitivity.Tornado[i]
	label, bar, figures := widths(width)
	a := m.margins()
	line := []rune(strings.Repeat(" ", bar))
	from, to := a.Place(s.Low, bar), a.Place(s.High, bar)
	zero, now := a.Place(0, bar), a.Place(m.lead(), bar)
	for x := from; x <= to; x++ {
		line[x] = '▓'
		if x < zero {
			line[x] = '░' // another option leads there
		}
	}
	line[from], line[to] = '├', '┤'
	line[zero] = '╂'
	if zero < from || zero > to {
		line[zero] = '┆'
	}
	if now != zero {
		line[now] = '┼'
		if now < from || now > to {
			line[now] = '│'
		}
	}
	return theme.Pad(m.name(i), label) + " " + string(line) + " " + theme.Pad(numeral.Signed(s.Low)+" to "+numeral.Signed(s.High), figures)
}

// name is the name of an answer, with a ? if it was left open.
func (m Model) name(i int) string {
	mark, tail := "  ", ""
	if i == m.at && m.focus() == ranges {
		mark = theme.Cursor + " "
	}
	if id, ok := profile.Lookup(m.X.Sensitivity.Tornado[i].Field); ok && !m.P.Known(id) {
		tail = " " + theme.Unknown
	}
	return mark + m.items[i].left + tail
}

// rows are the same as a table: a head, and a line for each answer.
func (m Model) rows(width int) []string {
	table := [][]string{{"  answer", "least", "at", "most", "at"}}
	for i := range m.X.Sensitivity.Tornado {
		row := append([]string{m.name(i)}, cells(&m.X.Sensitivity.Tornado[i])...)
		if m.X.Sensitivity.Tornado[i].CrossesNil {
			row[1] += " ╂"
		}
		table = append(table, row)
	}
	return draw.Table(table, width)
}

// about spells out an answer.
func (m Model) about(i int) string {
	s := m.X.Sensitivity.Tornado[i]
	text := cells(&s)
	end := "The recommendation stays."
	if s.CrossesNil {
		end = "╂ Below 0 another option leads."
	}
	return fmt.Sprintf("%s at %s: lead %s; at %s: lead %s. %s", m.items[i].left, text[1], text[0], text[3], text[2], end)
}
