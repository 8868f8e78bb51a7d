package accessible

import (
	"slices"
	"strings"

	"archadvisor/advisor/profile"
	"archadvisor/ui/session"
)

// component goes to a component, which is added if it is new, copies or removes the
// one at hand, or goes back to the system.
func (a *accessible) component(word, rest string) {
	list := a.s.Profile().Components()
	named := func(name string) int {
		return slices.IndexFunc(list, func(c *profile.Profile) bool { return c.Name() == name })
	}
	next, effect, err := a.s.Focus(-1), session.Effect{}, error(nil)
	copied, copies := strings.CutPrefix(rest, "copy ")
	switch at, here := named(rest), named(a.s.Component()); {
	case word == "system":
	case rest == "":
		for _, c := range list {
			a.say("Component: %s", profile.Clean(c.Name()))
		}
		a.say("Type component and a name to go to it or to add it; there, component copy NAME, component remove, or system.")
		return
	case copies && here >= 0:
		next, effect, err = a.s.Add(copied, here)
	case rest == "remove" && here >= 0:
		next, effect, err = a.s.Remove(here)
	case at >= 0:
		next = a.s.Focus(at)
	default:
		next, effect, err = a.s.Add(rest, -1)
	}
	if err != nil {
		a.say("Not taken: %s.", strings.TrimSuffix(profile.Clean(err.Error()), "."))
		return
	}
	a.take(next, effect)
	a.over = false
	if a.order(); a.s.Component() == "" {
		a.say("The questions are about the whole of %s again.", profile.Clean(a.s.Name()))
		return
	}
	a.say("The questions are about the component %s; what it does not say it inherits.", profile.Clean(a.s.Component()))
}
