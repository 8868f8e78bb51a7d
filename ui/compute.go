package ui

import (
	"context"
	"sync"

	tea "github.com/charmbracelet/bubbletea"

	"archadvisor/advisor/profile"
)

// lanes keep the machine responsive: at most one computation of a kind runs,
// and those that newer input made useless never start.
type lanes struct{ quick, slow sync.Mutex }

// task numbers computations of one kind and cancels the one before.
type task struct {
	seq    int
	cancel context.CancelFunc
}

// start cancels what runs and returns the number and context of what follows.
func (t *task) start(parent context.Context) (int, context.Context) {
	if t.cancel != nil {
		t.cancel()
	}
	ctx, cancel := context.WithCancel(parent)
	t.seq++
	t.cancel = cancel
	return t.seq, ctx
}

// worker is what is being computed.
type worker struct {
	ctx      context.Context // of the whole program
	lanes    *lanes
	answers  task
	preview  task
	explain  task
	flips    task
	computed int // number of the answers that the explanation is of
}

func newWorker(ctx context.Context) worker {
	return worker{ctx: ctx, lanes: &lanes{}}
}

// in runs a computation in a lane unless it was cancelled while it waited.
func in(lane *sync.Mutex, ctx context.Context, f func() tea.Msg) tea.Cmd {
	return func() tea.Msg {
		lane.Lock()
		defer lane.Unlock()
		if ctx.Err() != nil {
			return nil
		}
		return f()
	}
}

// decide computes the ranking on the answers and, beside it, what to ask next.
func (w *worker) decide(cfg *Config, p *profile.Profile) tea.Cmd {
	seq, ctx := w.answers.start(w.ctx)
	w.preview.start(w.ctx)
	return tea.Batch(
		in(&w.lanes.quick, ctx, func() tea.Msg {
			return decidedMsg{cfg.Engine.Advise(p, cfg.Options), cfg.Engine.Advise(p, cfg.Typing), seq}
		}),
		in(&w.lanes.slow, ctx, func() tea.Msg {
			if cfg.Ask == nil {
				return orderedMsg{seq: seq, ctx: ctx}
			}
			fields, stop := cfg.Ask(ctx, p)
			if ctx.Err() != nil {
				return nil
			}
			return orderedMsg{fields, stop, seq, ctx}
		}))
}

// flip computes what would change the recommendation, once the next questions
// are known: it takes longest and is missed least.
func (w *worker) flip(cfg *Config, ctx context.Context, p *profile.Profile) tea.Cmd {
	seq := w.answers.seq
	_, ctx = w.flips.start(ctx)
	return in(&w.lanes.slow, ctx, func() tea.Msg {
		flips, err := cfg.Engine.Flips(ctx, p, cfg.Options)
		if err != nil {
			return nil
		}
		return flippedMsg{flips, seq}
	})
}

// look computes the ranking with the answer at hand.
func (w *worker) look(cfg *Config, p *profile.Profile) tea.Cmd {
	seq, ctx := w.preview.start(w.ctx)
	return in(&w.lanes.quick, ctx, func() tea.Msg {
		return previewedMsg{cfg.Engine.Advise(p, cfg.Typing), seq}
	})
}

// explainAll computes the explanation of the answers.
func (w *worker) explainAll(cfg *Config, p *profile.Profile) tea.Cmd {
	seq, ctx := w.explain.start(w.ctx)
	w.flips.start(w.ctx) // the explanation has them too, and is waited for
	return in(&w.lanes.slow, ctx, func() tea.Msg {
		x, err := cfg.Engine.Explain(ctx, p, cfg.Options)
		if ctx.Err() != nil {
			return nil
		}
		return explainedMsg{profile: p, explanation: x, err: err, seq: seq}
	})
}
