package theme

import "strings"

// Key is one thing that a user can do: the name that code acts on, the keys
// that do it, as bubbletea spells them, and the words that help shows. Help
// bars, help pages, the palette and the matching of keys all read this value.
type Key struct {
	Name  string
	Keys  []string
	Label string // how the keys are shown; the first key if empty
	Help  string
	Rare  bool // on the help page and in the palette, not in the bar
}

// Shown returns the keys as the help bar shows them.
func (k Key) Shown() string {
	if k.Label != "" {
		return k.Label
	}
	if len(k.Keys) == 0 {
		return ""
	}
	return k.Keys[0]
}

// Keys is a table of keys; earlier rows win and are shown first.
type Keys []Key

// Match returns the name of the action that a pressed key stands for, or "".
func (ks Keys) Match(pressed string) string {
	for _, k := range ks {
		for _, p := range k.Keys {
			if p == pressed {
				return k.Name
			}
		}
	}
	return ""
}

// Find returns the key with the given name.
func (ks Keys) Find(name string) (Key, bool) {
	for _, k := range ks {
		if k.Name == name {
			return k, true
		}
	}
	return Key{}, false
}

// Bar draws the keys that are not rare on up to lines lines of the given
// width; keys that do not fit are left out, from the end.
func (t *Theme) Bar(ks Keys, width, lines int) string {
	var out []string
	line, used := "", 0
	for _, k := range ks {
		if k.Rare || k.Help == "" {
			continue
		}
		w := Width(k.Shown()) + 1 + Width(k.Help)
		gap := 0
		if used > 0 {
			gap = 2
		}
		if used+gap+w > width && used > 0 {
			out = append(out, line)
			if line, used, gap = "", 0, 0; len(out) == lines {
				break
			}
		}
		if used+gap+w > width {
			continue
		}
		line += strings.Repeat(" ", gap) + t.Key.Render(k.Shown()) + " " + t.Muted.Render(k.Help)
		used += gap + w
	}
	if used > 0 && len(out) < lines {
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}
