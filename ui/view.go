package ui

import (
	"fmt"
	"strings"

	"archadvisor/advisor/profile"
	"archadvisor/ui/session"
	"archadvisor/ui/theme"
)

// The smallest window in which anything can be drawn.
const (
	minWidth  = 40
	minHeight = 12
)

// space is how the window is shared out.
type space struct {
	head, body, foot, bar theme.Box
	question, ranking     theme.Box // the interview's shares of the body
}

func (m Model) space() space {
	var s space
	foot, bar := 1, 1
	if m.window.H < 20 {
		foot = 0 // notes take the place of the help bar
	}
	if m.window.H >= 20 {
		bar = 2
	}
	sizes := []int{1, 0, bar}
	if foot > 0 {
		sizes = []int{1, 0, foot, bar}
	}
	rows := m.window.Rows(sizes...)
	s.head, s.body, s.bar = rows[0], rows[1], rows[len(rows)-1]
	if foot > 0 {
		s.foot = rows[2]
	}
	switch {
	case m.window.W >= 90:
		cols := s.body.Columns(0, 0)
		s.question, s.ranking = cols[0], cols[1]
	case m.window.W >= 60 && s.body.H >= 16:
		rows := s.body.Rows(0, 6)
		s.question, s.ranking = rows[0], rows[1]
	default:
		rows := s.body.Rows(1, 0)
		s.ranking, s.question = rows[0], rows[1]
	}
	return s
}

// View draws the window: never wider, never higher.
func (m Model) View() string {
	if m.window.W < 1 || m.window.H < 1 {
		return ""
	}
	if m.window.W < minWidth || m.window.H < minHeight {
		return theme.Fit(fmt.Sprintf("Please enlarge to %dx%d", minWidth, minHeight), theme.Box{W: m.window.W, H: 1})
	}
	s := m.space()
	return theme.Stack(
		theme.Fit(m.header(s.head.W), s.head),
		theme.Fit(m.middle(), s.body),
		theme.Fit(m.footer(s.foot.W), s.foot),
		theme.Fit(m.bar(s), s.bar))
}

func (m Model) middle() string {
	switch m.overlay {
	case helpOverlay:
		return m.help.View()
	case finderOverlay:
		return m.finder.View()
	case promptOverlay:
		return m.prompt.View()
	}
	return m.draw()
}

func (m Model) header(width int) string {
	t := m.cfg.Theme
	before, kept := " ", ""
	if m.cfg.Session.Kept() {
		kept = " " + theme.Done
	}
	if width >= 100 || width >= 60 && m.screen == interviewScreen {
		before = " archadvisor  "
		if kept != "" {
			kept += " kept"
		}
	}
	right := m.position(width)
	room := max(0, width-theme.Width(right)-1)
	name := theme.Cut(profile.Clean(m.cfg.Session.Name()), room-theme.Width(before+kept))
	return t.Title.Render(theme.Pad(before+name+kept, room)) + " " + right
}

// position says where one is: in the interview, or among the views.
func (m Model) position(width int) string {
	t := m.cfg.Theme
	if m.screen == interviewScreen {
		return t.Muted.Render(progressWords(m.cfg.Session) + " ")
	}
	var tabs []string
	for i, name := range []string{"Result", "Chart", "What-if", "Sensitivity", "Export"} {
		on := screen(i+1) == m.screen
		text := fmt.Sprintf("%d %s", i+1, name)
		if width < 80 && !on {
			text = fmt.Sprint(i + 1)
		}
		if on {
			tabs = append(tabs, t.Strong.Render("["+text+"]"))
		} else {
			tabs = append(tabs, t.Muted.Render(text))
		}
	}
	return strings.Join(tabs, "  ") + " "
}

func (m Model) interview() string {
	s := m.space()
	question := m.form.View()
	switch {
	case m.window.W >= 90:
		return theme.Beside(question, m.rank.panel(s.ranking))
	case s.ranking.H > 1:
		return theme.Stack(question, m.rank.panel(s.ranking))
	}
	return theme.Stack(m.rank.line(s.ranking.W), question)
}

func (m Model) footer(width int) string {
	t := m.cfg.Theme
	switch {
	case m.note.text != "" && m.note.bad:
		return " " + t.Bad.Render(theme.Cut(theme.Stop+" "+m.note.text, width-1))
	case m.note.text != "":
		return " " + t.Good.Render(theme.Cut(m.note.text, width-1))
	case m.screen == interviewScreen && m.cfg.Session.Kept():
		return " " + t.Muted.Render(theme.Cut("Every answer is kept: archadvisor resume continues here.", width-1))
	case m.screen == exportScreen:
		return " " + t.Muted.Render(theme.Cut("Nothing is written before you press enter on Write.", width-1))
	case m.screen != interviewScreen:
		return " " + t.Muted.Render(theme.List("", m.elsewhere(), width-1))
	}
	return ""
}

// elsewhere says what the other views are good for.
func (m Model) elsewhere() []string {
	hints := []struct {
		view  screen
		words string
	}{{exportScreen, "5 writes a decision record"}, {whatifScreen, "3 tries what-ifs"},
		{sensitivityScreen, "4 shows what the answer hangs on"}, {chartScreen, "2 draws cost over load"}}
	var out []string
	for _, h := range hints {
		if h.view != m.screen {
			out = append(out, h.words)
		}
	}
	return out
}

func (m Model) bar(s space) string {
	if s.foot.H == 0 && m.note.text != "" {
		return m.footer(s.bar.W)
	}
	keys := m.keys()
	switch m.overlay {
	case helpOverlay:
		keys = m.help.Keys()
	case finderOverlay:
		keys = m.finder.Keys()
	case promptOverlay:
		keys = m.prompt.Keys()
	}
	lines := strings.Split(m.cfg.Theme.Bar(keys, s.bar.W-2, s.bar.H), "\n")
	return " " + strings.Join(lines, "\n ")
}

// summary is what the copy key puts on the clipboard.
func (m Model) summary() string {
	d := m.rank.decision
	if d == nil {
		return ""
	}
	lines := []string{profile.Clean(m.cfg.Session.Name()) + ": " + verdictWords(d)}
	for i, o := range d.Ranking {
		lines = append(lines, fmt.Sprintf("%d. %s %s (%s)", i+1, o.Architecture, score(o), strings.Join(estimates(o), ", ")))
	}
	for _, r := range d.Reasons {
		lines = append(lines, "- "+profile.Clean(r.Text))
	}
	return strings.Join(lines, "\n") + "\n"
}

// answerWords writes the answer to a question, or that there is none.
func answerWords(s *session.Session, id profile.ID) string {
	switch s.Status(id) {
	case session.Answered:
		return profile.Clean(profile.Format(id, s.Value(id)))
	case session.Unknown:
		return "I don't know"
	}
	return "–"
}
