package draw

import (
	"cmp"
	"math"

	"archadvisor/ui/theme"
)

// Ink is the index of a style in the palette that a canvas is drawn with; 0 is the plain terminal.
type Ink uint8

// Pen is what a line is drawn with. It is interrupted, so that lines differ without colour: on points are
// drawn, then off are left out; an off of 0 is solid.
type Pen struct {
	Ink     Ink
	On, Off int
}

func (p Pen) draws(x int) bool { return p.Off == 0 || x%(p.On+p.Off) < p.On }

// cell is a character and its ink, and that of the band behind it; 0 is none.
type cell struct {
	r         rune
	ink, band Ink
}

// Canvas is a grid of cells, counted from the upper left; what is drawn last is seen. What lies outside is not drawn.
type Canvas struct {
	W, H  int // in cells
	theme *theme.Theme
	cells []cell
}

// NewCanvas makes an empty canvas of so many cells.
func NewCanvas(t *theme.Theme, w, h int) *Canvas {
	w, h = max(0, w), max(0, h)
	return &Canvas{W: w, H: h, theme: t, cells: make([]cell, w*h)}
}

func (c *Canvas) dots() bool { return c.theme.Glyphs == theme.Full }

// Size is the number of points: dots of braille where the terminal has them, of which a cell has two by four.
func (c *Canvas) Size() (w, h int) {
	if c.dots() {
		return 2 * c.W, 4 * c.H
	}
	return c.W, c.H
}

func (c *Canvas) cell(x, y int) *cell {
	if x < 0 || y < 0 || x >= c.W || y >= c.H {
		return &cell{} // which nobody sees
	}
	return &c.cells[y*c.W+x]
}

// At is the character of a cell, 0 if there is none.
func (c *Canvas) At(x, y int) rune { return c.cell(x, y).r }

// Text writes from left to right, clipped at the edges of the canvas.
func (c *Canvas) Text(x, y int, s string, i Ink) {
	for _, r := range s {
		p := c.cell(x, y)
		p.r, p.ink = r, i
		x++
	}
}

// Band shades a cell behind what is drawn: by a tint where the theme has them, else by a character.
func (c *Canvas) Band(x, y int, i Ink) {
	if c.theme.Tints[0] == nil {
		c.Text(x, y, "░", i)
		return
	}
	c.cell(x, y).band = i
}

// bits are the dots of a cell as Unicode numbers those of braille.
var bits = [4][2]rune{{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}}

const braille = 0x2800

// dot sets a dot. Where two lines meet in a cell, it has the ink of the last.
func (c *Canvas) dot(x, y int, with Pen) {
	if x < 0 || y < 0 {
		return
	}
	p := c.cell(x/2, y/4)
	if p.r&^0xff != braille {
		p.r = braille
	}
	p.r, p.ink = p.r|bits[y%4][x%2], with.Ink
}

// Curve draws heights, one for each column of points, joined up and down. A negative height is a gap.
func (c *Canvas) Curve(heights []int, with Pen) {
	before := -1
	for x, y := range heights {
		if y >= 0 && with.draws(x) {
			c.join(x, before, y, with)
		}
		before = y
	}
}

// join draws a column of a curve, from the height before it, -1 if there is none.
func (c *Canvas) join(x, before, y int, with Pen) {
	if before < 0 {
		before = y
	}
	put := func(at int, s string) { c.Text(x, at, s, with.Ink) }
	if c.dots() {
		put = func(at int, _ string) { c.dot(x, at, with) }
	}
	for at := min(before, y) + 1; at < max(before, y); at++ {
		put(at, "│")
	}
	switch {
	case y == before || c.dots():
		put(y, "─")
	case y < before:
		put(before, "╯")
		put(y, "╭")
	default:
		put(before, "╮")
		put(y, "╰")
	}
}

// Styled draws the canvas, cells of one style together.
func (c *Canvas) Styled() []string {
	out, palette := make([]string, c.H), palette(c.theme)
	for y := range out {
		for row := c.cells[y*c.W : (y+1)*c.W]; len(row) > 0; {
			ink, band, run := row[0].ink, row[0].band, []rune{}
			for ; len(row) > 0 && row[0].ink == ink && row[0].band == band; row = row[1:] {
				run = append(run, cmp.Or(row[0].r, ' '))
			}
			text, style := string(run), palette[min(int(ink), len(palette)-1)]
			if band > 0 {
				style = style.Background(c.theme.Tints[band-1])
			}
			if ink+band > 0 {
				text = style.Render(text)
			}
			out[y] += text
		}
	}
	return out
}

// Label writes words centred on a column of the second row, unless they would touch others.
func (c *Canvas) Label(at int, words string, i Ink) {
	n := theme.Width(words)
	from := max(0, min(at-n/2, c.W-n))
	for x := max(0, from-1); x < min(c.W, from+n+1); x++ {
		if c.At(x, 1) != 0 {
			return
		}
	}
	c.Text(from, 1, words, i)
}

// Axis maps values to shares of a length, evenly or by their logarithm.
type Axis struct {
	Lo, Hi float64
	Log    bool
}

// NewAxis makes an axis that holds lo to hi, widened where that could not be drawn.
func NewAxis(lo, hi float64, log bool) Axis {
	if math.IsNaN(lo) || math.IsInf(lo, 0) {
		lo = 0
	}
	if math.IsNaN(hi) || math.IsInf(hi, 0) {
		hi = lo
	}
	if log {
		hi = math.Max(hi, 1e-9)
		lo = math.Min(math.Max(lo, hi*1e-9), hi)
		if hi < lo*1.01 {
			lo, hi = lo/2, hi*2
		}
	} else if hi <= lo {
		hi = lo + math.Max(1, math.Abs(lo))
	}
	return Axis{lo, hi, log}
}

// At is where a value lies: 0 at the low end, 1 at the high one, NaN for what has no place.
func (a Axis) At(v float64) float64 {
	if a.Log {
		if v <= 0 {
			return math.Inf(-1)
		}
		return math.Log(v/a.Lo) / math.Log(a.Hi/a.Lo)
	}
	return (v - a.Lo) / (a.Hi - a.Lo)
}

// Value is what lies at a share of the length of a logarithmic axis.
func (a Axis) Value(share float64) float64 { return a.Lo * math.Pow(a.Hi/a.Lo, share) }

// Place is the column or row of a value among n, held at the ends; -1 for what has no place.
func (a Axis) Place(v float64, n int) int {
	s := a.At(v)
	if math.IsNaN(s) || n < 1 {
		return -1
	}
	return int(math.Round(math.Max(0, math.Min(1, s)) * float64(n-1)))
}

// Ticks are at most about n round values within the axis.
func (a Axis) Ticks(n int) []float64 {
	n = max(1, n)
	if !a.Log || a.Hi/a.Lo < 12 {
		return a.even(n)
	}
	first, last := int(math.Ceil(math.Log10(a.Lo)-1e-9)), int(math.Floor(math.Log10(a.Hi)+1e-9))
	by := max(1, (last-first+n)/n)
	var out []float64
	for e := first; e <= last; e += by {
		out = append(out, math.Pow(10, float64(e)))
	}
	return out
}

func (a Axis) even(n int) []float64 {
	step := RoundUp((a.Hi - a.Lo) / float64(n))
	var out []float64
	for k := math.Ceil(a.Lo/step - 1e-9); k*step <= a.Hi*(1+1e-9) && len(out) <= 2*n; k++ {
		out = append(out, k*step+0) // no negative zero
	}
	return out
}

// RoundUp is the next of 1, 2, 5, 10 times a power of ten that is not less.
func RoundUp(v float64) float64 {
	if !(v > 0) || math.IsInf(v, 0) {
		return 1
	}
	unit := math.Pow(10, math.Floor(math.Log10(v)+1e-9))
	for _, m := range []float64{1, 2, 5, 10} {
		if v <= m*unit*(1+1e-9) {
			return m * unit
		}
	}
	return 10 * unit
}
