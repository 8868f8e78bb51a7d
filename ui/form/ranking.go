package form

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/say"
	"archadvisor/rules/numeral"
	"archadvisor/ui/draw"
	"archadvisor/ui/theme"
	"archadvisor/ui/wording"
)

// ranking is the ranking so far, beside the question: the last decision stays until the next one is ready.
type ranking struct {
	theme    *theme.Theme
	decision *explain.Decision // on the answers given
	preview  *explain.Decision // with the answer that is being formed, nil if none is
	flips    []explain.Flip
	busy     bool
}

func (m ranking) shown() *explain.Decision { return cmp.Or(m.preview, m.decision) }

// panel draws the ranking in a frame, long or short; it changes only while an answer is formed, which its title says.
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
			lines = append(m.rows(d, in.W), m.theme.Muted.Render(theme.Cut(m.last(d, in.W), in.W)))
		}
	}
	return m.theme.Frame(b, title, strings.Join(lines, "\n"), false)
}

// line is the ranking in one line, for narrow windows.
func (m ranking) line(width int) string {
	d := m.shown()
	if d == nil {
		return "…"
	}
	parts := make([]string, len(d.Ranking))
	for i, o := range d.Ranking {
		text := o.Architecture + " " + standing(o)
		if short := strings.NewReplacer("monolith", "mono", "microservices", "micro", " ruled out", ""); width < 60 {
			text = short.Replace(text)
		}
		parts[i] = m.theme.Series[o.Arch].Render(text)
	}
	return strings.Join(parts, " · ")
}

// long has the verdict in front, and behind what each option costs and what would change the ranking.
func (m ranking) long(d *explain.Decision, b theme.Box) []string {
	t := m.theme
	var lines []string
	add := func(text string) { lines = append(lines, draw.Labelled(t.Muted, theme.Blank, text, 1, b.W)...) }
	lines = append(lines, t.Wrapped(t.Strong, say.Verdict(d), b.W)...)
	lines = append(append(lines, ""), m.rows(d, b.W)...)
	if say.Undecided(d) {
		return lines
	}
	lines = append(lines, "", t.Strong.Render("Cost a month"))
	for _, o := range d.Ranking {
		add(o.Architecture + " " + say.QuantityOf("cost_monthly_usd").Figure(&o))
	}
	if flips := m.away(); len(flips) > 0 {
		lines = append(lines, "", t.Strong.Render("Would change the answer"))
		for _, f := range flips[:min(3, len(flips))] {
			add(wording.FlipShort(f))
		}
	}
	return lines
}

func (m ranking) rows(d *explain.Decision, width int) []string {
	lines := make([]string, len(d.Ranking))
	for i, o := range d.Ranking {
		name := theme.Pad(fmt.Sprintf("%d %s", i+1, say.Name(o.Architecture)), 16)
		bar := theme.Meter(o.Probability, max(6, min(24, width-16-17)))
		tail := " " + standing(o)
		if m.preview != nil && m.decision != nil {
			if before := standing(*m.decision.Option(o.Architecture)); before != standing(o) {
				tail += ", was " + before
			}
		}
		lines[i] = theme.Cut(m.theme.Series[o.Arch].Render(name+" "+bar)+tail, width)
	}
	return lines
}

func standing(o advisor.Option) string {
	if !o.Feasible {
		return theme.Stop + " ruled out"
	}
	return numeral.Probability(o.Probability)
}

// away are the flips that lead away from what is shown; the answer that is being formed may be behind some of them.
func (m ranking) away() []explain.Flip {
	d := m.shown()
	return slices.DeleteFunc(slices.Clone(m.flips), func(f explain.Flip) bool {
		return d == nil || say.Undecided(d) || f.Recommendation == d.Recommendation
	})
}

// last is what would change the ranking, the first that is whole in a line, or how far it carries.
func (m ranking) last(d *explain.Decision, width int) string {
	flips := say.Each(m.away(), func(f explain.Flip) string { return "It would change: " + wording.FlipShort(f) })
	for _, text := range append(flips, say.Verdict(d)) {
		if theme.Width(text) <= width {
			return text
		}
	}
	return say.VerdictShort(d)
}
