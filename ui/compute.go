package ui

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
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

// decide computes the ranking on the answers and, beside it, what to ask next.
func (w *worker) decide(cfg *view.Config, s session.Session) tea.Cmd {
	p, asked, passed := s.Profile(), s.Asked(), s.Passed()
	seq, ctx := w.answers.Start(w.ctx)
	return tea.Batch(
		view.In(&w.lanes.Quick, ctx, func() tea.Msg {
			return computedMsg{view.DecidedMsg{Decision: cfg.Engine.Advise(p, cfg.Options)}, seq}
		}),
		view.In(&w.lanes.Slow, ctx, func() tea.Msg {
			q, err := cfg.Engine.Inquire(ctx, asked, cfg.Options, passed...)
			if err != nil {
				return nil
			}
			return computedMsg{orderedMsg{q, asked, passed, ctx}, seq}
		}))
}

// flip computes what would change the recommendation, once the next questions
// are known: it takes longest and is missed least.
func (w *worker) flip(cfg *view.Config, ctx context.Context, p *profile.Profile) tea.Cmd {
	seq := w.answers.Seq
	_, ctx = w.flips.Start(ctx)
	return view.In(&w.lanes.Slow, ctx, func() tea.Msg {
		flips, err := cfg.Engine.Flips(ctx, p, cfg.Options)
		if err != nil {
			return nil
		}
		return computedMsg{view.FlipsMsg{Flips: flips}, seq}
	})
}

func (w *worker) explainAll(cfg *view.Config, p *profile.Profile) tea.Cmd {
	seq := w.answers.Seq
	_, ctx := w.explain.Start(w.ctx)
	w.flips.Start(w.ctx) // the explanation has them too, and is waited for
	return view.In(&w.lanes.Slow, ctx, func() tea.Msg {
		x, err := cfg.Engine.Explain(ctx, p, cfg.Options)
		if ctx.Err() != nil {
			return nil
		}
		return computedMsg{view.ExplainedMsg{Profile: p, Explanation: x, Mixture: cfg.Mixture(p), Err: err}, seq}
	})
}
