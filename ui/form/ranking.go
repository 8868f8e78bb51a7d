package form

import (
	"fmt"
	"math"
	"strings"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/rules/numeral"
	"archadvisor/ui/draw"
	"archadvisor/ui/session"
	"archadvisor/ui/theme"
	"archadvisor/ui/wording"
)

// ranking is the ranking so far, beside the question: the last decision
// stays until the next one is ready.
type ranking struct {
	theme    *theme.Theme
	decision *explain.Decision // on the answers given
	preview  *explain.Decision // with the answer that is being formed, nil if none is
	flips    []explain.Flip
	busy     bool
}

// shown is the decision to draw.
func (m ranking) shown() *explain.Decision {
	if m.preview != nil {
		return m.preview
	}
	return m.decision
}

// effect is what the answer that is being formed does.
func (m ranking) effect() []session.Change {
	return session.Changes(m.decision, m.preview)
}

// panel draws the ranking in a frame: long beside the question, or short under
// it. It changes only while an answer is being formed, which its title says.
func (m ranking) panel(b theme.Box) string {
	in := b.Inner()
	title := "Ranking so far"
	if m.preview != nil {
		title = "If this is your answer"
	}
	if m.busy {
		title += " …"
	}
	lines := []string{m.theme.Muted.Render("Thinking about the first ranking …")}
	if d := m.shown(); d != nil {
		if in.H >= 12 {
			lines = m.long(d, in)
		} else {
			lines = m.short(d, in)
		}
	}
	return m.theme.Frame(b, title, strings.Join(lines, "\n"), false)
}

// line is the ranking in one line, for narrow windows.
func (m ranking) line(width int) string {
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
		parts = append(parts, m.theme.Series[o.Arch].Render(mark+name+" "+wording.Score(o)))
	}
	return theme.Pad(strings.Join(parts, " · "), width)
}

func (m ranking) long(d *explain.Decision, b theme.Box) []string {
	t := m.theme
	lo, hi := draw.Scale(d)
	on := func(v float64) float64 { return (v - lo) / (hi - lo) }
	bar := max(6, b.W-17-5)
	var lines []string
	for _, l := range theme.Wrap(say.Verdict(d), b.W) {
		lines = append(lines, t.Strong.Render(l))
	}
	lines = append(lines, "")
	for i, o := range d.Ranking {
		s := t.Series[o.Arch]
		name := theme.Pad(fmt.Sprintf("%d %s", i+1, say.Name(o.Architecture)), 16)
		lines = append(lines, s.Render(name+" "+theme.Meter(on(o.Score), bar))+fmt.Sprintf(" %4s", wording.Score(o)))
		span := theme.Span(on(o.Low), on(o.Score), on(o.High), max(4, bar))
		lines = append(lines, theme.Pad("  "+standing(o), 16)+" "+s.Render(span))
	}
	lines = append(lines, "")
	for _, part := range [][]string{m.costLines(d, b.W), m.effectLines(b.W), m.flipLines(b.W, 3)} {
		if len(lines)+len(part) <= b.H+1 { // the blank after the last one may go
			lines = append(lines, part...)
		}
	}
	return lines
}

// costLines are the monthly costs of the options, by name.
func (m ranking) costLines(d *explain.Decision, width int) []string {
	costs := make([]string, len(d.Ranking))
	for i, o := range d.Ranking {
		costs[i] = o.Architecture + " " + say.QuantityOf("cost_monthly_usd").Figure(&o)
	}
	lines := theme.Wrap("a month: "+strings.Join(costs, ", "), width)
	for i, l := range lines {
		lines[i] = m.theme.Muted.Render(l)
	}
	return append(lines, "")
}

// standing is the probability of an option, or why it has none.
func standing(o advisor.Option) string {
	if !o.Feasible {
		return theme.Stop + " ruled out"
	}
	return numeral.Probability(o.Probability)
}

func (m ranking) effectLines(width int) []string {
	changes := m.effect()
	most, any := session.Biggest(changes)
	if !any {
		return nil
	}
	t := m.theme
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
func (m ranking) away() []explain.Flip {
	var out []explain.Flip
	for _, f := range m.flips {
		if d := m.shown(); d != nil && f.Recommendation != d.Recommendation {
			out = append(out, f)
		}
	}
	return out
}

func (m ranking) flipLines(width, most int) []string {
	flips := m.away()
	if len(flips) == 0 {
		return nil
	}
	lines := []string{m.theme.Strong.Render("Would change the answer")}
	for _, f := range flips[:min(most, len(flips))] {
		lines = append(lines, theme.Cut(theme.Blank+" "+wording.FlipShort(f), width))
	}
	return append(lines, "")
}

// short is one line per option and one for the flips.
func (m ranking) short(d *explain.Decision, b theme.Box) []string {
	t := m.theme
	lo, hi := draw.Scale(d)
	moved := map[string]float64{}
	for _, c := range m.effect() {
		moved[c.Architecture] = c.Points
	}
	var lines []string
	for i, o := range d.Ranking {
		name := theme.Pad(fmt.Sprintf("%d %s", i+1, say.Name(o.Architecture)), 16)
		bar := theme.Meter((o.Score-lo)/(hi-lo), max(6, min(24, b.W-46)))
		tail := fmt.Sprintf(" %4s  %s", wording.Score(o), theme.Pad(standing(o), 11))
		lines = append(lines, t.Series[o.Arch].Render(name+" "+bar)+tail+" "+draw.Arrow(t, moved[o.Architecture]))
	}
	last := say.Verdict(d)
	if flips := m.away(); len(flips) > 0 {
		last = "It would change: " + wording.FlipShort(flips[0])
	}
	return append(lines, t.Muted.Render(theme.Cut(last, b.W)))
}
