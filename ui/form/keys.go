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
	{Name: "skip", Keys: []string{"tab"}, Help: "skip"},
	{Name: "back", Keys: []string{"esc", "shift+tab"}, Help: "back"},
	{Name: "up", Keys: []string{"up"}, Rare: true},
	{Name: "down", Keys: []string{"down"}, Label: "↑↓", Help: "pick"},
	{Name: "toggle", Keys: []string{" "}, Label: "space", Help: "tick", Rare: true},
	{Name: "undo", Keys: []string{"ctrl+z", "ctrl+_", "alt+u", "u"}, Help: "undo"},
	{Name: "help", Keys: []string{"?", "f1"}, Help: "help", Always: true},
	{Name: "result", Keys: []string{"ctrl+r"}, Help: "result"},
	{Name: "find", Keys: []string{"ctrl+g", "ctrl+f", "/"}, Help: "go to"},
	{Name: "save", Keys: []string{"ctrl+s"}, Help: "save"},
	{Name: "quit", Keys: []string{"ctrl+c"}, Help: "quit"},
	{Name: "palette", Keys: []string{"ctrl+p"}, Help: "all commands", Rare: true},
	{Name: "redo", Keys: []string{"ctrl+y", "alt+r"}, Help: "redo", Rare: true},
	{Name: "suspend", Keys: []string{"alt+z"}, Help: "suspend; fg comes back", Rare: true},
	{Name: "demo", Keys: []string{"ctrl+x"}, Help: "worked examples", Rare: true},
}

// Keys returns what can be done now: ticking only where there are boxes.
func (m Model) Keys() theme.Keys {
	out := slices.Clone(keys)
	for i := range out {
		if out[i].Name == "toggle" {
			out[i].Rare = !slices.ContainsFunc(m.rows, func(r row) bool { return r.kind == checkRow })
		}
		if out[i].Name == "demo" {
			out[i].Rare = len(m.answers.Profile().Answered()) > 2 // more than the format and a name
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
		{Title: m.answers.Prompt(), Text: f.Technical},
		{Title: "Why it is asked", Text: f.Why},
		{Title: "How to find out", Text: f.HowTo},
		{Title: "Measure it", Text: wording.MeasureIt(f)},
		{Title: "Typical values", Text: strings.Join(f.Typical, " · ")},
		{Title: "Without an answer", Text: wording.WithoutAnswer(f)},
	}
}
