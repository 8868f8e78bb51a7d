package ui

import (
	"context"
	"math"
	"slices"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"archadvisor/advisor"
	"archadvisor/advisor/profile"
	"archadvisor/ui/session"
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

// flipMark is a value at which the recommendation changes, as seen from what is
// tried: at is the border, beyond the first value on its other side.
type flipMark struct {
	at, beyond float64
	to         string
}

// look computes what is tried, quickly. What is computed for older input is
// dropped.
func (m whatifModel) look() (whatifModel, tea.Cmd) {
	seq, ctx := m.work.look.start(context.Background())
	m.work.rest.start(context.Background())
	m.busy = true
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
		return scannedMsg{id, scanField(ctx, cfg, p, s), left[1:], ctx, seq}
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

const (
	scanStops = 24 // values looked at along one answer
	scanDraws = 64 // of each
	halvings  = 5  // of the gap in which the recommendation changes
)

// scanField finds where the recommendation changes along one answer, the others
// as they are.
func scanField(ctx context.Context, cfg *Config, p *profile.Profile, s slider) []flipMark {
	o := cfg.Typing
	o.Detail = false
	if o.Draws < 0 || o.Draws > scanDraws {
		o.Draws = scanDraws
	}
	leads := func(v float64) string {
		q, err := tryValue(p, s.id, valueOn(s.id, v))
		if err != nil || ctx.Err() != nil {
			return ""
		}
		return cfg.Engine.Advise(q, o).Recommendation
	}
	var marks []flipMark
	before, last := math.NaN(), ""
	here := middleOf(p, s.id)
	for _, v := range thin(s.stops, scanStops) {
		now := leads(v)
		if now == "" {
			continue
		}
		if last != "" && now != last {
			marks = append(marks, s.refine(before, v, last, here, leads))
		}
		before, last = v, now
	}
	return marks
}

// refine narrows a gap in which the recommendation changes.
func (s slider) refine(lo, hi float64, at string, here float64, leads func(float64) string) flipMark {
	to := leads(hi)
	if s.id.Field().Kind == profile.Numeric {
		for range halvings {
			mid := (lo + hi) / 2
			if lo > 0 && hi/lo > 1.5 {
				mid = math.Sqrt(lo * hi)
			}
			if s.id.Field().Whole {
				mid = math.Round(mid)
			}
			if mid <= lo || mid >= hi {
				break
			}
			switch leads(mid) {
			case at:
				lo = mid
			case to:
				hi = mid
			default:
				return flipMark{mid, mid, to}
			}
		}
	}
	if here > lo { // seen from above, the other side is below
		return flipMark{hi, tidy(lo), at}
	}
	return flipMark{hi, tidy(hi), to}
}

// thin keeps about n of the values, the first and the last among them.
func thin(values []float64, n int) []float64 {
	if len(values) <= n {
		return values
	}
	out := make([]float64, 0, n)
	for i := range n {
		out = append(out, values[i*(len(values)-1)/(n-1)])
	}
	return out
}

// valueOn is the value of a field at a place of its slider.
func valueOn(id profile.ID, v float64) profile.Value {
	if c := session.Choices(id); len(c) > 0 {
		return c[choiceAt(id, v)].Value
	}
	return profile.Number(v)
}

// choiceAt is the row of a choice: "yes" comes before "no" in the list and
// after it on the slider.
func choiceAt(id profile.ID, v float64) int {
	n := len(session.Choices(id))
	i := max(0, min(n-1, int(math.Round(v))))
	if id.Field().Kind == profile.Bool {
		return n - 1 - i
	}
	return i
}

// nearest is the flip that is the fewest steps from what is tried. Beside the
// marks it takes what the explanation has found, which was confirmed with all
// draws, as long as nothing was changed.
func (m whatifModel) nearest(id profile.ID) (flipMark, bool) {
	var best flipMark
	distance, found := math.Inf(1), false
	s := sliderOf(id, m.base.Get(id), m.p.Get(id))
	here := s.at(middleOf(m.p, id))
	for _, f := range m.marksOf(id) {
		if d := math.Abs(s.at(f.beyond) - here); d < distance {
			best, distance, found = f, d, true
		}
	}
	return best, found
}

// marksOf are the flips along an answer that are known.
func (m whatifModel) marksOf(id profile.ID) []flipMark {
	if m.x != nil && m.p.Equal(m.base) {
		for _, f := range m.x.Flips {
			if f.Field != id.String() {
				continue
			}
			if v, ok := numberOf(id, f.To); ok {
				return append([]flipMark{{v, v, f.Recommendation}}, m.farMarks(id, v)...)
			}
		}
	}
	return m.marks[id]
}

// farMarks are the scanned marks that do not mean the same flip as one at v.
func (m whatifModel) farMarks(id profile.ID, v float64) []flipMark {
	s := sliderOf(id, m.base.Get(id), m.p.Get(id))
	var out []flipMark
	for _, f := range m.marks[id] {
		if math.Abs(s.at(f.at)-s.at(v)) > 2 {
			out = append(out, f)
		}
	}
	return out
}

// numberOf is the place on the slider of a value of a flip.
func numberOf(id profile.ID, to any) (float64, bool) {
	switch v := to.(type) {
	case float64:
		return v, true
	case bool:
		if v {
			return 1, true
		}
		return 0, true
	case string:
		i, ok := id.Field().Option(v)
		return float64(i), ok
	}
	return 0, false
}
