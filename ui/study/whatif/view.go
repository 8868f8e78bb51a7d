package whatif

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/lipgloss"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/ui/draw"
	"archadvisor/ui/session"
	"archadvisor/ui/theme"
	"archadvisor/ui/wording"
)

func (m Model) panes() theme.Pair { return m.Box.Pair(56, 7, 4) }

// listBox is the room of the answers: what is told of the picked one takes what it needs, and never more than they leave.
func (m Model) listBox() theme.Box {
	b, _ := m.panes().Inner()
	told := max(1, min(max(len(m.about(b.W)), min(4, b.H/5)), b.H-3))
	return theme.Box{W: b.W, H: max(1, b.H-told)}
}

// widths are those of a row: a long name takes what its slider leaves.
func (m Model) widths(id profile.ID) (label, track, value int) {
	b, _ := m.panes().Inner()
	label, value = 24, 12
	switch {
	case b.W >= 80:
		value = 24
	case b.W < 50:
		label, value = 15, 10
	}
	label = max(label, min(theme.Width(say.Label(id)), b.W-value-9))
	return label, max(0, b.W-label-4-value), value
}

// View draws what-if.
func (m Model) View() string {
	if m.tried == nil {
		return m.Waiting()
	}
	if m.comparing {
		return m.comparison()
	}
	panes, list := m.panes(), m.listBox()
	_, effect := panes.Inner()
	from, to := draw.Window(m.row, len(m.rows), list.H)
	title := fmt.Sprintf("Try answers %d to %d of %d (╂ changes the result)", from+1, to, len(m.rows))
	about := "Effect (points, cost a month)"
	if m.Busy && !m.exact {
		about += " … (few draws yet)"
	}
	lines := make([]string, list.H)
	for i := from; i < to; i++ {
		lines[i-from] = theme.Row(i, m.line(i))
	}
	return panes.Draw(m.Cfg.Theme,
		theme.Pane{Title: title, Focus: true, Lines: append(lines, m.about(list.W)...)},
		theme.Pane{Title: about, Lines: m.effect(effect)})
}

func (m Model) line(i int) string {
	t, id := m.Cfg.Theme, m.rows[i]
	label, track, value := m.widths(id)
	now, was := m.tried.Get(id), m.base.Get(id)
	mark, style := t.Pointed(i == m.row)
	if !now.Equal(was) {
		mark = mark[:len(mark)-1] + "*"
	}
	var flips []explain.Change
	if f, ok := m.flipOf(id); ok {
		flips = f.Changes[:1]
	}
	name := theme.Pad(mark+say.Label(id), label+2)
	middle := " " + theme.Track(i, m.slider(id).draw(now, was, middleOf(m.tried, id, m.central), flips, track)) + " "
	text := theme.Pad(m.tried.Counted(wording.ShortValue(id, now, value)), value)
	switch {
	case i == m.row:
		return style.Render(name + middle + text)
	case !now.Equal(was):
		return t.Warn.Render(name) + t.Text.Render(middle) + t.Strong.Render(text)
	case now.State == profile.Open:
		return t.Muted.Render(name + middle + text)
	}
	return t.Text.Render(name) + t.Muted.Render(middle) + t.Text.Render(text)
}

// about says what there is to say of the answer that is picked, the more the higher the window, none of it cut.
func (m Model) about(width int) (lines []string) {
	t, id, p := m.Cfg.Theme, m.id(), m.panes()
	add := func(style lipgloss.Style, text string) { lines = append(lines, t.Wrapped(style, text, width)...) }
	if m.typing {
		lines = append(lines, t.Select.Render("> "+m.input.Render(max(4, width/2-2), true))+" "+t.Muted.Render(m.echo()))
	}
	switch {
	case m.fault != "":
		add(t.Bad, theme.Stop+" "+profile.Clean(m.fault))
	case !m.typing:
		add(m.flipLine(id))
	}
	switch was := m.wasLine(id); {
	case was != "" && (p.Framed || m.cut(id)):
		add(t.Muted, was)
	case p.Framed:
		add(t.Muted, id.Field().Prompt)
	}
	if names := say.Each(m.changed(), say.Label); len(names) > 0 && p.One.H >= 20 {
		add(t.Warn, "* changed: "+strings.Join(names, ", "))
	}
	return lines
}

// cut reports whether the row of an answer has no room for its name or its value.
func (m Model) cut(id profile.ID) bool {
	label, _, value := m.widths(id)
	return theme.Width(say.Label(id)) > label || theme.Width(wording.Value(id, m.tried.Get(id))) > value
}

// echo is what the program makes of what is typed.
func (m Model) echo() string {
	v, err := session.Parse(m.id(), strings.TrimSpace(m.input.Value()))
	if err != nil {
		return "…"
	}
	return "= " + m.tried.Counted(wording.ShortValue(m.id(), v, 24))
}

func (m Model) flipLine(id profile.ID) (lipgloss.Style, string) {
	t := m.Cfg.Theme
	f, ok := m.flipOf(id)
	switch {
	case ok:
		return t.Warn, "╂ " + wording.FlipShort(f)
	case m.known:
		return t.Muted, "= " + say.NoFlip
	}
	return t.Muted, "… looking for what would change it"
}

// wasLine says what was changed, how an open answer is tried, or what a row has no room for; "" of other ones.
func (m Model) wasLine(id profile.ID) string {
	was, now := m.base.Get(id), m.tried.Get(id)
	text := wording.Value(id, now)
	switch tried := say.TriedIn(m.tried, id); {
	case !was.Equal(now):
		text = wording.Value(id, was) + " → " + text
	case now.State == profile.Open && tried != "":
		text = "open, tried over " + tried
	case !m.cut(id):
		return ""
	}
	return say.Label(id) + ": " + m.tried.Counted(text)
}
