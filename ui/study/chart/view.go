package chart

import (
	"cmp"
	"strings"

	"archadvisor/advisor"
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
	if m.low() {
		return m.Box.Pair(0, 0, len(m.brief(m.Box.W)))
	}
	return m.Box.Pair(0, 5, 3)
}

// low reports whether the window is so low that the drawing needs all lines that can be spared.
func (m Model) low() bool { return m.Box.H < 14 }

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
	return m.Cfg.Theme.Headline(m.Cfg.Theme.Strong, sentence, short, width, m.low())
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
	case m.Box.W < 80:
		return text + ", the likeliest"
	case m.P.Known(profile.Users):
		return text + ", the likeliest: it follows from " + say.Value(profile.Users, m.P.Get(profile.Users))
	}
	return text + ", the likeliest load: you left it open"
}

// signs are what is told of an architecture before its letter: that it is ruled out, and the cheapest.
func (m Model) signs(a int, at [3]advisor.Band) (cheapest, out string) {
	if o := m.X.Option(profile.Architectures[a]); o != nil && !o.Feasible {
		out = theme.Stop
	}
	if a == lowest(at) {
		cheapest = theme.Cursor + " "
	}
	return cheapest, out
}

// brief is the read-out of a low window: the figures in the order of the curves, with their names if there is room.
func (m Model) brief(width int) (lines []string) {
	at := m.at(m.cursor)
	for _, names := range [][3]string{profile.Architectures, {}} {
		var parts []string
		for a, name := range names {
			cheapest, out := m.signs(a, at)
			figure := strings.TrimSpace(name + " " + m.write(at[a].Expected))
			parts = append(parts, strings.ReplaceAll(cheapest+out+theme.Letters[a]+" "+figure, " ", theme.Unbroken))
		}
		if lines = theme.Listed(parts, width); len(lines) < 3 {
			break
		}
	}
	return lines
}

func (m Model) readout(b theme.Box) []string {
	if m.low() {
		return m.brief(b.W)
	}
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
		cheapest, out := m.signs(a, at)
		sample := cmp.Or(out, [3]string{"──", "╌╌", "┈┈"}[a]) // as the curves are drawn
		head, verdict := theme.Pad(cheapest, 2)+theme.Pad(theme.Letters[a]+" "+name+" "+sample, 18)+" ", m.verdict(a, name, b.W < 76)
		text := t.Series[a].Render(head + theme.Pad(figures[a], widest))
		if theme.Width(text)+2+theme.Width(verdict) > b.W {
			verdict = strings.ReplaceAll(m.verdict(a, name, true), "about ", "≈")
			text = t.Series[a].Render(head + figures[a])
		}
		lines = append(lines, theme.Cut(text+"  "+t.Muted.Render(verdict), b.W))
	}
	if more := t.Wrapped(t.Muted, m.sourceWords(), b.W); len(lines)+len(more) <= b.H {
		lines = append(lines, more...)
	}
	return lines
}

func (m Model) verdict(a int, name string, brief bool) string {
	if m.measure == costMeasure {
		return where(explain.Cheapest(m.X.BreakEven), name, brief)
	}
	if limit, _, ok := m.limit(); ok {
		if m.at(m.cursor)[a].Expected <= limit {
			return theme.Done + " meets " + m.write(limit)
		}
		return theme.Stop + " misses " + m.write(limit)
	}
	return ""
}

func where(list []explain.Interval, name string, brief bool) string {
	var parts []string
	edge := func(i int) string { // between two intervals
		about := ""
		if list[i-1].About || list[i].About {
			about = "about "
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
	text := cmp.Or(strings.Join(parts, ", "), "never")
	switch {
	case brief:
		return text
	case text == "never":
		return "never cheapest"
	}
	return "cheapest " + text
}

func (m Model) sourceWords() string {
	text := measures[m.measure].about
	if m.measure == costMeasure {
		text += ", prices: " + profile.Clean(m.X.Prices) + " · ✕ another becomes the cheapest"
	}
	return text + " · a band holds 8 of 10 draws"
}
