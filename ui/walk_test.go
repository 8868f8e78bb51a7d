package ui

import (
	"context"
	"math/rand/v2"
	"slices"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"archadvisor/advisor/profile"
	"archadvisor/ui/session"
	"archadvisor/ui/view"
)

// TestWalks goes through every view at random, by keys and by the mouse, in windows
// of random sizes: nothing panics, no frame leaves its window, no answer is lost,
// undo returns to where the walk began and redo to where it ended, and the draft
// on disk holds what the screen shows. ARCHADVISOR_WALKS says how many walks.
func TestWalks(t *testing.T) {
	names := []string{" ", "enter", "enter", "enter", "tab", "ctrl+r", "ctrl+r", "1", "2", "3", "4", "5", "c", "e", "e", "f", "u"}
	for name := range namedKeys {
		if name != "ctrl+c" && name != "ctrl+z" {
			names = append(names, name)
		}
	}
	for _, r := range "0123456789abcdefghijklmnoprstuvwxyzERWY./?-%$界é" {
		names = append(names, string(r))
	}
	slices.Sort(names)
	const events = 60
	for seed := range many(t, 30, "ARCHADVISOR_WALKS") {
		r := rand.New(rand.NewPCG(uint64(seed), 11))
		w := walk(t, r.IntN(2) == 0)
		for range events {
			switch k := r.IntN(20); {
			case k == 0:
				w.size(1+r.IntN(170), 1+r.IntN(55))
			case k < 4:
				w.send(tea.MouseMsg{X: r.IntN(w.w), Y: r.IntN(w.h), Button: tea.MouseButtonLeft, Action: []tea.MouseAction{tea.MouseActionPress, tea.MouseActionMotion}[r.IntN(2)]})
			case k == 4:
				w.send(tea.MouseMsg{X: r.IntN(w.w), Y: r.IntN(w.h), Button: []tea.MouseButton{tea.MouseButtonWheelUp, tea.MouseButtonWheelDown}[r.IntN(2)], Action: tea.MouseActionPress})
			default:
				w.send(press(names[r.IntN(len(names))]))
			}
			w.frame()
			if w.quit {
				w.quit = false // q in a view: go on with the same screen
			}
			w.hold(seed)
		}
		w.undoAll(seed)
	}
}

// walker is a walk with what it began with, and its drafts.
type walker struct {
	*driver
	begin *profile.Profile
	store session.Folder
}

// walk begins with no answers, or with some.
func walk(t *testing.T, some bool) walker {
	t.Helper()
	p := profile.New("walk")
	if some {
		p = shop(t)
	}
	w := walker{&driver{tb: t, saved: map[string]*profile.Profile{}}, p.Clone(), session.Folder{Path: t.TempDir()}}
	cfg := w.testConfig(session.New(p, w.store, "one"), "mono")
	cfg.Engine = studyEngine{}
	w.m = New(context.Background(), &cfg)
	w.run(w.m.Init())
	w.size(100, 30)
	return w
}

// hold checks what must be true after every event: the changes taken back one by
// one lead to where the walk began, made again to where it is, and the draft has
// all answers.
func (w walker) hold(seed int) {
	w.tb.Helper()
	s := w.m.session()
	back, n := s, s.Changes()
	for range n {
		back, _, _ = back.Undo()
	}
	if got := back.Profile(); !got.Equal(w.begin) {
		w.tb.Fatalf("walk %d: an answer was lost:\n%s\nis left after all changes were taken back, of\n%s", seed, profile.Encode(got), profile.Encode(w.begin))
	}
	for range n {
		back, _, _ = back.Redo()
	}
	if !back.Profile().Equal(s.Profile()) {
		w.tb.Fatalf("walk %d: changes that were made again differ", seed)
	}
	if s.Changes() == 0 || !s.Kept() {
		return
	}
	kept, err := session.Resume(w.store, "one")
	if err != nil || !kept.Profile().Equal(s.Profile()) {
		w.tb.Fatalf("walk %d: the draft differs from the screen (%v)", seed, err)
	}
}

// undoAll undoes every change and does all of them again.
func (w walker) undoAll(seed int) {
	w.tb.Helper()
	end := w.m.session().Profile()
	n := 0
	for s := w.m.session(); s.Changes() > 0; n++ {
		s, _, _ = s.Undo()
	}
	w.size(100, 30)
	w.press("esc", "esc", "esc", "esc")                      // out of what lies on top, and of the views
	for k := 0; k <= n && w.m.session().Changes() > 0; k++ { // the first may take back what was being typed
		w.send(view.ActionMsg{Name: "undo"})
	}
	if got := w.m.session().Profile(); !got.Equal(w.begin) {
		w.tb.Fatalf("walk %d: after %d times undo it is\n%s\nnot\n%s\non\n%s", seed, n, profile.Encode(got), profile.Encode(w.begin), w.text())
	}
	for range n {
		w.send(view.ActionMsg{Name: "redo"})
	}
	if got := w.m.session().Profile(); !got.Equal(end) {
		w.tb.Fatalf("walk %d: redone it is\n%s\nnot\n%s", seed, profile.Encode(got), profile.Encode(end))
	}
	w.hold(seed)
}
