package whatif

import (
	"strings"

	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/ui/draw"
	"archadvisor/ui/session"
	"archadvisor/ui/theme"
	"archadvisor/ui/wording"
)

// space is how what-if shares its box out: the sliders, and what comes of
// them beside or below.
type space struct {
	list, effect theme.Box
	framed       bool
}

func (m Model) space() space {
	switch {
	case m.box.W >= 90:
		cols := m.box.Columns(m.box.W*56/100, 0)
		return space{cols[0], cols[1], true}
	case m.box.W >= 60 && m.box.H >= 14:
		rows := m.box.Rows(0, 7)
		return space{rows[0], rows[1], true}
	}
	rows := m.box.Rows(0, 4)
	return space{rows[0], rows[1], false}
}

// aboutHeight is the room below the sliders for what is picked.
func (s space) aboutHeight() int {
	switch {
	case !s.framed:
		return 1
	case s.list.H >= 20:
		return 6
	}
	return 2
}

// listBox is the room for the sliders themselves.
func (m Model) listBox() theme.Box {
	s := m.space()
	b := s.list.Within(s.framed)
	b.H = max(1, b.H-s.aboutHeight())
	return b
}

// View draws what-if.
func (m Model) View() string {
	if m.p == nil {
		return m.cfg.Theme.Frame(m.box, "What-if", wording.Waiting(nil), true)
	}
	s := m.space()
	list := m.listBox()
	lines := append(m.list(list), m.about(theme.Box{W: list.W, H: s.aboutHeight()})...)
	effect := m.effect(s.effect.Within(s.framed))
	if !s.framed {
		return theme.Stack(theme.Fit(strings.Join(lines, "\n"), s.list), theme.Fit(strings.Join(effect, "\n"), s.effect))
	}
	title := "Change one answer (╂ changes the recommendation)"
	if s.list.W < 70 {
		title = "Change one answer (╂ changes the result)"
	}
	left := m.cfg.Theme.Frame(s.list, title, strings.Join(lines, "\n"), true)
	right := m.cfg.Theme.Frame(s.effect, m.effectTitle(), strings.Join(effect, "\n"), false)
	if m.box.W >= 90 {
		return theme.Beside(left, right)
	}
	return theme.Stack(left, right)
}

// list draws the sliders around the one that is picked.
func (m Model) list(b theme.Box) []string {
	from, to := draw.Window(m.row, len(m.rows), b.H)
	label, value := 18, 14
	if b.W >= 80 {
		label, value = 24, 24
	}
	if b.W < 50 {
		label, value = 13, 10
	}
	lines := make([]string, 0, b.H)
	for i := from; i < to; i++ {
		lines = append(lines, m.line(i, label, value, b.W))
	}
	for len(lines) < b.H {
		lines = append(lines, "")
	}
	return lines
}

// line draws one answer: its name, its slider or choices, its value.
func (m Model) line(i, label, value, width int) string {
	t := m.cfg.Theme
	id := m.rows[i]
	now, was := m.p.Get(id), m.base.Get(id)
	mark := "  "
	if i == m.row {
		mark = theme.Cursor + " "
	}
	if !now.Equal(was) {
		mark = mark[:len(mark)-1] + "*"
	}
	name := theme.Pad(mark+say.Label(id), label+2)
	text := theme.Pad(wording.ShortValue(id, now, value), value)
	track := max(0, width-label-2-1-1-value)
	var middle string
	if rows := session.Choices(id); len(rows) > 0 {
		middle = m.choices(id, track)
	} else {
		middle = sliderOf(id, was, now).draw(now, was, middleOf(m.p, id, m.central), m.marksOf(id), track)
	}
	switch {
	case i == m.row:
		return t.Select.Render(name + " " + middle + " " + text)
	case !now.Equal(was):
		return t.Warn.Render(name) + " " + t.Text.Render(middle) + " " + t.Strong.Render(text)
	case now.State == profile.Open:
		return t.Muted.Render(name + " " + middle + " " + text)
	}
	return t.Text.Render(name) + " " + t.Muted.Render(middle) + " " + t.Text.Render(text)
}

// choices draws the choices as stops: ● is taken, ╂ would change the
// recommendation, ○ was the answer.
func (m Model) choices(id profile.ID, width int) string {
	flips := map[int]bool{}
	for _, f := range m.marksOf(id) {
		flips[choiceAt(id, f.beyond)] = true
	}
	var b strings.Builder
	b.WriteString("◂")
	for i, r := range session.Choices(id) {
		sign := " ·"
		switch {
		case r.Value.Equal(m.p.Get(id)):
			sign = " ●"
		case r.Value.Equal(m.base.Get(id)):
			sign = " ○"
		case flips[i]:
			sign = " ╂"
		}
		b.WriteString(sign)
	}
	return theme.Pad(b.String()+" ▸", width)
}

// about says what there is to say of the answer that is picked, or takes what
// is typed.
func (m Model) about(b theme.Box) []string {
	t, id := m.cfg.Theme, m.id()
	var lines []string
	switch {
	case m.Typing && (m.Fault == "" || b.H > 1):
		lines = append(lines, t.Select.Render("> "+m.Input.Render(max(4, b.W/2-2), true))+" "+t.Muted.Render(m.echo()))
	case m.Fault != "":
		lines = append(lines, t.Bad.Render(theme.Cut(theme.Stop+" "+profile.Clean(m.Fault), b.W)))
	default:
		lines = append(lines, m.flipLine(id, b.W))
	}
	if b.H < 2 {
		return lines
	}
	if m.Typing && m.Fault != "" {
		lines = append(lines, t.Bad.Render(theme.Cut(theme.Stop+" "+profile.Clean(m.Fault), b.W)))
	} else {
		lines = append(lines, t.Muted.Render(theme.Cut(m.wasLine(id), b.W)))
	}
	if b.H < 4 {
		return lines
	}
	lines = append([]string{t.Border.Render(strings.Repeat("─", b.W))}, lines...)
	for _, l := range theme.Wrap(id.Field().Prompt, b.W) {
		lines = append(lines, t.Muted.Render(l))
	}
	if changed := m.changed(); len(changed) > 0 {
		names := make([]string, len(changed))
		for i, c := range changed {
			names[i] = say.Label(c)
		}
		lines = append(lines, t.Warn.Render(theme.Cut("* changed: "+strings.Join(names, ", "), b.W)))
	}
	return lines
}

// echo is what the program makes of what is typed.
func (m Model) echo() string {
	if strings.TrimSpace(m.Input.Value()) == "" {
		return "like 1.5k, 200ms, 8-20"
	}
	v, err := session.Parse(m.id(), m.Input.Value())
	if err != nil {
		return "…"
	}
	return "= " + wording.ShortValue(m.id(), v, 24)
}

// flipLine says where the recommendation changes along an answer.
func (m Model) flipLine(id profile.ID, width int) string {
	t := m.cfg.Theme
	var parts []string
	for _, f := range m.marksOf(id) {
		about := "about "
		if len(session.Choices(id)) > 0 {
			about = ""
		}
		parts = append(parts, about+wording.ShortValue(id, valueOn(id, f.beyond), 20)+" → "+f.to)
	}
	switch {
	case len(parts) > 0:
		return t.Warn.Render(theme.Cut("╂ "+strings.Join(parts, ", "), width))
	case m.marks[id] != nil || m.scannedAll():
		return t.Muted.Render(theme.Cut("= the recommendation is the same at any "+say.Label(id), width))
	}
	return t.Muted.Render("… looking for what would change the answer")
}

// scannedAll reports whether no slider is left to be scanned.
func (m Model) scannedAll() bool { return len(m.marks) == len(m.rows) }

// wasLine says what the answer is, and what it was.
func (m Model) wasLine(id profile.ID) string {
	was, now := m.base.Get(id), m.p.Get(id)
	if was.Equal(now) {
		text := say.Label(id) + ": " + wording.Value(id, now)
		if now.State == profile.Open && id.Field().PriorText != "" {
			text += ", tried over " + id.Field().PriorText
		}
		return text
	}
	return say.Label(id) + ": " + wording.Value(id, was) + " → " + wording.Value(id, now)
}

// Copy is what was changed and what became of it.
func (m Model) Copy() string {
	if m.p == nil || m.now == nil || m.from == nil {
		return ""
	}
	var lines []string
	for _, id := range m.changed() {
		lines = append(lines, m.wasLine(id))
	}
	lines = append(lines, m.outcomeWords())
	lines = append(lines, m.figureTable(100)...)
	return draw.Plain(lines)
}
