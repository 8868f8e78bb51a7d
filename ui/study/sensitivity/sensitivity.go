package sensitivity

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/ui/draw"
	"archadvisor/ui/theme"
	"archadvisor/ui/view"
	"archadvisor/ui/wording"
)

// Model shows what the answer depends on: answers, draws, statements
// and importances.
type Model struct {
	view.Quiet

	cfg   *view.Config
	box   theme.Box
	x     *explain.Explanation
	p     *profile.Profile
	fault error
	busy  bool
	items []entry
	at    int
	table bool
}

// section is a part of the view that the cursor goes through.
type section uint8

const (
	rangeSection section = iota
	askSection
	ruleSection
	importanceSection
	numSections
)

// entry is a line that the cursor can be on: something the answer depends on,
// and where enter leads.
type entry struct {
	section section
	index   int // in its list of the explanation
	msg     tea.Msg
}

var keys = theme.Keys{
	{Name: "up", Keys: []string{"up", "k"}, Rare: true},
	{Name: "down", Keys: []string{"down", "j"}, Label: "↑↓", Help: "pick"},
	{Name: "go", Keys: []string{"enter", "e"}, Help: "answer it, or show the rule"},
	{Name: "section", Keys: []string{"tab"}, Help: "next part"},
	{Name: "back", Keys: []string{"shift+tab"}, Rare: true},
	{Name: "table", Keys: []string{"t"}, Help: "table"},
	{Name: "first", Keys: []string{"home", "g"}, Rare: true},
	{Name: "last", Keys: []string{"end", "G"}, Rare: true},
}

// New makes the view.
func New(cfg *view.Config) view.View { return Model{cfg: cfg, busy: true} }

// Keys returns what can be done here.
func (m Model) Keys() theme.Keys { return view.WithGlobals(keys) }

// Update takes an explanation, keys and names of actions.
func (m Model) Update(msg tea.Msg) (view.View, tea.Cmd) {
	switch msg := msg.(type) {
	case view.SizeMsg:
		m.box = msg.Box
	case view.ExplainedMsg:
		m.busy, m.fault = msg.Explanation == nil && msg.Err == nil, msg.Err
		if msg.Explanation != nil {
			m.x, m.p = msg.Explanation, msg.Profile
			m.items = entries(m.x)
			m.at = max(0, min(m.at, len(m.items)-1))
		}
	case view.ActionMsg:
		return m.act(msg.Name)
	}
	return m, nil
}

// entries lists what the cursor goes through, with where each leads.
func entries(x *explain.Explanation) []entry {
	var out []entry
	field := func(s section, i int, name string) {
		h := entry{section: s, index: i}
		if id, ok := profile.Lookup(name); ok {
			h.msg = view.EditMsg{Field: id}
		}
		out = append(out, h)
	}
	for i, s := range x.Sensitivity.Tornado {
		field(rangeSection, i, s.Field)
	}
	for i, q := range x.NextQuestions {
		field(askSection, i, q.Field)
	}
	for i, c := range x.Sensitivity.Carrying {
		out = append(out, entry{ruleSection, i, view.RuleMsg{ID: c.ID}})
	}
	for i, c := range x.Sensitivity.Importances {
		field(importanceSection, i, "priorities."+strings.ReplaceAll(c.Criterion, "-", "_"))
	}
	return out
}

func (m Model) act(name string) (Model, tea.Cmd) {
	if len(m.items) == 0 {
		return m, nil
	}
	m.at, _ = draw.Move(name, m.at, len(m.items), 1)
	switch name {
	case "section":
		m.at = m.turn(1)
	case "back":
		m.at = m.turn(-1)
	case "table":
		m.table = !m.table
	case "go":
		if msg := m.items[m.at].msg; msg != nil {
			return m, view.Send(msg)
		}
		return m, view.Note("No question stands behind this line.")
	}
	return m, nil
}

// turn finds the first line of the next part that has any.
func (m Model) turn(by int) int {
	for n := 1; n < int(numSections); n++ {
		want := (int(m.items[m.at].section) + by*n + 4*int(numSections)) % int(numSections)
		for i, h := range m.items {
			if int(h.section) == want {
				return i
			}
		}
	}
	return m.at
}

// picked is the line of a part that the cursor is on, -1 if it is elsewhere.
func (m Model) picked(s section) int {
	if m.at < len(m.items) && m.items[m.at].section == s {
		return m.items[m.at].index
	}
	return -1
}

// lead is how far the leader is ahead of the runner-up now, in points.
func (m Model) lead() float64 {
	lead := wording.OptionOf(m.x.Decision, m.x.Recommendation).Score
	if second := m.x.RunnerUp(); second != nil {
		return lead - second.Score
	}
	return lead
}
