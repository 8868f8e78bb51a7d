package draw

import (
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"

	"archadvisor/ui/theme"
)

func press(name string) tea.KeyMsg {
	if t, ok := map[string]tea.KeyType{"left": tea.KeyLeft, "right": tea.KeyRight, "up": tea.KeyUp, "home": tea.KeyHome,
		"backspace": tea.KeyBackspace, "delete": tea.KeyDelete, "ctrl+u": tea.KeyCtrlU}[name]; ok {
		return tea.KeyMsg{Type: t}
	}
	return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(name)}
}

func typed(in *Input, keys ...string) {
	for _, k := range keys {
		msg := press(k)
		switch k {
		case "alt+backspace":
			msg = tea.KeyMsg{Type: tea.KeyBackspace, Alt: true}
		case "alt+left":
			msg = tea.KeyMsg{Type: tea.KeyLeft, Alt: true}
		}
		in.Key(msg)
	}
}

func TestInputEdits(t *testing.T) {
	for want, keys := range map[string][]string{
		"ac":            {"abc", "left", "backspace"},
		"bc":            {"abc", "home", "delete"},
		"one three":     {"one two", "alt+backspace", "three"},
		"one big two":   {"one two", "alt+left", "big "},
		"tail":          {"head tail", "left", "left", "left", "left", "ctrl+u"},
		"订购单":           {"订单", "left", "购"},
		`see\u001B[31m`: {"see\x1b[31m"},
	} {
		in := NewInput(theme.New("dark", termenv.TrueColor), "")
		typed(&in, keys...)
		if got := in.Value(); got != want {
			t.Errorf("%v: %q, want %q", keys, got, want)
		}
	}
	in := NewInput(theme.New("dark", termenv.TrueColor), strings.Repeat("x", 2*maxTyped))
	if typed(&in, "y"); len(in.Value()) != maxTyped {
		t.Errorf("%d characters are held, want %d", len(in.Value()), maxTyped)
	}
	if in.Key(press("up")) || in.Key(press("right")) {
		t.Error("a key that changes nothing is taken")
	}
}

// TestInputShowsItsCursor moves the cursor over texts of narrow and wide
// characters: the line keeps its width, and the cursor is on it, with colours
// and without.
func TestInputShowsItsCursor(t *testing.T) {
	for _, text := range []string{"", "12", "a rather long name of a workload", strings.Repeat("电商订单", 50), "mixed 电商 and 👍🏽 and more of it"} {
		for width := 4; width <= 24; width += 5 {
			for name, mark := range map[string]string{"dark": "\x1b[7m", "mono": theme.Caret} {
				in := NewInput(theme.New(name, termenv.TrueColor), text)
				for range len([]rune(text)) + 1 {
					line := in.Render(width, true)
					if got := ansi.StringWidth(line); got > width {
						t.Fatalf("%s: %q is %d wide, want at most %d", name, line, got, width)
					}
					if !strings.Contains(line, mark) {
						t.Fatalf("%s: no cursor at %d of %q in %d cells: %q", name, in.Position(), text, width, line)
					}
					in.Key(press("left"))
				}
			}
		}
	}
}
