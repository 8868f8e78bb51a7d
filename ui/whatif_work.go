package ui

import (
	"context"
	"slices"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"archadvisor/advisor"
	"archadvisor/advisor/profile"
)

// whatifWork is what is being computed. A look uses few draws and follows every
// key; what takes longer waits until the keys rest: all draws, and the search
// for flips along every slider.
type whatifWork struct {
	lanes *lanes
	look  task
	rest  task
}

// triedMsg is a decision on what is tried, and on the answers as they are.
type triedMsg struct {
	now, from *advisor.Decision
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
// dropped.
func (m whatifModel) look() (whatifModel, tea.Cmd) {
	seq, ctx := m.work.look.start(context.Background())
	m.work.rest.start(context.Background())
	m.busy, m.stale, m.central = true, false, centralOf(m.p)
	cfg, p, base, from := m.cfg, m.p, m.base, m.quick
	return m, in(&m.work.lanes.quick, ctx, func() tea.Msg {
		if from == nil {
			from = cfg.Engine.Advise(base, cfg.Typing)
		}
		return triedMsg{now: cfg.Engine.Advise(p, cfg.Typing), from: from, seq: seq}
	})
}

// tried takes a decision; after a quick one the thorough work begins.
func (m whatifModel) tried(msg triedMsg) (whatifModel, tea.Cmd) {
	if msg.seq != m.work.look.seq {
		return m, nil
	}
	m.now, m.from, m.exact, m.busy = msg.now, msg.from, msg.exact, !msg.exact
	if msg.exact {
		_, ctx := m.work.rest.start(context.Background())
		return m, m.scan(ctx, m.scanOrder())
	}
	m.quick = msg.from
	_, ctx := m.work.rest.start(context.Background())
	cfg, p, x, seq := m.cfg, m.p, m.x, m.work.look.seq
	return m, func() tea.Msg {
		if !pause(ctx, cfg.Pause) {
			return nil
		}
		return in(&m.work.lanes.slow, ctx, func() tea.Msg {
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
func (m whatifModel) scanOrder() []profile.ID {
	order := slices.Clone(m.rows[m.row:])
	return append(order, m.rows[:m.row]...)
}

// scan searches the flips along the first of the answers that are left.
func (m whatifModel) scan(ctx context.Context, left []profile.ID) tea.Cmd {
	if len(left) == 0 {
		return nil
	}
	cfg, p, base, seq, id := m.cfg, m.p, m.base, m.work.look.seq, left[0]
	return in(&m.work.lanes.slow, ctx, func() tea.Msg {
		s := sliderOf(id, base.Get(id), p.Get(id))
		return scannedMsg{id, scanField(ctx, cfg, p, base, s), left[1:], ctx, seq}
	})
}

func (m whatifModel) scanned(msg scannedMsg) (whatifModel, tea.Cmd) {
	if msg.seq != m.work.look.seq || msg.ctx.Err() != nil {
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
