package ui

import (
	"strings"

	"github.com/charmbracelet/lipgloss"
)

// grain is how fine a canvas draws: in dots of braille, in half blocks where a
// font has no braille, or in letters alone.
type grain uint8

const (
	braille grain = iota
	blocks
	letters
	numGrains
)

func (g grain) String() string { return [...]string{"dots", "blocks", "letters"}[g] }

// dots is how many dots a cell has, across and down.
func (g grain) dots() (across, down int) {
	switch g {
	case braille:
		return 2, 4
	case blocks:
		return 1, 2
	}
	return 1, 1
}

// ink is the index of a style in the palette that a canvas is drawn with; 0 is
// the plain terminal.
type ink uint8

// pen is what a line is drawn with. It is interrupted, so that lines differ
// without colour: on dots are drawn, then off are left out; an off of 0 is
// solid. The letter stands for its dots where there are none.
type pen struct {
	ink     ink
	on, off int
	letter  rune
}

func (p pen) draws(x int) bool { return p.off == 0 || x%(p.on+p.off) < p.on }

// canvas is a grid of cells, each with three layers: a sign in front, dots, and
// a ground that is seen where there is neither. Dots count from the upper left.
// What lies outside is not drawn.
type canvas struct {
	w, h  int
	grain grain
	cells []cell
}

type cell struct {
	sign, ground rune  // 0 is none
	dots         uint8 // set
	letter       rune  // of the pen that set them last
	sink, dink   ink   // of the sign and the dots
	gink         ink   // of the ground
}

func newCanvas(w, h int, g grain) *canvas {
	w, h = max(0, w), max(0, h)
	return &canvas{w: w, h: h, grain: g, cells: make([]cell, w*h)}
}

// size is the number of dots.
func (c *canvas) size() (w, h int) {
	across, down := c.grain.dots()
	return c.w * across, c.h * down
}

func (c *canvas) cell(x, y int) *cell {
	if x < 0 || y < 0 || x >= c.w || y >= c.h {
		return nil
	}
	return &c.cells[y*c.w+x]
}

// sign puts a character into a cell, in front of all; false if there is one.
func (c *canvas) sign(x, y int, r rune, i ink) bool {
	p := c.cell(x, y)
	if p == nil || p.sign != 0 {
		return false
	}
	p.sign, p.sink = r, i
	return true
}

// ground puts a character behind all. A later one replaces it.
func (c *canvas) ground(x, y int, r rune, i ink) {
	if p := c.cell(x, y); p != nil {
		p.ground, p.gink = r, i
	}
}

// text writes signs from left to right, clipped at the edges of the canvas.
func (c *canvas) text(x, y int, s string, i ink) {
	for _, r := range s {
		if p := c.cell(x, y); p != nil {
			p.sign, p.sink = r, i
		}
		x++
	}
}

// dot sets a dot. Where two lines meet in a cell, it has the ink of the last.
func (c *canvas) dot(x, y int, with pen) {
	across, down := c.grain.dots()
	if x < 0 || y < 0 {
		return
	}
	if p := c.cell(x/across, y/down); p != nil {
		p.dots |= c.grain.bit(x%across, y%down)
		p.dink, p.letter = with.ink, with.letter
	}
}

// bit is the dot of a cell: as Unicode numbers those of braille, or from top to
// bottom.
func (g grain) bit(x, y int) uint8 {
	if g != braille {
		return 1 << y
	}
	return [4][2]uint8{{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}}[y][x]
}

// curve draws heights, one for each column of dots, joined up and down. A
// negative height is a gap.
func (c *canvas) curve(heights []int, with pen) {
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

func (p *cell) rune(g grain) (rune, ink) {
	switch {
	case p.sign != 0:
		return p.sign, p.sink
	case p.dots != 0 && g == braille:
		return 0x2800 + rune(p.dots), p.dink
	case p.dots != 0 && g == blocks:
		return [...]rune{' ', '▀', '▄', '█'}[p.dots&3], p.dink
	case p.dots != 0:
		return p.letter, p.dink
	case p.ground != 0:
		return p.ground, p.gink
	}
	return ' ', 0
}

// lines draws the canvas, each stretch of one ink styled once. An ink without
// a style is plain.
func (c *canvas) lines(palette []lipgloss.Style) []string {
	out := make([]string, c.h)
	run := make([]rune, 0, c.w)
	for y := range out {
		var b strings.Builder
		last := ink(0)
		flush := func() {
			if len(run) > 0 && last > 0 && int(last) < len(palette) {
				b.WriteString(palette[last].Render(string(run)))
			} else {
				b.WriteString(string(run))
			}
			run = run[:0]
		}
		for x := range c.w {
			r, i := c.cells[y*c.w+x].rune(c.grain)
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
