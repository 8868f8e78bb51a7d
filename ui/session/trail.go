package session

import (
	"slices"

	"archadvisor/advisor/profile"
)

// Next goes to the following question: back to where a jump came from, along
// the questions seen before, or to the one worth most. Past the last one Done
// reports true.
func (s Session) Next() Session {
	if s.from >= 0 {
		s.at, s.from = min(s.from, len(s.trail)), -1
		if s.at < len(s.trail) {
			return s
		}
	} else if s.at < len(s.trail) {
		s.at++
	}
	for s.at < len(s.trail) && !s.Visible(s.trail[s.at]) {
		s.at++
	}
	if s.at == len(s.trail) {
		if ahead := s.Ahead(); len(ahead) > 0 {
			s.trail = append(slices.Clip(s.trail), ahead[0])
		}
	}
	return s
}

// Back goes to the question before, whatever was typed, and reports whether
// there was one. A jump is gone back from to where it came from.
func (s Session) Back() (Session, bool) {
	if s.from >= 0 {
		s.at, s.from = min(s.from, len(s.trail)), -1
		return s, true
	}
	for i := s.at - 1; i >= 0; i-- {
		if s.Visible(s.trail[i]) {
			s.at = i
			return s, true
		}
	}
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
	at := slices.Index(s.trail, id)
	if at < 0 {
		at = min(from, len(s.trail))
		s.trail = slices.Insert(slices.Clone(s.trail), at, id)
		from++
	}
	s.at, s.from = at, from
	return s
}
