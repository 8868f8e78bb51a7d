package session

import (
	"errors"
	"strings"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
)

// None stands for "no question": the interview is at its end. No question is
// ever asked about the version of the format, so its id is free for this.
const None = profile.Schema

// Session is one interview about one workload. It is a value: what changes it
// returns the next one, with what is to be done on disk.
type Session struct {
	profile *profile.Profile
	unknown [profile.NumFields]bool // answered "I don't know"
	ranked  []profile.ID            // open questions by what their answers are worth
	gates   []explain.OpenGate      // that may yet stop the option that leads
	enough  bool                    // what is open is not worth asking
	unnamed bool                    // the name is a stand-in: ask for it
	seen    []profile.ID            // questions in the order in which they were seen
	at      int                     // index into seen; len(seen) at the end
	from    int                     // where a jump came from, -1 if nowhere

	undo, redo []snapshot
	revisions  []Revision

	draft *draft // on disk, nil if nothing is kept there
	last  Effect // the last one that was asked for
	did   int    // number of the last one that was done
	fault error  // of it
}

// New starts an interview. Answers that the profile has already are not asked
// for again, but can be changed. With a nil store nothing is kept on disk.
func New(p *profile.Profile, store Store, name string) Session {
	s := Session{profile: p.Clone(), draft: newDraft(store, name), from: -1}
	s.unnamed = len(p.Answered()) <= 2 // schema and name: nobody wrote this profile
	return s.Next()
}

// Profile returns a copy of the answers so far.
func (s Session) Profile() *profile.Profile { return s.profile.Clone() }

// Name returns the name of the workload.
func (s Session) Name() string { return s.profile.Name() }

// Value returns the answer to a question; its state is profile.Open if there
// is none.
func (s Session) Value(id profile.ID) profile.Value { return s.profile.Get(id) }

// Status says how far a question is.
type Status uint8

// The states of a question.
const (
	Open     Status = iota // not answered yet
	Answered               // has a value
	Unknown                // was answered with "I don't know"
)

// Status returns the state of a question.
func (s Session) Status(id profile.ID) Status {
	switch {
	case id == profile.Name && s.unnamed:
		return Open
	case s.profile.Get(id).State != profile.Open:
		return Answered
	case s.unknown[id]:
		return Unknown
	}
	return Open
}

// Current returns the question at hand, or None at the end.
func (s Session) Current() profile.ID {
	if s.at < len(s.seen) {
		return s.seen[s.at]
	}
	return None
}

// Done reports whether the interview is at its end.
func (s Session) Done() bool { return s.Current() == None }

// With returns a copy of the answers with one more value, or why the value
// cannot stand: it is out of range, or contradicts another answer. The session
// does not change.
func (s Session) With(id profile.ID, v profile.Value) (*profile.Profile, error) {
	p := s.profile.Clone()
	if v.State == profile.Open {
		p.Clear(id)
		if id == profile.Current {
			clearServices(p)
		}
		return p, nil
	}
	if err := p.Answer(id, v); err != nil {
		return nil, err
	}
	if id == profile.Current {
		clearServices(p)
	}
	if errs := p.Validate(); len(errs) > 0 {
		return nil, errors.New(errs[0].Message)
	}
	return p, nil
}

// Answer gives the question at hand a value; an open one is "I don't know". The
// position does not change: call Next.
func (s Session) Answer(v profile.Value) (Session, Effect, error) {
	id := s.Current()
	if id == None {
		return s, Effect{}, errors.New("there is no question to answer")
	}
	if v.State == profile.Open && id == profile.Name {
		return s, Effect{}, nil // a profile has a name: the stand-in stays
	}
	return s.set(id, v)
}

// Rename gives the workload another name; an empty one is ignored.
func (s Session) Rename(name string) (Session, Effect, error) {
	if strings.TrimSpace(name) == "" {
		return s, Effect{}, nil
	}
	return s.set(profile.Name, profile.Words(name))
}

// set gives any question a value, and asks for the draft to be written if that
// changes something.
func (s Session) set(id profile.ID, v profile.Value) (Session, Effect, error) {
	p, err := s.With(id, v)
	if err != nil {
		return s, Effect{}, err
	}
	unknown := v.State == profile.Open
	s.unnamed = s.unnamed && id != profile.Name
	if p.Equal(s.profile) && s.unknown[id] == unknown {
		return s, Effect{}, nil
	}
	s = s.remember(id, s.profile.Get(id), p.Get(id))
	s.profile = p
	s.unknown[id] = unknown
	return s.save()
}

// clearServices drops the count of services once they are not what runs today.
func clearServices(p *profile.Profile) {
	if !p.Get(profile.Current).Equal(choice(profile.Current, "microservices")) {
		p.Clear(profile.ServicesNow)
	}
}
