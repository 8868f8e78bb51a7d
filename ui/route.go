package ui

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"archadvisor/ui/export"
	"archadvisor/ui/form"
	"archadvisor/ui/result"
	"archadvisor/ui/study/chart"
	"archadvisor/ui/study/sensitivity"
	"archadvisor/ui/study/whatif"
	"archadvisor/ui/theme"
	"archadvisor/ui/view"
)

// key goes to what lies on top, to the program, or to the view; while somebody types, letters are the view's.
func (m Model) key(msg tea.KeyMsg) (tea.Model, tea.Cmd) {
	if msg.Type == tea.KeyRunes && len(msg.Runes) > 1 && !msg.Paste {
		// bubbletea makes one message of keys that arrived together, which is no name of a key
		keys := make([]tea.KeyMsg, len(msg.Runes))
		for i, r := range msg.Runes {
			keys[i] = tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}, Alt: msg.Alt}
		}
		return m.press(keys)
	}
	pressed := msg.String()
	m.note = view.NoteMsg{} // it was read
	if pressed == "ctrl+c" {
		m.left, m.outcome.Interrupted = true, true
		return m, tea.Quit
	}
	if m.overlay != nil {
		return m.onTop(msg)
	}
	front := m.views[m.front]
	switch name := front.Keys().Match(pressed); {
	case name == "" || front.Takes(msg):
		return m.send(m.front, msg)
	case name == "views":
		if i := slices.IndexFunc(table, func(r row) bool { return r.key == pressed }); i >= 0 {
			return m.show(i)
		}
		return m, nil
	default:
		return m.action(name)
	}
}

func (m Model) press(keys []tea.KeyMsg) (Model, tea.Cmd) {
	var cmds []tea.Cmd
	for _, k := range keys {
		next, cmd := m.key(k)
		m, cmds = next.(Model), append(cmds, cmd)
	}
	return m, tea.Batch(cmds...)
}

// onTop gives a message to what lies on top of the view.
func (m Model) onTop(msg tea.Msg) (tea.Model, tea.Cmd) {
	next, cmd, done := m.overlay.update(msg, m.space().body)
	if m.overlay = next; done {
		m.overlay = nil
	}
	return m, cmd
}

// action does what a key or a view asks for by name: what holds everywhere, else what the view does.
func (m Model) action(name string) (tea.Model, tea.Cmd) {
	m.overlay = nil
	if name == "back" && m.front == interview && m.asking.from != interview {
		return m.show(m.asking.from)
	}
	switch name {
	case "help":
		m.overlay = m.newHelp()
	case "find":
		m.overlay = m.newFinder("Go to a question or a line", m.places())
	case "components":
		m.overlay = m.newParts()
	case "save":
		return m.askSave(m.session().Profile())
	case "undo", "redo":
		return m.send(interview, view.ActionMsg{Name: name})
	case "copy":
		return m.send(indexOf(view.Result), view.ActionMsg{Name: name})
	case "result":
		return m.show(indexOf(view.Result))
	case "questions": // one level up: from a view to the result, from there to the questions
		if up := indexOf(view.Result); m.front > up {
			return m.show(up)
		}
		return m.show(interview)
	case "suspend":
		return m, tea.Suspend
	case "quit":
		m.left, m.outcome.Interrupted = true, false
		return m, tea.Quit
	default:
		return m.send(m.front, view.ActionMsg{Name: name})
	}
	return m, nil
}

// show brings a view to the front, tells all, and computes what a view of the answer has to show.
func (m Model) show(i int) (tea.Model, tea.Cmd) {
	m.overlay, m.note, m.front, m.asking = nil, view.NoteMsg{}, i, asking{}
	var computing tea.Cmd
	if i != interview {
		m, computing = m.refresh()
	}
	cmds := []tea.Cmd{computing}
	for at := range m.views {
		next, cmd := m.send(at, view.ShownMsg{Front: at == i})
		m, cmds = next, append(cmds, cmd)
	}
	return m.resize(), tea.Batch(cmds...)
}

// refresh computes the explanation unless the last one is of these answers.
func (m Model) refresh() (Model, tea.Cmd) {
	if m.work.computed == m.work.answers.Seq && m.work.computed > 0 {
		return m, nil
	}
	m.work.computed = m.work.answers.Seq
	cmd := m.work.explainAll(m.cfg, m.session())
	next, other := m.broadcast(view.ExplainedMsg{Profile: m.session().Profile()})
	return next, tea.Batch(cmd, other)
}

// wheelLines is how far one notch of the wheel goes.
const wheelLines = 3

// mouse takes the wheel as arrow keys, and clicks and drags as ones on what the frame has marked.
func (m Model) mouse(msg tea.MouseMsg) (tea.Model, tea.Cmd) {
	switch {
	case msg.Button == tea.MouseButtonWheelUp:
		return m.press(slices.Repeat([]tea.KeyMsg{{Type: tea.KeyUp}}, wheelLines))
	case msg.Button == tea.MouseButtonWheelDown:
		return m.press(slices.Repeat([]tea.KeyMsg{{Type: tea.KeyDown}}, wheelLines))
	case msg.Button != tea.MouseButtonLeft || msg.Action == tea.MouseActionRelease:
		return m, nil
	}
	hit, ok := theme.HitAt(m.frame(), msg.X, msg.Y)
	switch {
	case !ok, msg.Action == tea.MouseActionMotion && !hit.Track:
		return m, nil
	case hit.Tab:
		return m.show(hit.Row)
	case m.overlay != nil:
		return m.onTop(view.ClickMsg{Hit: hit})
	}
	return m.send(m.front, view.ClickMsg{Hit: hit})
}

type row struct {
	name   string // what other views call it
	title  string // of its tab and its help
	key    string // that shows it; one without has no tab
	help   string // what it shows
	footer string
	make   func(*view.Config) view.View
}

// interview is the first row: the view that owns the answers, and where esc leads in the end.
const interview = 0

// The views, in the order of their tabs.
var table = []row{
	{name: view.Questions, make: form.New, footer: "Every answer is kept: archadvisor resume continues here."},
	{name: view.Result, title: "Result", key: "1", make: result.New,
		help: "On top what is recommended, below why: a tree down to each statement of the rule pack. The line under the cursor is spelled out beside it: what it says, your values, its condition, how far you are from its threshold, and its source."},
	{name: "chart", title: "Chart", key: "2", make: chart.New,
		help: "What each architecture costs over the load, and where you are. ▲ is your load, ✕ where another becomes the cheapest, ┄ the budget or the target, ▸ the cheapest at the read-out. A shaded band holds 8 of 10 draws of what you left open. Lines: M solid, S dashed, µ dotted."},
	{name: "what-if", title: "What-if", key: "3", make: whatif.New,
		help: "Change one answer and see at once what becomes of the ranking, the cost and the speed. Your answers stay as they are until you save. On a slider ● is the answer, ○ what it was, ━ a range, ? what is likeliest of an open one, and ╂ where the recommendation changes."},
	{name: "sensitivity", title: "Sensitivity", key: "4", make: sensitivity.New,
		help: "What the answer hangs on: how far each open answer moves it, how often each option wins, and which rules carry it. A bar spans the lead over the runner-up while one answer moves over its range: │ is now, left of ╂ another option leads, ? marks answers that are open."},
	{name: "export", title: "Export", key: "5", make: export.New,
		help:   "A decision record in the format that your project uses. The preview is what will be written.",
		footer: "Nothing is written before you press enter on Write."},
}

// indexOf finds a view by its name; the interview if there is none.
func indexOf(name string) int {
	return max(interview, slices.IndexFunc(table, func(r row) bool { return r.name == name }))
}
