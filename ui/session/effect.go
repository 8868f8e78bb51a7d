package session

import (
	"path/filepath"
	"sync"
)

// Effect is what a change asks of the disk: the draft of the answers is to be
// written. Do does it. The zero Effect does nothing.
type Effect struct {
	draft *draft
	seq   int
	data  []byte
}

// draft is where the answers are kept on disk.
type draft struct {
	store Store
	name  string
	mu    sync.Mutex
	done  int // number of the last effect that was done
}

func newDraft(store Store, name string) *draft {
	if store == nil || name == "" {
		return nil
	}
	return &draft{store: store, name: name}
}

// None reports whether nothing is to be done.
func (e Effect) None() bool { return e.draft == nil }

// Do does it, unless a later effect of the same session was done before: of
// effects that run beside one another the last one stands.
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

// save asks for the draft to be written.
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

// Did takes what became of an effect. A fault does not end an interview: it
// goes on even when the disk is full.
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

// Begun reports whether there is an answer: more than a format and a name, or a
// name that was given here.
func (s Session) Begun() bool { return s.Changes() > 0 || len(s.Profile().Answered()) > 2 }

// Draft returns the name of the draft, "" if nothing is kept.
func (s Session) Draft() string {
	if s.draft == nil {
		return ""
	}
	return s.draft.name
}
