package draw

import (
	"strings"

	"github.com/charmbracelet/lipgloss"

	"archadvisor/ui/theme"
)

// Grain is how fine a canvas draws: in dots of braille, in half blocks where a
// font has no braille, or in letters alone.
type Grain uint8

// How fine a canvas can draw.
const (
	Braille Grain = iota
	Blocks
	Letters
	NumGrains
)

// String names a grain, as the settings of a drawing do.
func (g Grain) String() string { return [...]string{"dots", "blocks", "letters"}[g] }

// dots is how many dots a cell has, across and down.
func (g Grain) dots() (across, down int) {
	switch g {
	case Braille:
		return 2, 4
	case Blocks:
		return 1, 2
	}
	return 1, 1
}

// Ink is the index of a style in the palette that a canvas is drawn with; 0 is
// the plain terminal.
type Ink uint8

// Pen is what a line is drawn with. It is interrupted, so that lines differ
// without colour: on dots are drawn, then off are left out; an off of 0 is
// solid. The letter stands for its dots where there are none.
type Pen struct {
	Ink     Ink
	On, Off int
	Letter  rune
}

func (p Pen) draws(x int) bool { return p.Off == 0 || x%(p.On+p.Off) < p.On }

// Canvas is a grid of cells, each with three layers: a sign in front, dots, and
// a ground that is seen where there is neither. Dots count from the upper left.
// What lies outside is not drawn.
type Canvas struct {
	W, H  int // in cells
	grain Grain
	cells []cell
}

type cell struct {
	sign, ground rune  // 0 is none
	dots         uint8 // set
	letter       rune  // of the pen that set them last
	sink, dink   Ink   // of the sign and the dots
	gink         Ink   // of the ground
}

// NewCanvas makes an empty canvas of so many cells.
func NewCanvas(w, h int, g Grain) *Canvas {
	w, h = max(0, w), max(0, h)
	return &Canvas{W: w, H: h, grain: g, cells: make([]cell, w*h)}
}

// Size is the number of dots.
func (c *Canvas) Size() (w, h int) {
	across, down := c.grain.dots()
	return c.W * across, c.H * down
}

func (c *Canvas) cell(x, y int) *cell {
	if x < 0 || y < 0 || x >= c.W || y >= c.H {
		return nil
	}
	return &c.cells[y*c.W+x]
}

// Sign puts a character into a cell, in front of all; false if there is one.
func (c *Canvas) Sign(x, y int, r rune, i Ink) bool {
	p := c.cell(x, y)
	if p == nil || p.sign != 0 {
		return false
	}
	p.sign, p.sink = r, i
	return true
}

// SignAt is the character in front of a cell, 0 if there is none.
func (c *Canvas) SignAt(x, y int) rune {
	if p := c.cell(x, y); p != nil {
		return p.sign
	}
	return 0
}

// Ground puts a character behind all. A later one replaces it.
func (c *Canvas) Ground(x, y int, r rune, i Ink) {
	if p := c.cell(x, y); p != nil {
		p.ground, p.gink = r, i
	}
}

// Text writes signs from left to right, clipped at the edges of the canvas.
func (c *Canvas) Text(x, y int, s string, i Ink) {
	for _, r := range s {
		if p := c.cell(x, y); p != nil {
			p.sign, p.sink = r, i
		}
		x++
	}
}

// dot sets a dot. Where two lines meet in a cell, it has the ink of the last.
func (c *Canvas) dot(x, y int, with Pen) {
	across, down := c.grain.dots()
	if x < 0 || y < 0 {
		return
	}
	if p := c.cell(x/across, y/down); p != nil {
		p.dots |= c.grain.bit(x%across, y%down)
		p.dink, p.letter = with.Ink, with.Letter
	}
}

// bit is the dot of a cell: as Unicode numbers those of braille, or from top to
// bottom.
func (g Grain) bit(x, y int) uint8 {
	if g != Braille {
		return 1 << y
	}
	return [4][2]uint8{{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}}[y][x]
}

// Curve draws heights, one for each column of dots, joined up and down. A
// negative height is a gap.
func (c *Canvas) Curve(heights []int, with Pen) {
	before := -1
	for x, y := range heights {
		if y < 0 {
			before = -1
			continue
		}
		from, to := y, y
		if before >= 0 {
			from, to = min(y, towards(before, y)), max(y, towards(before, y))
		}
		for at := from; at <= to && with.draws(x); at++ {
			c.dot(x, at, with)
		}
		before = y
	}
}

// towards is the first step from a to b: joined lines touch and do not overlap.
func towards(a, b int) int {
	switch {
	case a < b:
		return a + 1
	case a > b:
		return a - 1
	}
	return a
}

func (p *cell) rune(g Grain) (rune, Ink) {
	switch {
	case p.sign != 0:
		return p.sign, p.sink
	case p.dots != 0 && g == Braille:
		return 0x2800 + rune(p.dots), p.dink
	case p.dots != 0 && g == Blocks:
		return [...]rune{' ', '▀', '▄', '█'}[p.dots&3], p.dink
	case p.dots != 0:
		return p.letter, p.dink
	case p.ground != 0:
		return p.ground, p.gink
	}
	return ' ', 0
}

// Lines draws the canvas, each stretch of one ink styled once. An ink without
// a style is plain.
func (c *Canvas) Lines(Palette []lipgloss.Style) []string {
	out := make([]string, c.H)
	run := make([]rune, 0, c.W)
	for y := range out {
		var b strings.Builder
		last := Ink(0)
		flush := func() {
			if len(run) > 0 && last > 0 && int(last) < len(Palette) {
				b.WriteString(Palette[last].Render(string(run)))
			} else {
				b.WriteString(string(run))
			}
			run = run[:0]
		}
		for x := range c.W {
			r, i := c.cells[y*c.W+x].rune(c.grain)
			if i != last {
				flush()
				last = i
			}
			run = append(run, r)
		}
		flush()
		out[y] = b.String()
	}
	return out
}

// Label writes words centred on a column of the second row, unless they would
// touch others.
func (c *Canvas) Label(at int, words string, i Ink) {
	n := theme.Width(words)
	from := max(0, min(at-n/2, c.W-n))
	for x := max(0, from-1); x < min(c.W, from+n+1); x++ {
		if c.cell(x, 1).sign != 0 {
			return
		}
	}
	c.Text(from, 1, words, i)
}
