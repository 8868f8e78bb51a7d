package sensitivity

import (
	"fmt"
	"strings"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/rules/numeral"
	"archadvisor/ui/draw"
	"archadvisor/ui/theme"
	"archadvisor/ui/wording"
)

// View draws the sensitivity: the tornado on top, the rest below where there is
// room.
func (m Model) View() string {
	t := m.cfg.Theme
	if m.x == nil {
		return t.Frame(m.box, "Sensitivity", wording.Waiting(m.fault), true)
	}
	title := "How far the lead moves with one answer, in points"
	if m.box.W >= 90 {
		title += " (? is open)"
	}
	if m.busy {
		title += " …"
	}
	switch {
	case m.box.W >= 90 && m.box.H >= 18:
		rows := m.box.Rows(min(max(8, len(m.x.Sensitivity.Tornado)+5), m.box.H-max(9, m.box.H*2/5)), 0)
		cols := rows[1].Columns(0, 0)
		return theme.Stack(t.Frame(rows[0], title, m.top(rows[0].Inner()), m.onTop()),
			theme.Beside(t.Frame(cols[0], "How probable each is", strings.Join(m.draws(cols[0].Inner()), "\n"), m.picked(askSection) >= 0),
				t.Frame(cols[1], "What carries the answer", strings.Join(m.fragile(cols[1].Inner()), "\n"), m.picked(ruleSection) >= 0 || m.picked(importanceSection) >= 0)))
	case m.box.W >= 60 && m.box.H >= 14:
		rows := m.box.Rows(0, 8)
		below := m.draws(rows[1].Inner())
		name := "How probable each is"
		if m.picked(ruleSection) >= 0 || m.picked(importanceSection) >= 0 {
			below, name = m.fragile(rows[1].Inner()), "What carries the answer"
		}
		return theme.Stack(t.Frame(rows[0], title, m.top(rows[0].Inner()), m.onTop()), t.Frame(rows[1], name, strings.Join(below, "\n"), !m.onTop()))
	}
	return m.narrow()
}

func (m Model) onTop() bool { return m.picked(rangeSection) >= 0 || len(m.items) == 0 }

// narrow is one part at a time, without frames.
func (m Model) narrow() string {
	rows := m.box.Rows(1, 0)
	name, lines := "The lead moves with one answer", m.top(rows[1])
	switch {
	case m.picked(askSection) >= 0:
		name, lines = "How probable each is", strings.Join(m.draws(rows[1]), "\n")
	case m.picked(ruleSection) >= 0, m.picked(importanceSection) >= 0:
		name, lines = "What carries the answer", strings.Join(m.fragile(rows[1]), "\n")
	}
	return theme.Stack(theme.Fit(m.cfg.Theme.Title.Render(name), rows[0]), theme.Fit(lines, rows[1]))
}

// top is the tornado, or its table, with the words for the line that is picked.
func (m Model) top(b theme.Box) string {
	if len(m.x.Sensitivity.Tornado) == 0 {
		return strings.Join(theme.Wrap("No single answer moves the lead: nothing is open that matters.", b.W), "\n")
	}
	about := m.about(b.W)
	about = about[:min(len(about), max(0, b.H-4), 2)]
	room := max(1, b.H-1-len(about))
	swings := m.x.Sensitivity.Tornado
	from, to := draw.Window(m.picked(rangeSection), len(swings), room)
	lines := []string{m.scaleLine(b.W)}
	if m.table {
		lines = []string{m.tableHead(b.W)}
	}
	for i := from; i < to; i++ {
		if m.table {
			lines = append(lines, m.tableLine(i, b.W))
		} else {
			lines = append(lines, m.swingLine(i, b.W))
		}
	}
	for len(lines) < 1+room {
		lines = append(lines, "")
	}
	return strings.Join(append(lines, about...), "\n")
}

// draws says how probable each option is, and what to ask next.
func (m Model) draws(b theme.Box) []string {
	t := m.cfg.Theme
	label := 15
	bar := max(4, b.W-label-8)
	var lines []string
	for _, o := range m.x.Ranking {
		name := theme.Letters[o.Arch] + " " + o.Architecture
		tail := fmt.Sprintf(" %5s", numeral.Probability(o.Probability))
		if !o.Feasible {
			tail = "  " + theme.Stop
		}
		lines = append(lines, theme.Cut(t.Series[o.Arch].Render(theme.Pad(name, label)+" "+theme.Meter(o.Probability, bar))+tail, b.W))
	}
	if r := m.x.Robustness; r.Draws > 0 && b.H >= 6 {
		text := fmt.Sprintf("%d draws of what is open", r.Draws)
		if r.Precision >= 0.005 {
			text += fmt.Sprintf(", sure to ± %s", numeral.Percent(r.Precision))
		}
		lines = append(lines, t.Muted.Render(theme.Cut(text, b.W)))
	}
	return append(lines, m.ask(b.W, b.H-len(lines))...)
}

// ask lists the open answers that are worth most.
func (m Model) ask(width, room int) []string {
	t := m.cfg.Theme
	list := m.x.NextQuestions
	if room < 1 {
		return nil
	}
	if len(list) == 0 {
		return []string{t.Muted.Render(theme.Cut("Nothing left to ask is likely to change it.", width))}
	}
	if room == 1 {
		return []string{t.Muted.Render(theme.Cut("Ask next: "+wording.LabelOf(list[0].Field), width))}
	}
	lines := []string{t.Strong.Render("Ask next")}
	from := max(0, min(m.picked(askSection)-(room-2), len(list)-(room-1)))
	for i := from; i < min(len(list), from+room-1); i++ {
		text := "  " + wording.LabelOf(list[i].Field)
		if i == m.picked(askSection) {
			text = theme.Cursor + text[1:]
		}
		line := theme.Right(text, say.Worth(list[i].Value), width)
		if i == m.picked(askSection) {
			line = t.Select.Render(line)
		}
		lines = append(lines, line)
	}
	return lines
}

// fragile lists the statements and the importances that the answer depends on.
func (m Model) fragile(b theme.Box) []string {
	t := m.cfg.Theme
	var lines []string
	picked := 0
	add := func(on bool, left, right string) {
		mark := "  "
		if on {
			mark, picked = theme.Cursor+" ", len(lines)
		}
		line := theme.Right(mark+left, right, b.W)
		if on {
			line = t.Select.Render(line)
		}
		lines = append(lines, line)
	}
	carrying := m.x.Sensitivity.Carrying
	lines = append(lines, t.Strong.Render(theme.Cut(carryWords(len(carrying)), b.W)))
	for i, c := range carrying {
		add(i == m.picked(ruleSection), profile.Clean(c.ID), "without it "+c.Recommendation)
	}
	lines = append(lines, t.Strong.Render(theme.Cut(importanceWords(m.x.Sensitivity.Importances), b.W)))
	for i, c := range m.x.Sensitivity.Importances {
		add(i == m.picked(importanceSection), profile.Clean(strings.ReplaceAll(c.Criterion, "_", " ")), importanceChange(c))
	}
	from := max(0, min(picked-b.H+2, len(lines)-b.H))
	return lines[from:]
}

func carryWords(n int) string {
	switch n {
	case 0:
		return "No single rule carries it"
	case 1:
		return "One rule carries it"
	}
	return fmt.Sprintf("%d rules carry it", n)
}

func importanceWords(list []explain.Crossing) string {
	if len(list) == 0 {
		return "No importance of a criterion changes it"
	}
	return "Importances that would change it"
}

func importanceChange(c explain.Crossing) string {
	return fmt.Sprintf("%s → %s: %s", numeral.Figure(c.From), numeral.Figure(c.To), c.Recommendation)
}

// Copy is the table as lines to copy.
func (m Model) Copy() string {
	if m.x == nil {
		return ""
	}
	lines := []string{"field\tleast lead\tat\tmost lead\tat"}
	for _, s := range m.x.Sensitivity.Tornado {
		lines = append(lines, strings.Join([]string{profile.Clean(s.Field), numeral.Signed(s.Low), atWords(s.Field, s.At[0], 40), numeral.Signed(s.High), atWords(s.Field, s.At[1], 40)}, "\t"))
	}
	return strings.Join(lines, "\n") + "\n"
}
