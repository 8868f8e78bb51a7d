package theme

import "strings"

// Pair are two panes of a box: beside one another where it is wide, else one
// under the other, and without frames where it is small.
type Pair struct {
	One, Two       Box // with their frames
	Framed, Beside bool
}

// Pair shares a box out: the first pane gets so many per cent of the width (0:
// they never stand side by side), or the second so many lines below it, with its
// frame or without one.
func (b Box) Pair(percent, below, bare int) Pair {
	switch {
	case percent > 0 && b.W >= 90:
		cols := b.Columns(b.W*percent/100, 0)
		return Pair{cols[0], cols[1], true, true}
	case b.W >= 60 && b.H >= 14:
		rows := b.Rows(0, below)
		return Pair{rows[0], rows[1], true, false}
	}
	rows := b.Rows(0, bare)
	return Pair{rows[0], rows[1], false, false}
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
