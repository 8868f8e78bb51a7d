package sensitivity

import (
	"fmt"
	"math"
	"strings"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/rules/numeral"
	"archadvisor/ui/draw"
	"archadvisor/ui/theme"
	"archadvisor/ui/wording"
)

// View draws all parts as one list that scrolls, with the probabilities and the line under the cursor below.
func (m Model) View() string {
	if m.X == nil {
		return m.Waiting()
	}
	title := m.Titled("How far the lead moves with one answer, in points")
	if m.Box.W >= 90 {
		title += " (? is open)"
	}
	pair := m.Box.Pair(0, 8, 4)
	one, two := pair.Inner()
	return pair.Draw(m.Cfg.Theme, theme.Pane{Title: title, Lines: m.list(one), Focus: true}, theme.Pane{Title: "How probable each is", Lines: m.probable(two, pair.Framed)})
}

func (m Model) list(b theme.Box) []string {
	t, bars := m.Cfg.Theme, m.bars(b.W)
	var lines []string
	at, n := 0, 0
	for k, p := range m.parts {
		lines = append(lines, t.Wrapped(t.Strong, p.heading, b.W)...)
		if k == 0 {
			lines = append(lines, bars[:min(1, len(p.entries))]...)
		}
		for i, e := range p.entries {
			mark, style := t.Pointed(n == m.at)
			text := theme.Right(mark+e.left, e.right, b.W)
			if k == 0 {
				text = bars[i+1]
			}
			if n == m.at {
				at = len(lines)
			} else if k == 0 && m.X.Sensitivity.Tornado[i].CrossesNil {
				style = t.Warn
			}
			lines = append(lines, theme.Row(n, style.Render(text)))
			n++
		}
	}
	from, to := draw.Window(at, len(lines), b.H)
	return lines[from:to]
}

// probable is how probable each option is and what the line under the cursor means, which comes first in a low window.
func (m Model) probable(b theme.Box, framed bool) []string {
	t := m.Cfg.Theme
	var about, lines []string
	if m.at < len(m.X.Sensitivity.Tornado) {
		about = t.Wrapped(t.Muted, m.about(m.at), b.W)
	}
	for _, o := range m.X.Ranking {
		tail := fmt.Sprintf(" %5s", numeral.Probability(o.Probability))
		if !o.Feasible {
			tail = "  " + theme.Stop
		}
		lines = append(lines, theme.Cut(t.Series[o.Arch].Render(theme.Pad(theme.Letters[o.Arch]+" "+o.Architecture, 15)+" "+theme.Meter(o.Probability, max(4, b.W-23)))+tail, b.W))
	}
	if !framed {
		return append(about, lines...)
	}
	if m.X.Robustness.Draws > 1 && len(about) < 3 {
		lines = append(lines, t.Wrapped(t.Muted, say.Drawn(m.X), b.W)...)
	}
	return append(lines, about...)
}

func between(s explain.Swing) string { return numeral.Signed(s.Low) + " to " + numeral.Signed(s.High) }

// bars are the tornado below its scale: names are whole, the bars take what they and the figures leave. Where that is too
// little the figures stand below the list alone.
func (m Model) bars(width int) []string {
	swings, lead := m.X.Sensitivity.Tornado, m.lead()
	label, figures := 0, 0
	lo, hi := 0.0, math.Max(1, lead) // the border of the recommendation, 0, is always on the axis
	for i, s := range swings {
		label, figures = max(label, theme.Width(m.name(i))), max(figures, theme.Width(between(s))+1)
		lo, hi = math.Min(lo, s.Low), math.Max(hi, s.High)
	}
	if width-label-figures < 9 {
		figures = 0
	}
	room := max(1, width-label-figures-1)
	pad := (hi - lo) * 0.03
	if lo < 0 {
		lo -= pad
	}
	a, c := draw.NewAxis(lo, hi+pad, false), draw.NewCanvas(m.Cfg.Theme, room, 2)
	c.Label(a.Place(0, room), "╂ 0", draw.LimitInk)
	c.Label(a.Place(lead, room), "now "+numeral.Signed(lead), draw.StrongInk)
	for _, v := range a.Ticks(max(2, room/10)) {
		c.Label(a.Place(v, room), numeral.Figure(v), draw.QuietInk)
	}
	lines := []string{strings.Repeat(" ", label+1) + c.Styled()[1]}
	for i, s := range swings {
		bar := bar(a.Place(s.Low, room), a.Place(s.High, room), a.Place(0, room), a.Place(lead, room), room)
		lines = append(lines, theme.Cut(theme.Pad(m.name(i), label)+" "+bar+strings.Repeat(" "+between(s), min(1, figures)), width))
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
	mark, _ := m.Cfg.Theme.Pointed(i == m.at)
	if id, ok := profile.Lookup(m.X.Sensitivity.Tornado[i].Field); ok && !m.P.Known(id) {
		tail = " " + theme.Unknown
	}
	return mark + m.parts[0].entries[i].left + tail
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
	return fmt.Sprintf("%s: lead %s at %s, %s at %s. %s", m.parts[0].entries[i].left, numeral.Signed(s.Low), atWords(s.Field, s.At[0]), numeral.Signed(s.High), atWords(s.Field, s.At[1]), end)
}
