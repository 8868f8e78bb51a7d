package theme

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"

	"archadvisor/advisor/say/document"
)

// Box is a piece of the window, in cells.
type Box struct{ W, H int }

// Rows splits a box below so many rows, or above so many from its end if that is negative.
func (b Box) Rows(n int) (above, below Box) {
	n = split(n, b.H)
	return Box{b.W, n}, Box{b.W, b.H - n}
}

// Columns splits a box behind so many columns, or before so many from its end if that is negative.
func (b Box) Columns(n int) (left, right Box) {
	n = split(n, b.W)
	return Box{n, b.H}, Box{b.W - n, b.H}
}

func split(n, of int) int {
	if n < 0 {
		n += of
	}
	return max(0, min(n, of))
}

// Inner is the space inside the frame of a box: a border on every side and a blank column left and right.
func (b Box) Inner() Box { return Box{max(0, b.W-4), max(0, b.H-2)} }

// Within is Inner of a box that has a frame, or all of one that has none.
func (b Box) Within(framed bool) Box {
	if framed {
		return b.Inner()
	}
	return b
}

// Width is the number of cells that a line takes, escape sequences aside.
func Width(s string) int { return ansi.StringWidth(s) }

// Cut shortens a line to the given width, with … where something is missing.
func Cut(s string, width int) string {
	if width <= 0 {
		return ""
	}
	return ansi.Truncate(s, width, "…")
}

// Pad fills a line with blanks up to the given width, after cutting it.
func Pad(s string, width int) string {
	s = Cut(s, width)
	return s + strings.Repeat(" ", max(0, width-Width(s)))
}

// Right puts b at the right end of a line that starts with a. When both do not fit, a is cut.
func Right(a, b string, width int) string {
	b = Cut(b, width)
	switch room := width - Width(b); {
	case b == "":
		return Pad(a, width)
	case room < 2:
		return Pad(b, width)
	default:
		return Pad(a, room-1) + " " + b
	}
}

// Fit cuts and pads a text to exactly the size of a box.
func Fit(s string, b Box) string {
	lines := append(strings.Split(s, "\n"), make([]string, max(0, b.H))...)[:max(0, b.H)]
	for i, l := range lines {
		lines[i] = Pad(l, b.W)
	}
	return strings.Join(lines, "\n")
}

// Wrap breaks a text into lines of at most width cells, at blanks if it can, never
// at hyphens, so that flags and dates stay whole, nor between a number and its unit.
// What is wider than a line, an address or a path, is broken behind a sign that parts it.
func Wrap(s string, width int) []string {
	if width <= 0 {
		return nil
	}
	blank := func(r rune) bool { return r == ' ' || r == '\n' } // what an unbroken one joins is one word
	for _, word := range strings.FieldsFunc(s, blank) {
		if len(word) > width && Width(word) > width {
			s = strings.Replace(s, word, document.Broken(word, width), 1)
		}
	}
	s = ansi.Wrap(measured().ReplaceAllString(strings.ReplaceAll(s, "-", hardHyphen), "$1"+Unbroken+"$2$3"), width, "")
	return strings.Split(strings.ReplaceAll(strings.ReplaceAll(s, hardHyphen, "-"), Unbroken, " "), "\n")
}

// measured is a number with its unit.
var measured = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(\d) (%|ms|s|req/s|[kMGT]B|vCPU|people|teams|months|per week)(\W|$)`)
})

// Unbroken is a blank at which no line is broken, so that numbers keep their units; it is drawn as a blank.
const Unbroken = "\u00a0"

// Wrapped is Wrap with a style for each line.
func (t *Theme) Wrapped(style lipgloss.Style, s string, width int) []string {
	lines := Wrap(s, width)
	for i, l := range lines {
		lines[i] = style.Render(l)
	}
	return lines
}

const hardHyphen = "\u2011" // looks like a hyphen and is no place to break a line

// Headline is a sentence that a view begins with; in a low window its short form where it would take two lines.
func (t *Theme) Headline(style lipgloss.Style, sentence, short string, width int, low bool) []string {
	if low && Width(sentence) > width {
		sentence = short
	}
	return t.Wrapped(style, sentence, width)
}

// List writes a label and as many items as fit on a line.
func List(label string, items []string, width int) string {
	lines := Listed(items, width-Width(label))
	return Cut(label+strings.Join(lines[:min(1, len(lines))], ""), width)
}

// Listed writes all items, none cut: as many on a line as fit, with a dot between them.
func Listed(items []string, width int) (lines []string) {
	for _, it := range items {
		if n := len(lines); n > 0 && Width(lines[n-1]+it)+3 <= width {
			lines[n-1] += " · " + it
		} else {
			lines = append(lines, Wrap(it, width)...)
		}
	}
	return lines
}

// Whole adds paragraphs to lines while there is room, each whole or not at all.
func Whole(lines []string, room int, more ...[]string) []string {
	for _, p := range more {
		if len(lines)+len(p) <= room {
			lines = append(lines, p...)
		}
	}
	return lines
}

// Stack puts texts under one another; empty ones (boxes of no height) vanish.
func Stack(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), "\n")
}

// Beside puts texts of equal height next to one another.
func Beside(parts ...string) string { return lipgloss.JoinHorizontal(lipgloss.Top, parts...) }

// Frame draws a titled border to the size of b; without colour the one with the focus is double.
func (t *Theme) Frame(b Box, title, body string, focus bool) string {
	if b.W < 4 || b.H < 2 {
		return Fit(body, b)
	}
	line, style := lipgloss.RoundedBorder(), t.Border
	if focus {
		style = t.Focus
		if t.Mono {
			line = lipgloss.DoubleBorder()
		}
	}
	in := b.Inner()
	head := ""
	if title != "" && b.W >= 8 {
		head = " " + Cut(title, max(0, b.W-6)) + " "
	}
	fill := max(0, b.W-3-Width(head))
	rows := []string{style.Render(line.TopLeft+line.Top) + t.Title.Render(head) + style.Render(strings.Repeat(line.Top, fill)+line.TopRight)}
	for _, l := range strings.Split(Fit(body, in), "\n") {
		if in.H == 0 {
			break
		}
		rows = append(rows, style.Render(line.Left)+" "+l+" "+style.Render(line.Right))
	}
	rows = append(rows, style.Render(line.BottomLeft+strings.Repeat(line.Bottom, b.W-2)+line.BottomRight))
	return strings.Join(rows, "\n")
}

// Pair are two panes: beside one another, one under the other, or without frames in a small box.
type Pair struct {
	One, Two       Box // with their frames
	Framed, Beside bool
}

// Pair shares a box out: the first pane gets a percentage of the width (0: never), or the second lines below it.
func (b Box) Pair(percent, below, bare int) Pair {
	p := Pair{Framed: b.W >= 60 && b.H >= 14, Beside: percent > 0 && b.W >= 90}
	switch {
	case p.Beside:
		p.Framed = true
		p.One, p.Two = b.Columns(b.W * percent / 100)
	case p.Framed:
		p.One, p.Two = b.Rows(b.H - below)
	default:
		p.One, p.Two = b.Rows(b.H - bare)
	}
	return p
}

// Inner is the space for the lines of both panes.
func (p Pair) Inner() (one, two Box) { return p.One.Within(p.Framed), p.Two.Within(p.Framed) }

// Pane is what stands in a frame.
type Pane struct {
	Title string
	Lines []string
	Focus bool
}

// Draw draws both panes.
func (p Pair) Draw(t *Theme, one, two Pane) string {
	put := func(b Box, x Pane) string {
		body := strings.Join(x.Lines, "\n")
		if p.Framed {
			return t.Frame(b, x.Title, body, x.Focus)
		}
		return Fit(body, b)
	}
	if p.Beside {
		return Beside(put(p.One, one), put(p.Two, two))
	}
	return Stack(put(p.One, one), put(p.Two, two))
}
