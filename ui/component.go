package ui

import (
	"archadvisor/advisor/profile"
	"archadvisor/ui/session"
	"archadvisor/ui/view"
)

// newParts lists the components: to go to one, copy or remove it, or add another.
func (m Model) newParts() overlay {
	item := func(label, hint string, revise view.ReviseMsg) finderItem {
		return finderItem{profile.Clean(label), hint, revise}
	}
	focus := func(i int) view.ReviseMsg {
		return func(s session.Session) (session.Session, session.Effect, error) {
			return s.Focus(i), session.Effect{}, nil
		}
	}
	add := func(name string, like int) view.ReviseMsg {
		return func(s session.Session) (session.Session, session.Effect, error) { return s.Add(name, like) }
	}
	items := []finderItem{item(m.session().Name(), "the whole system", focus(-1))}
	parts := m.session().Profile().Components()
	for i, c := range parts {
		items = append(items, item(c.Name(), "its own questions", focus(i)))
	}
	for i, c := range parts {
		items = append(items, item("Copy "+c.Name(), "as another component", add(c.Name()+" copy", i)),
			item("Remove "+c.Name(), "undo brings it back", func(s session.Session) (session.Session, session.Effect, error) { return s.Remove(i) }))
	}
	f := m.newFinder("Components: pick one, or type the name of a new one", items).(finder)
	f.add = func(typed string) finderItem { return item("Add "+typed, "inherits the rest", add(typed, -1)) }
	return f
}
