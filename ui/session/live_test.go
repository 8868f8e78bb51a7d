package session

import (
	"errors"
	"testing"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
)

// live is a session that is changed in place and does at once what it asks of
// the disk.
type live struct {
	tb testing.TB
	Session
}

func alive(tb testing.TB, s Session) *live {
	l := &live{tb, s}
	l.settle()
	return l
}

// to passes questions over until one is at hand.
func (l *live) to(id profile.ID) *live {
	l.tb.Helper()
	for l.Current() != id {
		if l.Done() {
			l.tb.Fatalf("%s is not asked", id)
		}
		l.Next()
	}
	return l
}

func (l *live) took(s Session, e Effect) {
	l.Session = s.Did(e, e.Do())
}

func (l *live) Answer(v profile.Value) error {
	s, e, err := l.Session.Answer(v)
	l.took(s, e)
	return err
}

func (l *live) DontKnow() {
	if err := l.Answer(profile.Value{}); err != nil {
		l.tb.Fatal(err)
	}
}

func (l *live) Set(id profile.ID, v profile.Value) error {
	s, e, err := l.Session.Give(Given{id, v})
	l.took(s, e)
	return err
}

func (l *live) Undo() (profile.ID, bool) {
	s, e, id := l.Session.Undo()
	l.took(s, e)
	return id, id != None
}

func (l *live) Redo() (profile.ID, bool) {
	s, e, id := l.Session.Redo()
	l.took(s, e)
	return id, id != None
}

func (l *live) Back() bool {
	s, ok := l.Session.Back()
	l.Session = s
	return ok
}

// Next asks for no order where one is waited for: the one that was set stands.
func (l *live) Next() {
	l.Session = l.Session.Next()
	l.settle()
}

func (l *live) settle() {
	if l.Waiting() {
		l.Session = l.Session.SetOrder(l.inquiry)
	}
}

func (l *live) Jump(id profile.ID) { l.Session = l.Session.Jump(id) }

func (l *live) SetOrder(q explain.Inquiry) { l.Session = l.Session.SetOrder(q) }

func (l *live) Filed(path string) error {
	s, e := l.Session.Filed(path)
	err := e.Do()
	l.Session = s.Did(e, err)
	return err
}

// Answer gives the question at hand a value; an open one is "I don't know".
func (s Session) Answer(v profile.Value) (Session, Effect, error) {
	if s.Current() == None {
		return s, Effect{}, errors.New("there is no question to answer")
	}
	return s.Give(Given{s.Current(), v})
}
