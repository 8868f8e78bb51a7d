package whatif

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/lipgloss"

	"archadvisor/advisor"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/rules/numeral"
	"archadvisor/ui/theme"
	"archadvisor/ui/wording"
)

// compared is the space of the comparison: in a low window no frame takes any.
func (m Model) compared() theme.Box { return m.Box.Within(m.Box.H >= 14) }

// comparison draws the answers and what is tried side by side.
func (m Model) comparison() string {
	in, title := m.compared(), "Compare"
	lines := m.differences(in.W)
	seen := strings.Join(lines[min(m.top, len(lines)):], "\n")
	if in == m.Box {
		return theme.Fit(seen, m.Box)
	}
	if len(lines) > in.H {
		title += fmt.Sprintf(", lines %d to %d of %d", m.top+1, min(len(lines), m.top+in.H), len(lines))
	}
	return m.Cfg.Theme.Frame(m.Box, m.Titled(title), seen, true)
}

// columns are rows of a label and two cells, each wrapped in its column; in a narrow window the label is above them.
type columns struct {
	t          *theme.Theme
	label, one int // widths
	out        []string
}

func (c *columns) head(text string) { c.out = append(c.out, "", c.t.Title.Render(text)) }

// row adds a row; where the sides differ it has a mark.
func (c *columns) row(label, one, two string) {
	mark, style := " ≠ ", c.t.Text
	if one == two || label == "" {
		mark, style = "   ", c.t.Muted
	}
	if c.label == 0 && label != "" {
		c.out, label = append(c.out, c.t.Muted.Render(label)), ""
	}
	cell := func(style lipgloss.Style, text string, width int) string {
		return style.Width(width).Render(strings.Join(theme.Wrap(text, width), "\n"))
	}
	row := theme.Beside(cell(c.t.Muted, label, c.label), mark, cell(style, one, c.one), " ", cell(style, two, c.one))
	c.out = append(c.out, strings.Split(row, "\n")...)
}

// differences are what is recommended, the answers that differ, and the figures of each option.
func (m Model) differences(width int) []string {
	c := &columns{t: m.Cfg.Theme}
	if width >= 50 {
		c.label = min(26, width*3/10)
	}
	c.one = max(1, (width-c.label-4)/2)
	if m.now == nil || m.from == nil {
		return []string{c.t.Muted.Render("Computing …")}
	}
	sentence, short := say.Compared(m.from, m.now)
	c.out = c.t.Headline(c.t.Strong, sentence, short, width, m.Box.H < 14)
	c.row("", "your answers", "what-if")
	c.head("Result")
	c.row("recommended", say.Led(m.from), say.Led(m.now))
	c.row("how sure", strings.ReplaceAll(string(m.from.Verdict), "-", " "), strings.ReplaceAll(string(m.now.Verdict), "-", " "))
	c.row("probability", numeral.Probability(m.from.Probability), numeral.Probability(m.now.Probability))
	changed := m.changed()
	c.head(say.Differing(len(changed)))
	for _, id := range changed {
		c.row(say.Label(id), m.base.Counted(wording.Value(id, m.base.Get(id))), m.tried.Counted(wording.Value(id, m.tried.Get(id))))
	}
	for arch, name := range profile.Architectures {
		c.head(theme.Letters[arch] + " " + say.Name(name))
		for _, q := range say.Quantities() {
			c.row(q.Name(), standing(q, m.from.Option(name), c.one), standing(q, m.now.Option(name), c.one))
		}
	}
	return c.out
}

// standing is a figure of an option, with as much of its range as fits; a score says that it does not count.
func standing(q say.Quantity, o *advisor.Option, width int) string {
	b, text := q.Band(o), q.Of(o)
	switch {
	case q.ID == "score" && !o.Feasible:
		return text + " " + theme.Stop + " ruled out"
	case width < 24:
		return q.Figure(o)
	case width < 40:
		return numeral.Between(b.Low, b.Expected, b.High, q.Write)
	}
	return text
}
