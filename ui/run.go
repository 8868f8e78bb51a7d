package ui

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"sync"
	"syscall"

	"github.com/aymanbagabas/go-osc52/v2"
	tea "github.com/charmbracelet/bubbletea"

	device "archadvisor/ui/terminal"
	"archadvisor/ui/view"
)

// Run shows the screens until the user leaves them. The terminal is left as it
// was found, after a signal and after a panic too; a panic is an error.
func Run(ctx context.Context, cfg view.Config) (view.Outcome, error) {
	out := &terminal{cfg.Out, &sync.Mutex{}}
	if cfg.Copy == nil {
		cfg.Copy = osc52Copy(out, os.Getenv)
	}
	// Signals end the context, and that alone ends the program: bubbletea's own
	// handler waits for ever for somebody to take its message once the context
	// of a caller that listens to the same signal has ended the event loop.
	ctx, cancel := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer cancel()
	options := []tea.ProgramOption{tea.WithContext(ctx), tea.WithAltScreen(), tea.WithoutSignalHandler(),
		tea.WithInput(device.NewKeyboard(cfg.In)), tea.WithOutput(out)}
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
	switch {
	case errors.Is(err, tea.ErrInterrupted):
		outcome.Interrupted = true
		return outcome, nil
	case errors.Is(err, tea.ErrProgramKilled) && ctx.Err() != nil && !errors.Is(err, tea.ErrProgramPanic):
		outcome.Interrupted = true
		return outcome, nil
	}
	return outcome, err
}

// end writes the last answer where the program ended before that was done, and
// tells what came of the session.
func (m Model) end() view.Outcome {
	last := m.session().Last()
	return m.outcome.WithDraft(m.session().Did(last, last.Do()))
}

// copy puts a text on the clipboard, of the terminal's machine where that is another one.
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
