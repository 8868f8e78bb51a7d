// Package ui is the router of the screens: what holds in all of them, the window, the messages between them,
// and what lies on top (help, lists to pick from). It draws no view of its own; the
// views are the rows of the table in route.go, and package view is what they have in common.
//
// A new view is a package with a constructor
//
//	func New(cfg *view.Config) view.View
//
// and a row in the table: its name, its key, what it is good for, its help.
//
// The keys of the table globals belong to the router, and so does ctrl+c; behind a key that is text no command hides.
package ui

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"slices"
	"sync"
	"syscall"

	"github.com/aymanbagabas/go-osc52/v2"
	tea "github.com/charmbracelet/bubbletea"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/say"
	"archadvisor/ui/form"
	"archadvisor/ui/session"
	device "archadvisor/ui/terminal"
	"archadvisor/ui/theme"
	"archadvisor/ui/view"
)

// Model is the router: the views, which of them is in front, and what lies on top of them.
type Model struct {
	cfg      *view.Config
	window   theme.Box
	views    []view.View // a row of the table each
	front    int         // the view that is shown
	overlay  overlay     // on top of it, nil if nothing is
	work     worker
	decision *explain.Decision // the last one
	note     view.NoteMsg
	left     bool // by a key of the user's
	outcome  view.Outcome
	file     string // that the answers were read from, or saved in
	asking   asking
}

// overlay is what can lie on top of the view, in its box, and takes all keys then.
type overlay interface {
	update(tea.Msg, theme.Box) (next overlay, cmd tea.Cmd, done bool)
	view(theme.Box) string
	keys() theme.Keys
}

// New makes the screens, which start with the interview, or with the result if the answers suffice.
func New(ctx context.Context, cfg *view.Config) Model {
	m := Model{cfg: cfg, file: cfg.File, work: worker{ctx: ctx, lanes: &view.Lanes{}}, views: make([]view.View, len(table))}
	for i, r := range table {
		m.views[i] = r.make(cfg)
	}
	if cfg.Session.Done() || cfg.Opened && cfg.Engine.Advise(cfg.Session.Profile(), cfg.Typing).Verdict != advisor.NotEnough {
		m.front = indexOf(view.Result)
		m.note = view.NoteMsg{Text: say.Opened(cfg.Session.Name(), len(cfg.Session.Profile().Answered()))}
	}
	if len(cfg.Offers) > 0 {
		m.overlay = m.newOffers()
	}
	return m
}

// session is the interview so far; the view that asks owns it.
func (m Model) session() session.Session { return m.views[interview].(form.Model).Session() }

// Init starts the first computation.
func (m Model) Init() tea.Cmd { return view.Send(view.AnsweredMsg{}) }

// Update routes: the window, what was computed, what views send up, keys.
func (m Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.window = theme.Box{W: msg.Width, H: msg.Height}
		return m.resize(), nil
	case tea.KeyMsg:
		return m.key(msg)
	case tea.ResumeMsg:
		return m, tea.ClearScreen
	case computedMsg:
		return m.computed(msg)
	case view.AnsweredMsg:
		return m.answered(msg.Note)
	case view.ActionMsg:
		return m.action(msg.Name)
	case view.NoteMsg:
		m.note = msg
		return m, nil
	case tea.MouseMsg:
		return m.mouse(msg)
	case view.EditMsg:
		return m.edit(msg)
	case view.ShowMsg:
		return m.show(indexOf(msg.Name))
	case view.ReviseMsg:
		next, cmd := m.send(interview, msg)
		shown, more := next.show(interview)
		return shown, tea.Batch(more, cmd)
	case view.LineMsg:
		next, _ := m.send(indexOf(view.Result), msg)
		return next.show(indexOf(view.Result))
	case view.CopyMsg:
		return m, m.copy(msg.Text)
	case view.SaveMsg:
		return m.askSave(msg.Profile)
	case writeMsg:
		write := m.cfg.Save
		return m, func() tea.Msg { return savedMsg{msg, write(msg.path, msg.profile, msg.over)} }
	case savedMsg:
		return m.saved(msg)
	case offerMsg:
		return m, func() tea.Msg {
			s, file, err := msg.Open()
			return openedMsg{s, file, err}
		}
	case openedMsg:
		return m.opened(msg)
	case view.ExportedMsg:
		return m.exported(msg.Path)
	}
	return m.broadcast(msg) // what a view sent itself
}

func (m Model) send(i int, msg tea.Msg) (Model, tea.Cmd) {
	next, cmd := m.views[i].Update(msg)
	m.views = slices.Clone(m.views)
	m.views[i] = next
	return m, tea.Batch(cmd, m.comeBack())
}

func (m Model) broadcast(msg tea.Msg) (Model, tea.Cmd) {
	cmds := make([]tea.Cmd, len(m.views))
	for i := range m.views {
		m, cmds[i] = m.send(i, msg)
	}
	return m, tea.Batch(cmds...)
}

func (m Model) resize() Model {
	m, _ = m.broadcast(view.SizeMsg{Box: m.space().body})
	return m
}

// Run shows the screens, and leaves the terminal as it was, after a signal and a panic, which is an error, too.
func Run(ctx context.Context, cfg view.Config) (view.Outcome, error) {
	out := &terminal{cfg.Out, &sync.Mutex{}}
	if cfg.Copy == nil {
		cfg.Copy = osc52Copy(out, os.Getenv)
	}
	// Signals end the context, and that alone ends the program: bubbletea's own handler waits for ever for somebody to
	// take its message once the context of a caller that listens to the same signal has ended the event loop.
	ctx, cancel := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer cancel()
	options := []tea.ProgramOption{tea.WithContext(ctx), tea.WithAltScreen(), tea.WithoutSignalHandler(),
		tea.WithInput(&device.Keyboard{File: cfg.In}), tea.WithOutput(out)}
	if cfg.Mouse {
		options = append(options, tea.WithMouseCellMotion())
	}
	program := tea.NewProgram(New(ctx, &cfg), options...)
	final, err := program.Run()
	var outcome view.Outcome
	if m, ok := final.(Model); ok {
		outcome = m.end()
		outcome.Interrupted = outcome.Interrupted || !m.left // a signal
	}
	killed := errors.Is(err, tea.ErrProgramKilled) && ctx.Err() != nil && !errors.Is(err, tea.ErrProgramPanic)
	if killed || errors.Is(err, tea.ErrInterrupted) {
		outcome.Interrupted, err = true, nil
	}
	return outcome, err
}

// end writes the last answer where the program ended before that was done, and tells what came of the session.
func (m Model) end() view.Outcome {
	last := m.session().Last()
	return m.outcome.WithDraft(m.session().Did(last, last.Do()))
}

func (m Model) copy(text string) tea.Cmd {
	if text == "" {
		return view.Note("There is nothing to copy yet.")
	}
	put := m.cfg.Copy
	return func() tea.Msg {
		if err := put(text); err != nil {
			return view.NoteMsg{Text: "Not copied: " + err.Error(), Bad: true}
		}
		return view.NoteMsg{Text: "Copied, if the terminal allows it (OSC 52)."}
	}
}

// osc52Copy writes the sequence that sets the clipboard, wrapped for tmux and screen where they run.
func osc52Copy(out *terminal, getenv func(string) string) func(string) error {
	return func(text string) error {
		seq := osc52.New(text)
		switch {
		case getenv("TMUX") != "":
			seq = seq.Tmux()
		case getenv("STY") != "":
			seq = seq.Screen()
		}
		_, err := seq.WriteTo(out)
		return err
	}
}

// terminal is a terminal that two may write to: frames and the clipboard.
type terminal struct {
	*os.File
	mu *sync.Mutex
}

// Write writes all of a frame, or all of a sequence, at once.
func (t *terminal) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.File.Write(p)
}
