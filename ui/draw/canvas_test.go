package draw

import (
	"math"
	"strings"
	"testing"

	"archadvisor/ui/theme"
)

func TestCanvasDots(t *testing.T) {
	solid := Pen{Ink: 1}
	for _, v := range []struct {
		glyphs  theme.Glyphs
		heights []int
		Pen     Pen
		want    string
	}{
		{theme.Full, []int{0, 0, 0, 0}, solid, "⠉⠉"},
		{theme.Full, []int{3, 2, 1, 0}, solid, "⡠⠊"},
		{theme.Full, []int{0, 3}, solid, "⢱"},          // joined downwards
		{theme.Full, []int{3, -1, -1, 3}, solid, "⡀⢀"}, // a gap
		{theme.Full, []int{0, 0, 0, 0, 0, 0}, Pen{Ink: 2, On: 1, Off: 2}, "⠁⠈ "},
		{theme.Console, []int{0, 0, 0}, solid, "───"},
		{theme.Console, []int{0, 0, 0}, Pen{On: 1, Off: 1}, "─ ─"},
	} {
		th := with(v.glyphs)
		across, _ := NewCanvas(th, 1, 1).Size()
		c := NewCanvas(th, len(v.heights)/across, 1)
		c.Curve(v.heights, v.Pen)
		if got := strings.Join(c.Styled(), ""); got != v.want {
			t.Errorf("%v %v: %q, want %q", v.glyphs, v.heights, got, v.want)
		}
	}
}

// with is a theme of a terminal that has these characters.
func with(g theme.Glyphs) *theme.Theme {
	t := theme.New("mono", 0)
	t.Glyphs = g
	return t
}

// TestCanvasLines: where there is no braille, a curve is drawn in box characters.
func TestCanvasLines(t *testing.T) {
	c := NewCanvas(with(theme.Console), 4, 3)
	c.Curve([]int{2, 2, 0, 1}, Pen{})
	if got := strings.Join(c.Styled(), "\n"); got != "  ╭╮\n  │╰\n──╯ " {
		t.Errorf("\n%s", got)
	}
}

func TestCanvasLayers(t *testing.T) {
	c := NewCanvas(with(theme.Full), 4, 1)
	for x := range 4 {
		c.Band(x, 0, 1)
	}
	c.dot(2, 0, Pen{Ink: 2})
	c.Text(3, 0, "M", 3)
	if got := c.Styled()[0]; got != "░⠁░M" {
		t.Errorf("%q", got)
	}
}

// TestCanvasOutside: nothing is drawn outside, and nothing panics there.
func TestCanvasOutside(t *testing.T) {
	for _, g := range []theme.Glyphs{theme.Full, theme.Console} {
		for _, size := range [][2]int{{-1, 3}, {0, 0}, {3, 2}} {
			c := NewCanvas(with(g), size[0], size[1])
			for _, at := range []int{-9, -1, 0, 99} {
				c.dot(at, at, Pen{})
				c.Band(at, at, 9)
				c.Text(at, at, "long words", 9)
				c.Label(at, "12", 1)
			}
			c.Curve([]int{-1, 99, 0, 5, 7, 99, 99, 99, 99, 99}, Pen{On: 2, Off: 1})
			lines := c.Styled()
			if len(lines) != max(0, size[1]) && size[0] >= 0 {
				t.Errorf("%v: %d lines", size, len(lines))
			}
			for _, l := range lines {
				if theme.Width(l) != max(0, size[0]) {
					t.Errorf("%v: %q", size, l)
				}
			}
		}
	}
}

func TestAxis(t *testing.T) {
	a := NewAxis(0.1, 1e5, true)
	for v, want := range map[float64]float64{0.1: 0, 100: 0.5, 1e5: 1, 1e8: 1.5} {
		if got := a.At(v); math.Abs(got-want) > 1e-12 {
			t.Errorf("%v is at %v, want %v", v, got, want)
		}
		if got := a.Value(want); math.Abs(got-v) > 1e-9*v {
			t.Errorf("%v has %v, want %v", want, got, v)
		}
	}
	if got := a.Place(0, 10); got != 0 {
		t.Errorf("0 has no logarithm: place %d", got)
	}
	if got := a.Place(math.NaN(), 10); got != -1 {
		t.Errorf("NaN has the place %d", got)
	}
	for _, bad := range [][2]float64{{0, 0}, {5, 5}, {math.NaN(), 1}, {1, math.Inf(1)}, {-3, -3}} {
		for _, log := range []bool{true, false} {
			if b := NewAxis(bad[0], bad[1], log); !(b.Hi > b.Lo) || math.IsInf(b.Hi, 0) {
				t.Errorf("%v %v: %+v", bad, log, b)
			}
		}
	}
}

func TestTicks(t *testing.T) {
	for _, v := range []struct {
		a    Axis
		n    int
		want []float64
	}{
		{Axis{0.1, 1e5, true}, 9, []float64{0.1, 1, 10, 100, 1000, 1e4, 1e5}},
		{Axis{0.1, 1e5, true}, 3, []float64{0.1, 100, 1e5}},
		{Axis{0, 100, false}, 5, []float64{0, 20, 40, 60, 80, 100}},
		{Axis{3, 9, true}, 3, []float64{4, 6, 8}},
	} {
		got := v.a.Ticks(v.n)
		if len(got) != len(v.want) {
			t.Errorf("%+v: %v, want %v", v.a, got, v.want)
			continue
		}
		for i := range got {
			if math.Abs(got[i]-v.want[i]) > 1e-9*v.want[i] {
				t.Errorf("%+v: %v, want %v", v.a, got, v.want)
			}
		}
	}
}
