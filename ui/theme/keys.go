package theme

import (
	"cmp"
	"slices"
	"strings"
)

// Key is one thing that a user can do: the name that code acts on, the keys
// that do it, as bubbletea spells them, and the words that help shows. Help
// bars, help pages, the palette and the matching of keys all read this value.
type Key struct {
	Name  string
	Keys  []string
	Label string // how the keys are shown; the first key if empty
	Help  string
	Rare  bool // on the help page and in the palette, not in the bar

	Always bool // in the bar before all others, when it is short
}

// Shown returns the keys as the help bar shows them.
func (k Key) Shown() string { return cmp.Or(k.Label, strings.Join(k.Keys[:min(1, len(k.Keys))], "")) }

// Keys is a table of keys; earlier rows win and are shown first.
type Keys []Key

// Match returns the name of the action that a pressed key stands for, or "".
func (ks Keys) Match(pressed string) string {
	for _, k := range ks {
		if slices.Contains(k.Keys, pressed) {
			return k.Name
		}
	}
	return ""
}

// Bar draws the keys that are not rare on up to lines lines of the given
// width. Keys that do not fit are left out, later ones first.
func (t *Theme) Bar(ks Keys, width, lines int) string {
	rows, used, reserved := make([]string, 1), 0, ks.reserved()
	for _, k := range ks {
		w := k.width()
		if k.Always {
			reserved = max(0, reserved-w-2)
		}
		if w == 0 || w > width {
			continue
		}
		last, room := len(rows) == lines, width
		if last {
			room -= reserved // what must be there comes later
		}
		if used > 0 && used+2+w > room {
			if last {
				continue // a shorter one may still fit
			}
			rows, used = append(rows, ""), 0
		}
		if used > 0 {
			rows[len(rows)-1] += "  "
			used += 2
		}
		rows[len(rows)-1] += t.Key.Render(k.Shown()) + " " + t.Muted.Render(k.Help)
		used += w
	}
	return strings.Join(rows, "\n")
}

// width is the room that a key takes in the bar, 0 if it has no place there.
func (k Key) width() int {
	if k.Rare || k.Help == "" {
		return 0
	}
	return Width(k.Shown()) + 1 + Width(k.Help)
}

func (ks Keys) reserved() int {
	sum := 0
	for _, k := range ks {
		if k.Always {
			sum += k.width() + 2
		}
	}
	return sum
}
