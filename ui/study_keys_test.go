package ui

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"archadvisor/advisor/profile"
)

// TestStudyRandomKeys presses random keys in the four views, in windows of
// random sizes: nothing panics and no frame leaves its window.
func TestStudyRandomKeys(t *testing.T) {
	names := []string{" ", "up", "down", "left", "right", "enter", "tab", "shift+tab", "pgup", "pgdown", "home", "end",
		"shift+left", "shift+right", "backspace", "2", "3", "4", "2", "3", "4"}
	for _, k := range []string{"abcdefghjklmnoprstuvxzGHLR=+-.$%界é"} {
		for _, r := range k {
			names = append(names, string(r))
		}
	}
	slices.Sort(names)
	const events, sessions = 2000, 5
	for seed := range uint64(sessions) {
		r := rand.New(rand.NewPCG(seed, 7))
		p := shop(t)
		if seed == 0 {
			p = profile.New(strings.Repeat("订单", 90))
		}
		d := study(t, p, []string{"dark", "mono"}[seed%2], 100, 30).press("2")
		for range events / sessions {
			if r.IntN(9) == 0 {
				d.size(1+r.IntN(170), 1+r.IntN(55))
			} else {
				d.press(names[r.IntN(len(names))])
			}
			d.frame()
		}
	}
}

// TestStudyOddWindows: every size from the smallest up, for all four views.
func TestStudyOddWindows(t *testing.T) {
	d := study(t, shop(t), "dark", 100, 30)
	for _, keys := range [][]string{{"2"}, {"3"}, {"4"}, {"3", "c"}} {
		d.press(keys...)
		for w := 1; w <= 200; w += 9 {
			for h := 1; h <= 60; h += 4 {
				d.size(w, h)
				d.frame()
			}
		}
		d.size(100, 30)
	}
}
