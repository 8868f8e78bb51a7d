package session

import "archadvisor/advisor/explain"

// Limits are the hard limits that may yet stop the option that leads and that
// nobody was asked about: they can be answered together.
func (s Session) Limits() []explain.OpenGate {
	var list []explain.OpenGate
	for _, g := range s.gates {
		if g.Within.Known() && s.Visible(g.Fields[0]) && s.Status(g.Fields[0]) == Open {
			list = append(list, g)
		}
	}
	return list
}

// WithinLimits answers all of Limits at once: none is reached.
func (s Session) WithinLimits() (Session, Effect, error) {
	last := Effect{}
	for _, g := range s.Limits() {
		next, effect, err := s.set(g.Fields[0], g.Within)
		if err != nil {
			return s, last, err
		}
		s = next
		if !effect.None() {
			last = effect
		}
	}
	return s, last, nil
}
