package ui

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/exp/golden"

	"archadvisor/advisor/profile"
)

var frameSizes = [][2]int{{40, 12}, {60, 20}, {80, 24}, {100, 30}, {160, 50}}

// TestFrames holds every view at every size in three themes against the frames
// that were looked at.
func TestFrames(t *testing.T) {
	for _, v := range []struct {
		name string
		keys []string
	}{
		{"number", []string{"1.5k"}},
		{"refused", []string{"zebra", "enter"}},
		{"choice", []string{"ctrl+g", "load look like", "enter", "down"}},
		{"several", []string{"ctrl+g", "exclude", "enter", " "}},
		{"result", []string{"ctrl+r", "down", "down", "down"}},
		{"statement", []string{"ctrl+r", "/", "R-TEAM", "enter"}},
		{"chart", []string{"ctrl+r", "2"}},
		{"whatif", []string{"ctrl+r", "3"}},
		{"sensitivity", []string{"ctrl+r", "4"}},
		{"export", []string{"ctrl+r", "5"}},
		{"help", []string{"?"}},
		{"find", []string{"ctrl+g", "team"}},
		{"commands", []string{"ctrl+r", "ctrl+p"}},
		{"save", []string{"ctrl+s"}},
	} {
		goldenFrames(t, drive, v.name, v.keys)
	}
}

// goldenFrames holds what the keys show, in every theme and size, to what it
// was when somebody looked at it last.
func goldenFrames(t *testing.T, begin func(testing.TB, *profile.Profile, string, int, int) *driver, name string, keys []string) {
	for _, th := range []string{"dark", "light", "mono"} {
		t.Run(name+"-"+th, func(t *testing.T) {
			var all strings.Builder
			for _, size := range frameSizes {
				d := begin(t, shop(t), th, size[0], size[1])
				d.press(keys...)
				fmt.Fprintf(&all, "%dx%d\n%s\n", size[0], size[1], d.frame())
			}
			golden.RequireEqual(t, all.String())
		})
	}
}

// TestMonoHasNoColour: under NO_COLOR not one escape sequence is drawn.
func TestMonoHasNoColour(t *testing.T) {
	d := drive(t, shop(t), "mono", 100, 30)
	for _, keys := range [][]string{{"x"}, {"ctrl+r"}, {"5"}, {"?"}} {
		d.press(keys...)
		if strings.Contains(strings.ReplaceAll(d.frame(), "\x1b]8;", ""), "\x1b[") {
			t.Errorf("after %v there are colours", keys)
		}
	}
}

// TestRandomKeys presses 10,000 random keys in windows of random sizes:
// nothing panics and no frame leaves its window.
func TestRandomKeys(t *testing.T) {
	names := []string{" "}
	for name := range namedKeys {
		if name != "ctrl+c" && name != "ctrl+z" {
			names = append(names, name)
		}
	}
	for _, r := range "0123456789abcdefghijklmnoprstuvwxyzERWY./?-%$界é" {
		names = append(names, string(r))
	}
	slices.Sort(names)
	const events, sessions = 10000, 10
	for seed := range uint64(sessions) {
		r := rand.New(rand.NewPCG(seed, 5))
		d := drive(t, profile.New("shop "+strings.Repeat("订单", int(seed))), "dark", 100, 30)
		for range events / sessions {
			if r.IntN(12) == 0 {
				d.size(1+r.IntN(130), 1+r.IntN(45))
			} else {
				d.send(press(names[r.IntN(len(names))]))
			}
			d.frame()
			if d.quit {
				d.quit = false // q in a view: go on with the same screen
			}
		}
	}
}

// TestOddWindows: every size from nothing up, for the views that lay out most.
func TestOddWindows(t *testing.T) {
	d := drive(t, shop(t), "dark", 100, 30)
	for _, keys := range [][]string{nil, {"ctrl+r"}, {"5"}} {
		d.press(keys...)
		for w := 1; w <= 200; w += 7 {
			for h := 1; h <= 60; h += 5 {
				d.size(w, h)
				d.frame()
			}
		}
		d.size(100, 30)
	}
	d.send(tea.WindowSizeMsg{Width: 39, Height: 11})
	d.w, d.h = 39, 11
	d.want("Please enlarge to 40x12")
}
