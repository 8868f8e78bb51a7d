package ui

import (
	"context"
	"errors"
	"os"
	"slices"
	"sync"

	tea "github.com/charmbracelet/bubbletea"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/ui/form"
	"archadvisor/ui/session"
	"archadvisor/ui/view"
)

// worker is what is being computed for all views.
type worker struct {
	ctx      context.Context // of the whole program
	lanes    *view.Lanes
	answers  view.Task
	explain  view.Task
	flips    view.Task
	computed int // number of the answers that the explanation is of
}

// computedMsg is what was computed of the answers of a number.
type computedMsg struct {
	msg tea.Msg
	seq int
}

// orderedMsg is the order of the open questions.
type orderedMsg struct {
	inquiry explain.Inquiry
	of      *profile.Profile // the answers that it is of
	passed  []profile.ID     // and what was passed over
	ctx     context.Context  // cancelled by a newer answer
}

// compute does something in a lane for the answers of now; what failed, or was cancelled, sends nothing.
func (w *worker) compute(lane *sync.Mutex, ctx context.Context, f func() (tea.Msg, error)) tea.Cmd {
	seq := w.answers.Seq
	return view.In(lane, ctx, func() tea.Msg {
		msg, err := f()
		if err != nil || ctx.Err() != nil {
			return nil
		}
		return computedMsg{msg, seq}
	})
}

// decide computes the ranking on the answers and, beside it, what to ask next.
func (w *worker) decide(cfg *view.Config, s session.Session) tea.Cmd {
	p, asked, passed := s.Profile(), s.Asked(), s.Passed()
	_, ctx := w.answers.Start(w.ctx)
	return tea.Batch(
		w.compute(&w.lanes.Quick, ctx, func() (tea.Msg, error) {
			return view.DecidedMsg{Decision: cfg.Engine.Advise(p, cfg.Options)}, nil
		}),
		w.compute(&w.lanes.Slow, ctx, func() (tea.Msg, error) {
			q, err := cfg.Engine.Inquire(ctx, asked, cfg.Options, passed...)
			return orderedMsg{q, asked, passed, ctx}, err
		}))
}

// flip computes what would change the recommendation, last: it takes longest and is missed least.
func (w *worker) flip(cfg *view.Config, ctx context.Context, p *profile.Profile) tea.Cmd {
	_, ctx = w.flips.Start(ctx)
	return w.compute(&w.lanes.Slow, ctx, func() (tea.Msg, error) {
		flips, err := cfg.Engine.Flips(ctx, p, cfg.Options)
		return view.FlipsMsg{Flips: flips}, err
	})
}

func (w *worker) explainAll(cfg *view.Config, s session.Session) tea.Cmd {
	p, passed := s.Profile(), s.Passed()
	_, ctx := w.explain.Start(w.ctx)
	w.flips.Start(w.ctx) // the explanation has them too, and is waited for
	return w.compute(&w.lanes.Slow, ctx, func() (tea.Msg, error) {
		x, err := cfg.Engine.Explain(ctx, p, cfg.Options, passed...)
		return view.ExplainedMsg{Profile: p, Explanation: x, Mixture: cfg.Mixture(p), Err: err}, nil
	})
}

// answered follows a change of the answers.
func (m Model) answered(note string) (tea.Model, tea.Cmd) {
	if note != "" && !m.note.Bad {
		m.note = view.NoteMsg{Text: note}
	}
	cmd := m.work.decide(m.cfg, m.session())
	if m.front == interview {
		return m, cmd
	}
	next, more := m.refresh()
	return next, tea.Batch(cmd, more)
}

// computed takes a result, unless newer input made it useless.
func (m Model) computed(done computedMsg) (tea.Model, tea.Cmd) {
	if done.seq != m.work.answers.Seq {
		return m, nil
	}
	switch msg := done.msg.(type) {
	case view.DecidedMsg:
		m.decision, m.outcome.Decision = msg.Decision, msg.Decision
		msg.Explained = m.work.computed == done.seq
		return m.broadcast(msg)
	case orderedMsg: // an answer may have been given whose AnsweredMsg is still under way
		if !msg.of.Equal(m.session().Asked()) || !slices.Equal(msg.passed, m.session().Passed()) {
			return m, nil
		}
		m, _ = m.send(interview, view.OrderMsg{Inquiry: msg.inquiry})
		cmd := m.work.flip(m.cfg, msg.ctx, m.session().Profile())
		next, more := m.typedAhead()
		return next, tea.Batch(cmd, more)
	case view.ExplainedMsg:
		if x := msg.Explanation; x != nil { // it has the flips, too
			m, _ = m.send(interview, view.FlipsMsg{Flips: x.Flips})
		}
	}
	return m.broadcast(done.msg)
}

// typedAhead presses the keys that waited for the question that they are meant for.
func (m Model) typedAhead() (Model, tea.Cmd) {
	front, keys := m.views[interview].(form.Model).Ahead()
	m.views = slices.Clone(m.views)
	m.views[interview] = front
	return m.press(keys)
}

// savedMsg is what came of a writeMsg.
type savedMsg struct {
	writeMsg
	err error
}

// askSave asks where to save answers: those of the interview where they were read from.
func (m Model) askSave(p *profile.Profile) (tea.Model, tea.Cmd) {
	path := m.cfg.SavePath(p.Name())
	if m.file != "" && p.Equal(m.session().Profile()) {
		path = m.file
	}
	m.overlay = m.newSave(p, path, "")
	return m, nil
}

// saved notes a profile that was written, or asks again and says why it was not.
func (m Model) saved(msg savedMsg) (tea.Model, tea.Cmd) {
	switch {
	case errors.Is(msg.err, os.ErrExist):
		m.overlay = m.newSave(msg.profile, msg.path, msg.path)
		return m, view.Fault("There is such a file already: enter again overwrites it.")
	case msg.err != nil:
		m.overlay = m.newSave(msg.profile, msg.path, "")
		return m, view.Fault("Not saved: " + profile.Clean(msg.err.Error()))
	}
	m.outcome.Saved = append(slices.Clone(m.outcome.Saved), msg.path)
	m.note = view.NoteMsg{Text: "Saved: " + profile.Clean(msg.path)}
	if !msg.profile.Equal(m.session().Profile()) { // of what-if
		return m, nil
	}
	m.file = msg.path
	return m.broadcast(view.KeptMsg{Path: msg.path})
}

func (m Model) exported(path string) (tea.Model, tea.Cmd) {
	m.outcome.Exported = append(slices.Clone(m.outcome.Exported), path)
	m.note = view.NoteMsg{Text: "Written: " + profile.Clean(path)}
	if m.session().File() != "" { // a profile of the user's holds more
		return m, nil
	}
	return m.send(interview, view.KeptMsg{Path: path})
}

// offerMsg asks to go on with something begun before.
type offerMsg view.Offer

type openedMsg struct {
	session session.Session
	file    string
	err     error
}

func (m Model) opened(msg openedMsg) (tea.Model, tea.Cmd) {
	if msg.err != nil {
		return m, view.Fault("That cannot be opened: " + profile.Clean(msg.err.Error()))
	}
	cfg := *m.cfg
	cfg.Session, cfg.File, cfg.Offers, cfg.Opened = msg.session, msg.file, nil, cfg.Demo
	return m.begin(&cfg)
}

// asking is a question that a view has sent the user to, and that view; that of the interview is none.
type asking struct {
	field profile.ID
	from  int
}

func (m Model) edit(msg view.EditMsg) (tea.Model, tea.Cmd) {
	from := m.front
	next, _ := m.send(interview, msg)
	shown, cmd := next.show(interview)
	next = shown.(Model)
	next.asking = asking{msg.Field, from}
	return next, cmd
}

// comeBack shows the view again that has sent the user to a question, when that is left.
func (m Model) comeBack() tea.Cmd {
	if m.asking.from == interview || m.front != interview || m.session().Current() == m.asking.field {
		return nil
	}
	return view.Send(view.ShowMsg{Name: table[m.asking.from].name})
}

// begin starts the screens anew with other answers. What is still computed on the old ones has old numbers.
func (m Model) begin(cfg *view.Config) (tea.Model, tea.Cmd) {
	next := New(m.work.ctx, cfg)
	next.outcome, next.window = m.outcome, m.window
	next.work.answers.Seq = m.work.answers.Seq + 1
	return next.resize(), next.Init()
}
