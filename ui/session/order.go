package session

import (
	"slices"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
)

// first are the questions of the opening: team, load profile, budget. They are
// known off-hand and carry most of every decision. By then people know what
// they are talking about and can name it.
var first = []profile.ID{profile.Engineers, profile.MeanRPS, profile.Pattern, profile.BudgetMonthlyUSD, profile.Name}

// Visible reports whether a question makes sense beside the other answers.
// Hidden questions are never asked in turn.
func (s Session) Visible(id profile.ID) bool {
	if s.profile.Known(id) {
		return id != profile.Schema
	}
	return id == profile.Name || id == profile.Exclude || explain.Relevant(s.profile, id)
}

// SetOrder takes what the open answers are worth: in which order they are asked
// for, and what may yet stop the option that leads.
func (s Session) SetOrder(q explain.Inquiry) Session {
	s.ranked, s.gates, s.enough = nil, q.Gates, q.Enough
	for _, question := range q.Questions {
		id, ok := profile.Lookup(question.Field)
		if !ok {
			continue
		}
		if other, paired := profile.Partner(id); paired && !s.Visible(id) {
			id = other
		}
		s.ranked = append(s.ranked, id)
	}
	return s
}

// basics are the questions without which nobody may be told to stop; of the
// last ones one will do.
var basics = [][]profile.ID{{profile.Interaction}, {profile.Current}, {profile.Trouble}, {profile.Engineers}, {profile.BudgetMonthlyUSD},
	{profile.MeanRPS, profile.PeakRPS, profile.Users}}

// CanStop reports whether nothing left is likely to change the answer: no open
// gate can stop the option that leads, what all open answers are worth together
// is not worth asking, and what decides most was asked.
func (s Session) CanStop() bool {
	if !s.enough {
		return false
	}
	for _, g := range s.gates {
		if slices.ContainsFunc(g.Fields, func(id profile.ID) bool { return !s.asked(id) }) {
			return false
		}
	}
	for _, any := range basics {
		if !slices.ContainsFunc(any, s.asked) {
			return false
		}
	}
	return true
}

// asked reports whether a question was answered or passed over, or makes no
// sense beside the other answers.
func (s Session) asked(id profile.ID) bool {
	if other, paired := profile.Partner(id); paired && !s.Visible(id) {
		return s.settled(id) || s.settled(other)
	}
	return s.settled(id) || !s.Visible(id)
}

// settled reports whether a question was answered or passed over.
func (s Session) settled(id profile.ID) bool {
	return s.Status(id) != Open || slices.Contains(s.seen[:min(s.at, len(s.seen))], id)
}

// Ahead returns the questions still to be asked, in order, as things stand.
func (s Session) Ahead() []profile.ID {
	var out []profile.ID
	add := func(id profile.ID) {
		if s.askable(id) && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	for _, group := range [][]profile.ID{first, s.ranked} {
		for _, id := range group {
			add(id)
		}
	}
	for _, drawn := range []bool{true, false} {
		for _, f := range profile.Fields() {
			if f.Drawn == drawn && f.ID != profile.Name {
				add(f.ID)
			}
		}
	}
	return out
}

// askable reports whether a question may come next: it makes sense, has no
// answer and was not seen yet.
func (s Session) askable(id profile.ID) bool {
	return s.Visible(id) && s.Status(id) == Open && !slices.Contains(s.seen, id)
}

// Group is one step of the interview.
type Group struct {
	Name     string
	Answered int
	Unknown  int
	Total    int
	Current  bool // the question at hand belongs to it
}

// Groups returns the steps of the interview in the order of the profile, with
// how far each is.
func (s Session) Groups() []Group {
	var out []Group
	index := map[string]int{}
	for _, f := range profile.Fields() {
		if f.Group == "" || !s.Visible(f.ID) {
			continue
		}
		i, ok := index[f.Group]
		if !ok {
			i = len(out)
			index[f.Group] = i
			out = append(out, Group{Name: f.Group})
		}
		g := &out[i]
		g.Total++
		switch s.Status(f.ID) {
		case Answered:
			g.Answered++
		case Unknown:
			g.Unknown++
		}
		g.Current = g.Current || f.ID == s.Current()
	}
	return out
}

// Progress returns how many of the visible questions have an answer or an "I
// don't know", and how many there are.
func (s Session) Progress() (done, total int) {
	for _, g := range s.Groups() {
		done += g.Answered + g.Unknown
		total += g.Total
	}
	return done, total
}
