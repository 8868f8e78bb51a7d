package session

import (
	"fmt"
	"slices"

	"archadvisor/advisor/profile"
)

// A session asks about a system, or about one of its components: then the answers at hand are those of the
// component with what it inherits, and what differs from that is the component's own.

// Component returns the name of the component at hand, "" for the system.
func (s Session) Component() string {
	if s.outer == nil {
		return ""
	}
	return s.profile.Name()
}

// Asked returns a copy of the answers at hand: Profile's, or a component's with what it inherits.
func (s Session) Asked() *profile.Profile { return s.profile.Clone() }

// Inherits reports whether the component at hand has an answer from its system.
func (s Session) Inherits(id profile.ID) bool {
	return s.outer != nil && s.profile.Known(id) && !s.system(s.profile).Components()[s.part].Known(id)
}

// system is the profile of the system where p are the answers at hand.
func (s Session) system(p *profile.Profile) *profile.Profile {
	if s.outer == nil {
		return p
	}
	q := s.outer.profile.Clone()
	own, was := q.Components()[s.part], q.Parts()[s.part]
	for _, f := range profile.Fields() {
		switch v := p.Get(f.ID); {
		case v.Equal(was.Get(f.ID)):
		case v.Known():
			_ = own.Set(f.ID, v) // it was taken already
		default:
			own.Clear(f.ID)
		}
	}
	return q
}

// Focus asks about the component of a number, or about the system for -1.
func (s Session) Focus(part int) Session {
	next := s
	if s.outer != nil {
		next = *s.outer
		next.profile, next.fresh, next.history = s.system(s.profile), false, s.history
	}
	if part < 0 || part >= len(next.profile.Components()) {
		return next
	}
	outer := next
	return Session{answers: answers{profile: outer.profile.Parts()[part], outer: &outer, part: part}, from: -1, history: outer.history}.Next()
}

// Add adds a component, a copy of one or, for -1, one that inherits everything, and asks about it.
func (s Session) Add(name string, like int) (Session, Effect, error) {
	whole, own := s.Focus(-1), profile.New(name)
	if like >= 0 {
		own = whole.profile.Components()[like].Clone()
		if err := own.Set(profile.Name, profile.Words(name)); err != nil {
			return s, Effect{}, fmt.Errorf("the name of a component %w", err)
		}
	}
	p := whole.Profile()
	if err := p.AddComponent(own); err != nil {
		return s, Effect{}, err
	}
	next, effect, err := whole.rearranged(p)
	return next.Focus(len(p.Components()) - 1), effect, err
}

// Remove forgets the component of a number and asks about the system.
func (s Session) Remove(part int) (Session, Effect, error) {
	whole := s.Focus(-1)
	p := whole.Profile()
	p.RemoveComponent(part)
	return whole.rearranged(p)
}

func (s Session) rearranged(p *profile.Profile) (Session, Effect, error) {
	s.undo = append(slices.Clip(s.undo), snapshot{s.answers, profile.Name})
	s.redo, s.profile, s.file, s.fresh = nil, p, "", false
	return s.save()
}
