package session

import (
	"math"
	"slices"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
)

const limits = profile.NumFields // stands in the opening for the hard limits that are open

// opening is the order in which a person would ask: what kind of work it is, what runs today and what hurts,
// who builds and who runs it, the load, how large one piece of work is, money, and what matters most.
var opening = []profile.ID{profile.Interaction, profile.Current, profile.Trouble, profile.Engineers, profile.Operators,
	profile.MeanRPS, profile.Pattern, limits, profile.BudgetMonthlyUSD, profile.PriorityCost}

// basics are the questions without which nobody may be told to stop; of the last ones one will do.
var basics = [][]profile.ID{{profile.Interaction}, {profile.Current}, {profile.Trouble}, {profile.Engineers}, {profile.BudgetMonthlyUSD},
	{profile.MeanRPS, profile.PeakRPS, profile.Users}}

// Visible reports whether a question makes sense beside the other answers; hidden ones are never asked in turn.
func (s Session) Visible(id profile.ID) bool {
	if s.profile.Known(id) {
		return id != profile.Schema
	}
	own := s.profile.Components()
	if len(own) > 0 && !slices.ContainsFunc(own, func(c *profile.Profile) bool { return !c.Known(id) }) {
		return false
	}
	return id == profile.Name || id == profile.Exclude || explain.Relevant(s.profile, id)
}

// SetOrder takes what the open answers are worth, for the order of questions, and asks one that waits for it.
func (s Session) SetOrder(q explain.Inquiry) Session {
	s.inquiry, s.fresh, s.ranked = q, true, nil
	for _, question := range q.Questions {
		id, ok := profile.Lookup(question.Field)
		if !ok {
			continue
		}
		if other, paired := profile.Partner(id); paired && !s.Visible(id) {
			id = other
		}
		s.ranked = append(s.ranked, worth{id, question.Value * id.Field().Effort})
	}
	if s = s.reckon(); s.waiting {
		s = s.advance()
	}
	return s
}

type worth struct {
	id   profile.ID
	gain float64
}

func (s Session) advance() Session {
	id, known := s.following()
	if s.waiting = !known; known && id != None {
		s.seen = append(slices.Clip(s.seen), id)
	}
	return s.here()
}

// following is the next question, if any, and whether it is known yet, however fast somebody types.
func (s Session) following() (profile.ID, bool) {
	rest := s.rest()
	if len(rest) == 0 {
		return None, true
	}
	if s.stop && s.askable(profile.Name) {
		return profile.Name, true
	}
	for _, id := range opening {
		switch {
		case id == limits && !s.fresh:
			return None, false
		case id == limits && len(s.limits()) > 0:
			return s.limits()[0].Fields[0], true
		case id != limits && s.askable(id):
			return id, true
		}
	}
	if sheet := s.facts(); s.open() == 0 && len(sheet) > 2 {
		return sheet[0].Fields[0], s.fresh
	}
	return rest[0], s.fresh
}

// rest are the questions still to be asked after the opening, by their worth.
func (s Session) rest() []profile.ID {
	var out []profile.ID
	add := func(id profile.ID) {
		if s.askable(id) && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	for _, g := range s.inquiry.Gates {
		if s.asked(g.Fields[0]) {
			add(g.Also) // nobody knows the first
		}
	}
	for _, w := range s.ranked {
		add(w.id)
	}
	for _, drawn := range []bool{true, false} {
		for _, f := range profile.Fields() {
			if f.Drawn == drawn {
				add(f.ID)
			}
		}
	}
	return out
}

// askable reports whether a question may come next. Whoever said what matters most is not asked of the rest.
func (s Session) askable(id profile.ID) bool {
	if slices.Contains(priorities, id) && slices.ContainsFunc(priorities, s.profile.Known) {
		return false
	}
	return s.Visible(id) && s.Status(id) == Open && !slices.Contains(s.seen, id) && !slices.Contains(s.covered, id)
}

// asked reports whether a question was answered or passed over, or makes no sense beside the other answers.
func (s Session) asked(id profile.ID) bool {
	if other, paired := profile.Partner(id); paired && !s.Visible(id) {
		return s.settled(id) || s.settled(other)
	}
	return s.settled(id) || !s.Visible(id)
}

// Passed are the questions that nobody will answer: they were passed over, or answered with "I don't know".
func (s Session) Passed() []profile.ID {
	var ids []profile.ID
	for _, f := range profile.Fields() {
		other, paired := profile.Partner(f.ID)
		if !s.profile.Known(f.ID) && (s.settled(f.ID) || paired && s.settled(other)) && !(paired && s.profile.Known(other)) {
			ids = append(ids, f.ID)
		}
	}
	return ids
}

func (s Session) settled(id profile.ID) bool {
	return s.Status(id) != Open || slices.Contains(s.seen[:min(s.at, len(s.seen))], id) || slices.Contains(s.covered, id)
}

// Next goes on: back from a jump, along the questions seen, or to the one worth most; past the last Done is true.
func (s Session) Next() Session {
	passed := s.Passed()
	if s.Sheet() != nil {
		s.covered = slices.Concat(s.covered, s.Sheet())
		if len(s.sheet) > 0 && !slices.ContainsFunc(s.sheets, func(k []explain.OpenGate) bool { return k[0].Fields[0] == s.sheet[0].Fields[0] }) {
			s.sheets = append(slices.Clip(s.sheets), s.sheet)
		}
	}
	if s.from >= 0 {
		s.at, s.from = min(s.from, len(s.seen)), -1
		if s.at < len(s.seen) {
			return s.here()
		}
	} else if s.at < len(s.seen) {
		s.at++
	}
	for s.at < len(s.seen) && !s.Visible(s.seen[s.at]) {
		s.at++
	}
	s.fresh = s.fresh && slices.Equal(passed, s.Passed())
	if s = s.reckon(); s.at == len(s.seen) {
		return s.advance()
	}
	return s.here()
}

// Back goes to the question before, or to where a jump came from, and reports whether there was one.
func (s Session) Back() (Session, bool) {
	was := s
	s.waiting = false
	if s.from >= 0 {
		s.at, s.from = min(s.from, len(s.seen)), -1
		return s.here(), true
	}
	for i := s.at - 1; i >= 0; i-- {
		if s.Visible(s.seen[i]) {
			s.at = i
			return s.here(), true
		}
	}
	return was, false
}

// Jump goes to any question; Next and Back then return to where it came from.
func (s Session) Jump(id profile.ID) Session {
	if id == None || id >= profile.NumFields || id == s.Current() {
		return s
	}
	from := s.at
	if s.from >= 0 {
		from = s.from
	}
	at := slices.Index(s.seen, id)
	if at < 0 {
		at = min(from, len(s.seen))
		s.seen = slices.Insert(slices.Clone(s.seen), at, id)
		from++
	}
	s.at, s.from, s.waiting, s.sheet = at, from, false, nil
	return s
}

// reckon says whether one may stop, or how many questions it takes. What was said stays until an answer really
// reopens the case: a gate that was not asked for, or much more to gain than is worth asking.
func (s Session) reckon() Session {
	reopens := s.open() > 0 || s.inquiry.Gain > 2*s.inquiry.Worth
	switch {
	case !s.fresh:
		return s
	case s.stop && reopens:
		s.stop, s.reopened, s.most = false, s.changed(), 0
	case !s.stop && s.inquiry.Enough && s.lacking() == 0:
		s.stop, s.reopened = true, None
	}
	switch n := s.estimate(); {
	case s.most == 0 || n < s.most:
		s.most = n
	case n > s.most+1 && !s.stop:
		s.most, s.reopened = n, s.changed()
	}
	return s
}

// CanStop reports whether nothing left is likely to change the answer, and what decides most was asked.
func (s Session) CanStop() bool { return s.stop }

// Reopened is the question whose answer took back that one may stop, or made more count; else None.
func (s Session) Reopened() profile.ID { return s.reopened }

// More is about how many questions are left to be sure, 0 while that is not known; it grows only with an answer.
func (s Session) More() int { return min(s.most, s.estimate()) }

// Answers is how many questions have an answer.
func (s Session) Answers() int {
	return max(0, len(s.profile.Answered())-2) // schema and name
}

// lacking is how many questions are asked whatever they are worth: basics and open gates, a sheet being one.
func (s Session) lacking() int {
	n := s.open()
	for _, any := range basics {
		if !slices.ContainsFunc(any, s.asked) {
			n++
		}
	}
	return n
}

// open is how many questions ask for gates that may stop the leader.
func (s Session) open() int {
	var ids []profile.ID
	sheet := 0
	for _, g := range s.inquiry.Gates {
		for _, id := range append(slices.Clip(g.Fields), g.Also) {
			switch {
			case s.asked(id) || slices.Contains(ids, id):
			case g.Within.Known():
				sheet = 1
			default:
				ids = append(ids, id)
			}
		}
	}
	return len(ids) + sheet
}

const perFold = 2.8 // questions until e times less is to be gained: the median of 80 random interviews

// estimate is how many questions it takes until the rest is not worth asking, and at least what is lacking.
func (s Session) estimate() int {
	if s.stop {
		return 0
	}
	fold := math.Log(s.inquiry.Gain / math.Max(s.inquiry.Worth, 1e-9))
	return max(1, s.lacking(), int(math.Ceil(perFold*math.Max(0, math.Min(fold, 10)))))
}
