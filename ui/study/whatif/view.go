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
	p, least := m.panes(), 1
	b, _ := p.Inner()
	switch {
	case p.Framed && p.One.H >= 20:
		least = 6
	case p.Framed:
		least = 2
	}
	told := max(1, min(max(len(m.about(b.W)), least), b.H-3))
	return theme.Box{W: b.W, H: max(1, b.H-told)}
}

// columns are the widths of a row: a long name takes what its scale and its value leave.
func (m Model) columns(id profile.ID) (label, track, value int) {
	b, _ := m.panes().Inner()
	label, value = 24, 12
	switch {
	case b.W >= 80:
		value = 24
	case b.W < 50:
		label, value = 15, 10
	}
	track = max(0, b.W-label-4-value)
	over, least := max(0, theme.Width(say.Label(id))-label), 5
	if n := len(session.Choices(id)); n > 0 {
		least = 2*n + 3
	}
	scale := max(0, min(over, track-least))
	free := max(0, min(over-scale, value-theme.Width(wording.ShortValue(id, m.tried.Get(id), value))))
	return label + scale + free, track - scale, value - free
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
	return panes.Draw(m.Cfg.Theme,
		theme.Pane{Title: title, Focus: true, Lines: append(m.list(list), m.about(list.W)...)},
		theme.Pane{Title: about, Lines: m.effect(effect)})
}

func (m Model) list(b theme.Box) []string {
	from, to := draw.Window(m.row, len(m.rows), b.H)
	lines := make([]string, b.H)
	for i := from; i < to; i++ {
		lines[i-from] = theme.Row(i, m.line(i))
	}
	return lines
}

func (m Model) line(i int) string {
	t, id := m.Cfg.Theme, m.rows[i]
	label, track, value := m.columns(id)
	now, was := m.tried.Get(id), m.base.Get(id)
	mark, style := t.Pointed(i == m.row)
	if !now.Equal(was) {
		mark = mark[:len(mark)-1] + "*"
	}
	name := theme.Pad(mark+say.Label(id), label+2)
	middle := " " + theme.Track(i, m.scale(id, track)) + " "
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

// scale draws a slider, or choices as stops: ● is taken, ╂ would change the recommendation, ○ was it.
func (m Model) scale(id profile.ID, width int) string {
	var flips []explain.Change
	if f, ok := m.flipOf(id); ok {
		flips = f.Changes[:1]
	}
	choices, now, was := session.Choices(id), m.tried.Get(id), m.base.Get(id)
	if len(choices) == 0 {
		return m.slider(id).draw(now, was, middleOf(m.tried, id, m.central), flips, width)
	}
	text := "◂"
	for _, r := range choices {
		switch {
		case r.Value.Equal(now):
			text += " ●"
		case r.Value.Equal(was):
			text += " ○"
		case len(flips) > 0 && flips[0].To.Equal(r.Value):
			text += " ╂"
		default:
			text += " ·"
		}
	}
	return theme.Pad(text+" ▸", width)
}

// about says what there is to say of the answer that is picked, the more the higher the window, none of it cut.
func (m Model) about(width int) (lines []string) {
	t, id, p := m.Cfg.Theme, m.id(), m.panes()
	add := func(style lipgloss.Style, text string) { lines = append(lines, t.Wrapped(style, text, width)...) }
	high := p.Framed && p.One.H >= 20
	if high {
		lines = append(lines, t.Border.Render(strings.Repeat("─", width)))
	}
	if m.typing && (p.Framed || m.fault == "") {
		lines = append(lines, t.Select.Render("> "+m.input.Render(max(4, width/2-2), true))+" "+t.Muted.Render(m.echo()))
	}
	switch {
	case m.fault != "":
		add(t.Bad, theme.Stop+" "+profile.Clean(m.fault))
	case !m.typing:
		add(m.flipLine(id))
	}
	switch was := m.wasLine(id); {
	case !p.Framed && (m.typing || !m.cut(id)):
	case !p.Framed:
		add(t.Muted, say.Label(id)+": "+m.tried.Counted(wording.Value(id, m.tried.Get(id))))
	case was != "":
		add(t.Muted, was)
	case !high:
		add(t.Muted, id.Field().Prompt)
	}
	if high {
		add(t.Muted, id.Field().Prompt)
		if names := say.Each(m.changed(), say.Label); len(names) > 0 {
			add(t.Warn, "* changed: "+strings.Join(names, ", "))
		}
	}
	return lines
}

// cut reports whether the row of an answer has no room for its name or its value.
func (m Model) cut(id profile.ID) bool {
	label, _, value := m.columns(id)
	return theme.Width(say.Label(id)) > label || theme.Width(wording.Value(id, m.tried.Get(id))) > value
}

// echo is what the program makes of what is typed.
func (m Model) echo() string {
	v, err := session.Parse(m.id(), strings.TrimSpace(m.input.Value()))
	switch {
	case strings.TrimSpace(m.input.Value()) == "" && len(session.Choices(m.id())) > 0:
		return "a word, or unknown"
	case strings.TrimSpace(m.input.Value()) == "":
		return "like 1.5k, 200ms, 8-20"
	case err != nil:
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

// wasLine says what was changed, or how an open answer is tried; "" of one that stands.
func (m Model) wasLine(id profile.ID) string {
	was, now := m.base.Get(id), m.tried.Get(id)
	if !was.Equal(now) {
		return say.Label(id) + ": " + m.tried.Counted(wording.Value(id, was)+" → "+wording.Value(id, now))
	}
	if tried := say.TriedIn(m.tried, id); now.State == profile.Open && tried != "" {
		return say.Label(id) + ": open, tried over " + tried
	}
	return ""
}
