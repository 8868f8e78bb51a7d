package ui

import (
	"fmt"
	"math"
	"strings"

	"archadvisor/advisor"
	"archadvisor/advisor/profile"
	"archadvisor/rules/numeral"
	"archadvisor/ui/session"
	"archadvisor/ui/theme"
)

// rankingModel is the ranking so far, beside the question: the last decision
// stays until the next one is ready.
type rankingModel struct {
	cfg      *Config
	decision *advisor.Decision // on the answers given
	base     *advisor.Decision // the same with the draws used while typing
	preview  *advisor.Decision // with the answer at hand, nil if there is none
	flips    []advisor.Flip
	busy     bool
}

// shown is the decision to draw.
func (m rankingModel) shown() *advisor.Decision {
	if m.preview != nil {
		return m.preview
	}
	return m.decision
}

// effect is what the answer at hand does.
func (m rankingModel) effect() []session.Change {
	return session.Effect(m.base, m.preview)
}

// panel draws the ranking in a frame: long beside the question, or short under
// it.
func (m rankingModel) panel(b theme.Box) string {
	in := b.Inner()
	title := "Ranking so far"
	if m.preview != nil {
		title = "Ranking with this answer"
	}
	if m.busy {
		title += " …"
	}
	lines := []string{m.cfg.Theme.Muted.Render("Thinking about the first ranking …")}
	if d := m.shown(); d != nil {
		if in.H >= 12 {
			lines = m.long(d, in)
		} else {
			lines = m.short(d, in)
		}
	}
	return m.cfg.Theme.Frame(b, title, strings.Join(lines, "\n"), false)
}

// line is the ranking in one line, for narrow windows.
func (m rankingModel) line(width int) string {
	d := m.shown()
	if d == nil {
		return theme.Pad("…", width)
	}
	var parts []string
	for _, o := range d.Ranking {
		mark, name := "", o.Architecture
		if !o.Feasible {
			mark = theme.Stop
		}
		if width < 60 && name == "microservices" {
			name = "micro"
		}
		parts = append(parts, m.cfg.Theme.Series[o.Arch].Render(mark+name+" "+score(o)))
	}
	return theme.Pad(strings.Join(parts, " · "), width)
}

func score(o advisor.Option) string { return fmt.Sprintf("%.0f", o.Score) }

// scale returns the ends of the axis on which scores are drawn.
func scale(d *advisor.Decision) (lo, hi float64) {
	hi = 50
	for _, o := range d.Ranking {
		lo, hi = math.Min(lo, o.Low), math.Max(hi, o.High)
	}
	return lo, hi
}

func (m rankingModel) long(d *advisor.Decision, b theme.Box) []string {
	t := m.cfg.Theme
	lo, hi := scale(d)
	on := func(v float64) float64 { return (v - lo) / (hi - lo) }
	bar := max(6, b.W-17-5)
	var lines []string
	for _, l := range theme.Wrap(verdictWords(d), b.W) {
		lines = append(lines, t.Strong.Render(l))
	}
	lines = append(lines, "")
	for i, o := range d.Ranking {
		s := t.Series[o.Arch]
		name := theme.Pad(fmt.Sprintf("%d %s", i+1, archTitle(o.Architecture)), 16)
		lines = append(lines, s.Render(name+" "+theme.Meter(on(o.Score), bar))+fmt.Sprintf(" %4s", score(o)))
		span := theme.Span(on(o.Low), on(o.Score), on(o.High), max(4, bar))
		lines = append(lines, theme.Pad("  "+standing(o), 16)+" "+s.Render(span))
	}
	lines = append(lines, "")
	for _, part := range [][]string{m.costLines(d, b.W), m.effectLines(b.W), m.flipLines(b.W, 3)} {
		if len(lines)+len(part) <= b.H+1 { // the blank after the last one may go
			lines = append(lines, part...)
		}
	}
	return append(lines, m.aheadLines(b.W, b.H-len(lines))...)
}

// costLines are the monthly costs of the options, by name.
func (m rankingModel) costLines(d *advisor.Decision, width int) []string {
	costs := make([]string, len(d.Ranking))
	for i, o := range d.Ranking {
		costs[i] = o.Architecture + " " + numeral.MoneyShort(o.Estimates.Cost.Expected)
	}
	lines := theme.Wrap("a month: "+strings.Join(costs, ", "), width)
	for i, l := range lines {
		lines[i] = m.cfg.Theme.Muted.Render(l)
	}
	return append(lines, "")
}

// standing is the win share of an option, or why it cannot win.
func standing(o advisor.Option) string {
	if !o.Feasible {
		return theme.Stop + " ruled out"
	}
	return "wins " + numeral.Percent(o.WinShare)
}

func (m rankingModel) effectLines(width int) []string {
	changes := m.effect()
	most, any := session.Biggest(changes)
	if !any {
		return nil
	}
	t := m.cfg.Theme
	var parts []string
	for _, c := range changes {
		if math.Abs(c.Points) >= 0.05 {
			parts = append(parts, c.Architecture+" "+numeral.Signed(c.Points))
		}
	}
	lines := []string{t.Strong.Render("This answer")}
	lines = append(lines, theme.Wrap(strings.Join(parts, ", "), width)...)
	because := profile.Clean(most.Text)
	if most.Gone {
		because = "No longer true: " + because
	}
	if because != "" {
		for _, l := range theme.WrapTo(because, width, 2) {
			lines = append(lines, t.Muted.Render(l))
		}
	}
	return append(lines, "")
}

// away are the flips that lead away from what is shown; with the answer at
// hand, some of those that are known may be behind it.
func (m rankingModel) away() []advisor.Flip {
	var out []advisor.Flip
	for _, f := range m.flips {
		if d := m.shown(); d != nil && f.Recommendation != d.Recommendation {
			out = append(out, f)
		}
	}
	return out
}

func (m rankingModel) flipLines(width, most int) []string {
	flips := m.away()
	if len(flips) == 0 {
		return nil
	}
	lines := []string{m.cfg.Theme.Strong.Render("Would change the answer")}
	for _, f := range flips[:min(most, len(flips))] {
		lines = append(lines, theme.Cut(theme.Blank+" "+flipShort(f), width))
	}
	return append(lines, "")
}

func (m rankingModel) aheadLines(width, room int) []string {
	ahead := m.cfg.Session.Ahead()
	if room < 2 || len(ahead) == 0 {
		return nil
	}
	lines := []string{m.cfg.Theme.Strong.Render("Asked next")}
	for _, id := range ahead[:min(len(ahead), 3, room-1)] {
		lines = append(lines, theme.Cut(theme.Blank+" "+fieldLabel(id), width))
	}
	return lines
}

// short is one line per option and one for the flips.
func (m rankingModel) short(d *advisor.Decision, b theme.Box) []string {
	t := m.cfg.Theme
	lo, hi := scale(d)
	moved := map[string]float64{}
	for _, c := range m.effect() {
		moved[c.Architecture] = c.Points
	}
	var lines []string
	for i, o := range d.Ranking {
		name := theme.Pad(fmt.Sprintf("%d %s", i+1, archTitle(o.Architecture)), 16)
		bar := theme.Meter((o.Score-lo)/(hi-lo), max(6, min(24, b.W-46)))
		tail := fmt.Sprintf(" %4s  %s", score(o), theme.Pad(standing(o), 11))
		lines = append(lines, t.Series[o.Arch].Render(name+" "+bar)+tail+" "+arrow(t, moved[o.Architecture]))
	}
	last := verdictWords(d)
	if flips := m.away(); len(flips) > 0 {
		last = "It would change: " + flipShort(flips[0])
	}
	return append(lines, t.Muted.Render(theme.Cut(last, b.W)))
}

// arrow tells a change of points by glyph and colour.
func arrow(t *theme.Theme, points float64) string {
	switch {
	case points >= 0.05:
		return t.Good.Render(theme.Up + " " + numeral.Signed(points))
	case points <= -0.05:
		return t.Bad.Render(theme.Down + " " + numeral.Signed(points))
	}
	return t.Muted.Render(theme.Same)
}
