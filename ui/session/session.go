// Package session is the interview without a screen: which question comes next, what was answered, what can be undone,
// and the draft on disk. The drawn screens and the plain prompts are two front ends of the same Session, so the same
// answers give the same result in both. A session is a value: it can be kept, compared and passed on, and its methods
// touch no disk. What a change asks of the disk is returned as an Effect.
package session

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
)

// None is "no question": the end. Nobody is asked about the version of the format, so its id is free.
const None = profile.Schema

// Session is an interview about one workload: a value, whose changes return the next one.
type Session struct {
	answers
	unnamed bool                 // the name is a stand-in: ask for it
	from    int                  // where a jump came from, -1 if nowhere
	waiting bool                 // the next question is not known yet
	sheets  [][]explain.OpenGate // the sheets that were passed or answered

	inquiry  explain.Inquiry // what the open answers are worth
	ranked   []worth         // the same, by field
	fresh    bool            // it is of these answers
	stop     bool            // nothing left is likely to change the answer
	reopened profile.ID      // the answer that took that back
	most     int             // how many questions were said to be left

	history
}

// answers are what can be taken back: what was said, and where the interview stood.
type answers struct {
	profile *profile.Profile
	outer   *Session                // of the system, while one of its components is asked about
	part    int                     // its number
	unknown [profile.NumFields]bool // answered "I don't know"
	seen    []profile.ID            // questions in the order in which they were seen
	covered []profile.ID            // questions of sheets that were seen
	at      int                     // index into seen; len(seen) at the end
	sheet   []explain.OpenGate      // what the question at hand asks for together
}

// history is what a system and its components have in common: what can be taken back, and what is kept on disk.
type history struct {
	undo, redo []snapshot

	draft *draft // on disk, nil if nothing is kept there
	last  Effect // the last one that was asked for
	did   int    // number of the last one that was done
	fault error  // of it
	file  string // that holds these answers, "" if none does
}

// New starts an interview that does not ask again for answers; without a name of a draft nothing is kept on disk.
func New(p *profile.Profile, store Folder, name string) Session {
	s := Session{answers: answers{profile: p.Clone()}, history: history{draft: newDraft(store, name)}, from: -1}
	s.unnamed = len(p.Answered()) <= 2 // schema and name: nobody wrote this profile
	return s.Next()
}

// Profile returns a copy of the answers so far, with all components.
func (s Session) Profile() *profile.Profile { return s.system(s.profile).Clone() }

// Name returns the name of the workload.
func (s Session) Name() string { return s.Profile().Name() }

// Value returns the answer to a question; its state is profile.Open if there is none.
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

// Waiting reports whether it is being computed what is asked next: see SetOrder.
func (s Session) Waiting() bool { return s.waiting }

// Done reports whether the interview is at its end.
func (s Session) Done() bool { return s.Current() == None && !s.waiting }

// Given is an answer to a question; an open value is "I don't know".
type Given struct {
	ID    profile.ID
	Value profile.Value
}

// With returns a copy of the answers with more values, or why they cannot stand.
func (s Session) With(list ...Given) (*profile.Profile, error) {
	p, err := s.with(list)
	if err != nil {
		return nil, err
	}
	return s.system(p), nil
}

func (s Session) with(list []Given) (*profile.Profile, error) {
	p := s.profile.Clone()
	for _, g := range list {
		if !g.Value.Known() {
			p.Clear(g.ID)
		} else if err := p.Answer(g.ID, g.Value); err != nil {
			return nil, err
		}
		if g.ID == profile.Current && !p.Get(g.ID).Equal(choice(g.ID, "microservices")) {
			p.Clear(profile.ServicesNow) // they are not what runs today
		}
	}
	if s.outer != nil {
		p = s.system(p).Parts()[s.part] // what is not answered any more is inherited
		for i, c := range s.outer.profile.Components() {
			if i != s.part && c.Name() == p.Name() {
				return nil, errors.New("another component has that name")
			}
		}
	}
	if errs := p.Validate(); len(errs) > 0 {
		return nil, errors.New(errs[0].Message)
	}
	return p, nil
}

// Give answers questions as one change, and asks for the draft to be written if something changed.
func (s Session) Give(list ...Given) (Session, Effect, error) {
	list = slices.DeleteFunc(slices.Clone(list), func(g Given) bool {
		return g.ID == profile.Name && !g.Value.Known() // a profile has a name: the stand-in stays
	})
	p, err := s.with(list)
	if err != nil {
		return s, Effect{}, err
	}
	was := s.unknown
	for _, g := range list {
		s.unknown[g.ID] = !g.Value.Known()
		s.unnamed = s.unnamed && g.ID != profile.Name
	}
	if len(list) == 0 || p.Equal(s.profile) && s.unknown == was {
		return s, Effect{}, nil
	}
	before := snapshot{s.answers, list[0].ID}
	before.unknown = was
	s.undo = append(slices.Clip(s.undo), before)
	s.fresh = s.fresh && p.Equal(s.profile)
	s.redo, s.profile, s.file = nil, p, ""
	return s.save()
}

// Engine is what the screens need of the advisor; *advisor.Advisor is one.
type Engine interface {
	Advise(p *profile.Profile, o advisor.Options) *explain.Decision
	Explain(ctx context.Context, p *profile.Profile, o advisor.Options, passed ...profile.ID) (*explain.Explanation, error)
	Flips(ctx context.Context, p *profile.Profile, o advisor.Options) ([]explain.Flip, error)
	EachFlip(ctx context.Context, p *profile.Profile, o advisor.Options) ([]explain.Flip, error)
	Inquire(ctx context.Context, p *profile.Profile, o advisor.Options, passed ...profile.ID) (explain.Inquiry, error)
}

// noCeiling are ways to say that nothing bounds a budget, which leaves it open: none is no budget of nothing.
var noCeiling = []string{"none", "no", "no limit", "no ceiling", "unlimited"}

// Read reads what somebody typed as an answer; users a month, where requests are asked for, answer for the users.
func Read(id profile.ID, text string) (Given, error) {
	if id == profile.BudgetMonthlyUSD && slices.Contains(noCeiling, strings.ToLower(strings.TrimSpace(text))) {
		return Given{ID: id}, nil
	}
	v, err := Parse(id, text)
	if err != nil && id == profile.MeanRPS {
		if users, no := profile.Parse(profile.Users, text); no == nil {
			return Given{profile.Users, users}, nil
		}
	}
	return Given{id, v}, err
}

// Parse reads a value, also by the numbers of choices in a list; an open value means "I don't know".
func Parse(id profile.ID, text string) (profile.Value, error) {
	choices, words := Choices(id), []string{}
	for _, w := range strings.Split(text, ",") {
		n, err := strconv.Atoi(strings.Trim(w, " ."))
		switch {
		case err != nil || len(choices) == 0:
		case n == len(choices)+1:
			return profile.Value{}, nil
		case n < 1 || n > len(choices):
			return profile.Value{}, fmt.Errorf("choose 1 to %d", len(choices)+1)
		default:
			w = choices[n-1].Word
		}
		words = append(words, w)
	}
	return profile.Parse(id, strings.Join(words, ","))
}

// ChoiceRow is one answer that can be picked from a list.
type ChoiceRow struct {
	Word  string // as it is shown
	Value profile.Value
}

// Choices returns the answers that can be picked from a list; none for numbers and texts.
func Choices(id profile.ID) []ChoiceRow {
	f := id.Field()
	switch f.Kind {
	case profile.Bool:
		return []ChoiceRow{{"yes", profile.Flag(true)}, {"no", profile.Flag(false)}}
	case profile.Option, profile.TextList:
		rows := make([]ChoiceRow, len(f.Options))
		for i, o := range f.Options {
			if rows[i] = (ChoiceRow{o, profile.List(o)}); f.Kind == profile.Option {
				rows[i].Value = choice(id, o)
			}
		}
		return rows
	}
	return nil
}

// choice is the value of an option that is known to exist.
func choice(id profile.ID, word string) profile.Value {
	v, _ := profile.Choice(id, word)
	return v
}
