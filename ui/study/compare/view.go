package compare

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
	"archadvisor/ui/theme"
	"archadvisor/ui/wording"
)

// View draws both profiles side by side.
func (m Model) View() string {
	t, in := m.cfg.Theme, m.box.Inner()
	if m.sides[0].profile == nil {
		return t.Frame(m.box, "Compare", wording.Waiting(nil), true)
	}
	if m.Typing {
		lines := theme.Wrap("Compares your answers with those of another profile. Which file?", in.W)
		lines = append(lines, "", "> "+m.Input.Render(in.W-2, true), "")
		for _, l := range theme.Wrap(profile.Clean(m.Fault), in.W) {
			lines = append(lines, t.Bad.Render(l))
		}
		return t.Frame(m.box, "Open a profile", strings.Join(lines, "\n"), true)
	}
	lines := m.lines(in.W)
	title := "Compare"
	if len(lines) > in.H {
		title += fmt.Sprintf(", lines %d to %d of %d", m.top+1, min(len(lines), m.top+in.H), len(lines))
	}
	if m.busy {
		title += " …"
	}
	return t.Frame(m.box, title, strings.Join(lines[min(m.top, len(lines)):], "\n"), true)
}

// Copy is the comparison, as it is shown.
func (m Model) Copy() string { return draw.Plain(m.lines(100)) }

// columns are the widths of the label and of the two sides.
func columns(width int) (label, one, two int) {
	label = max(12, min(26, width*3/10))
	if width < 60 {
		label = 13
	}
	one = max(1, (width-label-2)/2)
	return label, one, max(1, width-label-2-one)
}

// table builds rows of a label and two cells.
type table struct {
	t     *theme.Theme
	width int
	out   []string
}

func (b *table) head(text string) {
	if len(b.out) > 0 {
		b.out = append(b.out, "")
	}
	b.out = append(b.out, b.t.Title.Render(theme.Cut(text, b.width)))
}

// row adds a line; where the sides differ it has a mark.
func (b *table) row(label, one, two string) {
	l, w1, w2 := columns(b.width)
	mark, style := " ", b.t.Muted
	if one != two {
		mark, style = "≠", b.t.Text
	}
	b.out = append(b.out, b.t.Muted.Render(theme.Pad(label, l-1))+mark+" "+style.Render(theme.Pad(one, w1))+style.Render(theme.Pad(" "+two, w2)))
}

// lines are all lines of the comparison.
func (m Model) lines(width int) []string {
	if m.sides[0].profile == nil || m.sides[1].profile == nil {
		return nil
	}
	a, b := m.sides[0], m.sides[1]
	if m.swap {
		a, b = b, a
	}
	t := &table{t: m.cfg.Theme, width: width}
	l, w1, w2 := columns(width)
	t.out = append(t.out, m.cfg.Theme.Strong.Render(theme.Pad("", l+1)+theme.Pad(nameOf(a), w1)+theme.Pad(" "+nameOf(b), w2)))
	decided := a.decision != nil && b.decision != nil
	if decided {
		t.head("Result")
		t.row("recommended", orNone(a.decision.Recommendation), orNone(b.decision.Recommendation))
		t.row("how sure", strings.ReplaceAll(string(a.decision.Verdict), "-", " "), strings.ReplaceAll(string(b.decision.Verdict), "-", " "))
		t.row("probability", numeral.Probability(a.decision.Probability), numeral.Probability(b.decision.Probability))
	}
	m.answers(t, a.profile, b.profile)
	if decided {
		options(t, a.decision, b.decision)
	}
	return t.out
}

// nameOf is the title of a side, with the name of its workload.
func nameOf(s side) string {
	return profile.Clean(s.title) + ": " + profile.Clean(s.profile.Name())
}

// options compares what is estimated of each architecture.
func options(t *table, a, b *explain.Decision) {
	for arch, name := range profile.Architectures {
		one, two := wording.OptionOf(a, name), wording.OptionOf(b, name)
		t.head(theme.Letters[arch] + " " + say.Name(name))
		t.row("score", scoreWords(one), scoreWords(two)+difference(two.Score-one.Score))
		t.row("cost", numeral.MoneyShort(one.Estimates.Cost.Expected), numeral.MoneyShort(two.Estimates.Cost.Expected))
		t.row("p99", numeral.Milliseconds(one.Estimates.P99.Expected), numeral.Milliseconds(two.Estimates.P99.Expected))
		t.row("availability", numeral.Availability(one.Estimates.Availability.Expected), numeral.Availability(two.Estimates.Availability.Expected))
		t.row("people", numeral.People(one.Estimates.OpsFTE.Expected), numeral.People(two.Estimates.OpsFTE.Expected))
	}
}

func orNone(name string) string {
	if name == "" {
		return "none passes"
	}
	return name
}

func scoreWords(o advisor.Option) string {
	if !o.Feasible {
		return wording.Score(o) + " " + theme.Stop + " ruled out"
	}
	return wording.Score(o)
}

func difference(points float64) string {
	switch {
	case math.Abs(points) < 0.05:
		return ""
	case points > 0:
		return " " + theme.Up + " " + numeral.Signed(points)
	}
	return " " + theme.Down + " " + numeral.Signed(points)
}

// answers compares what was said.
func (m Model) answers(t *table, a, b *profile.Profile) {
	at := len(t.out)
	t.head("")
	differ := 0
	for _, f := range profile.Fields() {
		one, two := a.Get(f.ID), b.Get(f.ID)
		if f.ID == profile.Schema || f.ID == profile.Name || one.State == profile.Open && two.State == profile.Open {
			continue
		}
		if !one.Equal(two) {
			differ++
		} else if !m.all {
			continue
		}
		t.row(say.Label(f.ID), wording.Value(f.ID, one), wording.Value(f.ID, two))
	}
	text := fmt.Sprintf("%d answers differ", differ)
	switch differ {
	case 0:
		text = "No answers differ"
	case 1:
		text = "One answer differs"
	}
	t.out[at+1] = t.t.Title.Render(theme.Cut(text, t.width))
	if differ == 0 && !m.all {
		for _, l := range theme.Wrap("Change something in what-if (3) and press c there, or open another profile here (o).", t.width) {
			t.out = append(t.out, t.t.Muted.Render(l))
		}
	}
}
