package result

import (
	"fmt"
	"strings"

	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/rules/numeral"
	"archadvisor/ui/draw"
	"archadvisor/ui/theme"
	"archadvisor/ui/wording"
)

// resultSpace is how the result shares its box out: the recommendation on top,
// the tree, and the detail beside it, under it, or nowhere.
type resultSpace struct{ head, tree, detail theme.Box }

func (m Model) space() resultSpace {
	var s resultSpace
	head := 6
	if m.box.H < 18 {
		head = 2 // no frame, no shape
	} else if m.box.H < 22 {
		head = 5
	}
	rows := m.box.Rows(head, 0)
	s.head, s.tree = rows[0], rows[1]
	switch {
	case m.box.W >= 90:
		cols := rows[1].Columns(m.box.W*58/100, 0)
		s.tree, s.detail = cols[0], cols[1]
	case rows[1].H >= 12:
		parts := rows[1].Rows(0, max(6, rows[1].H*2/5))
		s.tree, s.detail = parts[0], parts[1]
	case m.about:
		s.tree, s.detail = theme.Box{}, rows[1]
	}
	return s
}

func (m Model) detailBox() theme.Box { return m.space().detail }

// View draws the result.
func (m Model) View() string {
	if m.decision == nil {
		return m.cfg.Theme.Frame(m.box, "Result", m.waiting(), true)
	}
	s := m.space()
	tree, detail := m.drawTree(s.tree), m.drawDetail(s.detail)
	below := theme.Stack(tree, detail)
	if m.box.W >= 90 {
		below = theme.Beside(tree, detail)
	}
	return theme.Stack(m.drawHead(s.head), below)
}

func (m Model) waiting() string {
	if m.fault != nil {
		return theme.Stop + " " + profile.Clean(m.fault.Error())
	}
	return "Computing the explanation …"
}

func (m Model) drawHead(b theme.Box) string {
	d, t := m.decision, m.cfg.Theme
	first := t.Strong.Render(theme.Cut(say.Verdict(d), b.W-4))
	if b.H <= 2 && b.W < 60 {
		o := wording.Leader(m.decision).Estimates
		short := numeral.MoneyShort(o.Cost.Expected) + "/month · p99 " + numeral.Milliseconds(o.P99.Expected) + " · " + numeral.Availability(o.Availability.Expected)
		return theme.Fit(theme.Stack(" "+t.Strong.Render(say.VerdictShort(d)), " "+short), b)
	}
	if b.H <= 2 {
		return theme.Fit(theme.Stack(" "+first, " "+m.figures(b.W-2)), b)
	}
	title := "Recommendation"
	if m.busy {
		title += " · the explanation is being computed …"
	}
	roomy := b.Inner().H > 3
	lines := []string{first + "  " + m.standing(), m.figures(b.W - 4)}
	if roomy { // how sure on a line of its own
		leads := append(wording.Estimates(wording.Leader(d)), profile.Clean(wording.Leader(d).Shape))
		lines = []string{first + "  " + t.Muted.Render(m.score()), t.Muted.Render(say.Sure(d)), theme.List("", leads, b.W-4)}
	}
	but := ""
	if d.Relaxation != nil {
		but = "But: " + wording.Flip(*d.Relaxation)
	} else if len(d.Flips) > 0 {
		but = "But: " + wording.Flip(d.Flips[0])
	}
	if len(d.Ranking) > 0 && but == "" && !roomy {
		lines = append(lines, t.Muted.Render(profile.Clean(wording.Leader(m.decision).Shape)))
	}
	if course := say.Advice(d.Advice); course != "" && roomy {
		but = course
	}
	lines = append(lines, but)
	return t.Frame(b, title, strings.Join(lines, "\n"), false)
}

func (m Model) standing() string {
	sure := say.Sure(m.decision)
	if m.box.W >= 90 {
		sure = m.score() + " · " + sure
	}
	return m.cfg.Theme.Muted.Render(sure)
}

func (m Model) score() string {
	o := wording.Leader(m.decision)
	return fmt.Sprintf("score %s (%s to %s)", numeral.Whole(o.Score), numeral.Whole(o.Low), numeral.Whole(o.High))
}

func (m Model) figures(width int) string {
	return theme.List("", wording.Estimates(wording.Leader(m.decision)), width)
}

func (m Model) drawTree(b theme.Box) string {
	if b.H <= 0 {
		return ""
	}
	rows := m.rows()
	at := m.at(rows)
	in := b.Inner()
	if m.box.W < 60 {
		in = b
	}
	from, to := draw.Window(at, len(rows), in.H)
	var lines []string
	for i := from; i < to; i++ {
		lines = append(lines, m.treeLine(rows[i], i == at, in.W))
	}
	if m.box.W < 60 {
		return theme.Fit(strings.Join(lines, "\n"), b)
	}
	return m.cfg.Theme.Frame(b, "Explanation", strings.Join(lines, "\n"), true)
}

func (m Model) treeLine(r row, focus bool, width int) string {
	t := m.cfg.Theme
	mark := " "
	if len(r.node.kids) > 0 {
		mark = theme.Closed
		if m.isOpen(r.node) {
			mark = theme.Open
		}
	}
	cursor := " "
	if focus {
		cursor = ">"
	}
	left := cursor + strings.Repeat("  ", r.depth) + mark + " " + r.node.title
	text := theme.Right(left, r.node.right, width)
	if r.node.right == "" {
		text = theme.Pad(left, width)
	}
	switch {
	case focus:
		return t.Select.Render(text)
	case r.depth == 0:
		return t.Strong.Render(text)
	case r.node.tone > 0:
		return t.Good.Render(text)
	case r.node.tone < 0:
		return t.Bad.Render(text)
	}
	return t.Text.Render(text)
}

func (m Model) drawDetail(b theme.Box) string {
	if b.H <= 0 {
		return ""
	}
	rows := m.rows()
	title := ""
	if len(rows) > 0 {
		title = rows[m.at(rows)].node.rule
	}
	if title == "" {
		title = "About this line"
	}
	lines := m.detail(b.Inner().W)
	lines = lines[min(m.top, len(lines)):]
	if h := b.Inner().H; len(lines) > h && h > 1 {
		lines = append(lines[:h-1:h-1], m.cfg.Theme.Muted.Render("tab: more"))
	}
	return m.cfg.Theme.Frame(b, title, strings.Join(lines, "\n"), false)
}

// detail is all there is to say about the line under the cursor.
func (m Model) detail(width int) []string {
	rows := m.rows()
	if len(rows) == 0 || width <= 0 {
		return nil
	}
	n, t := rows[m.at(rows)].node, m.cfg.Theme
	var lines []string
	add := func(label, text string) {
		if text == "" {
			return
		}
		lines = append(lines, draw.Labelled(t.Muted, label, profile.Clean(text), 7, width)...)
	}
	for _, p := range n.detail {
		add("", p)
	}
	if n.rule != "" {
		if r, ok := m.cfg.Rule(n.rule); ok {
			condition, effect := "If", "Then"
			if r.Measure {
				condition, effect = "Of", "Points"
			}
			add(condition, r.Condition)
			add(effect, r.Points)
			add("In", r.Where)
			if n.source == "" {
				n.source = r.Source
			}
		}
	}
	if n.source != "" {
		style, address := t.Muted, url(n.source)
		if address != "" {
			style = t.Link
		}
		for _, l := range theme.Wrap("Source: "+profile.Clean(n.source), width) {
			lines = append(lines, draw.Link(address, style.Render(l)))
		}
	}
	if n.field != profile.Schema {
		lines = append(lines, t.Muted.Render(theme.Cut("e: change "+say.Label(n.field), width)))
	}
	return lines
}

// url finds the first web address in a source, "" if there is none.
func url(source string) string {
	for _, w := range strings.Fields(source) {
		w = strings.Trim(w, "()<>,;")
		if strings.HasPrefix(w, "https://") || strings.HasPrefix(w, "http://") {
			return profile.Clean(w)
		}
	}
	return ""
}
