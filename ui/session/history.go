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
func (s Session) Undo() (Session, Effect, profile.ID) { return s.turn(&s.undo, &s.redo) }

// Redo makes the last change that was taken back again; None if there is none.
func (s Session) Redo() (Session, Effect, profile.ID) { return s.turn(&s.redo, &s.undo) }

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

// turn restores the last of some changes, which can then be turned again.
func (s *Session) turn(from, to *[]snapshot) (Session, Effect, profile.ID) {
	n := len(*from) - 1
	if n < 0 {
		return *s, Effect{}, None
	}
	last := (*from)[n]
	*from, *to = (*from)[:n], append(slices.Clip(*to), s.snapshot(last.changed))
	return s.restore(last)
}
