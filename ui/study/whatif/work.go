package whatif

import (
	"context"
	"slices"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/ui/view"
)

// whatifWork is what is being computed. A look uses few draws and follows every
// key; what takes longer waits for a pause between keys: all draws, and the search
// for flips along every slider.
type whatifWork struct {
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

// scannedMsg tells where the recommendation changes along one answer.
type scannedMsg struct {
	id    profile.ID
	marks []flipMark
	left  []profile.ID // still to be scanned
	ctx   context.Context
	seq   int
}

// look computes what is tried, quickly. What is computed for older input is
// dropped. Of the answers themselves nothing is computed: the explanation has
// their figures.
func (m Model) look() (Model, tea.Cmd) {
	seq, ctx := m.work.look.Start(context.Background())
	_, rest := m.work.rest.Start(context.Background())
	m.busy, m.stale, m.central = true, false, centralOf(m.p)
	if m.x != nil && m.p.Equal(m.base) {
		m.now, m.from, m.exact, m.busy = m.x.Decision, m.x.Decision, true, false
		return m, m.scan(rest, m.scanOrder())
	}
	cfg, p, base, from := m.cfg, m.p, m.base, m.quick
	return m, view.In(&m.work.lanes.Quick, ctx, func() tea.Msg {
		if from == nil {
			from = cfg.Engine.Advise(base, cfg.Typing)
		}
		return triedMsg{now: cfg.Engine.Advise(p, cfg.Typing), from: from, seq: seq}
	})
}

// tried takes a decision; after a quick one the thorough work begins.
func (m Model) tried(msg triedMsg) (Model, tea.Cmd) {
	if msg.seq != m.work.look.Seq {
		return m, nil
	}
	m.now, m.from, m.exact, m.busy = msg.now, msg.from, msg.exact, !msg.exact
	if msg.exact {
		_, ctx := m.work.rest.Start(context.Background())
		return m, m.scan(ctx, m.scanOrder())
	}
	m.quick = msg.from
	if m.x == nil {
		return m, nil // which begins when the explanation is there
	}
	_, ctx := m.work.rest.Start(context.Background())
	cfg, p, x, seq := m.cfg, m.p, m.x, m.work.look.Seq
	return m, func() tea.Msg {
		if !pause(ctx, cfg.Pause) {
			return nil
		}
		return view.In(&m.work.lanes.Slow, ctx, func() tea.Msg {
			o := cfg.Options
			o.Detail = true
			return triedMsg{now: cfg.Engine.Advise(p, o), from: x.Decision, exact: true, seq: seq}
		})()
	}
}

// pause waits; false if it was cancelled.
func pause(ctx context.Context, d time.Duration) bool {
	if d <= 0 {
		return ctx.Err() == nil
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return false
	case <-timer.C:
		return true
	}
}

// scanOrder is what to scan: what is picked and what is near it first.
func (m Model) scanOrder() []profile.ID {
	order := slices.Clone(m.rows[m.row:])
	return append(order, m.rows[:m.row]...)
}

// scan searches the flips along the first of the answers that are left.
func (m Model) scan(ctx context.Context, left []profile.ID) tea.Cmd {
	if len(left) == 0 {
		return nil
	}
	cfg, p, base, seq, id := m.cfg, m.p, m.base, m.work.look.Seq, left[0]
	return view.In(&m.work.lanes.Slow, ctx, func() tea.Msg {
		s := sliderOf(id, base.Get(id), p.Get(id))
		return scannedMsg{id, scanField(ctx, cfg, p, base, s), left[1:], ctx, seq}
	})
}

func (m Model) scanned(msg scannedMsg) (Model, tea.Cmd) {
	if msg.seq != m.work.look.Seq || msg.ctx.Err() != nil {
		return m, nil
	}
	marks := make(map[profile.ID][]flipMark, len(m.marks)+1)
	for id, list := range m.marks {
		marks[id] = list
	}
	marks[msg.id] = msg.marks
	m.marks = marks
	return m, m.scan(msg.ctx, msg.left)
}
