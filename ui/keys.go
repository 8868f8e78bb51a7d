package ui

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"archadvisor/ui/theme"
)

// Keys that hold everywhere. Those of a view come first in its help bar.
var globalKeys = theme.Keys{
	{Name: "views", Keys: []string{"1", "2", "3", "4", "5"}, Label: "1-5", Help: "views", Always: true},
	{Name: "questions", Keys: []string{"esc", "0"}, Help: "back"},
	{Name: "find", Keys: []string{"/", "ctrl+g", "ctrl+f"}, Help: "find"},
	{Name: "copy", Keys: []string{"y"}, Help: "copy", Rare: true},
	{Name: "help", Keys: []string{"?", "f1"}, Help: "help", Always: true},
	{Name: "palette", Keys: []string{"ctrl+p"}, Help: "all commands", Rare: true},
	{Name: "save", Keys: []string{"ctrl+s"}, Help: "save the answers as a profile", Rare: true},
	{Name: "undo", Keys: []string{"ctrl+_", "alt+u"}, Label: "ctrl+_", Help: "undo the last answer", Rare: true},
	{Name: "redo", Keys: []string{"ctrl+y", "alt+r"}, Help: "redo it", Rare: true},
	{Name: "suspend", Keys: []string{"ctrl+z"}, Help: "suspend; fg comes back", Rare: true},
	{Name: "quit", Keys: []string{"q", "ctrl+c"}, Help: "quit"},
}

// Keys of the interview. While a text field has the focus, letters and digits
// belong to it.
var formKeys = theme.Keys{
	{Name: "next", Keys: []string{"enter"}, Help: "next"},
	{Name: "back", Keys: []string{"esc", "shift+tab"}, Help: "back"},
	{Name: "up", Keys: []string{"up"}, Rare: true},
	{Name: "down", Keys: []string{"down"}, Label: "↑↓", Help: "pick"},
	{Name: "toggle", Keys: []string{" "}, Label: "space", Help: "tick", Rare: true},
	{Name: "result", Keys: []string{"ctrl+r"}, Help: "result"},
	{Name: "help", Keys: []string{"?", "f1"}, Help: "help", Always: true},
	{Name: "find", Keys: []string{"ctrl+g", "ctrl+f", "/"}, Help: "go to"},
	{Name: "save", Keys: []string{"ctrl+s"}, Help: "save"},
	{Name: "quit", Keys: []string{"ctrl+c"}, Help: "quit"},
	{Name: "skip", Keys: []string{"tab"}, Help: "next, leaving this question open", Rare: true},
	{Name: "first", Keys: []string{"home"}, Rare: true},
	{Name: "palette", Keys: []string{"ctrl+p"}, Help: "all commands", Rare: true},
	{Name: "undo", Keys: []string{"ctrl+_", "alt+u"}, Label: "ctrl+_", Help: "undo the last answer", Rare: true},
	{Name: "redo", Keys: []string{"ctrl+y", "alt+r"}, Help: "redo it", Rare: true},
	{Name: "suspend", Keys: []string{"ctrl+z"}, Help: "suspend; fg comes back", Rare: true},
}

// namedKeys are the keys that are not characters, as far as tables use them
// first; the palette presses them.
var namedKeys = map[string]tea.KeyType{
	"enter": tea.KeyEnter, "esc": tea.KeyEsc, "tab": tea.KeyTab, "shift+tab": tea.KeyShiftTab,
	"up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight,
	"home": tea.KeyHome, "end": tea.KeyEnd, "pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "f1": tea.KeyF1,
	"shift+left": tea.KeyShiftLeft, "shift+right": tea.KeyShiftRight, "backspace": tea.KeyBackspace,
	"delete": tea.KeyDelete, "ctrl+u": tea.KeyCtrlU, "ctrl+w": tea.KeyCtrlW, "ctrl+n": tea.KeyCtrlN,
	"ctrl+c": tea.KeyCtrlC, "ctrl+f": tea.KeyCtrlF, "ctrl+g": tea.KeyCtrlG, "ctrl+p": tea.KeyCtrlP, "ctrl+r": tea.KeyCtrlR,
	"ctrl+s": tea.KeyCtrlS, "ctrl+y": tea.KeyCtrlY, "ctrl+z": tea.KeyCtrlZ, "ctrl+_": tea.KeyCtrlUnderscore,
}

// press makes the message of a key from its name, as Keys spells it.
func press(name string) tea.KeyMsg {
	if t, ok := namedKeys[name]; ok {
		return tea.KeyMsg{Type: t}
	}
	if name == " " {
		return tea.KeyMsg{Type: tea.KeySpace, Runes: []rune(" ")}
	}
	if rest, ok := strings.CutPrefix(name, "alt+"); ok {
		return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(rest), Alt: true}
	}
	return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(name)}
}
