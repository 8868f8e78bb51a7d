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
	items []entry
	at    int
}

type section uint8

const (
	ranges section = iota
	asking
	carrying
	importances
	numSections
)

// entry is a line that the cursor can be on: something the answer depends on, and where enter leads.
type entry struct {
	section     section
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
			m.items = entries(m.X)
			m.at = max(0, min(m.at, len(m.items)-1))
		}
	case view.ClickMsg:
		m.at = min(msg.Row, len(m.items)-1)
	case view.ActionMsg:
		return m.act(msg.Name)
	}
	return m, nil
}

func entries(x *explain.Explanation) []entry {
	var out []entry
	field := func(s section, name, left, right string) {
		e := entry{section: s, left: left, right: right}
		if id, ok := profile.Lookup(name); ok {
			e.msg = view.EditMsg{Field: id}
		}
		out = append(out, e)
	}
	for _, s := range x.Sensitivity.Tornado {
		field(ranges, s.Field, say.FieldLabel(s.Field), "")
	}
	for _, q := range say.Asking(x.Decision) {
		field(asking, q.Field, say.FieldLabel(q.Field), say.Worth(q.Value))
	}
	for _, c := range x.Sensitivity.Carrying {
		out = append(out, entry{carrying, profile.Clean(c.ID), "without it " + c.Recommendation, view.LineMsg{ID: c.ID}})
	}
	for _, c := range x.Sensitivity.Importances {
		field(importances, "priorities."+strings.ReplaceAll(c.Criterion, "-", "_"), say.Criterion(c.Criterion),
			fmt.Sprintf("%s → %s: %s", numeral.Figure(c.From), numeral.Figure(c.To), c.Recommendation))
	}
	return out
}

func (m Model) act(name string) (Model, tea.Cmd) {
	if len(m.items) == 0 {
		return m, nil
	}
	m.at, _ = draw.Move(name, m.at, len(m.items), 1)
	switch name {
	case "section", "back":
		was := m.at
		if m.at = m.turn(map[string]int{"section": 1, "back": int(numSections) - 1}[name]); m.at == was {
			return m, view.Note("The other parts have no lines to pick.")
		}
	case "go", "edit":
		msg := m.items[m.at].msg
		if line, ok := msg.(view.LineMsg); ok && name == "edit" { // the question behind the rule, as in the result
			if rule, ok := m.Cfg.Rule(line.ID); ok && len(rule.Fields) > 0 {
				msg = view.EditMsg{Field: rule.Fields[0]}
			}
		}
		if msg != nil {
			return m, view.Send(msg)
		}
		return m, view.Note("No question stands behind this line.")
	}
	return m, nil
}

// turn finds the first line of the next part that has any.
func (m Model) turn(by int) int {
	for n := 1; n < int(numSections); n++ {
		want := (m.items[m.at].section + section(by*n)) % numSections
		if i := slices.IndexFunc(m.items, func(e entry) bool { return e.section == want }); i >= 0 {
			return i
		}
	}
	return m.at
}

func (m Model) focus() section {
	if m.at < len(m.items) {
		return m.items[m.at].section
	}
	return ranges
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
