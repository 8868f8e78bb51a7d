package draw

import (
	"cmp"
	"math"
	"strings"

	"archadvisor/ui/theme"
)

// Grain is how fine a canvas draws: in dots of braille or in lines of box characters.
type Grain uint8

// How fine a canvas can draw.
const (
	Dots Grain = iota
	Lines
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

// layer is what a cell shows: a character and its ink; 0 is none.
type layer struct {
	r   rune
	ink Ink
}

// Canvas is a grid of cells in layers, counted from the upper left. What lies outside is not drawn.
type Canvas struct {
	W, H  int // in cells
	grain Grain
	cells [][4]layer
}

// The layers of a cell, the first one that has something is seen.
const (
	inFront = iota
	ofLines
	behind
	ofBand
)

// NewCanvas makes an empty canvas of so many cells.
func NewCanvas(w, h int, g Grain) *Canvas {
	w, h = max(0, w), max(0, h)
	return &Canvas{W: w, H: h, grain: g, cells: make([][4]layer, w*h)}
}

// Size is the number of points.
func (c *Canvas) Size() (w, h int) {
	if c.grain == Dots { // a cell of braille has two by four
		return 2 * c.W, 4 * c.H
	}
	return c.W, c.H
}

func (c *Canvas) cell(x, y int) *[4]layer {
	if x < 0 || y < 0 || x >= c.W || y >= c.H {
		return &[4]layer{} // which nobody sees
	}
	return &c.cells[y*c.W+x]
}

// Sign puts a character into a cell, in front of all, unless there is one.
func (c *Canvas) Sign(x, y int, r rune, i Ink) {
	if p := c.cell(x, y); p[inFront].r == 0 {
		p[inFront] = layer{r, i}
	}
}

// SignAt is the character in front of a cell, 0 if there is none.
func (c *Canvas) SignAt(x, y int) rune { return c.cell(x, y)[inFront].r }

// Ground puts a character behind all. A later one replaces it.
func (c *Canvas) Ground(x, y int, r rune, i Ink) {
	at := behind
	if r == Band {
		at = ofBand
	}
	c.cell(x, y)[at] = layer{r, i}
}

// Text writes signs from left to right, clipped at the edges of the canvas.
func (c *Canvas) Text(x, y int, s string, i Ink) {
	for _, r := range s {
		c.cell(x, y)[inFront] = layer{r, i}
		x++
	}
}

// bits are the dots of a cell as Unicode numbers those of braille.
var bits = [4][2]rune{{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}}

// dot sets a dot. Where two lines meet in a cell, it has the ink of the last.
func (c *Canvas) dot(x, y int, with Pen) {
	if x >= 0 && y >= 0 {
		p := c.cell(x/2, y/4)
		p[ofLines] = layer{p[ofLines].r | 0x2800 | bits[y%4][x%2], with.Ink}
	}
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
	put := func(at int, r rune) { c.cell(x, at)[ofLines] = layer{r, with.Ink} }
	if c.grain == Dots {
		put = func(at int, _ rune) { c.dot(x, at, with) }
	}
	for at := min(before, y) + 1; at < max(before, y); at++ {
		put(at, '│')
	}
	switch {
	case y == before || c.grain == Dots:
		put(y, '─')
	case y < before:
		put(before, '╯')
		put(y, '╭')
	default:
		put(before, '╮')
		put(y, '╰')
	}
}

// Styled draws the canvas. Bands are a tint behind what lies on them where the theme has tints, else characters.
func (c *Canvas) Styled(t *theme.Theme) []string {
	out, palette := make([]string, c.H), palette(t)
	for y := range out {
		var b strings.Builder
		var run []rune
		var last, tint Ink
		flush := func() {
			style := palette[min(int(last), len(palette)-1)]
			if tint > 0 {
				style = style.Background(t.Tints[tint-1])
			}
			if last+tint > 0 && len(run) > 0 {
				b.WriteString(style.Render(string(run)))
			} else {
				b.WriteString(string(run))
			}
			run = run[:0]
		}
		for _, cell := range c.cells[y*c.W : (y+1)*c.W] {
			seen, behindIt := layer{}, Ink(0)
			for _, l := range cell {
				if l.r == Band && t.Tints[0] != nil {
					behindIt = l.ink
				} else if seen.r == 0 {
					seen = l
				}
			}
			if seen.ink != last || behindIt != tint {
				flush()
				last, tint = seen.ink, behindIt
			}
			run = append(run, cmp.Or(seen.r, ' '))
		}
		flush()
		out[y] = b.String()
	}
	return out
}

// Band is the character of a band, behind all.
const Band = '░'

// Label writes words centred on a column of the second row, unless they would touch others.
func (c *Canvas) Label(at int, words string, i Ink) {
	n := theme.Width(words)
	from := max(0, min(at-n/2, c.W-n))
	for x := max(0, from-1); x < min(c.W, from+n+1); x++ {
		if c.SignAt(x, 1) != 0 {
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
