package ui

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"syscall"

	tea "github.com/charmbracelet/bubbletea"

	device "archadvisor/ui/terminal"
	"archadvisor/ui/view"
)

// Run shows the screens until the user leaves them. The terminal is left as it
// was found, after a signal and after a panic too; a panic is an error.
func Run(ctx context.Context, cfg view.Config) (view.Outcome, error) {
	out := newTerminal(cfg.Out)
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
