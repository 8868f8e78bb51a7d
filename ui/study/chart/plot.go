package chart

import (
	"fmt"
	"math"
	"strings"

	"archadvisor/advisor/explain"
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
	s := p.y.At(v)
	if !(s >= 0 && s <= 1) {
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
	grain := draw.Dots
	if m.Cfg.Theme.NoDots() {
		grain = draw.Lines
	}
	p := &picture{draw.NewCanvas(b.W-labelWidth-1, b.H-2, grain), m.loads(), m.heights()}
	m.ground(p)
	limit := m.limitLine(p)
	m.marks(p)
	for a := range pens {
		m.curve(p, a)
	}
	labels := m.labels(p)
	lines := p.Styled(m.Cfg.Theme)
	for y := range lines {
		lines[y] = m.Cfg.Theme.Muted.Render(labels[y]) + theme.Track(0, lines[y])
	}
	return append(lines, m.floor(p, b.W, limit).Styled(m.Cfg.Theme)...)
}

// heights is the axis of the values, of the shown bands, and of a limit that is near.
func (m Model) heights() draw.Axis {
	x := m.loads()
	lo, hi := math.Inf(1), math.Inf(-1)
	add := func(v float64) {
		if v > 0 && !math.IsInf(v, 0) {
			lo, hi = math.Min(lo, v), math.Max(hi, v)
		}
	}
	for i := range 33 {
		for a, v := range m.along(x.Value(float64(i) / 32)) {
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

// ground fills the bands, where they are higher than a line.
func (m Model) ground(p *picture) {
	for x := range p.W {
		for a, v := range m.along(p.load(x, p.W)) {
			low, high := p.y.At(v.Low), p.y.At(v.High)
			if !m.shaded(a) || high < 0 || low > 1 || (high-low)*float64(p.H) < 1 {
				continue
			}
			for y := max(0, p.y.Place(v.Low, p.H)); y <= p.y.Place(v.High, p.H); y++ {
				p.Ground(x, p.H-1-y, draw.Band, draw.Ink(a+1))
			}
		}
	}
}

// limitLine draws the budget, or the target, and returns its words if there is no room for them on the line.
func (m Model) limitLine(p *picture) string {
	limit, stated, ok := m.limit()
	if !ok {
		return ""
	}
	words := measures[m.measure].target + " " + m.write(limit)
	if !stated {
		words = "likely " + words
	}
	y := p.row(limit)
	if y < 0 {
		return words
	}
	for x := range p.W {
		p.Ground(x, y, '┄', draw.LimitInk)
	}
	p.Text(p.W-theme.Width(words)-3, y, " "+words+" ", draw.LimitInk)
	return ""
}

func (m Model) write(v float64) string { return m.measure.quantity().Write(v) }

func (m Model) marks(p *picture) {
	for y := range p.H {
		if inside(p.x, m.here) {
			p.Ground(p.x.Place(m.here, p.W), y, '┊', draw.StrongInk)
		}
		if m.cursor != m.here && inside(p.x, m.cursor) {
			p.Ground(p.x.Place(m.cursor, p.W), y, '│', draw.CursorInk)
		}
	}
	if m.measure != costMeasure {
		return
	}
	for _, s := range explain.Cheapest(m.X.BreakEven) {
		a := archOf(s.Cheaper)
		if a < 0 || !inside(p.x, s.FromRPS) || s.FromRPS <= p.x.Lo {
			continue
		}
		if y := p.row(m.along(s.FromRPS)[a].Expected); y >= 0 {
			p.Sign(p.x.Place(s.FromRPS, p.W), y, '✕', draw.StrongInk)
		}
	}
}

// curve draws the expected values of an architecture, named by its letter here and there.
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
	every := max(9, min(18, p.W/5))
	for x := 2 + a*every/3; ; x += every {
		x = min(x, p.W-1)
		if y := heights[x*w/p.W]; y >= 0 {
			p.Sign(x, y*p.H/h, []rune(theme.Letters[a])[0], draw.Ink(a+1))
		}
		if x == p.W-1 {
			return
		}
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

func (m Model) floor(p *picture, width int, limit string) *draw.Canvas {
	c := draw.NewCanvas(width, 2, draw.Lines)
	off := labelWidth + 1
	c.Text(labelWidth, 0, "└"+strings.Repeat("─", p.W), draw.QuietInk)
	mark := func(rps float64, sign, words string, i draw.Ink) {
		if inside(p.x, rps) {
			at := off + p.x.Place(rps, p.W)
			c.Text(at, 0, sign, i)
			c.Label(at, words, i)
		}
	}
	you, load := "likely ", strings.TrimSuffix(m.told(m.here), " req/s")
	if m.stated {
		you = "you "
	}
	you += load
	mark(m.here, "▲", you, draw.StrongInk)
	if m.cursor != m.here {
		mark(m.cursor, "╵", numeral.Figure(m.cursor), draw.CursorInk)
	}
	if limit != "" {
		c.Label(width, limit, draw.LimitInk)
	}
	c.Label(width, "req/s", draw.QuietInk)
	for _, v := range p.x.Ticks(max(2, p.W/9)) {
		if at := off + p.x.Place(v, p.W); c.SignAt(at, 0) == '─' {
			c.Text(at, 0, "┴", draw.QuietInk)
		}
		mark(v, "", numeral.Figure(v), draw.QuietInk)
	}
	return c
}
