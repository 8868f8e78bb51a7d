package ui

import (
	"math"
	"strings"

	"github.com/charmbracelet/lipgloss"

	"archadvisor/advisor"
	"archadvisor/advisor/profile"
	"archadvisor/ui/theme"
)

// labelWidth is the room for the figures left of the drawing.
const labelWidth = 5

// The inks of the chart; the three architectures have 1 to 3.
const (
	limitInk ink = 4 + iota
	quietInk
	cursorInk
	strongInk
)

// pens draw the architectures: solid, dashed, dotted.
var pens = [3]pen{{ink: 1, letter: 'M'}, {ink: 2, on: 5, off: 3, letter: 'S'}, {ink: 3, on: 1, off: 2, letter: 'µ'}}

// shades fill the bands of the architectures.
var shades = [3]rune{'░', '·', '˙'}

// palette is what the canvas of the chart is drawn with.
func palette(t *theme.Theme) []lipgloss.Style {
	return []lipgloss.Style{0: t.Text, 1: t.Series[0], 2: t.Series[1], 3: t.Series[2],
		limitInk: t.Warn, quietInk: t.Muted, cursorInk: t.Key, strongInk: t.Strong}
}

// picture is one drawing: its canvas and its two axes.
type picture struct {
	*canvas
	x, y  axis
	curve []advisor.CurvePoint
	kind  measure
}

// inside reports whether a value has its place on an axis.
func inside(a axis, v float64) bool {
	s := a.at(v)
	return s > -1e-9 && s < 1+1e-9
}

// row is the row of cells of a value, -1 above or below the drawing.
func (p *picture) row(v float64) int {
	s := p.y.at(v)
	if !(s >= 0 && s <= 1) {
		return -1
	}
	return p.h - 1 - p.y.place(v, p.h)
}

// plot draws a legend, the curves and both axes.
func (m chartModel) plot(b theme.Box) []string {
	if b.H < 4 || b.W < labelWidth+8 {
		return nil
	}
	p := &picture{newCanvas(b.W-labelWidth-1, b.H-3, m.grain), m.loads(), m.heights(), m.x.Curve, m.measure}
	m.ground(p)
	limit := m.limitLine(p)
	m.marks(p)
	for a := range pens {
		p.curveOf(a)
	}
	for a := range pens {
		if m.grain != letters {
			p.letters(a)
		}
	}
	styles := palette(m.cfg.Theme)
	body := p.lines(styles)
	labels := p.labels()
	lines := []string{m.legend(b.W)}
	for y := range body {
		lines = append(lines, m.cfg.Theme.Muted.Render(labels[y])+body[y])
	}
	return append(lines, m.floor(p, b.W, limit).lines(styles)...)
}

// heights is the axis of the values: it holds what the expected values and the
// shown bands span, and the limit if that is near.
func (m chartModel) heights() axis {
	x := m.loads()
	lo, hi := math.Inf(1), math.Inf(-1)
	add := func(v float64) {
		if v > 0 && !math.IsInf(v, 0) {
			lo, hi = math.Min(lo, v), math.Max(hi, v)
		}
	}
	for i := range 33 {
		for a, v := range m.measure.along(m.x.Curve, math.Max(x.value(float64(i)/32), m.reach().lo)) {
			add(v.Expected)
			if m.band == a+1 || m.band == 4 {
				add(v.Low)
				add(v.High)
			}
		}
	}
	if limit, _, ok := m.measure.limit(m.x, m.p); ok && limit < hi*10 && limit > lo/10 {
		add(limit)
	}
	if m.linear {
		return newAxis(0, hi*1.05, false)
	}
	return newAxis(math.Max(lo, hi/1e7), hi, true)
}

// ground fills the bands.
func (m chartModel) ground(p *picture) {
	if m.band == 0 {
		return
	}
	for x := range p.w {
		at := p.kind.along(p.curve, p.x.value(float64(x)/float64(max(1, p.w-1))))
		for a, v := range at {
			if m.band != a+1 && m.band != 4 {
				continue
			}
			from, to := p.y.place(v.Low, p.h), p.y.place(v.High, p.h)
			if p.y.at(v.High) < 0 || p.y.at(v.Low) > 1 {
				continue
			}
			for y := max(0, from); y <= to; y++ {
				p.ground(x, p.h-1-y, shades[a], ink(a+1))
			}
		}
	}
}

// limitLine draws the budget, or the target, and returns its words if there is
// no room for them on the line.
func (m chartModel) limitLine(p *picture) string {
	limit, stated, ok := m.measure.limit(m.x, m.p)
	if !ok {
		return ""
	}
	words := "budget "
	if m.measure == latencyMeasure {
		words = "target "
	}
	if !stated {
		words = "usual " + words
	}
	if p.w < 60 {
		words += compact(limit)
	} else {
		words += m.measure.say(limit)
	}
	y := p.row(limit)
	if y < 0 {
		return words
	}
	for x := range p.w {
		p.ground(x, y, '┄', limitInk)
	}
	p.text(p.w-theme.Width(words)-1, y, words, limitInk)
	return ""
}

// marks draws your load, the read-out and the break-even points.
func (m chartModel) marks(p *picture) {
	here, at := p.x.place(m.here, p.w), p.x.place(m.cursor, p.w)
	for y := range p.h {
		if inside(p.x, m.here) {
			p.ground(here, y, '┊', strongInk)
		}
		if m.cursor != m.here && inside(p.x, m.cursor) {
			p.ground(at, y, '│', cursorInk)
		}
	}
	if m.measure != costMeasure {
		return
	}
	for _, c := range crossings(m.x.BreakEven) {
		if c.pair[0] < 0 || !inside(p.x, c.rps) {
			continue
		}
		v := p.kind.along(p.curve, c.rps)[c.pair[0]].Expected
		if y := p.row(v); y >= 0 {
			p.sign(p.x.place(c.rps, p.w), y, '✕', strongInk)
		}
	}
}

// curveOf draws the expected values of one architecture.
func (p *picture) curveOf(a int) {
	w, h := p.size()
	heights := make([]int, w)
	for x := range heights {
		v := p.kind.along(p.curve, p.x.value(float64(x)/float64(max(1, w-1))))[a].Expected
		heights[x] = -1
		if s := p.y.at(v); s >= 0 && s <= 1 {
			heights[x] = h - 1 - p.y.place(v, h)
		}
	}
	p.canvas.curve(heights, pens[a])
}

// letters names a curve, at every so many columns and at its end.
func (p *picture) letters(a int) {
	every := max(9, min(18, p.w/5))
	for x := 2 + a*every/3; x < p.w; x += every {
		p.letter(x, a)
	}
	p.letter(p.w-1, a)
}

func (p *picture) letter(x, a int) {
	v := p.kind.along(p.curve, p.x.value(float64(x)/float64(max(1, p.w-1))))[a].Expected
	if y := p.row(v); y >= 0 {
		p.sign(x, y, pens[a].letter, ink(a+1))
	}
}

// legend says what is drawn.
func (m chartModel) legend(width int) string {
	t := m.cfg.Theme
	names := profile.Architectures[:]
	if width < 84 {
		names = []string{"mono", "serverless", "micro"}
	}
	if width < 60 {
		names[1] = "server"
	}
	lines := [3]string{" ──", " ╌╌", " ┈┈"}
	var parts []string
	for a, name := range names {
		text := theme.Letters[a] + " " + name
		if m.grain != letters && width >= 60 {
			text += lines[a]
		}
		parts = append(parts, t.Series[a].Render(text))
	}
	if width < 60 {
		return theme.Cut(t.Strong.Render(m.measure.short())+"  "+strings.Join(parts, "  "), width)
	}
	left := t.Strong.Render(m.measure.unit()) + "  " + strings.Join(parts, "  ")
	return theme.Right(left, t.Muted.Render(m.settings()), width)
}

// settings says which band is shown and how the axes are divided.
func (m chartModel) settings() string {
	text := "log"
	if m.linear {
		text = "linear"
	}
	if m.near {
		text += " · zoomed"
	}
	if m.grain != braille {
		text += " · " + m.grain.String()
	}
	switch {
	case m.band == 4:
		return "all bands · " + text
	case m.band > 0:
		return "band of " + theme.Letters[m.band-1] + " · " + text
	}
	return text
}
