package sensitivity

import (
	"fmt"
	"math"
	"strings"

	"archadvisor/advisor/profile"
	"archadvisor/rules/numeral"
	"archadvisor/ui/draw"
	"archadvisor/ui/theme"
	"archadvisor/ui/wording"
)

// swingWidths are the columns of the tornado: name, bar, figures.
func swingWidths(width int) (label, bar, figures int) {
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
	for _, s := range m.x.Sensitivity.Tornado {
		lo, hi = math.Min(lo, s.Low), math.Max(hi, s.High)
	}
	pad := (hi - lo) * 0.03
	if lo < 0 {
		lo -= pad
	}
	return draw.NewAxis(lo, hi+pad, false)
}

// scaleLine has the figures of the axis; 0 is where the recommendation changes.
func (m Model) scaleLine(width int) string {
	label, bar, _ := swingWidths(width)
	c := draw.NewCanvas(bar, 2, draw.Letters)
	a := m.margins()
	c.Label(a.Place(0, bar), "╂ 0", draw.LimitInk)
	c.Label(a.Place(m.lead(), bar), "now "+numeral.Signed(m.lead()), draw.StrongInk)
	for _, v := range a.Ticks(max(2, bar/10)) {
		c.Label(a.Place(v, bar), wording.Compact(v), draw.QuietInk)
	}
	return strings.Repeat(" ", label+1) + c.Lines(draw.Palette(m.cfg.Theme))[1]
}

// swingLine is one answer: how low and how high the lead is over its range.
func (m Model) swingLine(i, width int) string {
	t := m.cfg.Theme
	s := m.x.Sensitivity.Tornado[i]
	label, bar, figures := swingWidths(width)
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
	if zero < from || zero > to {
		line[zero] = '┆'
	} else {
		line[zero] = '╂'
	}
	if now != zero {
		line[now] = '┼'
		if now < from || now > to {
			line[now] = '│'
		}
	}
	name := m.swingName(i, label)
	tail := theme.Pad(numeral.Signed(s.Low)+" to "+numeral.Signed(s.High), figures)
	switch {
	case i == m.picked(rangeSection):
		return t.Select.Render(name + " " + string(line) + " " + tail)
	case s.CrossesNil:
		return t.Warn.Render(name+" "+string(line)) + " " + tail
	}
	return name + " " + t.Muted.Render(string(line)) + " " + tail
}

// swingName is the name of an answer, with a ? if it was left open.
func (m Model) swingName(i, width int) string {
	s := m.x.Sensitivity.Tornado[i]
	mark := "  "
	if i == m.picked(rangeSection) {
		mark = theme.Cursor + " "
	}
	name := wording.LabelOf(s.Field)
	if id, ok := profile.Lookup(s.Field); ok && !m.p.Known(id) {
		name += " " + theme.Unknown
	}
	return theme.Pad(mark+name, width)
}

// atWords writes the value of an answer at one end of its range, without its
// unit if it does not fit otherwise.
func atWords(field string, v any, width int) string {
	id, ok := profile.Lookup(field)
	if f, isNumber := v.(float64); ok && isNumber && id.Field().Kind == profile.Numeric {
		return wording.ShortValue(id, profile.Number(f), width)
	}
	return wording.Any(v)
}

func (m Model) tableHead(width int) string {
	return m.cfg.Theme.Strong.Render(tableCells(width, "  answer", "least", "at", "most", "at"))
}

func (m Model) tableLine(i, width int) string {
	t := m.cfg.Theme
	s := m.x.Sensitivity.Tornado[i]
	label, _, _ := swingWidths(width)
	low := numeral.Signed(s.Low)
	if s.CrossesNil {
		low += " ╂"
	}
	each := tableCell(width, 4) - 1
	line := tableCells(width, m.swingName(i, label), low, atWords(s.Field, s.At[0], each), numeral.Signed(s.High), atWords(s.Field, s.At[1], each))
	switch {
	case i == m.picked(rangeSection):
		return t.Select.Render(line)
	case s.CrossesNil:
		return t.Warn.Render(line)
	}
	return line
}

// tableCell is the width of one of n cells beside the name.
func tableCell(width, n int) int {
	first, _, _ := swingWidths(width)
	return max(2, (width-first)/n)
}

func tableCells(width int, label string, cells ...string) string {
	first, _, _ := swingWidths(width)
	if width < 56 {
		cells = []string{cells[0], cells[2]} // without the values
	}
	each := tableCell(width, len(cells))
	line := theme.Pad(label, first)
	for _, c := range cells {
		line += " " + theme.Pad(c, each-1)
	}
	return theme.Cut(line, width)
}

// about spells out the answer that is picked.
func (m Model) about(width int) []string {
	i := m.picked(rangeSection)
	if i < 0 {
		return nil
	}
	t := m.cfg.Theme
	s := m.x.Sensitivity.Tornado[i]
	text := fmt.Sprintf("%s at %s: lead %s; at %s: lead %s. ", wording.LabelOf(s.Field), atWords(s.Field, s.At[0], 20), numeral.Signed(s.Low), atWords(s.Field, s.At[1], 20), numeral.Signed(s.High))
	end := "The recommendation stays."
	if s.CrossesNil {
		end = "╂ Below 0 another option leads."
	}
	var lines []string
	for _, l := range theme.Wrap(text+end, width) {
		lines = append(lines, t.Muted.Render(l))
	}
	return lines
}
