package report

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"text/template"
	"unicode/utf8"

	"archadvisor/rules/numeral"
)

type axis struct {
	low, high float64
	log       bool
}

// at is where a value lies, 0 to 1.
func (a axis) at(v float64) float64 {
	lo, hi := a.low, a.high
	if a.log {
		lo, hi, v = math.Log(lo), math.Log(hi), math.Log(v)
	}
	return min(1, max(0, (v-lo)/(hi-lo)))
}

func (a axis) ticks() (out []float64) {
	if a.log {
		for v := math.Pow(10, math.Ceil(math.Log10(a.low)-1e-9)); v <= a.high*(1+1e-9); v *= 10 {
			out = append(out, v)
		}
		return out
	}
	step := math.Pow(10, math.Floor(math.Log10(a.high-a.low)))
	for (a.high-a.low)/step < 4 {
		step /= 2
	}
	for v := math.Ceil(a.low/step) * step; v <= a.high+1e-9; v += step {
		out = append(out, v)
	}
	return out
}

type point struct{ x, y float64 }

type canvas struct {
	w, h, left, right, top, bottom float64
	x, y                           axis
	b                              strings.Builder
}

func (c *canvas) px(v float64) float64 { return c.left + c.x.at(v)*(c.w-c.left-c.right) }
func (c *canvas) py(v float64) float64 { return c.h - c.bottom - c.y.at(v)*(c.h-c.top-c.bottom) }

func (c *canvas) draw(format string, args ...any) { fmt.Fprintf(&c.b, format+"\n", args...) }

func (c *canvas) label(x, y float64, anchor, text string) {
	c.draw(`<text x="%.1f" y="%.1f" text-anchor="%s">%s</text>`, x, y, anchor, template.HTMLEscapeString(text))
}

func (c *canvas) scale(write func(float64) string, unit string) {
	for _, v := range c.x.ticks() {
		c.draw(`<path class="grid" d="M%.1f %.1fV%.1f"/>`, c.px(v), c.top, c.h-c.bottom)
		c.label(c.px(v), c.h-c.bottom+16, "middle", write(v))
	}
	c.label(c.w-c.right, c.h-4, "end", unit)
}

func (c *canvas) grid(x, y func(float64) string, unitX, unitY string) {
	c.scale(x, unitX)
	for _, v := range c.y.ticks() {
		c.draw(`<path class="grid" d="M%.1f %.1fH%.1f"/>`, c.left, c.py(v), c.w-c.right)
		c.label(c.left-6, c.py(v)+4, "end", y(v))
	}
	c.label(4, c.h-4, "start", unitY)
}

func (c *canvas) path(list []point) string {
	var b strings.Builder
	for _, p := range list {
		fmt.Fprintf(&b, "%.1f,%.1f ", c.px(p.x), c.py(p.y))
	}
	return b.String()
}

func (c *canvas) line(list []point, option int) {
	c.draw(`<polyline class="line o%d" points="%s"/>`, option, c.path(list))
}

// band fills what lies between two lines of an option.
func (c *canvas) band(low, high []point, option int) {
	slices.Reverse(high)
	c.draw(`<polygon class="band o%d" points="%s%s"/>`, option, c.path(low), c.path(high))
}

// dot draws a circle, its text on hover.
func (c *canvas) dot(x, y, r float64, hover string) {
	c.draw(`<circle class="dot" cx="%.1f" cy="%.1f" r="%.1f"><title>%s</title></circle>`, c.px(x), c.py(y), r, template.HTMLEscapeString(hover))
}

// vertical marks a value of the horizontal axis.
func (c *canvas) vertical(x float64, text string) {
	c.draw(`<path class="mark" d="M%.1f %.1fV%.1f"/>`, c.px(x), c.top, c.h-c.bottom)
	if text != "" {
		anchor, at := "start", c.px(x)+4
		if c.x.at(x) > 0.8 {
			anchor, at = "end", c.px(x)-4
		}
		c.label(at, c.h-c.bottom-8, anchor, text)
	}
}

func (c *canvas) legend(names ...string) {
	for i, name := range names {
		y := c.top + 12 + 16*float64(i)
		c.draw(`<path class="line o%d" d="M%.1f %.1fh22"/>`, i, c.left+10, y-4)
		c.label(c.left+38, y, "start", name)
	}
}

// bar is a stretch of the horizontal axis with what it is of.
type bar struct {
	label     string
	low, high float64
	warn      bool
}

const (
	barHeight = 26
	letter    = 6.4 // the room for a character of a label
)

// bars is a drawing of bars below one another, their labels left of the axis; none without bars.
func bars(left float64, x axis, unit string, list []bar, title, caption string) figure {
	if len(list) == 0 {
		return figure{}
	}
	for _, b := range list {
		left = max(left, letter*float64(utf8.RuneCountInString(b.label)))
	}
	c := canvas{w: 640, h: 56 + barHeight*float64(len(list)), left: left, right: 40, top: 12, bottom: 40, x: x, y: axis{0, 1, false}}
	c.scale(numeral.Whole, unit)
	for i, b := range list {
		y, class := c.top+barHeight*float64(i)+4, "bar"
		if b.warn {
			class = "bar warn"
		}
		c.draw(`<rect class="%s" x="%.1f" y="%.1f" width="%.1f" height="18"/>`, class, c.px(b.low), y, max(1, c.px(b.high)-c.px(b.low)))
		c.label(c.left-8, y+14, "end", b.label)
	}
	c.vertical(0, "")
	return c.done(title, caption)
}

// done is the drawing with its title, also for those who do not see it, and caption.
func (c *canvas) done(title, caption string) figure {
	return figure{title, caption, fmt.Sprintf(`<svg viewBox="0 0 %.0f %.0f" role="img" aria-label="%s">%s</svg>`, c.w, c.h, template.HTMLEscapeString(title), c.b.String())} // every text in it is escaped
}
