package session

import (
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

func alive(tb testing.TB, s Session) *live { return &live{tb, s} }

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
	s, e, err := l.set(id, v)
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

func (l *live) Next()              { l.Session = l.Session.Next() }
func (l *live) Jump(id profile.ID) { l.Session = l.Session.Jump(id) }

func (l *live) SetOrder(q explain.Inquiry) { l.Session = l.Session.SetOrder(q) }

func (l *live) Finish() error {
	s, e := l.Session.Finish()
	err := e.Do()
	l.Session = s.Did(e, err)
	return err
}
