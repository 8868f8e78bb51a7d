package ui

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/exp/golden"

	"archadvisor/advisor/profile"
	"archadvisor/ui/theme"
	"archadvisor/ui/view"
)

var frameSizes = [][2]int{{40, 12}, {60, 20}, {80, 24}, {100, 30}, {160, 50}}

// lowSizes are those in which what-if shows only the answers that it tries
// first, so that a new field changes no frame of them.
var lowSizes = [][2]int{{40, 12}, {60, 20}, {80, 24}, {100, 24}}

// coloured is where the colours of a view are held: the themes differ in their
// palettes alone.
var coloured = [2]int{100, 30}

// TestFrames holds every view against the frames that were looked at: without
// colours in every size, and once in each of the two themes. The profile is a
// fixture: a new field changes the lists of what-if that show all of them, and no
// other frame.
func TestFrames(t *testing.T) {
	for _, v := range []struct {
		name   string
		begin  func(testing.TB, *profile.Profile, string, int, int) *driver
		keys   []string
		sizes  [][2]int
		themes []string
	}{
		{"opening", drive, nil, frameSizes, nil},
		{"priorities", drive, []string{"tab", "tab", "tab", "tab", "1", "down"}, frameSizes, nil},
		{"number", drive, []string{"ctrl+g", "build, release", "enter", "1.5k"}, frameSizes, []string{"dark", "light"}},
		{"refused", drive, []string{"ctrl+g", "build, release", "enter", "zebra", "enter"}, frameSizes, nil},
		{"choice", drive, []string{"ctrl+g", "load look like", "enter", "down"}, frameSizes, nil},
		{"several", drive, []string{"ctrl+g", "exclude", "enter", " "}, frameSizes, nil},
		{"result", drive, []string{"ctrl+r", "down", "down", "down"}, frameSizes, []string{"dark", "light"}},
		{"statement", drive, []string{"ctrl+r", "/", "R-TEAM", "enter"}, frameSizes, nil},
		{"export", drive, []string{"ctrl+r", "5"}, frameSizes, []string{"dark", "light"}},
		{"help", drive, []string{"?"}, frameSizes, []string{"dark", "light"}},
		{"find", drive, []string{"ctrl+g", "engineers"}, frameSizes, []string{"dark", "light"}},
		{"save", drive, []string{"ctrl+s"}, frameSizes, nil},
		{"chart", study, []string{"2"}, frameSizes, []string{"dark", "light"}},
		{"chart-bands", study, []string{"2", "right", "right", "b"}, frameSizes, nil},
		{"chart-latency", study, []string{"2", "a", "b", "b", "b"}, frameSizes, nil},
		{"chart-people", study, []string{"2", "a", "a"}, frameSizes, nil},
		{"chart-lines", console, []string{"2"}, frameSizes, nil},
		{"whatif", study, []string{"3"}, frameSizes, []string{"dark", "light"}},
		{"whatif-flipped", study, []string{"3", "down", "down", "down", "right", "f"}, lowSizes, nil},
		{"whatif-typing", study, []string{"3", "enter", "5M/day"}, lowSizes, nil},
		{"whatif-refused", study, []string{"3", "enter", "many", "enter"}, lowSizes, nil},
		{"sensitivity", study, []string{"4"}, frameSizes, []string{"dark", "light"}},
		{"sensitivity-weights", study, []string{"4", "end"}, frameSizes, nil},
		{"compare", study, []string{"3", "right", "right", "c"}, frameSizes, []string{"dark", "light"}},
	} {
		frames := func(th string, sizes ...[2]int) {
			t.Run(v.name+"-"+th, func(t *testing.T) {
				var all strings.Builder
				for _, size := range sizes {
					d := v.begin(t, shop(t), th, size[0], size[1])
					d.press(v.keys...)
					fmt.Fprintf(&all, "%dx%d\n%s\n", size[0], size[1], d.frozen())
				}
				golden.RequireEqual(t, all.String())
			})
		}
		frames("mono", v.sizes...)
		for _, theme := range v.themes {
			frames(theme, coloured)
		}
	}
}

// frozen is a frame that does not change with the number of views: the names of
// the other views, which TestTabs holds, are masked with the blanks beside them.
func (d *driver) frozen() string {
	if d.m.front == interview {
		return d.frame()
	}
	frame := d.frame()
	tabs := d.m.position(d.w, 0)
	for _, part := range []string{theme.Unmarked(tabs), theme.List("", elsewhere, d.w-1)} {
		const blank = `(?:\x1b\[[0-9;]*m| )*`
		if at := regexp.MustCompile(blank + regexp.QuoteMeta(strings.TrimSpace(part)) + blank).FindStringIndex(frame); part != "" && at != nil {
			frame = frame[:at[0]] + "----" + frame[at[1]:]
		}
	}
	frame = regexp.MustCompile(`(answers \d+ to \d+ of )\d\d`).ReplaceAllString(frame, "${1}##") // one for each field
	return strings.Replace(frame, view.KeysOf("always")[0].Label, "1-#", 1)
}

// TestTabs holds the names of the views, which every other frame leaves out.
func TestTabs(t *testing.T) {
	var all strings.Builder
	for _, size := range frameSizes {
		d := drive(t, shop(t), "mono", size[0], size[1]).press("ctrl+r")
		lines := strings.Split(d.frame(), "\n")
		fmt.Fprintf(&all, "%s\n%s\n", lines[0], strings.Join(lines[len(lines)-3:], "\n"))
	}
	golden.RequireEqual(t, all.String())
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
