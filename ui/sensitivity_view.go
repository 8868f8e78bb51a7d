package ui

import (
	"fmt"
	"math"
	"strings"

	"archadvisor/advisor"
	"archadvisor/advisor/profile"
	"archadvisor/ui/theme"
)

// View draws the sensitivity: the tornado on top, the rest below where there is
// room.
func (m sensitivityModel) View() string {
	t := m.cfg.Theme
	if m.x == nil {
		return t.Frame(m.box, "Sensitivity", waitingWords(m.fault), true)
	}
	title := "How far the lead moves with one answer, in points"
	if m.busy {
		title += " …"
	}
	switch {
	case m.box.W >= 90 && m.box.H >= 18:
		rows := m.box.Rows(0, min(14, max(9, m.box.H*2/5)))
		cols := rows[1].Columns(0, 0)
		return theme.Stack(t.Frame(rows[0], title, m.top(rows[0].Inner()), m.onTop()),
			theme.Beside(t.Frame(cols[0], "How often each wins", strings.Join(m.draws(cols[0].Inner()), "\n"), m.picked(askSection) >= 0),
				t.Frame(cols[1], "What carries the answer", strings.Join(m.fragile(cols[1].Inner()), "\n"), m.picked(carrySection) >= 0 || m.picked(weightSection) >= 0)))
	case m.box.W >= 60 && m.box.H >= 14:
		rows := m.box.Rows(0, 8)
		below := m.draws(rows[1].Inner())
		name := "How often each wins"
		if m.picked(carrySection) >= 0 || m.picked(weightSection) >= 0 {
			below, name = m.fragile(rows[1].Inner()), "What carries the answer"
		}
		return theme.Stack(t.Frame(rows[0], title, m.top(rows[0].Inner()), m.onTop()), t.Frame(rows[1], name, strings.Join(below, "\n"), !m.onTop()))
	}
	return m.narrow()
}

func (m sensitivityModel) onTop() bool { return m.picked(swingSection) >= 0 || len(m.items) == 0 }

// narrow is one part at a time, without frames.
func (m sensitivityModel) narrow() string {
	rows := m.box.Rows(1, 0)
	name, lines := "The lead moves with one answer", m.top(rows[1])
	switch {
	case m.picked(askSection) >= 0:
		name, lines = "How often each wins", strings.Join(m.draws(rows[1]), "\n")
	case m.picked(carrySection) >= 0, m.picked(weightSection) >= 0:
		name, lines = "What carries the answer", strings.Join(m.fragile(rows[1]), "\n")
	}
	return theme.Stack(theme.Fit(m.cfg.Theme.Title.Render(name), rows[0]), theme.Fit(lines, rows[1]))
}

// top is the tornado, or its table, with the words for the line that is picked.
func (m sensitivityModel) top(b theme.Box) string {
	if len(m.x.Sensitivity.Tornado) == 0 {
		return strings.Join(theme.Wrap("No single answer moves the lead: nothing is open that matters.", b.W), "\n")
	}
	about := m.about(b.W)
	about = about[:min(len(about), max(0, b.H-4), 2)]
	room := max(1, b.H-1-len(about))
	swings := m.x.Sensitivity.Tornado
	from := max(0, min(m.picked(swingSection)-room/2, len(swings)-room))
	lines := []string{m.scaleLine(b.W)}
	if m.table {
		lines = []string{m.tableHead(b.W)}
	}
	for i := from; i < min(len(swings), from+room); i++ {
		if m.table {
			lines = append(lines, m.tableLine(i, b.W))
		} else {
			lines = append(lines, m.swingLine(i, b.W))
		}
	}
	for len(lines) < 1+room {
		lines = append(lines, "")
	}
	return strings.Join(append(lines, about...), "\n")
}

// swingWidths are the columns of the tornado: name, bar, figures.
func swingWidths(width int) (label, bar, figures int) {
	label, figures = 24, 16
	if width < 56 {
		label, figures = 15, 12
	}
	return label, max(3, width-label-figures-2), figures
}

// margins is the axis of the tornado; the border of the recommendation, 0, is
// always on it.
func (m sensitivityModel) margins() axis {
	lo, hi := 0.0, math.Max(1, m.lead())
	for _, s := range m.x.Sensitivity.Tornado {
		lo, hi = math.Min(lo, s.Low), math.Max(hi, s.High)
	}
	pad := (hi - lo) * 0.03
	if lo < 0 {
		lo -= pad
	}
	return newAxis(lo, hi+pad, false)
}

// scaleLine has the figures of the axis; 0 is where the recommendation changes.
func (m sensitivityModel) scaleLine(width int) string {
	label, bar, _ := swingWidths(width)
	c := newCanvas(bar, 2, letters)
	a := m.margins()
	zero := "╂ 0"
	if a.place(0, bar) > 3 {
		zero = "changes 0"
	}
	c.label(a.place(0, bar), zero, limitInk)
	c.label(a.place(m.lead(), bar), "now "+signed(m.lead()), strongInk)
	for _, v := range a.ticks(max(2, bar/10)) {
		c.label(a.place(v, bar), compact(v), quietInk)
	}
	return strings.Repeat(" ", label+1) + c.lines(palette(m.cfg.Theme))[1]
}

// swingLine is one answer: how low and how high the lead is over its range.
func (m sensitivityModel) swingLine(i, width int) string {
	t := m.cfg.Theme
	s := m.x.Sensitivity.Tornado[i]
	label, bar, figures := swingWidths(width)
	a := m.margins()
	line := []rune(strings.Repeat(" ", bar))
	from, to := a.place(s.Low, bar), a.place(s.High, bar)
	zero, now := a.place(0, bar), a.place(m.lead(), bar)
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
	tail := theme.Pad(signed(s.Low)+" to "+signed(s.High), figures)
	switch {
	case i == m.picked(swingSection):
		return t.Select.Render(name + " " + string(line) + " " + tail)
	case s.CrossesNil:
		return t.Warn.Render(name+" "+string(line)) + " " + tail
	}
	return name + " " + t.Muted.Render(string(line)) + " " + tail
}

// swingName is the name of an answer, with a ? if it was left open.
func (m sensitivityModel) swingName(i, width int) string {
	s := m.x.Sensitivity.Tornado[i]
	mark := "  "
	if i == m.picked(swingSection) {
		mark = theme.Cursor + " "
	}
	name := labelOf(s.Field)
	if id, ok := profile.Lookup(s.Field); ok && !m.p.Known(id) {
		name += " " + theme.Unknown
	}
	return theme.Pad(mark+name, width)
}

// at writes the value of an answer at one end of its range.
func atWords(field string, v any) string {
	id, ok := profile.Lookup(field)
	if f, isNumber := v.(float64); ok && isNumber && id.Field().Kind == profile.Numeric {
		return shortValue(id, profile.Number(f), 20)
	}
	return anyWords(v)
}

func (m sensitivityModel) tableHead(width int) string {
	return m.cfg.Theme.Strong.Render(tableCells(width, "  answer", "least lead", "at", "most lead", "at"))
}

func (m sensitivityModel) tableLine(i, width int) string {
	t := m.cfg.Theme
	s := m.x.Sensitivity.Tornado[i]
	label, _, _ := swingWidths(width)
	low := signed(s.Low)
	if s.CrossesNil {
		low += " ╂"
	}
	line := tableCells(width, m.swingName(i, label), low, atWords(s.Field, s.At[0]), signed(s.High), atWords(s.Field, s.At[1]))
	switch {
	case i == m.picked(swingSection):
		return t.Select.Render(line)
	case s.CrossesNil:
		return t.Warn.Render(line)
	}
	return line
}

func tableCells(width int, label string, cells ...string) string {
	first, _, _ := swingWidths(width)
	if width < 56 {
		cells = []string{cells[0], cells[2]} // without the values
	}
	each := max(1, (width-first)/len(cells))
	line := theme.Pad(label, first)
	for _, c := range cells {
		line += " " + theme.Pad(c, each-1)
	}
	return theme.Cut(line, width)
}

// about spells out the answer that is picked.
func (m sensitivityModel) about(width int) []string {
	i := m.picked(swingSection)
	if i < 0 {
		return nil
	}
	t := m.cfg.Theme
	s := m.x.Sensitivity.Tornado[i]
	text := fmt.Sprintf("%s at %s: lead %s; at %s: lead %s. ", labelOf(s.Field), atWords(s.Field, s.At[0]), signed(s.Low), atWords(s.Field, s.At[1]), signed(s.High))
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

// draws says how often each option wins, and what to ask next.
func (m sensitivityModel) draws(b theme.Box) []string {
	t := m.cfg.Theme
	label := 15
	bar := max(4, b.W-label-8)
	var lines []string
	for _, o := range m.x.Ranking {
		name := theme.Letters[o.Arch] + " " + o.Architecture
		tail := fmt.Sprintf(" %5s", share(o.WinShare))
		if !o.Feasible {
			tail = "  " + theme.Stop
		}
		lines = append(lines, theme.Cut(t.Series[o.Arch].Render(theme.Pad(name, label)+" "+theme.Meter(o.WinShare, bar))+tail, b.W))
	}
	if r := m.x.Robustness; r.Draws > 0 && b.H >= 6 {
		lines = append(lines, t.Muted.Render(theme.Cut(fmt.Sprintf("%d draws, sure to %s", r.Draws, strings.TrimSpace(fmt.Sprintf("± %.0f %%", 100*r.Precision))), b.W)))
	}
	return append(lines, m.ask(b.W, b.H-len(lines))...)
}

// ask lists the open answers that are worth most.
func (m sensitivityModel) ask(width, room int) []string {
	t := m.cfg.Theme
	list := m.x.NextQuestions
	if room < 1 {
		return nil
	}
	if len(list) == 0 {
		return []string{t.Muted.Render(theme.Cut("Nothing left to ask is likely to change it.", width))}
	}
	if room == 1 {
		return []string{t.Muted.Render(theme.Cut("Ask next: "+labelOf(list[0].Field), width))}
	}
	lines := []string{t.Strong.Render("Ask next")}
	from := max(0, min(m.picked(askSection)-(room-2), len(list)-(room-1)))
	for i := from; i < min(len(list), from+room-1); i++ {
		text := "  " + labelOf(list[i].Field)
		if i == m.picked(askSection) {
			text = theme.Cursor + text[1:]
		}
		line := theme.Right(text, number(list[i].Value)+" points", width)
		if i == m.picked(askSection) {
			line = t.Select.Render(line)
		}
		lines = append(lines, line)
	}
	return lines
}

// fragile lists the statements and the weights that the answer hangs on.
func (m sensitivityModel) fragile(b theme.Box) []string {
	t := m.cfg.Theme
	var lines []string
	picked := 0
	add := func(on bool, left, right string) {
		mark := "  "
		if on {
			mark, picked = theme.Cursor+" ", len(lines)
		}
		line := theme.Right(mark+left, right, b.W)
		if on {
			line = t.Select.Render(line)
		}
		lines = append(lines, line)
	}
	carrying := m.x.Sensitivity.Carrying
	lines = append(lines, t.Strong.Render(theme.Cut(carryWords(len(carrying)), b.W)))
	for i, c := range carrying {
		add(i == m.picked(carrySection), profile.Clean(c.ID), "without it "+c.Recommendation)
	}
	lines = append(lines, t.Strong.Render(theme.Cut(weightWords(m.x.Sensitivity.Weights), b.W)))
	for i, c := range m.x.Sensitivity.Weights {
		add(i == m.picked(weightSection), profile.Clean(strings.ReplaceAll(c.Criterion, "_", " ")), weightChange(c))
	}
	from := max(0, min(picked-b.H+2, len(lines)-b.H))
	return lines[from:]
}

func carryWords(n int) string {
	switch n {
	case 0:
		return "No single rule carries it"
	case 1:
		return "One rule carries it"
	}
	return fmt.Sprintf("%d rules carry it", n)
}

func weightWords(list []advisor.Crossing) string {
	if len(list) == 0 {
		return "No weight of a criterion changes it"
	}
	return "Weights that would change it"
}

func weightChange(c advisor.Crossing) string {
	return fmt.Sprintf("%.0f → %.0f %%: %s", c.From*100, c.To*100, c.Recommendation)
}

// text is the table as lines to copy.
func (m sensitivityModel) text() string {
	if m.x == nil {
		return ""
	}
	lines := []string{"field\tleast lead\tat\tmost lead\tat"}
	for _, s := range m.x.Sensitivity.Tornado {
		lines = append(lines, strings.Join([]string{profile.Clean(s.Field), signed(s.Low), atWords(s.Field, s.At[0]), signed(s.High), atWords(s.Field, s.At[1])}, "\t"))
	}
	return strings.Join(lines, "\n") + "\n"
}
