package ui

import (
	"fmt"
	"strings"

	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/rules/numeral"
	"archadvisor/ui/theme"
)

// The smallest window in which anything can be drawn.
const (
	minWidth  = 40
	minHeight = 12
)

type space struct {
	head, body, foot, bar theme.Box
}

func (m Model) space() space {
	foot, bar := 1, 2
	if m.window.H < 20 { // notes take the place of the help bar
		foot, bar = 0, 1
	}
	head, rest := m.window.Rows(1)
	rest, low := rest.Rows(rest.H - bar)
	body, note := rest.Rows(rest.H - foot)
	return space{head, body, note, low}
}

// View draws the window: never wider, never higher.
func (m Model) View() string { return m.cfg.Theme.Drawn(m.frame()) }

func (m Model) frame() string {
	if m.window.W < 1 || m.window.H < 1 {
		return ""
	}
	if m.window.W < minWidth || m.window.H < minHeight {
		return theme.Fit(fmt.Sprintf("Please enlarge to %dx%d", minWidth, minHeight), theme.Box{W: m.window.W, H: 1})
	}
	s, foot := m.space(), m.footer()
	if m.note.Text != "" { // it is read once: keys, and what lies above them, make room for all of it
		low := s.foot.H + s.bar.H
		foot = foot[:min(len(foot), low+s.body.H/2)]
		more := max(0, len(foot)-low)
		s.body.H, s.foot, s.bar.H = s.body.H-more, theme.Box{W: s.bar.W, H: len(foot)}, max(0, low-len(foot))
	}
	middle := ""
	if m.overlay != nil {
		middle = m.overlay.view(s.body)
	} else {
		middle = m.views[m.front].View()
	}
	return theme.Stack(theme.Fit(m.header(s.head.W), s.head), theme.Fit(middle, s.body), theme.Fit(strings.Join(foot, "\n"), s.foot), theme.Fit(m.bar(s), s.bar))
}

func (m Model) header(width int) string {
	s, before, kept := m.session(), " ", ""
	name := profile.Clean(strings.TrimSuffix(s.Name()+" / "+s.Component(), " / "))
	if s.Kept() {
		kept = " " + theme.Done
	}
	right := m.position(width, theme.Width(name+kept)+3)
	room := max(0, width-theme.Width(right)-1)
	if long := " archadvisor  "; width >= 60 && theme.Width(long+name+kept)+5 < room {
		before, kept = long, strings.Replace(kept, theme.Done, theme.Done+" kept", 1)
	}
	name = theme.Cut(name, room-theme.Width(before+kept))
	return m.cfg.Theme.Title.Render(theme.Pad(before+name+kept, room)) + " " + right
}

// position is where one is, in a line that begins with a name: the progress of the questions, or the tabs.
func (m Model) position(width, name int) string {
	t := m.cfg.Theme
	if m.front == interview {
		parts := m.progress(width)
		for len(parts) > 1 && theme.Width(strings.Join(parts, " · "))+1 > width-name {
			parts = parts[1:]
		}
		return t.Muted.Render(strings.Join(parts, " · ") + " ")
	}
	var tabs []string
	for i, r := range table {
		switch text := strings.TrimSpace(r.key + " " + r.title); {
		case i == m.front:
			tabs = append(tabs, theme.Tab(i, t.Strong.Render("["+text+"]")))
		case r.key != "" && width < 80:
			tabs = append(tabs, theme.Tab(i, t.Muted.Render(r.key)))
		case r.key != "":
			tabs = append(tabs, theme.Tab(i, t.Muted.Render(text)))
		}
	}
	return strings.Join(tabs, "  "[:1+min(1, width/60)]) + " "
}

// progress says how probable the leader is, and how many questions it takes to be sure.
func (m Model) progress(width int) (parts []string) {
	switch d := m.decision; {
	case d == nil || d.Recommendation == "":
	case say.Undecided(d):
		parts = append(parts, say.VerdictShort(d))
	case width >= 60:
		parts = append(parts, d.Recommendation+" "+numeral.Probability(d.Probability))
	default:
		parts = append(parts, numeral.Probability(d.Probability))
	}
	_, blocked := say.Blocked(m.decision)
	switch s := m.session(); {
	case blocked != "":
		parts = append(parts, blocked)
	case s.CanStop():
		_, short := say.Stop(m.decision)
		parts = append(parts, short)
	case s.More() > 0 && width >= 80:
		parts = append(parts, fmt.Sprintf("about %d more to be sure", s.More()))
	case s.More() > 0:
		parts = append(parts, fmt.Sprintf("about %d more", s.More()))
	}
	return parts
}

// elsewhere is what the other views are good for.
var elsewhere = []string{"5 writes a decision record", "3 tries what-ifs", "4 shows what the answer hangs on", "2 draws cost over load"}

// footer is the note, whole, or what there is to say of the view, or of the others.
func (m Model) footer() []string {
	t, width, s := m.cfg.Theme, m.window.W-1, m.session()
	style, text := t.Muted, theme.List("", elsewhere, width)
	switch say := table[m.front].footer; {
	case m.note.Text != "" && m.note.Bad:
		style, text = t.Bad, theme.Stop+" "+m.note.Text
	case m.note.Text != "":
		style, text = t.Good, m.note.Text
	case m.front == interview && !(s.Keeping() && s.Begun()):
		text = ""
	case say != "":
		text = theme.Cut(say, width)
	}
	lines := t.Wrapped(style, text, width)
	for i := range lines {
		lines[i] = " " + lines[i]
	}
	return lines
}

func (m Model) bar(s space) string {
	keys := m.views[m.front].Keys()
	if m.overlay != nil {
		keys = m.overlay.keys()
	}
	lines := strings.Split(m.cfg.Theme.Bar(keys, s.bar.W-2, s.bar.H), "\n")
	return " " + strings.Join(lines, "\n ")
}
