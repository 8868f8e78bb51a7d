package chart

import (
	"math"
	"strings"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/ui/draw"
	"archadvisor/ui/theme"
	"archadvisor/ui/wording"
)

// labelWidth is the room for the figures left of the drawing.
const labelWidth = 5

// pens draw the architectures: solid, dashed, dotted.
var pens = [3]draw.Pen{{Ink: 1, Letter: 'M'}, {Ink: 2, On: 5, Off: 3, Letter: 'S'}, {Ink: 3, On: 1, Off: 2, Letter: 'µ'}}

// shades fill the bands of the architectures.
var shades = [3]rune{'░', '·', '˙'}

// picture is one drawing: its canvas and its two axes.
type picture struct {
	*draw.Canvas
	x, y  draw.Axis
	curve []explain.CurvePoint
	kind  measure
}

// inside reports whether a value has its place on an axis.
func inside(a draw.Axis, v float64) bool {
	s := a.At(v)
	return s > -1e-9 && s < 1+1e-9
}

// row is the row of cells of a value, -1 above or below the drawing.
func (p *picture) row(v float64) int {
	s := p.y.At(v)
	if !(s >= 0 && s <= 1) {
		return -1
	}
	return p.H - 1 - p.y.Place(v, p.H)
}

// plot draws a legend, the curves and both axes.
func (m Model) plot(b theme.Box) []string {
	if b.H < 4 || b.W < labelWidth+8 {
		return nil
	}
	p := &picture{draw.NewCanvas(b.W-labelWidth-1, b.H-3, m.grain), m.loads(), m.heights(), m.x.Curve, m.measure}
	m.ground(p)
	limit := m.limitLine(p)
	m.marks(p)
	for a := range pens {
		p.curveOf(a)
	}
	for a := range pens {
		if m.grain != draw.Letters {
			p.letters(a)
		}
	}
	styles := draw.Palette(m.cfg.Theme)
	body := p.Lines(styles)
	labels := p.labels()
	lines := []string{m.legend(b.W)}
	for y := range body {
		lines = append(lines, m.cfg.Theme.Muted.Render(labels[y])+body[y])
	}
	return append(lines, m.floor(p, b.W, limit).Lines(styles)...)
}

// heights is the axis of the values: it holds what the expected values and the
// shown bands span, and the limit if that is near.
func (m Model) heights() draw.Axis {
	x := m.loads()
	lo, hi := math.Inf(1), math.Inf(-1)
	add := func(v float64) {
		if v > 0 && !math.IsInf(v, 0) {
			lo, hi = math.Min(lo, v), math.Max(hi, v)
		}
	}
	for i := range 33 {
		for a, v := range m.measure.along(m.x.Curve, math.Max(x.Value(float64(i)/32), m.reach().Lo)) {
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
		return draw.NewAxis(0, hi*1.05, false)
	}
	return draw.NewAxis(math.Max(lo, hi/1e7), hi, true)
}

// ground fills the bands.
func (m Model) ground(p *picture) {
	if m.band == 0 {
		return
	}
	for x := range p.W {
		at := p.kind.along(p.curve, p.x.Value(float64(x)/float64(max(1, p.W-1))))
		for a, v := range at {
			if m.band != a+1 && m.band != 4 {
				continue
			}
			from, to := p.y.Place(v.Low, p.H), p.y.Place(v.High, p.H)
			if p.y.At(v.High) < 0 || p.y.At(v.Low) > 1 {
				continue
			}
			for y := max(0, from); y <= to; y++ {
				p.Ground(x, p.H-1-y, shades[a], draw.Ink(a+1))
			}
		}
	}
}

// limitLine draws the budget, or the target, and returns its words if there is
// no room for them on the line.
func (m Model) limitLine(p *picture) string {
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
	if p.W < 60 {
		words += wording.Compact(limit)
	} else {
		words += m.measure.say(limit)
	}
	y := p.row(limit)
	if y < 0 {
		return words
	}
	for x := range p.W {
		p.Ground(x, y, '┄', draw.LimitInk)
	}
	p.Text(p.W-theme.Width(words)-1, y, words, draw.LimitInk)
	return ""
}

// marks draws your load, the read-out and the break-even points.
func (m Model) marks(p *picture) {
	here, at := p.x.Place(m.here, p.W), p.x.Place(m.cursor, p.W)
	for y := range p.H {
		if inside(p.x, m.here) {
			p.Ground(here, y, '┊', draw.StrongInk)
		}
		if m.cursor != m.here && inside(p.x, m.cursor) {
			p.Ground(at, y, '│', draw.CursorInk)
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
			p.Sign(p.x.Place(c.rps, p.W), y, '✕', draw.StrongInk)
		}
	}
}

// curveOf draws the expected values of one architecture.
func (p *picture) curveOf(a int) {
	w, h := p.Size()
	heights := make([]int, w)
	for x := range heights {
		v := p.kind.along(p.curve, p.x.Value(float64(x)/float64(max(1, w-1))))[a].Expected
		heights[x] = -1
		if s := p.y.At(v); s >= 0 && s <= 1 {
			heights[x] = h - 1 - p.y.Place(v, h)
		}
	}
	p.Canvas.Curve(heights, pens[a])
}

// letters names a curve, at every so many columns and at its end.
func (p *picture) letters(a int) {
	every := max(9, min(18, p.W/5))
	for x := 2 + a*every/3; x < p.W; x += every {
		p.letter(x, a)
	}
	p.letter(p.W-1, a)
}

func (p *picture) letter(x, a int) {
	v := p.kind.along(p.curve, p.x.Value(float64(x)/float64(max(1, p.W-1))))[a].Expected
	if y := p.row(v); y >= 0 {
		p.Sign(x, y, pens[a].Letter, draw.Ink(a+1))
	}
}

// legend says what is drawn.
func (m Model) legend(width int) string {
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
		if m.grain != draw.Letters && width >= 60 {
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
func (m Model) settings() string {
	text := "log"
	if m.linear {
		text = "linear"
	}
	if m.near {
		text += " · zoomed"
	}
	if m.grain != draw.Braille {
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
