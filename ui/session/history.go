package session

import (
	"slices"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
)

// maxUndo bounds how many changes can be taken back.
const maxUndo = 200

// snapshot is what undo restores.
type snapshot struct {
	profile *profile.Profile
	outer   *Session
	part    int
	unknown [profile.NumFields]bool
	seen    []profile.ID
	covered []profile.ID
	sheet   []explain.OpenGate
	at      int
	changed profile.ID
}

// Changes is how many changes were made in this session and not taken back.
func (s Session) Changes() int { return len(s.undo) }

// changed is the question of the last change, None if there is none.
func (s Session) changed() profile.ID {
	if len(s.undo) == 0 {
		return None
	}
	return s.undo[len(s.undo)-1].changed
}

// Undo takes the last change back, goes to its question, and tells which it was;
// None if there is nothing to undo.
func (s Session) Undo() (Session, Effect, profile.ID) {
	if len(s.undo) == 0 {
		return s, Effect{}, None
	}
	last := s.undo[len(s.undo)-1]
	s.redo = append(slices.Clip(s.redo), s.snapshot(last.changed))
	s.undo = s.undo[:len(s.undo)-1]
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
	return s.restore(next)
}

// remembered are the changes that can be taken back, with one more.
func (s Session) remembered(before snapshot) []snapshot {
	return append(slices.Clip(s.undo[max(0, len(s.undo)-maxUndo+1):]), before)
}

func (s Session) snapshot(changed profile.ID) snapshot {
	return snapshot{s.profile, s.outer, s.part, s.unknown, s.seen, s.covered, s.sheet, s.at, changed}
}

// restore brings the answers back, and the position to the question whose
// answer changes by it.
func (s Session) restore(to snapshot) (Session, Effect, profile.ID) {
	s.profile, s.outer, s.part, s.unknown = to.profile, to.outer, to.part, to.unknown
	s.seen, s.at, s.from, s.waiting, s.fresh, s.file = to.seen, to.at, -1, false, false, ""
	s.covered, s.sheet = to.covered, to.sheet
	if i := slices.Index(s.seen, to.changed); i >= 0 {
		s.at = i
	}
	next, effect, _ := s.save()
	return next, effect, to.changed
}
