package ui

import (
	"math"
	"strings"
	"testing"

	"archadvisor/ui/theme"
)

func TestCanvasDots(t *testing.T) {
	solid := pen{ink: 1, letter: 'M'}
	for _, v := range []struct {
		grain   grain
		heights []int
		pen     pen
		want    string
	}{
		{braille, []int{0, 0, 0, 0}, solid, "⠉⠉"},
		{braille, []int{3, 2, 1, 0}, solid, "⡠⠊"},
		{braille, []int{0, 3}, solid, "⢱"},          // joined downwards
		{braille, []int{3, -1, -1, 3}, solid, "⡀⢀"}, // a gap
		{braille, []int{0, 0, 0, 0, 0, 0}, pen{ink: 2, on: 1, off: 2}, "⠁⠈ "},
		{blocks, []int{0, 1, 0}, solid, "▀▄▀"},
		{letters, []int{0, 0, 0}, solid, "MMM"},
		{letters, []int{0, 0, 0}, pen{on: 1, off: 1, letter: 'S'}, "S S"},
	} {
		across, _ := v.grain.dots()
		c := newCanvas(len(v.heights)/across, 1, v.grain)
		c.curve(v.heights, v.pen)
		if got := strings.Join(c.lines(nil), ""); got != v.want {
			t.Errorf("%v %v: %q, want %q", v.grain, v.heights, got, v.want)
		}
	}
}

func TestCanvasLayers(t *testing.T) {
	c := newCanvas(4, 1, braille)
	for x := range 4 {
		c.ground(x, 0, '░', 1)
	}
	c.dot(2, 0, pen{ink: 2})
	if !c.sign(3, 0, 'M', 3) || c.sign(3, 0, 'S', 3) {
		t.Error("a sign is put where there is none, and only there")
	}
	if got := c.lines(nil)[0]; got != "░⠁░M" {
		t.Errorf("%q", got)
	}
}

// TestCanvasOutside: nothing is drawn outside, and nothing panics there.
func TestCanvasOutside(t *testing.T) {
	for _, g := range []grain{braille, blocks, letters} {
		for _, size := range [][2]int{{-1, 3}, {0, 0}, {3, 2}} {
			c := newCanvas(size[0], size[1], g)
			for _, at := range []int{-9, -1, 0, 99} {
				c.dot(at, at, pen{})
				c.ground(at, at, 'x', 9)
				c.text(at, at, "long words", 9)
				c.label(at, "12", 1)
			}
			c.curve([]int{-1, 99, 0, 5, 7, 99, 99, 99, 99, 99}, pen{on: 2, off: 1})
			lines := c.lines(palette(theme.New("dark", 0)))
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
	a := newAxis(0.1, 1e5, true)
	for v, want := range map[float64]float64{0.1: 0, 100: 0.5, 1e5: 1, 1e8: 1.5} {
		if got := a.at(v); math.Abs(got-want) > 1e-12 {
			t.Errorf("%v is at %v, want %v", v, got, want)
		}
		if got := a.value(want); math.Abs(got-v) > 1e-9*v {
			t.Errorf("%v has %v, want %v", want, got, v)
		}
	}
	if got := a.place(0, 10); got != 0 {
		t.Errorf("0 has no logarithm: place %d", got)
	}
	if got := a.place(math.NaN(), 10); got != -1 {
		t.Errorf("NaN has the place %d", got)
	}
	for _, bad := range [][2]float64{{0, 0}, {5, 5}, {math.NaN(), 1}, {1, math.Inf(1)}, {-3, -3}} {
		for _, log := range []bool{true, false} {
			if b := newAxis(bad[0], bad[1], log); !(b.hi > b.lo) || math.IsInf(b.hi, 0) {
				t.Errorf("%v %v: %+v", bad, log, b)
			}
		}
	}
}

func TestTicks(t *testing.T) {
	for _, v := range []struct {
		a    axis
		n    int
		want []float64
	}{
		{axis{0.1, 1e5, true}, 9, []float64{0.1, 1, 10, 100, 1000, 1e4, 1e5}},
		{axis{0.1, 1e5, true}, 3, []float64{0.1, 100, 1e5}},
		{axis{0, 100, false}, 5, []float64{0, 20, 40, 60, 80, 100}},
		{axis{3, 9, true}, 3, []float64{4, 6, 8}},
	} {
		got := v.a.ticks(v.n)
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

func TestCompact(t *testing.T) {
	for v, want := range map[float64]string{0: "0", 0.1: "0.1", 0.42: "0.42", 7: "7", 99.95: "100", 310: "310", 999.7: "1k", 1500: "1.5k",
		9234: "9.23k", 1e5: "100k", 3.9e6: "3.9M", 2e9: "2G", 4e12: "4T", 1e18: "1e+18", -1500: "−1.5k", 1e-5: "1e-05"} {
		if got := compact(v); got != want {
			t.Errorf("%v: %q, want %q", v, got, want)
		}
	}
	if got := compact(math.NaN()) + compact(math.Inf(1)); got != "–∞" {
		t.Errorf("%q", got)
	}
}
