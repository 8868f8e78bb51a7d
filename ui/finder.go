package ui

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/ui/draw"
	"archadvisor/ui/result"
	"archadvisor/ui/session"
	"archadvisor/ui/theme"
	"archadvisor/ui/view"
	"archadvisor/ui/wording"
)

// finder picks one of many things by a part of its name: a question, a line, a component, a draft.
type finder struct {
	theme  *theme.Theme
	title  string
	input  draw.Input
	items  []view.Item
	cursor int
	add    func(typed string) view.Item // the last item, nil if there is none
}

func (m Model) newFinder(title string, items []view.Item) finder {
	return finder{theme: m.cfg.Theme, title: title, items: items, input: draw.NewInput(m.cfg.Theme, "")}
}

func item(label, hint string, msg tea.Msg) view.Item {
	return view.Item{Label: label, Hint: hint, Msg: msg}
}

func (m Model) places() []view.Item {
	var out []view.Item
	s := m.session()
	for _, f := range profile.Fields() {
		if f.ID != session.None && f.Prompt != "" {
			out = append(out, item(strings.TrimPrefix(f.Group+": ", ": ")+say.Label(f.ID)+" – "+f.Prompt, wording.Answer(s, f.ID), view.EditMsg{Field: f.ID}))
		}
	}
	return append(out, m.views[indexOf(view.Result)].(result.Model).Items()...)
}

// newOffers are what was begun before, or the examples, to go on with.
func (m Model) newOffers() finder {
	list := say.Each(m.cfg.Offers, func(o view.Offer) view.Item {
		return item(profile.Clean(o.Title), profile.Clean(o.About), offerMsg(o))
	})
	if m.cfg.Demo {
		return m.newFinder("Three worked examples", list)
	}
	return m.newFinder("Begin anew, or go on with a draft", append([]view.Item{item("Begin anew", "enter", nil)}, list...))
}

func (m finder) keys() theme.Keys { return view.KeysOf("find") }

func (m finder) matching() []view.Item {
	words := strings.Fields(strings.ToLower(m.input.Value()))
	has := func(text string) bool {
		text = strings.ToLower(text)
		return !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(text, w) })
	}
	var out, behind []view.Item // what is shown comes first
	for _, it := range m.items {
		switch {
		case has(it.Label):
			out = append(out, it)
		case has(it.Label + " " + it.About):
			behind = append(behind, it)
		}
	}
	out = append(out, behind...)
	if typed := strings.TrimSpace(m.input.Value()); m.add != nil && typed != "" {
		out = append(out, m.add(typed))
	}
	return out
}

// update takes a key and reports whether the list is to be closed.
func (m finder) update(event tea.Msg, b theme.Box) (overlay, tea.Cmd, bool) {
	found := m.matching()
	if click, ok := event.(view.ClickMsg); ok && click.Row < len(found) {
		return m, view.Send(found[click.Row].Msg), true
	}
	msg, ok := event.(tea.KeyMsg)
	if !ok {
		return m, nil, false
	}
	name := m.keys().Match(msg.String())
	if at, moved := draw.Move(name, m.cursor, len(found), max(1, b.Inner().H-3)); moved {
		m.cursor = at
		return m, nil, false
	}
	switch {
	case name == "close":
		return m, nil, true
	case name == "pick" && m.cursor < len(found):
		return m, view.Send(found[m.cursor].Msg), true
	case name != "pick" && m.input.Key(msg):
		m.cursor = 0
	}
	return m, nil, false
}

// view draws the items around the cursor; the one under it is whole, on as many lines as that takes.
func (m finder) view(b theme.Box) string {
	t, in := m.theme, b.Inner()
	lines := []string{"> " + m.input.Render(in.W-2, true), ""}
	found := m.matching()
	from, to := draw.Window(m.cursor, len(found), max(1, in.H-len(lines)))
	for i := from; i < to; i++ {
		it := found[i]
		mark, style := t.Pointed(i == m.cursor)
		if i == m.cursor && theme.Width(it.Label+it.Hint)+5 > in.W {
			for _, l := range t.Wrapped(style, it.Label+" · "+it.Hint, in.W-2) {
				lines, mark = append(lines, theme.Row(i, style.Render(mark)+l)), "  "
			}
			continue
		}
		hint := theme.Cut(it.Hint, max(in.W/3, in.W-theme.Width(mark+it.Label)-2))
		lines = append(lines, theme.Row(i, style.Render(theme.Pad(mark+it.Label, in.W-theme.Width(hint)-1))+" "+t.Muted.Render(hint)))
	}
	if len(found) == 0 {
		lines = append(lines, t.Muted.Render("  nothing has all of these words"))
	}
	return t.Frame(b, m.title, strings.Join(lines, "\n"), true)
}

func (m Model) newParts() finder {
	item := func(label, hint string, revise view.ReviseMsg) view.Item {
		return item(profile.Clean(label), hint, revise)
	}
	focus := func(i int) view.ReviseMsg {
		return func(s session.Session) (session.Session, session.Effect, error) {
			return s.Focus(i), session.Effect{}, nil
		}
	}
	add := func(name string, like int) view.ReviseMsg {
		return func(s session.Session) (session.Session, session.Effect, error) { return s.Add(name, like) }
	}
	items := []view.Item{item(m.session().Name(), "the whole system", focus(-1))}
	var more []view.Item
	for i, c := range m.session().Profile().Components() {
		items = append(items, item(c.Name(), "its own questions", focus(i)))
		more = append(more, item("Copy "+c.Name(), "as another component", add(c.Name()+" copy", i)),
			item("Remove "+c.Name(), "undo brings it back", func(s session.Session) (session.Session, session.Effect, error) { return s.Remove(i) }))
	}
	f := m.newFinder("Components: pick one, or type the name of a new one", append(items, more...))
	f.add = func(typed string) view.Item { return item("Add "+typed, "inherits the rest", add(typed, -1)) }
	return f
}

// writeMsg asks to save answers in a file; over says that one that is there is overwritten.
type writeMsg struct {
	path    string
	profile *profile.Profile
	over    bool
}

// newSave asks for the file, a profile; of one that is there already, over is its name.
func (m Model) newSave(p *profile.Profile, path, over string) finder {
	f := m.newFinder("Save the answers in which file?", nil)
	f.input = draw.NewInput(m.cfg.Theme, path)
	f.add = func(typed string) view.Item {
		label := "Save as "
		if typed == over {
			label = "Overwrite "
		}
		return item(label+typed, "", writeMsg{typed, p, typed == over})
	}
	return f
}
