// Package sensitivity shows what the decision depends on: answers, draws, statements and weights. It computes nothing.
package sensitivity

import (
	"fmt"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/rules/numeral"
	"archadvisor/ui/draw"
	"archadvisor/ui/view"
	"archadvisor/ui/wording"
)

// Model shows what the answer depends on: answers, draws, statements and importances.
type Model struct {
	view.Answer
	parts []part
	at    int // the line under the cursor, counted over all parts
}

// part is lines under a heading; the first are the bars.
type part struct {
	heading string
	entries []entry
}

// entry is a line that the cursor can be on: something the answer depends on, and where enter leads.
type entry struct {
	left, right string
	msg         tea.Msg
}

// New makes the view.
func New(cfg *view.Config) view.View {
	return Model{Answer: view.NewAnswer(cfg, "sensitivity", "Sensitivity")}
}

// Update takes an explanation, keys and names of actions.
func (m Model) Update(msg tea.Msg) (view.View, tea.Cmd) {
	m.Answer = m.Took(msg)
	switch msg := msg.(type) {
	case view.ExplainedMsg:
		if msg.Explanation != nil {
			m.parts = partsOf(m.X)
			m.at = max(0, min(m.at, len(m.entries())-1))
		}
	case view.ClickMsg:
		m.at = min(msg.Row, len(m.entries())-1)
	case view.ActionMsg:
		return m.act(msg.Name)
	}
	return m, nil
}

func partsOf(x *explain.Explanation) []part {
	field := func(name, left, right string) entry {
		if id, ok := profile.Lookup(name); ok {
			return entry{left, right, view.EditMsg{Field: id}}
		}
		return entry{left: left, right: right}
	}
	worth := "Ask next (expected gain)"
	if len(say.Asking(x.Decision)) == 0 {
		worth = "Nothing left to ask is likely to change it."
	}
	t := x.Sensitivity
	return []part{
		{say.HangsOn(x), say.All(t.Tornado, func(s *explain.Swing) entry { return field(s.Field, say.FieldLabel(s.Field), "") })},
		{worth, say.All(say.Asking(x.Decision), func(q *explain.Question) entry {
			return field(q.Field, say.FieldLabel(q.Field), say.Worth(q.Value))
		})},
		{say.Carried(len(t.Carrying)), say.All(t.Carrying, func(c *explain.Carry) entry {
			return entry{profile.Clean(c.ID), "without it " + c.Recommendation, view.LineMsg{ID: c.ID}}
		})},
		{say.Weighing(len(t.Importances)), say.All(t.Importances, func(c *explain.Crossing) entry {
			return field("priorities."+strings.ReplaceAll(c.Criterion, "-", "_"), say.Criterion(c.Criterion),
				fmt.Sprintf("%s → %s: %s", numeral.Figure(c.From), numeral.Figure(c.To), c.Recommendation))
		})},
	}
}

func (m Model) entries() []entry {
	return slices.Concat(say.Each(m.parts, func(p part) []entry { return p.entries })...)
}

func (m Model) act(name string) (Model, tea.Cmd) {
	list := m.entries()
	if len(list) == 0 {
		return m, nil
	}
	m.at, _ = draw.Move(name, m.at, len(list), 1)
	if name != "go" && name != "edit" {
		return m, nil
	}
	msg := list[m.at].msg
	if line, ok := msg.(view.LineMsg); ok && name == "edit" { // the question behind the rule, as in the result
		if rule, ok := m.Cfg.Rule(line.ID); ok && len(rule.Fields) > 0 {
			msg = view.EditMsg{Field: rule.Fields[0]}
		}
	}
	if msg == nil {
		return m, view.Note("No question stands behind this line.")
	}
	return m, view.Send(msg)
}

// lead is how far the leader is ahead of the runner-up now, in points.
func (m Model) lead() float64 {
	lead, second := m.X.Option(m.X.Recommendation), m.X.RunnerUp()
	switch {
	case lead == nil:
		return 0
	case second == nil:
		return lead.Score
	}
	return lead.Score - second.Score
}

func atWords(field string, v any) string {
	id, ok := profile.Lookup(field)
	if f, isNumber := v.(float64); ok && isNumber && id.Field().Kind == profile.Numeric {
		return wording.Value(id, profile.Number(f))
	}
	return wording.Any(v)
}
