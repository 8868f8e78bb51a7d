package form

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/ui/draw"
	"archadvisor/ui/session"
	"archadvisor/ui/theme"
	"archadvisor/ui/view"
)

// Model is the interview: the question at hand, with the ranking beside it.
type Model struct {
	view.Quiet

	cfg     *view.Config
	answers session.Session
	box     theme.Box
	front   bool // it is the view in front

	id      profile.ID
	rows    []row
	cursor  int
	input   draw.Input
	checked []string
	fault   string // why the answer was not taken

	rank  ranking
	lanes *view.Lanes
	look  view.Task
}

// previewedMsg is a decision on the answers with what is being typed.
type previewedMsg struct {
	decision *explain.Decision
	seq      int
}

// draftMsg says what became of an effect: of writing the draft, or removing it.
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

// Takes reports whether a key is text for the field: all characters but the ?
// for help, which no answer needs.
func (m Model) Takes(msg tea.KeyMsg) bool {
	return m.typing() && view.IsText(msg) && msg.String() != "?"
}

func (m Model) typing() bool { return m.row().kind == inputRow }

// Update takes keys that the router left, decisions, and what other views ask of
// the interview.
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
	case view.ShownMsg:
		if m.front = msg.Front; m.front {
			return m.load().preview()
		}
	case view.KeptMsg:
		return m.kept(msg.Name)
	case view.OrderMsg:
		m.answers = m.answers.SetOrder(msg.Inquiry)
		m = m.offerWithin()
	case view.DecidedMsg:
		m.rank.decision, m.rank.base, m.rank.busy = msg.Decision, msg.Typing, false
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

// key types into the field, or picks a choice by its number.
func (m Model) key(msg tea.KeyMsg) (Model, tea.Cmd) {
	if m.typing() {
		if !m.input.Key(msg) {
			return m, nil
		}
		m.fault = ""
		return m.preview()
	}
	if n := digit(msg.String()); n > 0 && n <= len(m.rows) {
		m.cursor = n - 1
		return m.preview()
	}
	return m, nil
}

func digit(pressed string) int {
	if len(pressed) == 1 && pressed[0] >= '1' && pressed[0] <= '9' {
		return int(pressed[0] - '0')
	}
	return 0
}

func (m Model) act(name string) (Model, tea.Cmd) {
	switch name {
	case "up":
		m.cursor = max(0, m.cursor-1)
	case "down":
		m.cursor = min(len(m.rows)-1, m.cursor+1)
	case "toggle":
		m.toggle()
	case "next":
		return m.confirm()
	case "skip":
		m.answers = m.answers.Next()
		m = m.load()
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

// confirm takes the answer and goes on to the next question.
func (m Model) confirm() (Model, tea.Cmd) {
	kind := m.row().kind
	if kind == endRow {
		return m, view.Send(view.ShowMsg{Name: view.Result})
	}
	if kind == withinRow {
		next, effect, err := m.answers.WithinLimits()
		if err != nil {
			m.fault = profile.Clean(err.Error())
			return m, nil
		}
		return m.answered(next.Next(), effect, "")
	}
	if kind == inputRow && m.input.Value() == "" && len(m.rows) > 1 {
		m.cursor = len(m.rows) - 1 // nothing typed: offer "I don't know"
		return m.preview()
	}
	v, err := m.candidate()
	if err != nil {
		m.fault = profile.Clean(err.Error())
		return m, nil
	}
	next, effect, err := m.answers.Answer(v)
	if err != nil {
		m.fault = profile.Clean(err.Error())
		return m, nil
	}
	return m.answered(next.Next(), effect, "")
}

// undo undoes or redoes one answer.
func (m Model) undo(name string) (Model, tea.Cmd) {
	turn, done := m.answers.Undo, "Undone: "
	if name == "redo" {
		turn, done = m.answers.Redo, "Redone: "
	}
	next, effect, id := turn()
	if id == session.None {
		return m, view.Note("There is nothing to " + name + ".")
	}
	return m.answered(next, effect, done+say.Label(id))
}

// kept takes the name under which the answers were saved, and removes the draft.
func (m Model) kept(name string) (Model, tea.Cmd) {
	next, _, err := m.answers.Rename(name)
	if err != nil {
		return m, view.Fault(profile.Clean(err.Error()))
	}
	next, effect := next.Finish()
	m.answers = next
	return m, do(effect, "The draft could not be removed")
}

// answered follows a change of the answers.
func (m Model) answered(next session.Session, effect session.Effect, note string) (Model, tea.Cmd) {
	m.answers = next
	m = m.load()
	m.look.Start(context.Background()) // what is being computed was made useless
	m.rank.preview, m.rank.busy = nil, true
	return m, tea.Batch(view.Send(view.AnsweredMsg{Note: note}), do(effect, "Not kept on disk"))
}

// do does in a command what a change asks of the disk.
func do(e session.Effect, doing string) tea.Cmd {
	if e.None() {
		return nil
	}
	return func() tea.Msg { return draftMsg{e, doing, e.Do()} }
}

// preview computes the ranking with the answer at hand, if it is another one.
func (m Model) preview() (Model, tea.Cmd) {
	seq, ctx := m.look.Start(context.Background())
	v, err := m.candidate()
	if err != nil || !m.front || v.Equal(m.answers.Value(m.id)) {
		m.rank.preview = nil
		return m, nil
	}
	p, err := m.answers.With(m.id, v)
	if err != nil {
		m.rank.preview = nil
		return m, nil
	}
	cfg := m.cfg
	return m, view.In(&m.lanes.Quick, ctx, func() tea.Msg {
		return previewedMsg{cfg.Engine.Advise(p, cfg.Typing), seq}
	})
}
