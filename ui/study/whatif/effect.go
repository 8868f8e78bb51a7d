package whatif

import (
	"fmt"
	"math"
	"sort"
	"strings"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/rules/numeral"
	"archadvisor/ui/draw"
	"archadvisor/ui/session"
	"archadvisor/ui/theme"
	"archadvisor/ui/wording"
)

// effectTitle says how exact the figures are.
func (m Model) effectTitle() string {
	switch {
	case m.now == nil || m.busy && !m.exact && m.from == nil:
		return "Effect …"
	case m.busy:
		return "Effect … (few draws yet)"
	}
	return "Effect"
}

// effect is what becomes of the ranking, the cost, the speed and the people.
func (m Model) effect(b theme.Box) []string {
	if m.now == nil || m.from == nil {
		return []string{m.cfg.Theme.Muted.Render("Computing …")}
	}
	switch {
	case b.H >= 14:
		return m.longEffect(b)
	case b.W >= 56:
		return m.shortEffect(b)
	}
	return m.tinyEffect(b)
}

// outcomeWords says whether the recommendation is still the same.
func (m Model) outcomeWords() string {
	t := m.cfg.Theme
	was, is := m.from.Recommendation, m.now.Recommendation
	switch {
	case is == "":
		return t.Bad.Render(theme.Stop + " no option passes any more")
	case was != is && was == "":
		return t.Good.Render(theme.Up + " now " + is + " passes")
	case was != is:
		return t.Warn.Render("╂ " + was + " → " + is + verdictTail(m.now))
	case m.p.Equal(m.base):
		return t.Strong.Render("As answered: " + is + verdictTail(m.now))
	}
	return t.Strong.Render("= still " + is + verdictTail(m.now))
}

func verdictTail(d *explain.Decision) string {
	switch d.Verdict {
	case advisor.CloseCall:
		return ", a close call"
	case advisor.NotEnough:
		return ", answers missing"
	}
	return ""
}

func (m Model) longEffect(b theme.Box) []string {
	t := m.cfg.Theme
	lines := []string{theme.Cut(m.outcomeWords(), b.W), ""}
	lo, hi := draw.Scale(m.now)
	bar := max(4, b.W-4)
	for i, o := range m.now.Ranking {
		was := wording.OptionOf(m.from, o.Architecture)
		head := fmt.Sprintf("%d %s", i+1, say.Name(o.Architecture))
		if !o.Feasible {
			head += " " + theme.Stop
		}
		tail := fmt.Sprintf("%s → %s  ", wording.Score(was), wording.Score(o)) + theme.Pad(draw.Arrow(t, o.Score-was.Score), 8)
		lines = append(lines, theme.Right(t.Series[o.Arch].Render(head), tail, b.W))
		lines = append(lines, "  "+t.Series[o.Arch].Render(theme.Meter((o.Score-lo)/(hi-lo), bar)))
	}
	lines = append(lines, "")
	lines = append(lines, m.figureTable(b.W)...)
	lines = append(lines, "")
	lines = append(lines, m.ruleLines(b.W)...)
	lines = append(lines, m.moverLines(b.W)...)
	return append(lines, m.nearestLine(b.W))
}

// figureTable sets the estimates of all options before and after beside one
// another.
func (m Model) figureTable(width int) []string {
	t := m.cfg.Theme
	rows := []struct {
		name string
		of   func(advisor.Estimates) string
	}{
		{"USD/month", func(e advisor.Estimates) string { return numeral.MoneyShort(e.Cost.Expected) }},
		{"p99 ms", func(e advisor.Estimates) string { return wording.Compact(e.P99.Expected) }},
		{"uptime", func(e advisor.Estimates) string { return numeral.Availability(e.Availability.Expected) }},
		{"people", func(e advisor.Estimates) string { return numeral.People(e.OpsFTE.Expected) }},
	}
	col := max(8, (width-10)/3)
	head := theme.Pad("", 10)
	names := profile.Architectures
	if col < 16 {
		names = [...]string{"mono", "server", "micro"}
	}
	for a, name := range names {
		head += t.Series[a].Render(theme.Pad(theme.Letters[a]+" "+name, col-1)) + " "
	}
	lines := []string{theme.Cut(head, width)}
	for _, r := range rows {
		line := t.Muted.Render(theme.Pad(r.name, 10))
		for _, name := range profile.Architectures {
			was, is := r.of(wording.OptionOf(m.from, name).Estimates), r.of(wording.OptionOf(m.now, name).Estimates)
			text := theme.Pad(is, col)
			if was != is {
				text = t.Strong.Render(theme.Pad(brief(was+" → "+is, is, col-1), col))
			}
			line += text
		}
		lines = append(lines, theme.Cut(line, width))
	}
	return lines
}

// brief is the long form if it fits, else the short one with a mark.
func brief(long, short string, width int) string {
	if theme.Width(long) <= width {
		return long
	}
	return "→ " + short
}

// ruleLines say which statements began or ceased to speak for somebody.
func (m Model) ruleLines(width int) []string {
	was, is := fired(m.from), fired(m.now)
	var lines []string
	add := func(label string, in, out map[string]bool) {
		var ids []string
		for id := range in {
			if !out[id] {
				ids = append(ids, profile.Clean(id))
			}
		}
		if len(ids) > 0 {
			sort.Strings(ids)
			lines = append(lines, m.cfg.Theme.Muted.Render(theme.List(label, ids, width)))
		}
	}
	add("Now speak:   ", is, was)
	add("Silent now:  ", was, is)
	return lines
}

// moverLines say which statement moved an option most.
func (m Model) moverLines(width int) []string {
	most, any := session.Biggest(session.Changes(m.from, m.now))
	if !any || most.Text == "" || math.Abs(most.Points) < 0.05 {
		return nil
	}
	lines := []string{m.cfg.Theme.Strong.Render(theme.Cut("What moved "+most.Architecture+" most", width))}
	for _, l := range theme.Wrap(profile.Clean(most.Text), width) {
		lines = append(lines, m.cfg.Theme.Muted.Render(l))
	}
	return append(lines, "")
}

// fired are the rules and gates that hold in every draw.
func fired(d *explain.Decision) map[string]bool {
	out := map[string]bool{}
	for _, o := range d.Ranking {
		for _, c := range o.Contributions {
			if c.State == "fired" && c.Kind != "measure" {
				out[c.ID] = true
			}
		}
	}
	return out
}

// nearestLine names the smallest step that changes the recommendation.
func (m Model) nearestLine(width int) string {
	t := m.cfg.Theme
	if f, ok := m.nearest(m.id()); ok {
		return t.Warn.Render(theme.Cut("f: "+say.Label(m.id())+" "+wording.ShortValue(m.id(), valueOn(m.id(), f.beyond), 20)+" → "+f.to, width))
	}
	for _, f := range m.now.Flips {
		return t.Muted.Render(theme.Cut("Nearest flip: "+wording.Flip(f), width))
	}
	return ""
}

// shortEffect is one line per option, and the figures of the leader.
func (m Model) shortEffect(b theme.Box) []string {
	t := m.cfg.Theme
	lo, hi := draw.Scale(m.now)
	lines := []string{theme.Cut(m.outcomeWords(), b.W)}
	for i, o := range m.now.Ranking {
		was := wording.OptionOf(m.from, o.Architecture)
		name := fmt.Sprintf("%d %s", i+1, say.Name(o.Architecture))
		if !o.Feasible {
			name += " " + theme.Stop
		}
		bar := theme.Meter((o.Score-lo)/(hi-lo), max(6, min(20, b.W-56)))
		line := t.Series[o.Arch].Render(theme.Pad(name, 17)+" "+bar) + theme.Pad(fmt.Sprintf(" %s → %s", wording.Score(was), wording.Score(o)), 10) + " " + theme.Pad(draw.Arrow(t, o.Score-was.Score), 7)
		cost := numeral.MoneyShort(o.Estimates.Cost.Expected)
		if b.W >= 64 {
			cost += " · " + numeral.Milliseconds(o.Estimates.P99.Expected)
		}
		lines = append(lines, theme.Right(line, t.Muted.Render(cost), b.W))
	}
	return append(lines, t.Muted.Render(theme.Cut(m.leaderChange(), b.W)))
}

// leaderChange says what the recommended option costs, before and after.
func (m Model) leaderChange() string {
	leader := wording.Leader(m.now)
	name, is := leader.Architecture, leader.Estimates
	was := wording.OptionOf(m.from, name).Estimates
	step := func(a, b, unit string) string {
		if a == b {
			return b + unit
		}
		return a + " → " + b + unit
	}
	return strings.Join([]string{name + ": " + step(numeral.MoneyShort(was.Cost.Expected), numeral.MoneyShort(is.Cost.Expected), "/month"),
		"p99 " + step(numeral.Milliseconds(was.P99.Expected), numeral.Milliseconds(is.P99.Expected), ""),
		step(numeral.People(was.OpsFTE.Expected), numeral.People(is.OpsFTE.Expected), " people")}, " · ")
}

// tinyEffect is for narrow windows.
func (m Model) tinyEffect(b theme.Box) []string {
	t := m.cfg.Theme
	lines := []string{theme.Cut(m.outcomeWords(), b.W)}
	for i, o := range m.now.Ranking {
		was := wording.OptionOf(m.from, o.Architecture)
		text := t.Series[o.Arch].Render(theme.Pad(fmt.Sprintf("%d %s", i+1, o.Architecture), 15)) + theme.Pad(" "+wording.Score(o), 5) + theme.Pad(draw.Arrow(t, o.Score-was.Score), 8)
		lines = append(lines, theme.Cut(text+t.Muted.Render(numeral.MoneyShort(o.Estimates.Cost.Expected)), b.W))
	}
	return lines
}
