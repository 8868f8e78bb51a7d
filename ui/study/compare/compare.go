// Package compare sets two profiles side by side, with what differs between them. It changes neither.
package compare

import (
	"context"
	"fmt"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/rules/numeral"
	"archadvisor/ui/draw"
	"archadvisor/ui/theme"
	"archadvisor/ui/view"
	"archadvisor/ui/wording"
)

// Model sets the answers beside others: those tried in what-if, those at the start, or another file.
type Model struct {
	view.Entry

	sides  [2]side // the answers first
	others []side  // what the answers can be compared with
	other  int

	work  view.Task
	lanes *view.Lanes
	top   int
}

// side is a profile with the decision on it, nil while that is computed.
type side struct {
	title    string
	profile  *profile.Profile
	decision *explain.Decision
}

type comparedMsg struct {
	decision *explain.Decision
	seq      int
}

// openedMsg is a file that was read, or why it was not.
type openedMsg struct {
	side
	err error
}

// New makes the view.
func New(cfg *view.Config) view.View {
	start := side{title: "at the start", profile: cfg.Session.Profile()}
	return Model{Entry: view.NewEntry(cfg, "compare", "Compare"), lanes: &view.Lanes{}, others: []side{start}}
}

// Update takes answers, profiles to compare with, decisions and keys.
func (m Model) Update(msg tea.Msg) (view.View, tea.Cmd) {
	var due bool
	m.Entry, due = m.Took(msg)
	switch msg := msg.(type) {
	case view.ExplainedMsg:
		if msg.Explanation != nil {
			m.sides[0] = side{"your answers", msg.Profile, msg.Explanation.Decision}
		}
	case view.CompareMsg:
		next, cmd := m.offer(side{title: msg.Title, profile: msg.Profile}).compute()
		return next, tea.Batch(cmd, view.Send(view.ShowMsg{Name: view.Compare}))
	case comparedMsg:
		if msg.seq == m.work.Seq {
			m.sides[1].decision, m.Busy = msg.decision, false
		}
	case openedMsg:
		return m.opened(msg)
	case view.ActionMsg:
		return m.act(msg.Name)
	}
	if due {
		return m.compute()
	}
	return m, nil
}

// offer adds something to compare with, in the place of what has its title.
func (m Model) offer(s side) Model {
	others := slices.DeleteFunc(slices.Clone(m.others), func(o side) bool { return o.title == s.title })
	m.others, m.other, m.top = append(others, s), len(others), 0
	return m
}

// compute decides on what the answers are compared with; on the answers the explanation did.
func (m Model) compute() (Model, tea.Cmd) {
	m.sides[1] = m.others[m.other]
	if m.sides[0].profile == nil {
		return m, nil
	}
	seq, ctx := m.work.Start(context.Background())
	m.Busy, m.Stale = true, false
	cfg, p := m.Cfg, m.sides[1].profile
	return m, view.In(&m.lanes.Slow, ctx, func() tea.Msg {
		return comparedMsg{cfg.Engine.Advise(p, cfg.Options), seq}
	})
}

// inner is the space for the lines; in a low window no frame takes any.
func (m Model) inner() theme.Box { return m.Box.Within(m.Box.H >= 14) }

func (m Model) act(name string) (Model, tea.Cmd) {
	in := m.inner()
	if top, moved := draw.Move(name, m.top, len(m.lines(in.W))-in.H+1, max(1, in.H-1)); moved {
		m.top = top
		return m, nil
	}
	switch name {
	case "open":
		m.Entry = m.Opened()
	case "next":
		m.other, m.top = (m.other+1)%len(m.others), 0
		return m.compute()
	case "cancel":
		m.Entry = m.Closed()
	case "read":
		return m.read()
	}
	return m, nil
}

func (m Model) read() (Model, tea.Cmd) {
	path, open := strings.TrimSpace(m.Input.Value()), m.Cfg.Open
	if path == "" {
		m.Fault = "a file name is needed"
		return m, nil
	}
	return m, func() tea.Msg {
		p, err := open(path)
		return openedMsg{side{title: path, profile: p}, err}
	}
}

func (m Model) opened(msg openedMsg) (Model, tea.Cmd) {
	if msg.err != nil {
		m.Fault = msg.err.Error()
		return m, nil
	}
	m.Typing = false
	return m.offer(msg.side).compute()
}

// View draws both profiles side by side.
func (m Model) View() string {
	if m.sides[0].profile == nil {
		return m.Waiting()
	}
	t := m.Cfg.Theme
	if m.Typing {
		in := m.Box.Inner()
		lines := theme.Wrap("Compares your answers with those of another profile. Which file?", in.W)
		lines = append(lines, "", "> "+m.Input.Render(in.W-2, true), "")
		lines = append(lines, t.Wrapped(t.Bad, profile.Clean(m.Fault), in.W)...)
		return t.Frame(m.Box, "Open a profile", strings.Join(lines, "\n"), true)
	}
	in, title := m.inner(), "Compare"
	lines := m.lines(in.W)
	seen := strings.Join(lines[min(m.top, len(lines)):], "\n")
	if in == m.Box {
		return theme.Fit(seen, m.Box)
	}
	if len(lines) > in.H {
		title += fmt.Sprintf(", lines %d to %d of %d", m.top+1, min(len(lines), m.top+in.H), len(lines))
	}
	return t.Frame(m.Box, m.Titled(title), seen, true)
}

// table builds rows of a label and two cells, each wrapped in its column; in a narrow window the label is above them.
type table struct {
	t      *theme.Theme
	widths [3]int
	low    bool // no line is spared
	out    []string
}

func (m Model) table(width int) *table {
	label := min(26, width*3/10)
	if width < 50 {
		label = 0
	}
	one := max(1, (width-label-4)/2)
	return &table{t: m.Cfg.Theme, low: m.Box.H < 14, widths: [3]int{label, one, max(1, width-label-4-one)}}
}

func (b *table) head(text string) {
	if !b.low {
		b.out = append(b.out, "")
	}
	b.out = append(b.out, b.t.Title.Render(text))
}

// row adds a row; where the sides differ it has a mark.
func (b *table) row(label, one, two string) {
	mark := " "
	if one != two {
		mark = "≠"
	}
	b.line(mark, label, one, two)
}

func (b *table) line(mark, label, one, two string) {
	style := b.t.Text
	if mark == " " {
		style = b.t.Muted
	}
	if b.widths[0] == 0 && label != "" {
		b.out, label = append(b.out, b.t.Muted.Render(label)), ""
	}
	var cells [3][]string
	for i, text := range []string{label, one, two} {
		cells[i] = theme.Wrap(text, b.widths[i]-i%2) // the marks, and a blank, part them
	}
	for y := range max(len(cells[0]), len(cells[1]), len(cells[2])) {
		var at [3]string
		for i, lines := range cells {
			at[i] = theme.Pad(strings.Join(lines[min(y, len(lines)):min(y+1, len(lines))], ""), b.widths[i])
		}
		b.out = append(b.out, b.t.Muted.Render(at[0])+" "+mark+" "+style.Render(at[1]+" "+at[2]))
		mark = " "
	}
}

func (m Model) lines(width int) []string {
	if m.sides[0].profile == nil || m.sides[1].profile == nil {
		return nil
	}
	a, b := m.sides[0], m.sides[1]
	t, one, two := m.table(width), a.decision, b.decision
	decided := one != nil && two != nil
	if decided {
		sentence, short := say.Compared(one, two)
		t.out = append(t.out, t.t.Headline(t.t.Strong, sentence, short, width, t.low)...)
	}
	if one, two := a.profile.Name(), b.profile.Name(); one != two {
		a.title, b.title = a.title+": "+one, b.title+": "+two
	}
	t.line(" ", "", profile.Clean(a.title), profile.Clean(b.title))
	if decided {
		t.head("Result")
		t.row("recommended", say.Led(one), say.Led(two))
		t.row("how sure", strings.ReplaceAll(string(one.Verdict), "-", " "), strings.ReplaceAll(string(two.Verdict), "-", " "))
		t.row("probability", numeral.Probability(one.Probability), numeral.Probability(two.Probability))
	}
	m.answers(t, a.profile, b.profile)
	if decided {
		options(t, one, two)
	}
	return t.out
}

func options(t *table, a, b *explain.Decision) {
	for arch, name := range profile.Architectures {
		one, two := a.Option(name), b.Option(name)
		t.head(theme.Letters[arch] + " " + say.Name(name))
		for _, q := range say.Quantities() {
			t.row(q.Name(), standing(q, one, t.widths[1]), standing(q, two, t.widths[1]))
		}
	}
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

func (m Model) answers(t *table, a, b *profile.Profile) {
	differ := slices.DeleteFunc(slices.Clone(profile.Fields()), func(f *profile.Field) bool {
		return f.ID == profile.Schema || f.ID == profile.Name || a.Get(f.ID).Equal(b.Get(f.ID))
	})
	t.head(say.Differing(len(differ)))
	for _, f := range differ {
		t.row(say.Label(f.ID), a.Counted(wording.Value(f.ID, a.Get(f.ID))), b.Counted(wording.Value(f.ID, b.Get(f.ID))))
	}
	if len(differ) == 0 {
		t.out = append(t.out, t.t.Wrapped(t.t.Muted, "Change something in what-if (3) and press c there, or open another profile here (o).", m.inner().W)...)
	}
}
