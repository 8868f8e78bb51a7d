package ui

import (
	"strings"
	"unicode"

	"archadvisor/advisor/profile"
	"archadvisor/ui/theme"
)

// maxTyped bounds what a text field holds, in characters.
const maxTyped = 400

// input is a line of text that is being typed. Its cursor is a glyph, not a
// colour, so that it can be seen without any.
type input struct {
	text []rune
	at   int // cursor, 0..len(text)
}

func newInput(s string) input {
	in := input{}
	in.insert([]rune(s))
	return in
}

func (in input) String() string { return string(in.text) }

// insert types characters, pasted ones too; control characters are dropped.
func (in *input) insert(rs []rune) {
	for _, r := range profile.Clean(string(rs)) {
		if unicode.IsControl(r) || len(in.text) >= maxTyped {
			continue
		}
		in.text = append(in.text[:in.at:in.at], append([]rune{r}, in.text[in.at:]...)...)
		in.at++
	}
}

// key edits the line and reports whether the key was one for editing.
func (in *input) key(pressed string, runes []rune) bool {
	switch pressed {
	case "left", "ctrl+b":
		in.at = max(0, in.at-1)
	case "right":
		in.at = min(len(in.text), in.at+1)
	case "home", "ctrl+a":
		in.at = 0
	case "end", "ctrl+e":
		in.at = len(in.text)
	case "backspace", "ctrl+h":
		in.cut(in.at-1, in.at)
	case "delete", "ctrl+d":
		in.cut(in.at, in.at+1)
	case "ctrl+u":
		in.cut(0, in.at)
	case "ctrl+k":
		in.cut(in.at, len(in.text))
	case "ctrl+w", "alt+backspace":
		in.cut(in.wordStart(), in.at)
	default:
		if len(runes) == 0 {
			return false
		}
		in.insert(runes)
	}
	return true
}

func (in *input) cut(from, to int) {
	from, to = max(0, from), min(len(in.text), to)
	if from >= to {
		return
	}
	in.text = append(in.text[:from:from], in.text[to:]...)
	in.at = from
}

func (in *input) wordStart() int {
	i := in.at
	for i > 0 && unicode.IsSpace(in.text[i-1]) {
		i--
	}
	for i > 0 && !unicode.IsSpace(in.text[i-1]) {
		i--
	}
	return i
}

// view draws the line in width cells, scrolled so that the cursor is seen.
func (in input) view(width int, focus bool) string {
	if !focus {
		return theme.Cut(string(in.text), width)
	}
	room := max(1, width-1)
	from := in.at
	for from > 0 && theme.Width(string(in.text[from-1:in.at])) < room {
		from--
	}
	before, after := string(in.text[from:in.at]), string(in.text[in.at:])
	if from > 0 {
		before = "…" + string([]rune(before)[min(1, in.at-from):])
	}
	return theme.Cut(strings.Join([]string{before, after}, theme.Caret), width)
}
