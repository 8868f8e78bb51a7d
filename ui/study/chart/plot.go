package chart

import (
	"fmt"
	"math"
	"strings"

	"archadvisor/rules/numeral"
	"archadvisor/ui/draw"
	"archadvisor/ui/theme"
)

const labelWidth = 9

var pens = [3]draw.Pen{{Ink: 1}, {Ink: 2, On: 5, Off: 3}, {Ink: 3, On: 1, Off: 2}}

type picture struct {
	*draw.Canvas
	x, y draw.Axis
}

func inside(a draw.Axis, v float64) bool {
	s := a.At(v)
	return s > -1e-9 && s < 1+1e-9
}

// row is the row of cells of a value, -1 above or below the drawing.
func (p *picture) row(v float64) int {
	if s := p.y.At(v); !(s >= 0 && s <= 1) {
		return -1
	}
	_, h := p.Size()
	return (h - 1 - p.y.Place(v, h)) * p.H / h // where a curve has its points
}

func (p *picture) load(x, n int) float64 { return p.x.Value(float64(x) / float64(max(1, n-1))) }

func (m Model) plot(b theme.Box) []string {
	if b.H < 3 || b.W < labelWidth+8 {
		return nil
	}
	t := m.Cfg.Theme
	p := &picture{draw.NewCanvas(t, b.W-labelWidth-1, b.H-2), m.loads(), m.heights()}
	m.bands(p)
	m.lines(p)
	for a := range pens {
		m.curve(p, a)
	}
	for a := range pens {
		m.letters(p, a)
	}
	m.signs(p)
	labels := m.labels(p)
	lines := p.Styled()
	for y := range lines {
		lines[y] = t.Muted.Render(labels[y]) + theme.Track(0, lines[y])
	}
	return append(lines, m.floor(p, b.W).Styled()...)
}

// heights is the axis of the values, of the shown bands, and of a limit that is near.
func (m Model) heights() draw.Axis {
	lo, hi := math.Inf(1), math.Inf(-1)
	add := func(v float64) {
		if v > 0 && !math.IsInf(v, 0) {
			lo, hi = math.Min(lo, v), math.Max(hi, v)
		}
	}
	for i := range m.X.Curve {
		for a, v := range measures[m.measure].of(&m.X.Curve[i]) {
			add(v.Expected)
			if m.shaded(a) {
				add(v.Low)
				add(v.High)
			}
		}
	}
	if limit, _, ok := m.limit(); ok && limit < hi*10 && limit > lo/10 {
		add(limit)
	}
	return draw.NewAxis(math.Max(lo, hi/1e7), hi, true)
}

func (m Model) shaded(a int) bool { return m.band == a+1 || m.band == 4 }

// bands shades them where they are higher than a line.
func (m Model) bands(p *picture) {
	for x := range p.W {
		for a, v := range m.along(p.load(x, p.W)) {
			low, high := p.y.At(v.Low), p.y.At(v.High)
			if !m.shaded(a) || high < 0 || low > 1 || (high-low)*float64(p.H) < 1 {
				continue
			}
			for y := max(0, p.y.Place(v.Low, p.H)); y <= p.y.Place(v.High, p.H); y++ {
				p.Band(x, p.H-1-y, draw.Ink(a+1))
			}
		}
	}
}

func (m Model) write(v float64) string { return m.measure.quantity().Write(v) }

// lines draws the limit, the load of the answers and that of the read-out, behind the curves.
func (m Model) lines(p *picture) {
	if limit, _, ok := m.limit(); ok {
		p.Text(0, p.row(limit), strings.Repeat("┄", p.W), draw.LimitInk)
	}
	for y := range p.H {
		if inside(p.x, m.here) {
			p.Text(p.x.Place(m.here, p.W), y, "┊", draw.StrongInk)
		}
		if m.cursor != m.here {
			p.Text(p.x.Place(m.cursor, p.W), y, "│", draw.CursorInk)
		}
	}
}

// curve draws the expected values of an architecture.
func (m Model) curve(p *picture, a int) {
	w, h := p.Size()
	heights := make([]int, w)
	for x := range heights {
		heights[x] = -1
		if v := m.along(p.load(x, w))[a].Expected; inside(p.y, v) {
			heights[x] = h - 1 - p.y.Place(v, h)
		}
	}
	p.Curve(heights, pens[a])
}

// letters name a curve here and there.
func (m Model) letters(p *picture, a int) {
	every := max(9, min(18, p.W/5))
	for at := 2 + a*every/3; at < p.W-1+every; at += every {
		x := min(at, p.W-1)
		if y := p.row(m.along(p.load(x, p.W))[a].Expected); !strings.ContainsRune("MS", p.At(x, y)) {
			p.Text(x, y, theme.Letters[a], draw.Ink(a+1))
		}
	}
}

// signs marks where another becomes the cheapest, and names the budget or the target.
func (m Model) signs(p *picture) {
	for _, s := range m.X.Cheapest {
		if a := archOf(s.Cheaper); m.measure == costMeasure && a >= 0 && inside(p.x, s.FromRPS) && s.FromRPS > p.x.Lo {
			p.Text(p.x.Place(s.FromRPS, p.W), p.row(m.along(s.FromRPS)[a].Expected), "✕", draw.StrongInk)
		}
	}
	if limit, stated, ok := m.limit(); ok {
		words := measures[m.measure].target + " " + m.write(limit)
		if !stated {
			words = "likely " + words
		}
		p.Text(p.W-theme.Width(words)-3, p.row(limit), " "+words+" ", draw.LimitInk)
	}
}

func (m Model) labels(p *picture) []string {
	out := make([]string, p.H)
	for y := range out {
		out[y] = strings.Repeat(" ", labelWidth) + "│"
	}
	for _, v := range p.y.Ticks(max(2, p.H/3)) {
		if y := p.row(v); y >= 0 {
			out[y] = fmt.Sprintf("%*s ┤", labelWidth-1, theme.Cut(m.write(v), labelWidth-1))
		}
	}
	return out
}

func (m Model) floor(p *picture, width int) *draw.Canvas {
	c := draw.NewCanvas(m.Cfg.Theme, width, 2)
	off := labelWidth + 1
	c.Text(labelWidth, 0, "└"+strings.Repeat("─", p.W), draw.QuietInk)
	mark := func(rps float64, sign, words string, i draw.Ink) {
		if inside(p.x, rps) {
			at := off + p.x.Place(rps, p.W)
			c.Text(at, 0, sign, i)
			c.Label(at, words, i)
		}
	}
	you := "likely "
	if m.stated {
		you = "you "
	}
	mark(m.here, "▲", you+strings.TrimSuffix(m.told(m.here), " req/s"), draw.StrongInk)
	if m.cursor != m.here {
		mark(m.cursor, "╵", numeral.Figure(m.cursor), draw.CursorInk)
	}
	c.Label(width, "req/s", draw.QuietInk)
	for _, v := range p.x.Ticks(max(2, p.W/9)) {
		if at := off + p.x.Place(v, p.W); c.At(at, 0) == '─' {
			c.Text(at, 0, "┴", draw.QuietInk)
		}
		mark(v, "", numeral.Figure(v), draw.QuietInk)
	}
	return c
}
