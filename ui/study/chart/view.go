package chart

import (
	"strings"

	"archadvisor/advisor/profile"
	"archadvisor/rules/numeral"
	"archadvisor/ui/theme"
	"archadvisor/ui/wording"
)

// space is how the chart shares its box out: the drawing or the table on
// top, the read-out below, in frames where there is room for them.
type space struct {
	plot, read theme.Box
	framed     bool
}

func (m Model) space() space {
	s := space{framed: m.box.W >= 60 && m.box.H >= 14}
	read := 3
	if s.framed {
		read = 5
		if m.box.H >= 22 {
			read = 7
		}
	}
	rows := m.box.Rows(0, read)
	s.plot, s.read = rows[0], rows[1]
	return s
}

func (m Model) tableBox() theme.Box {
	s := m.space()
	return s.plot.Within(s.framed)
}

// plotWidth is the number of columns that curves are drawn in.
func (m Model) plotWidth() int { return m.tableBox().W - labelWidth - 1 }

// View draws the chart.
func (m Model) View() string {
	if m.x == nil {
		return m.cfg.Theme.Frame(m.box, "Chart", wording.Waiting(m.fault), true)
	}
	s := m.space()
	title, lines := m.measure.title(), []string(nil)
	if m.table {
		title, lines = m.tableTitle(s.plot.Within(s.framed)), m.drawTable(s.plot.Within(s.framed))
	} else {
		lines = m.plot(s.plot.Within(s.framed))
	}
	if m.busy {
		title += " … (being computed again)"
	}
	read := m.readout(s.read.Within(s.framed))
	if !s.framed {
		return theme.Stack(theme.Fit(strings.Join(lines, "\n"), s.plot), theme.Fit(strings.Join(read, "\n"), s.read))
	}
	return theme.Stack(
		m.cfg.Theme.Frame(s.plot, title, strings.Join(lines, "\n"), true),
		m.cfg.Theme.Frame(s.read, "At "+m.loadWords(), strings.Join(read, "\n"), false))
}

// loadWords names the load of the read-out.
func (m Model) loadWords() string {
	text := wording.Compact(m.cursor) + " req/s on average"
	switch {
	case m.cursor != m.here:
		return text
	case m.stated:
		return text + ", your load"
	}
	if m.box.W < 80 {
		return text + ", the likeliest"
	}
	return text + ", the likeliest load: you left it open"
}

// readout says what the drawing has at the load of the read-out.
func (m Model) readout(b theme.Box) []string {
	t := m.cfg.Theme
	at := m.measure.along(m.x.Curve, m.cursor)
	cheap := cheapest(m.x.BreakEven)
	low := lowest(at)
	var figures [3]string
	widest := 0
	for a, v := range at {
		figures[a] = m.measure.say(v.Expected)
		if b.W >= 60 {
			figures[a] = numeral.Between(v.Low, v.Expected, v.High, m.measure.say)
		}
		widest = max(widest, theme.Width(figures[a]))
	}
	var lines []string
	for a, name := range profile.Architectures {
		mark, words := "  ", name
		if a == low {
			mark = theme.Cursor + " "
		}
		if b.W < 60 && name == "microservices" {
			words = "micro"
		}
		if m.ruledOut(name) {
			words = theme.Stop + " " + words
		}
		text := theme.Pad(theme.Letters[a]+" "+words, min(18, max(12, b.W/3))) + " " + theme.Pad(figures[a], widest)
		lines = append(lines, t.Series[a].Render(mark+text)+"  "+t.Muted.Render(wins(cheap, a, b.W < 60)))
	}
	if b.H >= 4 {
		lines = append(lines, t.Muted.Render(theme.Cut(m.crossingWords(), b.W)))
	}
	if b.H >= 5 {
		lines = append(lines, t.Muted.Render(theme.Cut(m.sourceWords(), b.W)))
	}
	return lines
}

func (m Model) ruledOut(name string) bool {
	for _, o := range m.x.Ranking {
		if o.Architecture == name {
			return !o.Feasible
		}
	}
	return false
}

// wins says where along the load an architecture costs least.
func wins(list []interval, arch int, brief bool) string {
	var parts []string
	for i, s := range list {
		if s.arch != arch {
			continue
		}
		about := ""
		if s.about {
			about = "about "
		}
		switch {
		case i == 0 && i == len(list)-1:
			parts = append(parts, "everywhere")
		case i == 0:
			parts = append(parts, "below "+about+wording.Compact(s.to))
		case i == len(list)-1:
			parts = append(parts, "above "+about+wording.Compact(s.from))
		default:
			parts = append(parts, about+wording.Compact(s.from)+" to "+wording.Compact(s.to))
		}
	}
	if len(parts) == 0 {
		return "never cheapest"
	}
	text := strings.Join(parts, ", ")
	if brief {
		return text
	}
	return "cheapest " + text
}

// crossingWords lists where two architectures cost the same.
func (m Model) crossingWords() string {
	var parts []string
	for _, c := range crossings(m.x.BreakEven) {
		if c.pair[0] >= 0 && c.pair[1] >= 0 {
			parts = append(parts, theme.Letters[c.pair[0]]+"="+theme.Letters[c.pair[1]]+" "+wording.Compact(c.rps)+m.busyWords(c))
		}
	}
	if len(parts) == 0 {
		return "No two of them cost the same at any load."
	}
	return "Break-even ✕ (req/s): " + strings.Join(parts, ", ")
}

// busyWords says how busy the option that pays for servers is at its last
// break-even, from where on it is the cheaper one for good.
func (m Model) busyWords(c crossing) string {
	for _, b := range m.x.BreakEven {
		last := b.Intervals[max(0, len(b.Intervals)-1):]
		if b.Utilisation > 0 && archOf(b.Pair[0]) == c.pair[0] && archOf(b.Pair[1]) == c.pair[1] && len(last) > 0 && last[0].FromRPS == c.rps {
			return " (" + theme.Letters[c.pair[0]] + " then " + numeral.Percent(b.Utilisation) + " busy)"
		}
	}
	return ""
}

// sourceWords says what the figures rest on.
func (m Model) sourceWords() string {
	text := "Infrastructure only, prices: " + profile.Clean(m.x.Prices)
	if m.measure != costMeasure {
		text = "At the peak minute that belongs to the mean load"
		if m.measure == peopleMeasure {
			text = "People needed to run it, those who write it not counted"
		}
	}
	return text + " · bands hold 8 of 10 draws"
}
