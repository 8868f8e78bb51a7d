package form

import (
	"slices"
	"strings"

	"archadvisor/ui/session"
	"archadvisor/ui/theme"
	"archadvisor/ui/view"
	"archadvisor/ui/wording"
)

// Keys of the interview. While a text field has the focus, letters and digits
// belong to it, so that the keys of the other views do not hold.
var keys = theme.Keys{
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
	{Name: "palette", Keys: []string{"ctrl+p"}, Help: "all commands", Rare: true},
	{Name: "undo", Keys: []string{"ctrl+_", "alt+u"}, Label: "ctrl+_", Help: "undo the last answer", Rare: true},
	{Name: "redo", Keys: []string{"ctrl+y", "alt+r"}, Help: "redo it", Rare: true},
	{Name: "suspend", Keys: []string{"ctrl+z"}, Help: "suspend; fg comes back", Rare: true},
}

// Keys returns what can be done now: ticking only where there are boxes.
func (m Model) Keys() theme.Keys {
	out := slices.Clone(keys)
	for i := range out {
		if out[i].Name == "toggle" {
			out[i].Rare = !m.has(checkRow)
		}
	}
	return out
}

// About says what help has on the question at hand.
func (m Model) About() []view.Paragraph {
	if m.id == session.None {
		return nil
	}
	f := m.id.Field()
	return []view.Paragraph{
		{Title: f.Prompt, Text: f.Technical},
		{Title: "Why it is asked", Text: f.Why},
		{Title: "How to find out", Text: f.HowTo},
		{Title: "Measure it", Text: wording.MeasureIt(f)},
		{Title: "Typical values", Text: strings.Join(f.Typical, " · ")},
		{Title: "Without an answer", Text: wording.WithoutAnswer(f)},
	}
}
