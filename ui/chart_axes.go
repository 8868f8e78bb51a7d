package ui

import (
	"strings"

	"archadvisor/ui/theme"
)

// labels are the figures left of each row.
func (p *picture) labels() []string {
	out := make([]string, p.h)
	for y := range out {
		out[y] = strings.Repeat(" ", labelWidth) + "│"
	}
	for _, v := range p.y.ticks(max(2, p.h/3)) {
		if y := p.row(v); y >= 0 {
			label := compact(v)
			out[y] = strings.Repeat(" ", max(0, labelWidth-1-theme.Width(label))) + theme.Cut(label, labelWidth) + " ┤"
		}
	}
	return out
}

// floor draws the axis of the loads with its figures, the mark of your load
// and that of the read-out.
func (m chartModel) floor(p *picture, width int, limit string) *canvas {
	c := newCanvas(width, 2, letters)
	off := labelWidth + 1
	c.text(labelWidth, 0, "└"+strings.Repeat("─", p.w), quietInk)
	mark := func(rps float64, sign, words string, i ink) {
		if !inside(p.x, rps) {
			return
		}
		at := off + p.x.place(rps, p.w)
		c.text(at, 0, sign, i)
		c.label(at, words, i)
	}
	you := "likely " + compact(m.here)
	if m.stated {
		you = "you " + compact(m.here)
	}
	mark(m.here, "▲", you, strongInk)
	if m.cursor != m.here {
		mark(m.cursor, "╵", compact(m.cursor), cursorInk)
	}
	if limit != "" {
		c.label(width, limit, limitInk)
	}
	c.label(width, "req/s", quietInk)
	for _, v := range p.x.ticks(max(2, p.w/9)) {
		if at := off + p.x.place(v, p.w); c.cells[at].sign == '─' {
			c.text(at, 0, "┴", quietInk)
		}
		mark(v, "", compact(v), quietInk)
	}
	return c
}

// label writes words centred on a column of the second row, unless they would
// touch others.
func (c *canvas) label(at int, words string, i ink) {
	n := theme.Width(words)
	from := max(0, min(at-n/2, c.w-n))
	for x := max(0, from-1); x < min(c.w, from+n+1); x++ {
		if c.cell(x, 1).sign != 0 {
			return
		}
	}
	c.text(from, 1, words, i)
}
