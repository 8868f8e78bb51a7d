package whatif

import (
	"context"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/ui/view"
)

// work is what is being computed. A look uses few draws and follows every key;
// what takes longer waits for a pause between keys: all draws, and the search for
// flips along every slider.
type work struct {
	lanes *view.Lanes
	look  view.Task
	rest  view.Task
}

// triedMsg is a decision on what is tried, and on the answers as they are.
type triedMsg struct {
	now, from *explain.Decision
	exact     bool
	seq       int
}

// flippedMsg tells where the recommendation changes along each answer.
type flippedMsg struct {
	flips map[profile.ID]explain.Flip
	seq   int
}

// look computes what is tried, quickly. What is computed for older input is
// dropped. Of the answers themselves nothing is computed: the explanation has
// their figures.
func (m Model) look() (Model, tea.Cmd) {
	seq, ctx := m.work.look.Start(context.Background())
	_, rest := m.work.rest.Start(context.Background())
	m.Busy, m.Stale, m.central, m.known = true, false, centralOf(m.tried), false
	if m.X != nil && m.tried.Equal(m.base) {
		m.now, m.from, m.exact, m.Busy = m.X.Decision, m.X.Decision, true, false
		return m, m.search(rest)
	}
	cfg, p, base, from := m.Cfg, m.tried, m.base, m.quick
	return m, view.In(&m.work.lanes.Quick, ctx, func() tea.Msg {
		if from == nil {
			from = cfg.Engine.Advise(base, cfg.Typing)
		}
		return triedMsg{now: cfg.Engine.Advise(p, cfg.Typing), from: from, seq: seq}
	})
}

// decided takes a decision; after a quick one the thorough work begins, as soon
// as the explanation is there.
func (m Model) decided(msg triedMsg) (Model, tea.Cmd) {
	if msg.seq != m.work.look.Seq {
		return m, nil
	}
	m.now, m.from, m.exact, m.Busy = msg.now, msg.from, msg.exact, !msg.exact
	_, ctx := m.work.rest.Start(context.Background())
	if msg.exact {
		return m, m.search(ctx)
	}
	m.quick = msg.from
	if m.X == nil {
		return m, nil
	}
	cfg, p, from, seq := m.Cfg, m.tried, m.X.Decision, msg.seq
	return m, m.rested(ctx, func() tea.Msg {
		o := cfg.Options
		o.Detail = true
		return triedMsg{now: cfg.Engine.Advise(p, o), from: from, exact: true, seq: seq}
	})
}

// search looks for the flips along every slider.
func (m Model) search(ctx context.Context) tea.Cmd {
	cfg, p, seq := m.Cfg, m.tried, m.work.look.Seq
	return m.rested(ctx, func() tea.Msg {
		list, err := cfg.Engine.EachFlip(ctx, p, cfg.Options)
		if err != nil {
			return nil
		}
		flips := map[profile.ID]explain.Flip{}
		for _, f := range list {
			flips[f.Changes[0].Field] = f
		}
		return flippedMsg{flips, seq}
	})
}

// rested computes something once the keys rest, unless it is cancelled before.
func (m Model) rested(ctx context.Context, f func() tea.Msg) tea.Cmd {
	slow := view.In(&m.work.lanes.Slow, ctx, f)
	return func() tea.Msg {
		select {
		case <-ctx.Done():
			return nil
		case <-time.After(m.Cfg.Pause):
			return slow()
		}
	}
}
