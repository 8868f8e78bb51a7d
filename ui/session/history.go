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
	seen    []profile.ID
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
func (s Session) Revisions() []Revision { return slices.Clone(s.revisions) }

// Undo takes the last change back, goes to its question, and tells which it was;
// None if there is nothing to undo.
func (s Session) Undo() (Session, Effect, profile.ID) {
	if len(s.undo) == 0 {
		return s, Effect{}, None
	}
	last := s.undo[len(s.undo)-1]
	s.redo = append(slices.Clip(s.redo), s.snapshot(last.changed))
	s.undo = s.undo[:len(s.undo)-1]
	if n := len(s.revisions); n > 0 {
		s.revisions = s.revisions[:n-1]
	}
	return s.restore(last)
}

// Redo makes the last change that was taken back again; None if there is none.
func (s Session) Redo() (Session, Effect, profile.ID) {
	if len(s.redo) == 0 {
		return s, Effect{}, None
	}
	next := s.redo[len(s.redo)-1]
	s.undo = append(slices.Clip(s.undo), s.snapshot(next.changed))
	s.redo = s.redo[:len(s.redo)-1]
	s.revisions = append(slices.Clip(s.revisions), Revision{next.changed, s.profile.Get(next.changed), next.profile.Get(next.changed)})
	return s.restore(next)
}

func (s Session) remember(id profile.ID, from, to profile.Value) Session {
	s.undo = append(slices.Clip(s.undo), s.snapshot(id))
	if len(s.undo) > maxUndo {
		s.undo = s.undo[len(s.undo)-maxUndo:]
	}
	s.redo = nil
	s.revisions = append(slices.Clip(s.revisions), Revision{id, from, to})
	return s
}

func (s Session) snapshot(changed profile.ID) snapshot {
	return snapshot{s.profile, s.unknown, s.seen, s.at, changed}
}

// restore brings the answers back, and the position to the question whose
// answer changes by it.
func (s Session) restore(to snapshot) (Session, Effect, profile.ID) {
	s.profile, s.unknown = to.profile, to.unknown
	s.seen, s.at, s.from = to.seen, to.at, -1
	if i := slices.Index(s.seen, to.changed); i >= 0 {
		s.at = i
	}
	next, effect, _ := s.save()
	return next, effect, to.changed
}
