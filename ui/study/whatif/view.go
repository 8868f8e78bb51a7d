package whatif

import (
	"fmt"
	"strings"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/ui/draw"
	"archadvisor/ui/session"
	"archadvisor/ui/theme"
	"archadvisor/ui/wording"
)

func (m Model) panes() theme.Pair { return m.Box.Pair(56, 7, 4) }

func (m Model) aboutHeight() int {
	switch p := m.panes(); {
	case !p.Framed:
		return 1
	case p.One.H >= 20:
		return 6
	}
	return 2
}

func (m Model) listBox() theme.Box {
	b, _ := m.panes().Inner()
	b.H = max(1, b.H-m.aboutHeight())
	return b
}

func (m Model) columns() (label, track, value int) {
	width := m.listBox().W
	label, value = 24, 12
	switch {
	case width >= 80:
		value = 24
	case width < 50:
		label, value = 15, 10
	}
	return label, max(0, width-label-4-value), value
}

func (m Model) track() int { _, track, _ := m.columns(); return track }

// View draws what-if.
func (m Model) View() string {
	if m.tried == nil {
		return m.Waiting()
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
		theme.Pane{Title: title, Focus: true, Lines: append(m.list(list), m.about(theme.Box{W: list.W, H: m.aboutHeight()})...)},
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
	label, track, value := m.columns()
	now, was := m.tried.Get(id), m.base.Get(id)
	mark, style := t.Pointed(i == m.row)
	if !now.Equal(was) {
		mark = mark[:len(mark)-1] + "*"
	}
	name := theme.Pad(mark+say.Label(id), label+2)
	middle := " " + theme.Track(i, m.scale(id, track)) + " "
	text := theme.Pad(wording.ShortValue(id, now, value), value)
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

// about says what there is to say of the answer that is picked, the more the higher its box.
func (m Model) about(b theme.Box) []string {
	t, id := m.Cfg.Theme, m.id()
	var lines []string
	if m.Typing && (b.H > 1 || m.Fault == "") {
		lines = append(lines, t.Select.Render("> "+m.Input.Render(max(4, b.W/2-2), true))+" "+t.Muted.Render(m.echo()))
	}
	switch {
	case m.Fault != "":
		lines = append(lines, t.Bad.Render(theme.Cut(theme.Stop+" "+profile.Clean(m.Fault), b.W)))
	case !m.Typing:
		lines = append(lines, m.flipLine(id, b.W))
	}
	if b.H == 1 && m.Fault != "" {
		return lines
	}
	if was := m.wasLine(id); len(lines) < 2 && was != "" {
		lines = append(lines, t.Muted.Render(theme.Cut(was, b.W)))
	} else if len(lines) < 2 && b.H < 4 {
		lines = append(lines, t.Muted.Render(theme.Cut(id.Field().Prompt, b.W)))
	}
	if b.H < 4 {
		return lines
	}
	lines = append([]string{t.Border.Render(strings.Repeat("─", b.W))}, lines...)
	lines = append(lines, t.Wrapped(t.Muted, id.Field().Prompt, b.W)...)
	if names := say.Each(m.changed(), say.Label); len(names) > 0 {
		lines = append(lines, t.Warn.Render(theme.Cut("* changed: "+strings.Join(names, ", "), b.W)))
	}
	return lines
}

// echo is what the program makes of what is typed.
func (m Model) echo() string {
	v, err := session.Parse(m.id(), strings.TrimSpace(m.Input.Value()))
	switch {
	case strings.TrimSpace(m.Input.Value()) == "" && len(session.Choices(m.id())) > 0:
		return "a word, or unknown"
	case strings.TrimSpace(m.Input.Value()) == "":
		return "like 1.5k, 200ms, 8-20"
	case err != nil:
		return "…"
	}
	return "= " + wording.ShortValue(m.id(), v, 24)
}

func (m Model) flipLine(id profile.ID, width int) string {
	t := m.Cfg.Theme
	f, ok := m.flipOf(id)
	switch {
	case ok:
		return t.Warn.Render(theme.Cut("╂ "+wording.FlipShort(f), width))
	case m.known:
		return t.Muted.Render(theme.Cut("= "+say.Text(say.NoFlip), width))
	}
	return t.Muted.Render("… looking for what would change the answer")
}

// wasLine says what was changed, or how an open answer is tried; "" of one that stands.
func (m Model) wasLine(id profile.ID) string {
	was, now := m.base.Get(id), m.tried.Get(id)
	if !was.Equal(now) {
		return say.Label(id) + ": " + wording.Value(id, was) + " → " + wording.Value(id, now)
	}
	if tried := say.TriedIn(m.tried, id); now.State == profile.Open && tried != "" {
		return say.Label(id) + ": open, tried over " + tried
	}
	return ""
}
