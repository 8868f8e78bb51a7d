// Package form is the interview as a screen: the question at hand with the ranking beside it. It owns the
// answers of the session that it was given; it computes no ranking itself and knows no other view.
package form

import (
	"context"
	"slices"
	"strconv"

	tea "github.com/charmbracelet/bubbletea"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/ui/draw"
	"archadvisor/ui/session"
	"archadvisor/ui/theme"
	"archadvisor/ui/view"
	"archadvisor/ui/wording"
)

// Model is the interview: the question at hand, with the ranking beside it.
type Model struct {
	cfg     *view.Config
	answers session.Session
	box     theme.Box
	front   bool // it is the view in front

	id      profile.ID
	rows    []row
	cursor  int // -1: nothing is selected
	input   draw.Input
	typed   string // what it held at first
	search  string // letters that led to the row under the cursor
	checked []string
	fault   string       // why the answer was not taken
	warned  bool         // that nothing is answered yet
	ahead   []tea.KeyMsg // typed before the next question was known

	rank  ranking
	lanes *view.Lanes
	look  view.Task
}

type previewedMsg struct {
	decision *explain.Decision
	seq      int
}

// draftMsg says what became of an effect: of writing the draft.
type draftMsg struct {
	effect session.Effect
	doing  string // what was tried, where it failed
	err    error
}

// New makes the interview of the session of cfg.
func New(cfg *view.Config) view.View {
	m := Model{cfg: cfg, answers: cfg.Session, front: true, lanes: &view.Lanes{}}
	m.rank = ranking{theme: cfg.Theme, busy: true}
	return m.load()
}

// Session is the interview so far.
func (m Model) Session() session.Session { return m.answers }

// Takes reports whether a key is text: all characters but the ? for help, which no answer needs; beside options letters
// search, but for a first u, which undoes. While it is being computed what is asked next, every key waits for that.
func (m Model) Takes(msg tea.KeyMsg) bool {
	switch {
	case m.answers.Waiting():
		return true
	case !view.IsText(msg) || msg.String() == "?":
		return false
	case m.typing():
		return true
	}
	return msg.Type == tea.KeyRunes && msg.String() != "/" && (msg.String() != "u" || m.search != "") && m.row().kind != endRow
}

// Ahead takes the keys that were typed before the question was known that they are meant for.
func (m Model) Ahead() (view.View, []tea.KeyMsg) {
	keys := m.ahead
	m.ahead = nil
	return m, keys
}

// Update takes keys that the router left, decisions, and what other views ask of the interview.
func (m Model) Update(msg tea.Msg) (view.View, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.KeyMsg:
		return m.key(msg)
	case view.SizeMsg:
		m.box = msg.Box
	case view.ActionMsg:
		return m.act(msg.Name)
	case view.EditMsg:
		m.answers = m.answers.Jump(msg.Field)
		return m.load(), nil
	case view.ClickMsg:
		if msg.Row < len(m.rows) {
			return m.move(msg.Row).toggle().preview()
		}
	case view.ShownMsg:
		if m.front = msg.Front; m.front {
			return m.preview()
		}
	case view.ReviseMsg:
		next, effect, err := msg(m.answers)
		if err != nil {
			return m, view.Fault(profile.Clean(err.Error()))
		}
		return m.answered(next, effect, "")
	case view.KeptMsg:
		next, effect := m.answers.Filed(msg.Path)
		m.answers = next
		return m, do(effect, "Not kept on disk")
	case view.OrderMsg:
		waited := m.answers.Waiting()
		if m.answers = m.answers.SetOrder(msg.Inquiry); waited {
			return m.load(), nil
		}
	case view.DecidedMsg:
		m.rank.decision, m.rank.busy = msg.Decision, false
		return m.preview()
	case view.FlipsMsg:
		m.rank.flips = msg.Flips
	case draftMsg:
		if m.answers = m.answers.Did(msg.effect, msg.err); msg.err != nil {
			return m, view.Fault(msg.doing + ": " + profile.Clean(msg.err.Error()))
		}
	case previewedMsg:
		if msg.seq == m.look.Seq {
			m.rank.preview = msg.decision
		}
	}
	return m, nil
}

// key types into the field, or goes to a row by its number or its letters.
func (m Model) key(msg tea.KeyMsg) (Model, tea.Cmd) {
	if m.answers.Waiting() {
		m.ahead = append(m.ahead, msg)
		return m, nil
	}
	pressed := msg.String()
	switch n, _ := strconv.Atoi(pressed); {
	case m.typing():
		if !m.input.Key(msg) {
			return m, nil
		}
		m.fault, m.warned = "", false
	case view.IsText(msg) && m.rows[0].kind == inputRow:
		m = m.move(0)
		return m.key(msg)
	case n > 0 && n <= len(m.rows):
		m = m.move(n - 1).toggle()
	case n == 0 && msg.Type == tea.KeyRunes:
		m = m.find(pressed)
	default:
		return m, nil
	}
	return m.preview()
}

func (m Model) act(name string) (Model, tea.Cmd) {
	switch name {
	case "up":
		m = m.move(max(m.cursor, 0) - 1)
	case "down":
		m = m.move(m.cursor + 1)
	case "toggle":
		m = m.toggle()
	case "next":
		return m.confirm()
	case "skip":
		m.answers = m.answers.Next()
		return m.load(), view.Send(view.AnsweredMsg{})
	case "back":
		before, ok := m.answers.Back()
		if !ok {
			return m, view.Note("This is the first question.")
		}
		m.answers = before
		m = m.load()
	case "undo", "redo":
		return m.undo(name)
	default:
		return m, nil
	}
	return m.preview()
}

// preview computes the ranking with the answer that is being formed, if it is another than was given.
func (m Model) preview() (Model, tea.Cmd) {
	seq, ctx := m.look.Start(context.Background())
	m.rank.preview = nil
	list, err := m.formed()
	if err != nil || len(list) == 0 || !m.front {
		return m, nil
	}
	p, err := m.answers.With(list...)
	if err != nil || p.Equal(m.answers.Profile()) {
		return m, nil
	}
	engine, o := m.cfg.Engine, m.cfg.Options
	return m, view.In(&m.lanes.Quick, ctx, func() tea.Msg { return previewedMsg{engine.Advise(p, o), seq} })
}

// Keys returns what can be done now: ticking only where there are boxes.
func (m Model) Keys() theme.Keys {
	out := slices.Clone(view.KeysOf("interview"))
	for i := range out {
		if out[i].Name == "toggle" {
			out[i].Rare = !slices.ContainsFunc(m.rows, func(r row) bool { return r.kind == checkRow })
		}
	}
	return out
}

// About says what help has on the question at hand.
func (m Model) About() []view.Paragraph {
	if m.id == session.None {
		return nil
	}
	return append([]view.Paragraph{{Title: m.answers.Prompt(), Text: m.meant()}}, say.Each(wording.Help(m.answers), func(part [2]string) view.Paragraph {
		return view.Paragraph{Title: part[0], Text: part[1]}
	})...)
}
