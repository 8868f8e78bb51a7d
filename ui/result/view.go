package result

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/ui/draw"
	"archadvisor/ui/theme"
)

// space shares the box out: the recommendation, the tree, and the detail beside, under or instead of it.
type space struct{ head, tree, detail theme.Box }

func (m Model) space() (s space) {
	s.head, s.tree = m.Box.Rows(len(m.head(m.Box.W-4)) + m.border())
	switch {
	case m.Box.W >= 90:
		s.tree, s.detail = s.tree.Columns(m.Box.W * 54 / 100)
	case s.tree.H >= 12:
		s.tree, s.detail = s.tree.Rows(-max(6, s.tree.H*2/5))
	case m.about:
		s.tree, s.detail = s.tree.Rows(0)
	}
	return s
}

func (m Model) border() int {
	if m.Box.H < 18 {
		return 0
	}
	return 2
}

// View draws the result.
func (m Model) View() string {
	if m.decision == nil {
		return m.Waiting()
	}
	s, t := m.space(), m.Cfg.Theme
	head := theme.Fit(" "+strings.Join(m.head(m.Box.W-4), "\n "), s.head)
	if m.border() > 0 {
		title := "Recommendation"
		if m.Busy {
			title += " · the explanation is being computed …"
		}
		head = t.Frame(s.head, title, strings.Join(m.head(m.Box.W-4), "\n"), false)
	}
	join := theme.Stack
	if m.Box.W >= 90 {
		join = theme.Beside
	}
	return theme.Stack(head, join(m.drawTree(s.tree), m.drawDetail(s.detail)))
}

// head is the recommendation with its certainty, course, cost and flip: as much as a third of the window holds.
func (m Model) head(width int) []string {
	d, t := m.decision, m.Cfg.Theme
	if d == nil || len(d.Ranking) == 0 {
		return nil
	}
	lead := &d.Ranking[0]
	if d.Recommendation != "" {
		lead = d.Option(d.Recommendation)
	}
	room := 4
	if m.border() > 0 {
		room = m.Box.H / 3
	}
	lines := t.Headline(t.Strong, say.Verdict(d), say.VerdictShort(d), width, room < 6)
	if m.M != nil {
		lines = append(lines, t.Wrapped(t.Strong, say.ByComponents(m.M), width)...)
	}
	var more [][]string
	if m.border() > 0 || say.Undecided(d) {
		more = append(more, t.Wrapped(t.Muted, say.Sure(d), width))
	}
	if say.Undecided(d) {
		more = append(more, theme.Wrap("What follows rests on what is assumed: esc goes back to the questions.", width))
		return theme.Whole(lines, room, more...)
	}
	more = append(more, say.Each(say.Unmet(d), func(unmet string) []string { return t.Wrapped(t.Warn, unmet, width) })...)
	if course := say.Advice(d.Advice); course != "" {
		first, _, _ := strings.Cut(course, ". ")
		for _, course = range []string{course, say.Sentence(first), say.Sentence(say.Capital(say.AdviceShort(d.Advice)))} {
			if len(theme.Wrap(course, width)) <= room/2 { // the tree tells the rest
				break
			}
		}
		more = append(more, theme.Wrap(course, width))
	}
	figures := say.Figures(lead, m.border() > 0)
	if m.Box.H < 26 { // the other ranges stand with the option
		figures = append(figures[:1:1], say.Figures(lead, false)[1:]...)
	}
	if m.border() == 0 {
		figures = append([]string{say.Probable(d)}, figures...)
	}
	shape := strings.ReplaceAll(profile.Clean(lead.Shape), " x ", theme.Unbroken+"x"+theme.Unbroken)
	more = append(more, say.Each(theme.Listed(append(figures, shape), width), func(line string) []string { return []string{line} })...)
	but := d.Relaxation
	if but == nil && len(d.Flips) > 0 {
		but = &d.Flips[0]
	}
	if but != nil {
		more = append(more, theme.Wrap("But: "+say.Flip(but), width))
	}
	return theme.Whole(lines, room, more...)
}

// drawTree draws the lines around the one under the cursor; long ones are wrapped, none is cut.
func (m Model) drawTree(b theme.Box) string {
	if b.H <= 0 {
		return ""
	}
	rows, framed := m.rows(), m.Box.W >= 60
	in := b.Within(framed)
	at, middle := m.at(rows), 0
	var lines []string
	starts := make([]int, len(rows))
	for i := range rows {
		starts[i] = len(lines)
		lines = append(lines, m.treeLines(i, rows[i], i == at, in.W)...)
		if i == at {
			middle = (starts[i] + len(lines)) / 2
		}
	}
	from, _ := draw.Window(middle, len(lines), in.H)
	for from < len(lines) && !slices.Contains(starts, from) {
		from++ // a line on top that begins in the middle is not understood
	}
	body := strings.Join(lines[from:min(len(lines), from+in.H)], "\n")
	if !framed {
		return theme.Fit(body, b)
	}
	return m.Cfg.Theme.Frame(b, "Explanation (10 points double the odds)", body, true)
}

func (m Model) treeLines(i int, n node, focus bool, width int) []string {
	t := m.Cfg.Theme
	cursor, mark, style := " ", " ", t.Text
	switch {
	case len(n.kids) > 0 && m.isOpen(n):
		mark = theme.Open
	case len(n.kids) > 0:
		mark = theme.Closed
	}
	switch {
	case focus:
		cursor, style = ">", t.Select
	case n.depth == 0:
		style = t.Strong
	case n.tone > 0:
		style = t.Good
	case n.tone < 0:
		style = t.Bad
	}
	left, tail := cursor+strings.Repeat("  ", n.depth)+mark+" ", n.right
	lines := theme.Wrap(profile.Clean(n.title), max(8, width-theme.Width(left+tail)-min(1, len(tail))))
	for k, l := range lines {
		lines[k] = theme.Row(i, style.Render(theme.Right(left+l, tail, width)))
		left, tail = strings.Repeat(" ", theme.Width(left)), ""
	}
	return lines
}

func (m Model) drawDetail(b theme.Box) string {
	if b.H <= 0 {
		return ""
	}
	title := "About this line"
	if rows := m.rows(); len(rows) > 0 && rows[m.at(rows)].rule != "" {
		title = rows[m.at(rows)].rule
	}
	lines := m.detail(b.Inner().W)
	lines = lines[min(m.top, len(lines)):]
	if h := b.Inner().H; len(lines) > h && h > 1 {
		lines = append(lines[:h-1:h-1], m.Cfg.Theme.Muted.Render("tab: more"))
	}
	return m.Cfg.Theme.Frame(b, title, strings.Join(lines, "\n"), false)
}

func (m Model) detail(width int) []string {
	rows := m.rows()
	if len(rows) == 0 || width <= 0 {
		return nil
	}
	n, t := rows[m.at(rows)], m.Cfg.Theme
	var lines []string
	add := func(label, text string) {
		if text != "" {
			lines = append(lines, draw.Labelled(t.Muted, label, profile.Clean(text), 7, width)...)
		}
	}
	if m.about || len(n.detail) == 0 { // else it stands in the tree, whole
		add("", n.title)
	}
	for _, p := range n.detail {
		add("", p)
	}
	if r, ok := m.Cfg.Rule(n.rule); ok && n.rule != "" {
		condition, effect := "If", "Then"
		if r.Measure {
			condition, effect = "Of", "Points"
		}
		add(condition, r.Condition)
		add(effect, r.Points)
		add("In", r.Where)
		n.source = cmp.Or(n.source, r.Source)
	}
	if n.source != "" {
		style, address := t.Link, say.Address(n.source)
		if !strings.HasPrefix(address, "http") {
			style, address = t.Muted, ""
		}
		lines = append(lines, say.Each(theme.Wrap("Source: "+profile.Clean(n.source), width), func(l string) string { return draw.Link(address, style.Render(l)) })...)
	}
	if id := m.question(n); id != profile.Schema {
		lines = append(lines, t.Wrapped(t.Muted, fmt.Sprintf("e: change %s", say.Label(id)), width)...)
	}
	return lines
}
