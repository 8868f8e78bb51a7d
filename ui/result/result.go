// Package result is the answer as a screen: the recommendation, the explanation as a tree, and all there is to
// say about the line under the cursor. It changes no answer.
package result

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/ui/draw"
	"archadvisor/ui/view"
)

// Model is the recommendation, the explanation as a tree, and all there is to say about one line of it.
type Model struct {
	view.Answer

	decision *explain.Decision
	tree     []node
	open     map[string]bool // what the user folded or unfolded
	selected string          // key of the line under the cursor
	top      int             // first line of the detail
	about    bool            // the detail takes the place of the tree: there is no room for both
}

// New makes the view.
func New(cfg *view.Config) view.View {
	return Model{Answer: view.NewAnswer(cfg, "result", "Result"), open: map[string]bool{}}
}

// Update takes an explanation, keys and names of actions.
func (m Model) Update(msg tea.Msg) (view.View, tea.Cmd) {
	m.Answer = m.Took(msg)
	switch msg := msg.(type) {
	case view.ExplainedMsg:
		if msg.Explanation != nil {
			m.decision = msg.Explanation.Decision
			m.tree = explanationTree(m.decision, msg.Explanation)
			return m.begin(), nil
		}
	case view.DecidedMsg:
		if m.Busy || !msg.Explained { // the explanation is still being computed
			m.Busy, m.Failed, m.decision, m.tree = true, nil, msg.Decision, explanationTree(msg.Decision, nil)
		}
	case view.LineMsg:
		return m.reveal(msg.ID), nil
	case view.ClickMsg:
		return m.click(msg.Row)
	case view.ActionMsg:
		return m.act(msg.Name)
	}
	return m, nil
}

// begin puts the cursor on the strongest reason for what is recommended, unless it is somewhere already.
func (m Model) begin() Model {
	for _, n := range m.rows() {
		if m.selected == "" && n.depth > 0 && n.tone > 0 {
			m.selected = n.key
		}
	}
	return m
}

// click goes to a line; a second one unfolds it.
func (m Model) click(at int) (Model, tea.Cmd) {
	rows := m.rows()
	switch {
	case at >= len(rows):
		return m, nil
	case at == m.at(rows):
		return m.unfold(rows[at])
	}
	return m.to(rows[at].key), nil
}

func (m Model) act(name string) (Model, tea.Cmd) {
	if name == "copy" {
		text := "" // nothing yet
		if m.X != nil {
			text = say.Explanation(m.X, m.M).Markdown()
		}
		return m, view.Send(view.CopyMsg{Text: text})
	}
	rows := m.rows()
	at := m.at(rows)
	if len(rows) == 0 {
		return m, nil
	}
	n := rows[at]
	if to, moved := draw.Move(name, at, len(rows), max(1, m.space().tree.Inner().H-1)); moved {
		return m.to(rows[to].key), nil
	}
	switch name {
	case "open":
		return m.unfold(n)
	case "close":
		return m.fold(n), nil
	case "scroll":
		return m.scroll(), nil
	case "edit":
		if id := m.question(n); id != profile.Schema {
			return m, view.Send(view.EditMsg{Field: id})
		}
		return m, view.Note("No single question stands behind this line: / lists them all.")
	}
	return m, nil
}

// question is what stands behind a line: its own, or what its rule reads, or a line below it; else what to ask.
func (m Model) question(n node) profile.ID {
	for _, n := range flat([]node{n}, everything) {
		if n.field != profile.Schema {
			return n.field
		}
		if r, ok := m.Cfg.Rule(n.rule); ok && len(r.Fields) > 0 {
			open := slices.IndexFunc(r.Fields, func(id profile.ID) bool { return n.undecided && m.P != nil && !m.P.Known(id) })
			return r.Fields[max(0, open)]
		}
	}
	for _, q := range say.Asking(m.decision) {
		if id, ok := profile.Lookup(q.Field); ok {
			return id
		}
	}
	return profile.Schema
}

// scroll turns the pages of the detail; behind the last is the first, or the tree where there is room for one.
func (m Model) scroll() Model {
	box := m.space().detail
	if box.H == 0 {
		m.about, m.top = true, 0
		return m
	}
	if m.top += max(1, box.Inner().H-1); m.top >= len(m.detail(box.Inner().W)) {
		m.top, m.about = 0, false
	}
	return m
}

func (m Model) rows() []node { return flat(m.tree, m.isOpen) }

func (m Model) isOpen(n node) bool {
	if o, ok := m.open[n.key]; ok {
		return o
	}
	return n.open
}

// at is the line under the cursor; of one that is gone, or folded away, the line that holds it.
func (m Model) at(rows []node) int {
	for key := m.selected; key != ""; key = above(key) {
		if at := slices.IndexFunc(rows, func(n node) bool { return n.key == key }); at >= 0 {
			return at
		}
	}
	return 0
}

func (m Model) to(key string) Model {
	m.selected, m.top = key, 0
	return m
}

// unfold opens or closes a branch, and goes to the question behind a leaf that asks one.
func (m Model) unfold(n node) (Model, tea.Cmd) {
	switch {
	case len(n.kids) > 0:
		return m.set(n.key, !m.isOpen(n)), nil
	case above(n.key) == "/questions":
		return m, view.Send(view.EditMsg{Field: n.field})
	}
	return m, nil
}

// fold closes the branch, or goes to the one that holds the line.
func (m Model) fold(n node) Model {
	if len(n.kids) > 0 && m.isOpen(n) {
		return m.set(n.key, false)
	}
	return m.to(cmp.Or(above(n.key), n.key))
}

func (m Model) set(key string, open bool) Model {
	m.open = maps.Clone(m.open)
	m.open[key] = open
	return m
}

// Items are all lines of the explanation, what is folded away too, each once, with all that is said about them.
func (m Model) Items() []view.Item {
	var out []view.Item
	labels, seen := map[string]string{}, map[string]bool{}
	for _, n := range flat(m.tree, everything) {
		label := profile.Clean(n.title)
		if n.rule != "" {
			label = profile.Clean(n.rule) + " – " + label
		}
		if labels[n.key] = label; !seen[label] {
			seen[label] = true
			out = append(out, view.Item{Label: label, Hint: labels[above(n.key)], Msg: view.LineMsg{ID: n.key}, About: n.right + " " + strings.Join(n.detail, " ")})
		}
	}
	return out
}

// reveal unfolds the way to a line and puts the cursor on it.
func (m Model) reveal(id string) Model {
	all := flat(m.tree, everything)
	at := slices.IndexFunc(all, func(n node) bool { return n.key == id || n.rule == id && len(n.kids) == 0 })
	if at < 0 {
		return m
	}
	for key := all[at].key; key != ""; key = above(key) {
		m = m.set(key, true)
	}
	return m.to(all[at].key)
}
