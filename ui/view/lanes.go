package view

import (
	"context"
	"sync"

	tea "github.com/charmbracelet/bubbletea"
)

// Lanes keep the machine responsive: at most one computation of a kind runs,
// and those that newer input made useless never start.
type Lanes struct{ Quick, Slow sync.Mutex }

// Task numbers computations of one kind and cancels the one before.
type Task struct {
	Seq    int
	cancel context.CancelFunc
}

// Start cancels what runs and returns the number and context of what follows.
func (t *Task) Start(parent context.Context) (int, context.Context) {
	if t.cancel != nil {
		t.cancel()
	}
	ctx, cancel := context.WithCancel(parent)
	t.Seq++
	t.cancel = cancel
	return t.Seq, ctx
}

// In runs a computation in a lane unless it was cancelled while it waited.
func In(lane *sync.Mutex, ctx context.Context, f func() tea.Msg) tea.Cmd {
	return func() tea.Msg {
		lane.Lock()
		defer lane.Unlock()
		if ctx.Err() != nil {
			return nil
		}
		return f()
	}
}
