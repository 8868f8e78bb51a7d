package chart

import (
	"strings"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/rules/numeral"
	"archadvisor/ui/theme"
)

func (m Model) panes() theme.Pair {
	if m.Box.H >= 22 {
		return m.Box.Pair(0, 7, 3)
	}
	return m.Box.Pair(0, 5, 3)
}

// plotBox is the room for the drawing, below the line that says what it means.
func (m Model) plotBox() theme.Box {
	b, _ := m.panes().Inner()
	b.H -= len(m.meaning(b.W))
	return b
}

func (m Model) plotWidth() int { return m.plotBox().W - labelWidth - 1 }

func (m Model) meaning(width int) []string {
	sentence, short := say.Least(m.X, m.measure.quantity())
	if m.measure == costMeasure {
		sentence, short = say.Cheapest(m.X, m.here, m.told(m.here), m.stated)
	}
	return m.Cfg.Theme.Headline(m.Cfg.Theme.Strong, sentence, short, width, m.Box.H < 14)
}

// View draws the chart.
func (m Model) View() string {
	if m.X == nil {
		return m.Waiting()
	}
	panes := m.panes()
	_, below := panes.Inner()
	b := m.plotBox()
	title := m.title() + m.shade()
	return panes.Draw(m.Cfg.Theme, theme.Pane{Title: m.Titled(title), Lines: append(m.meaning(b.W), m.plot(b)...), Focus: true},
		theme.Pane{Title: "At " + m.loadWords(), Lines: m.readout(below)})
}

func (m Model) shade() string {
	switch {
	case m.band == 4:
		return " · all bands"
	case m.band > 0:
		return " · band of " + profile.Architectures[m.band-1]
	}
	return ""
}

func (m Model) loadWords() string {
	text := m.told(m.cursor) + " on average"
	switch {
	case m.cursor != m.here:
		return text
	case m.stated:
		return text + ", your load"
	case m.P.Known(profile.Users):
		return text + ", the likeliest: it follows from " + say.Value(profile.Users, m.P.Get(profile.Users))
	}
	return text + ", the likeliest load: you left it open"
}

// readout is a line for each architecture: whether it is the cheapest or ruled out, its figure, and where it is the cheapest.
func (m Model) readout(b theme.Box) []string {
	t, at := m.Cfg.Theme, m.at(m.cursor)
	var figures [3]string
	widest := 0
	for a, v := range at {
		figures[a] = m.write(v.Expected)
		switch {
		case b.W >= 90:
			figures[a] = say.Band(v, m.write)
		case b.W >= 60: // without the mean there is room for where it is cheapest
			figures[a] = numeral.Between(v.Low, v.Expected, v.High, m.write)
		}
		widest = max(widest, theme.Width(figures[a]))
	}
	var lines []string
	for a, name := range profile.Architectures {
		sample, cheapest := [3]string{"──", "╌╌", "┈┈"}[a], "  " // as the curves are drawn
		if o := m.X.Option(name); o != nil && !o.Feasible {
			sample = theme.Stop
		}
		if a == lowest(at) {
			cheapest = theme.Cursor + " "
		}
		text := t.Series[a].Render(cheapest + theme.Pad(theme.Letters[a]+" "+name+" "+sample, 18) + " " + theme.Pad(figures[a], widest))
		if verdict := m.verdict(a, name); theme.Width(text)+2+theme.Width(verdict) <= b.W {
			text += "  " + t.Muted.Render(verdict)
		}
		lines = append(lines, theme.Cut(text, b.W))
	}
	return theme.Whole(lines, b.H, t.Wrapped(t.Muted, m.sourceWords(), b.W))
}

func (m Model) verdict(a int, name string) string {
	if m.measure == costMeasure {
		return where(m.X.Cheapest, name)
	}
	if limit, _, ok := m.limit(); ok {
		if m.at(m.cursor)[a].Expected <= limit {
			return theme.Done + " meets " + m.write(limit)
		}
		return theme.Stop + " misses " + m.write(limit)
	}
	return ""
}

func where(list []explain.Interval, name string) string {
	var parts []string
	edge := func(i int) string { // between two intervals
		about := ""
		if list[i-1].About || list[i].About {
			about = "≈"
		}
		return about + numeral.Figure(list[i].FromRPS)
	}
	for i, s := range list {
		switch first, last := i == 0, i == len(list)-1; {
		case s.Cheaper != name:
		case first && last:
			parts = append(parts, "everywhere")
		case first:
			parts = append(parts, "below "+edge(i+1))
		case last:
			parts = append(parts, "above "+edge(i))
		default:
			parts = append(parts, edge(i)+" to "+edge(i+1))
		}
	}
	if len(parts) == 0 {
		return "never cheapest"
	}
	return "cheapest " + strings.Join(parts, ", ")
}

func (m Model) sourceWords() string {
	text := measures[m.measure].about
	if m.measure == costMeasure {
		text += ", prices: " + profile.Clean(m.X.Prices) + " · ✕ another becomes the cheapest"
	}
	return text + " · a band holds 8 of 10 draws"
}
