package chart

import (
	"strings"

	"archadvisor/ui/draw"
	"archadvisor/ui/theme"
	"archadvisor/ui/wording"
)

// labels are the figures left of each row.
func (p *picture) labels() []string {
	out := make([]string, p.H)
	for y := range out {
		out[y] = strings.Repeat(" ", labelWidth) + "│"
	}
	for _, v := range p.y.Ticks(max(2, p.H/3)) {
		if y := p.row(v); y >= 0 {
			label := wording.Compact(v)
			out[y] = strings.Repeat(" ", max(0, labelWidth-1-theme.Width(label))) + theme.Cut(label, labelWidth) + " ┤"
		}
	}
	return out
}

// floor draws the axis of the loads with its figures, the mark of your load
// and that of the read-out.
func (m Model) floor(p *picture, width int, limit string) *draw.Canvas {
	c := draw.NewCanvas(width, 2, draw.Letters)
	off := labelWidth + 1
	c.Text(labelWidth, 0, "└"+strings.Repeat("─", p.W), draw.QuietInk)
	mark := func(rps float64, sign, words string, i draw.Ink) {
		if !inside(p.x, rps) {
			return
		}
		at := off + p.x.Place(rps, p.W)
		c.Text(at, 0, sign, i)
		c.Label(at, words, i)
	}
	you := "likely " + wording.Compact(m.here)
	if m.stated {
		you = "you " + wording.Compact(m.here)
	}
	mark(m.here, "▲", you, draw.StrongInk)
	if m.cursor != m.here {
		mark(m.cursor, "╵", wording.Compact(m.cursor), draw.CursorInk)
	}
	if limit != "" {
		c.Label(width, limit, draw.LimitInk)
	}
	c.Label(width, "req/s", draw.QuietInk)
	for _, v := range p.x.Ticks(max(2, p.W/9)) {
		if at := off + p.x.Place(v, p.W); c.SignAt(at, 0) == '─' {
			c.Text(at, 0, "┴", draw.QuietInk)
		}
		mark(v, "", wording.Compact(v), draw.QuietInk)
	}
	return c
}
