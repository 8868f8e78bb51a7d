package session

import (
	"slices"

	"archadvisor/advisor/profile"
)

// maxUndo bounds how many changes can be taken back.
const maxUndo = 200

// snapshot is what undo restores.
type snapshot struct {
	profile *profile.Profile
	unknown [profile.NumFields]bool
	trail   []profile.ID
	at      int
	changed profile.ID
}

// Revision is one change of an answer.
type Revision struct {
	Field    profile.ID
	From, To profile.Value
}

// Revisions returns the changes made in this session, oldest first. Undoing
// takes a revision away.
func (s *Session) Revisions() []Revision { return slices.Clone(s.revisions) }

// Undo takes the last change back, goes to its question, and reports which it
// was.
func (s *Session) Undo() (profile.ID, bool) {
	if len(s.undo) == 0 {
		return None, false
	}
	last := s.undo[len(s.undo)-1]
	s.undo = s.undo[:len(s.undo)-1]
	s.redo = append(s.redo, s.snapshot(last.changed))
	if n := len(s.revisions); n > 0 {
		s.revisions = s.revisions[:n-1]
	}
	s.restore(last)
	return last.changed, true
}

// Redo makes the last change that was taken back again.
func (s *Session) Redo() (profile.ID, bool) {
	if len(s.redo) == 0 {
		return None, false
	}
	next := s.redo[len(s.redo)-1]
	s.redo = s.redo[:len(s.redo)-1]
	s.undo = append(s.undo, s.snapshot(next.changed))
	s.revisions = append(s.revisions, Revision{next.changed, s.profile.Get(next.changed), next.profile.Get(next.changed)})
	s.restore(next)
	return next.changed, true
}

func (s *Session) remember(id profile.ID, from, to profile.Value) {
	s.undo = append(s.undo, s.snapshot(id))
	if len(s.undo) > maxUndo {
		s.undo = slices.Delete(s.undo, 0, len(s.undo)-maxUndo)
	}
	s.redo = nil
	s.revisions = append(s.revisions, Revision{id, from, to})
}

func (s *Session) snapshot(changed profile.ID) snapshot {
	return snapshot{s.profile, s.unknown, slices.Clone(s.trail), s.at, changed}
}

// restore brings the answers back, and the position to the question whose
// answer changes by it.
func (s *Session) restore(to snapshot) {
	s.profile, s.unknown = to.profile, to.unknown
	s.trail, s.at, s.from = slices.Clone(to.trail), to.at, -1
	if i := slices.Index(s.trail, to.changed); i >= 0 {
		s.at = i
	}
	s.save()
}
