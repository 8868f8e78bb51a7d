package session

import (
	"path/filepath"
	"slices"
	"sync"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
)

// Effect is what a change asks of the disk: the draft of the answers is to be
// written. Do does it. The zero Effect does nothing.
type Effect struct {
	draft *draft
	seq   int
	data  []byte
}

type draft struct {
	store Folder
	name  string
	mu    sync.Mutex
	done  int // number of the last effect that was done
}

func newDraft(store Folder, name string) *draft {
	if name == "" {
		return nil
	}
	return &draft{store: store, name: name}
}

// None reports whether nothing is to be done.
func (e Effect) None() bool { return e.draft == nil }

// Do does it unless a later effect of the session was done: of several at once the last one stands.
func (e Effect) Do() error {
	if e.draft == nil {
		return nil
	}
	e.draft.mu.Lock()
	defer e.draft.mu.Unlock()
	if e.seq <= e.draft.done {
		return nil
	}
	err := e.draft.store.Save(e.draft.name, e.data)
	if err == nil {
		e.draft.done = e.seq
	}
	return err
}

func (s Session) save() (Session, Effect, error) {
	if s.draft == nil {
		return s, Effect{}, nil
	}
	s.last = Effect{s.draft, s.last.seq + 1, s.encode()}
	return s, s.last, nil
}

// Filed notes in the draft the file of the user's own that holds these answers. A
// later answer makes them a draft again.
func (s Session) Filed(path string) (Session, Effect) {
	if s.file = path; path != "" {
		s.file, _ = filepath.Abs(path) // it leads there from another folder, too
	}
	next, effect, _ := s.save()
	return next, effect
}

// File is the file of the user's own that holds these answers, "" if none does.
func (s Session) File() string { return s.file }

// Did takes what became of an effect. A fault does not end an interview: it goes on even when the disk is full.
func (s Session) Did(e Effect, err error) Session {
	if e.seq > s.did {
		s.did, s.fault = e.seq, err
	}
	return s
}

// Last returns the last effect that was asked for. Doing it again does nothing.
func (s Session) Last() Effect { return s.last }

// Keeping reports whether answers are written to a draft.
func (s Session) Keeping() bool { return s.draft != nil && s.fault == nil }

// Kept reports whether there are answers and the draft on disk has every one.
func (s Session) Kept() bool { return s.Keeping() && s.Begun() && s.did == s.last.seq }

// Begun reports whether there is an answer: more than a format and a name, or a name that was given here.
func (s Session) Begun() bool { return s.Changes() > 0 || len(s.Profile().Answered()) > 2 }

// Draft returns the name of the draft, "" if nothing is kept.
func (s Session) Draft() string {
	if s.draft == nil {
		return ""
	}
	return s.draft.name
}

// maxUndo bounds how many changes can be taken back.
const maxUndo = 200

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

func (s Session) changed() profile.ID {
	if len(s.undo) == 0 {
		return None
	}
	return s.undo[len(s.undo)-1].changed
}

// Undo takes the last change back and goes to its question; None if there is nothing to undo.
func (s Session) Undo() (Session, Effect, profile.ID) { return s.turn(&s.undo, &s.redo) }

// Redo makes the last change that was taken back again; None if there is none.
func (s Session) Redo() (Session, Effect, profile.ID) { return s.turn(&s.redo, &s.undo) }

func (s Session) remembered(before snapshot) []snapshot {
	return append(slices.Clip(s.undo[max(0, len(s.undo)-maxUndo+1):]), before)
}

func (s Session) snapshot(changed profile.ID) snapshot {
	return snapshot{s.profile, s.outer, s.part, s.unknown, s.seen, s.covered, s.sheet, s.at, changed}
}

// restore brings the answers back, and the position to the question whose answer changes by it.
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
