package whatif

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/ui/draw"
	"archadvisor/ui/theme"
	"archadvisor/ui/view"
	"archadvisor/ui/wording"
)

// effect is what becomes of ranking, cost, speed and people, with bars and reasons in a high box.
func (m Model) effect(b theme.Box) []string {
	t := m.Cfg.Theme
	if m.now == nil || m.from == nil {
		return []string{t.Muted.Render("Computing …")}
	}
	high := b.H >= 14
	style := t.Strong
	if m.now.Recommendation != m.from.Recommendation {
		style = t.Warn
	}
	sentence, short := say.Effect(m.from, m.now, m.tried.Equal(m.base))
	lines := t.Headline(style, sentence, short, b.W, !high)
	for i := range m.now.Ranking {
		lines = append(lines, m.option(i, b.W, high))
		if high {
			lines = append(lines, say.Each(theme.Wrap(strings.Join(m.figures(&m.now.Ranking[i]), ", "), b.W-2), func(l string) string { return "  " + l })...)
		}
	}
	if !high {
		leader := m.now.Ranking[0]
		return append(lines, t.Muted.Render(theme.List(leader.Architecture+": ", m.figures(&leader), b.W)))
	}
	more := m.ruleLines()
	if len(m.now.Flips) > 0 {
		more = append(more, "Nearest flip: "+wording.Flip(m.now.Flips[0]))
	}
	return theme.Whole(lines, b.H, say.Each(more, func(text string) []string { return t.Wrapped(t.Muted, text, b.W) })...)
}

// option is a line of the ranking; the cost is told below it in a high box.
func (m Model) option(i, width int, high bool) string {
	t, o := m.Cfg.Theme, m.now.Ranking[i]
	was := m.from.Option(o.Architecture)
	head := fmt.Sprintf("%d %s", i+1, say.Name(o.Architecture))
	if !o.Feasible {
		head += " " + theme.Stop
	}
	moved := wording.Score(o) + " "
	if !m.tried.Equal(m.base) {
		moved += theme.Pad(draw.Arrow(t, o.Score-was.Score), 8)
		if high || width >= 50 {
			moved = wording.Score(*was) + " → " + moved
		}
	}
	if !high {
		moved += theme.Pad(say.QuantityOf("cost_monthly_usd").Figure(&o), 8)
	}
	if width >= 66 {
		head = theme.Pad(head, 17) + " " + theme.Meter(o.Score/100, min(20, width-56))
	}
	return theme.Right(t.Series[o.Arch].Render(head), moved, width)
}

func (m Model) figures(o *advisor.Option) []string {
	was := m.from.Option(o.Architecture)
	return say.Each(say.Estimated(), func(q say.Quantity) string {
		text := q.Figure(o)
		if before := q.Figure(was); before != text {
			text = before + " → " + text
		}
		return strings.ReplaceAll(q.Led(o, text), " ", theme.Unbroken)
	})
}

func (m Model) ruleLines() []string {
	was, is := fired(m.from), fired(m.now)
	var lines []string
	for _, side := range []struct {
		label   string
		in, out map[string]string
	}{{"Now true: ", is, was}, {"No longer true: ", was, is}} {
		for _, id := range slices.Sorted(maps.Keys(side.in)) {
			if side.out[id] == "" {
				lines = append(lines, profile.Clean(side.label+side.in[id]))
			}
		}
	}
	return lines
}

// fired are the rules that hold in every draw, with what they say.
func fired(d *explain.Decision) map[string]string {
	out := map[string]string{}
	for i := range d.Ranking {
		for k := range d.Ranking[i].Contributions {
			if c := &d.Ranking[i].Contributions[k]; c.State == "fired" && c.Kind != "measure" && c.Because != "" {
				out[c.ID] = say.Contribution(c)
			}
		}
	}
	return out
}

// work is what is being computed: few draws with every key, all draws and flips in a pause between keys.
type work struct {
	lanes *view.Lanes
	look  view.Task
	rest  view.Task
}

type triedMsg struct {
	now, from *explain.Decision
	exact     bool
	seq       int
}

type flippedMsg struct {
	flips map[profile.ID]explain.Flip
	seq   int
}

// look computes what is tried, quickly, and drops what is older; of the answers the explanation has the figures.
func (m Model) look() (Model, tea.Cmd) {
	seq, ctx := m.work.look.Start(context.Background())
	_, rest := m.work.rest.Start(context.Background())
	m.Busy, m.stale, m.central, m.known = true, false, centralOf(m.tried), false
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

// decided takes a decision; after a quick one the thorough work begins, as soon as the explanation is there.
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
