package session

import (
	"errors"
	"sync"
)

// Effect is what a change asks of the disk: the draft of the answers is to be
// written, or to be removed. Do does it. The zero Effect does nothing.
type Effect struct {
	draft *draft
	seq   int
	data  []byte // nil: the draft is to go
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
	err := e.onDisk()
	if err == nil {
		e.draft.done = e.seq
	}
	return err
}

func (e Effect) onDisk() error {
	if e.data != nil {
		return e.draft.store.Save(e.draft.name, e.data)
	}
	if err := e.draft.store.Remove(e.draft.name); !errors.Is(err, ErrNoDraft) {
		return err
	}
	return nil
}

// save asks for the draft to be written.
func (s Session) save() (Session, Effect, error) {
	if s.draft == nil {
		return s, Effect{}, nil
	}
	s.last = Effect{s.draft, s.last.seq + 1, s.encode()}
	return s, s.last, nil
}

// Finish asks for the draft to be removed: the answers live on in a file of the
// user's own. A later answer starts it again.
func (s Session) Finish() (Session, Effect) {
	if s.draft == nil {
		return s, Effect{}
	}
	s.last = Effect{s.draft, s.last.seq + 1, nil}
	return s, s.last
}

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

// Kept reports whether the draft on disk has every answer.
func (s Session) Kept() bool { return s.Keeping() && s.did == s.last.seq }

// Draft returns the name of the draft, "" if nothing is kept.
func (s Session) Draft() string {
	if s.draft == nil {
		return ""
	}
	return s.draft.name
}
