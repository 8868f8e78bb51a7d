package sensitivity

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/rules/numeral"
	"archadvisor/ui/draw"
	"archadvisor/ui/theme"
	"archadvisor/ui/wording"
)

// View draws the sensitivity: the tornado on top, the rest below where there is room.
func (m Model) View() string {
	if m.X == nil {
		return m.Waiting()
	}
	t, title := m.Cfg.Theme, m.Titled("How far the lead moves with one answer, in points")
	if m.Box.W >= 90 {
		title += " (? is open)"
	}
	top := func(b theme.Box) theme.Pane {
		return theme.Pane{Title: title, Lines: m.top(b), Focus: m.focus() == ranges}
	}
	probable := func(b theme.Box) theme.Pane {
		return theme.Pane{Title: "How probable each is", Lines: m.probable(b), Focus: m.focus() == asking}
	}
	carried := func(b theme.Box) theme.Pane {
		return theme.Pane{Title: "What carries the answer", Lines: m.carried(b), Focus: m.focus() > asking}
	}
	second := probable
	if m.focus() > asking {
		second = carried
	}
	switch {
	case m.Box.W >= 90 && m.Box.H >= 18:
		rows := m.Box.Rows(min(max(8, len(m.X.Sensitivity.Tornado)+6), m.Box.H-max(9, m.Box.H*2/5)), 0)
		pair := rows[1].Pair(50, 0, 0)
		one, two := pair.Inner()
		return theme.Stack(t.Frame(rows[0], title, strings.Join(m.top(rows[0].Inner()), "\n"), m.focus() == ranges), pair.Draw(t, probable(one), carried(two)))
	case m.Box.W >= 60 && m.Box.H >= 14:
		pair := m.Box.Pair(0, 8, 0)
		one, two := pair.Inner()
		return pair.Draw(t, top(one), second(two))
	}
	pane := top(m.Box) // one part at a time
	if !pane.Focus {
		pane = second(theme.Box{W: m.Box.W, H: m.Box.H - 1})
		pane.Lines = slices.Insert(pane.Lines, 0, t.Title.Render(pane.Title))
	}
	return theme.Fit(strings.Join(pane.Lines, "\n"), m.Box)
}

func (m Model) top(b theme.Box) []string {
	t := m.Cfg.Theme
	lines := t.Wrapped(t.Strong, say.HangsOn(m.X), b.W)
	swings := m.X.Sensitivity.Tornado
	if len(swings) == 0 {
		return lines
	}
	var about []string
	at := -1
	if m.focus() == ranges {
		if at = m.at; b.H >= 7 {
			about = t.Wrapped(t.Muted, m.about(at), b.W)
		}
	}
	about = about[:min(len(about), max(0, b.H-len(lines)-4), 3)]
	from, to := draw.Window(at, len(swings), max(1, b.H-len(lines)-1-len(about)))
	body := m.bars(b.W)
	lines = append(lines, body[0])
	for i := from; i < to; i++ {
		line := body[i+1]
		switch {
		case i == at:
			line = t.Select.Render(line)
		case swings[i].CrossesNil:
			line = t.Warn.Render(line)
		}
		lines = append(lines, theme.Row(i, line))
	}
	for len(lines) < b.H-len(about) {
		lines = append(lines, "")
	}
	return append(lines, about...)
}

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
	if m.X.Robustness.Draws > 1 && b.H >= 6 {
		lines = append(lines, t.Wrapped(t.Muted, say.Drawn(m.X), b.W)...)
	}
	if len(say.Asking(m.X.Decision)) == 0 {
		return append(lines, t.Wrapped(t.Muted, "Nothing left to ask is likely to change it.", b.W)...)
	}
	return append(lines, m.list(asking, "Ask next (expected gain)", b.W, b.H-len(lines))...)
}

func (m Model) carried(b theme.Box) []string {
	s := m.X.Sensitivity
	lines := m.list(carrying, say.Carried(len(s.Carrying)), b.W, max(2, b.H/2, b.H-1-len(s.Importances)))
	return append(lines, m.list(importances, say.Weighing(len(s.Importances)), b.W, b.H-len(lines))...)
}

func (m Model) list(s section, heading string, width, room int) []string {
	t := m.Cfg.Theme
	if room < 1 {
		return nil
	}
	lines := []string{t.Strong.Render(theme.Cut(heading, width))}
	var of []int
	for i, e := range m.items {
		if e.section == s {
			of = append(of, i)
		}
	}
	if len(of) == 0 || room < 2 {
		return lines
	}
	from, to := draw.Window(max(0, min(m.at-of[0], len(of)-1)), len(of), room-1)
	for _, i := range of[from:to] {
		mark, style := t.Pointed(i == m.at)
		lines = append(lines, theme.Row(i, style.Render(theme.Right(mark+m.items[i].left, m.items[i].right, width))))
	}
	return lines
}

func between(s explain.Swing) string { return numeral.Signed(s.Low) + " to " + numeral.Signed(s.High) }

// bars are the tornado below its scale: names and figures are whole, the bars take what they leave; too little leaves
// none, and where that does not suffice the figures are closer together.
func (m Model) bars(width int) []string {
	swings, lead := m.X.Sensitivity.Tornado, m.lead()
	label, figures := 0, 0
	lo, hi := 0.0, math.Max(1, lead) // the border of the recommendation, 0, is always on the axis
	for i, s := range swings {
		label, figures = max(label, theme.Width(m.name(i))), max(figures, theme.Width(between(s)))
		lo, hi = math.Min(lo, s.Low), math.Max(hi, s.High)
	}
	room := width - label - figures - 2
	if room < 8 {
		lines := []string{theme.Right("  now", numeral.Signed(lead), width)}
		for i, s := range swings {
			text := between(s)
			if room < -1 {
				text = strings.Replace(text, " to ", "/", 1)
			}
			lines = append(lines, theme.Right(m.name(i), text, width))
		}
		return lines
	}
	pad := (hi - lo) * 0.03
	if lo < 0 {
		lo -= pad
	}
	a, c := draw.NewAxis(lo, hi+pad, false), draw.NewCanvas(room, 2, draw.Lines)
	c.Label(a.Place(0, room), "╂ 0", draw.LimitInk)
	c.Label(a.Place(lead, room), "now "+numeral.Signed(lead), draw.StrongInk)
	for _, v := range a.Ticks(max(2, room/10)) {
		c.Label(a.Place(v, room), numeral.Figure(v), draw.QuietInk)
	}
	lines := []string{strings.Repeat(" ", label+1) + c.Styled(m.Cfg.Theme)[1]}
	for i, s := range swings {
		bar := bar(a.Place(s.Low, room), a.Place(s.High, room), a.Place(0, room), a.Place(lead, room), room)
		lines = append(lines, theme.Pad(m.name(i), label)+" "+bar+" "+between(s))
	}
	return lines
}

// bar spans a lead from its low to its high end, with the border of the recommendation and the lead of now.
func bar(from, to, zero, now, width int) string {
	line := []rune(strings.Repeat(" ", width))
	for x := from; x <= to; x++ {
		line[x] = '▓'
		if x < zero {
			line[x] = '░' // another option leads there
		}
	}
	line[from], line[to] = '├', '┤'
	if line[zero] = '╂'; zero < from || zero > to {
		line[zero] = '┆'
	}
	if now != zero {
		line[now] = '│'
	}
	return string(line)
}

func (m Model) name(i int) string {
	tail := ""
	mark, _ := m.Cfg.Theme.Pointed(i == m.at && m.focus() == ranges)
	if id, ok := profile.Lookup(m.X.Sensitivity.Tornado[i].Field); ok && !m.P.Known(id) {
		tail = " " + theme.Unknown
	}
	return mark + m.items[i].left + tail
}

func (m Model) about(i int) string {
	s := m.X.Sensitivity.Tornado[i]
	end := "The answer stays."
	if s.CrossesNil {
		end = "╂ Below 0 another option leads."
	}
	for k := range m.X.Flips {
		if f := &m.X.Flips[k]; len(f.Changes) == 1 && f.Changes[0].Field.String() == s.Field {
			end = say.Capital(wording.Flip(*f)) + "."
		}
	}
	return fmt.Sprintf("%s: lead %s at %s, %s at %s. %s", m.items[i].left, numeral.Signed(s.Low), atWords(s.Field, s.At[0]), numeral.Signed(s.High), atWords(s.Field, s.At[1]), end)
}
