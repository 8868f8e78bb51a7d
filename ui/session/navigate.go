package session

import (
	"slices"

	"archadvisor/advisor/profile"
)

// Next goes to the following question: back to where a jump came from, along
// the questions seen before, or to the one worth most. Past the last one Done
// reports true.
func (s Session) Next() Session {
	if s.Sheet() != nil {
		s.covered = slices.Concat(s.covered, s.Sheet())
	}
	if s.from >= 0 {
		s.at, s.from = min(s.from, len(s.seen)), -1
		if s.at < len(s.seen) {
			return s.here()
		}
	} else if s.at < len(s.seen) {
		s.at++
	}
	for s.at < len(s.seen) && !s.Visible(s.seen[s.at]) {
		s.at++
	}
	if s = s.reckon(); s.at == len(s.seen) {
		return s.advance()
	}
	return s.here()
}

// Back goes to the question before, whatever was typed, and reports whether
// there was one. A jump is gone back from to where it came from.
func (s Session) Back() (Session, bool) {
	waiting := s.waiting
	s.waiting = false
	if s.from >= 0 {
		s.at, s.from = min(s.from, len(s.seen)), -1
		return s.here(), true
	}
	for i := s.at - 1; i >= 0; i-- {
		if s.Visible(s.seen[i]) {
			s.at = i
			return s.here(), true
		}
	}
	s.waiting = waiting
	return s, false
}

// Jump goes to any question; Next and Back then return to where it came from.
func (s Session) Jump(id profile.ID) Session {
	if id == None || id >= profile.NumFields || id == s.Current() {
		return s
	}
	from := s.at
	if s.from >= 0 {
		from = s.from
	}
	at := slices.Index(s.seen, id)
	if at < 0 {
		at = min(from, len(s.seen))
		s.seen = slices.Insert(slices.Clone(s.seen), at, id)
		from++
	}
	s.at, s.from, s.waiting, s.sheet = at, from, false, nil
	return s
}
