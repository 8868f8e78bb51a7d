package form

import (
	"slices"
	"strings"

	"archadvisor/ui/session"
	"archadvisor/ui/theme"
	"archadvisor/ui/view"
	"archadvisor/ui/wording"
)

// Keys returns what can be done now: ticking only where there are boxes.
func (m Model) Keys() theme.Keys {
	out := slices.Clone(view.KeysOf("interview"))
	for i := range out {
		if out[i].Name == "toggle" {
			out[i].Rare = !slices.ContainsFunc(m.rows, func(r row) bool { return r.kind == checkRow })
		}
		if out[i].Name == "demo" {
			out[i].Rare = m.answers.Begun()
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
