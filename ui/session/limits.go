package session

import (
	"slices"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
)

// Sheet are the questions that the one at hand is asked together with: hard limits, facts, or what matters most.
// Whoever jumps to a question is asked that alone.
func (s Session) Sheet() []profile.ID {
	if s.Current() == profile.PriorityCost && s.from < 0 {
		return slices.DeleteFunc(slices.Clone(priorities), func(id profile.ID) bool { return !s.Visible(id) })
	}
	var ids []profile.ID
	for _, g := range s.sheet {
		ids = append(ids, g.Fields[0])
	}
	return ids
}

// Prompt is the question at hand, of its sheet if it is asked on one.
func (s Session) Prompt() string {
	switch {
	case len(s.Limits()) > 0:
		return "Which of these limits does it go beyond?"
	case s.Facts():
		return "Which of these are true?"
	case s.Sheet() != nil:
		return "What matters most to you?"
	}
	return s.Current().Field().Prompt
}

// Told are the questions of the sheet at hand in full, each with what it means and how to find out.
func (s Session) Told() (list [][2]string) {
	for _, id := range s.Sheet() {
		f := id.Field()
		if f.Unit == "importance" {
			return [][2]string{{"Why it is asked", f.Why}}
		}
		list = append(list, [2]string{f.Prompt, f.Technical + ". " + f.HowTo})
	}
	return list
}

// Limits are the hard limits of the sheet at hand.
func (s Session) Limits() []explain.OpenGate {
	if s.Facts() {
		return nil
	}
	return s.sheet
}

// Facts reports whether the sheet at hand asks for what is true and what is not.
func (s Session) Facts() bool { return len(s.sheet) > 0 && !s.sheet[0].Hard }

// here lays the sheet out where the question at hand is on one: of two limits or more, of three facts, or one that
// was gone back to.
func (s Session) here() Session {
	of := func(g explain.OpenGate) bool { return g.Fields[0] == s.Current() }
	s.sheet = nil
	for i, sheet := range append([][]explain.OpenGate{s.limits(), s.facts()}, s.sheets...) {
		if s.from < 0 && (i > 1 || len(sheet) >= 2+i) && slices.ContainsFunc(sheet, of) {
			s.sheet = sheet
			break
		}
	}
	return s
}

const mostFacts = 8 // how many facts are asked for together: a screen of them

// Fact is the answer of somebody who ticks a row of a sheet.
func Fact(id profile.ID) profile.Value {
	switch f := id.Field(); {
	case f.Kind == profile.Bool:
		return profile.Flag(true)
	case f.FactIs != "":
		return choice(id, f.FactIs)
	default:
		return profile.Number(f.Max)
	}
}

// unsure reports whether somebody has passed so many questions that those with a telling answer are asked at a glance, too.
func (s Session) unsure() bool {
	passed := 0
	for _, id := range s.seen[:s.at] {
		if s.Status(id) != Answered && !slices.Contains(s.covered, id) {
			passed++
		}
	}
	return passed >= 2
}

// facts are the questions of what is true that are worth something, answered together at a glance.
func (s Session) facts() (list []explain.OpenGate) {
	for _, kind := range []profile.Kind{profile.Bool, profile.Option} { // an option behind all that are yes or no
		for _, w := range s.ranked {
			f := w.id.Field()
			if f.Kind == kind && (kind == profile.Bool || f.FactIs != "" && s.unsure()) && len(list) < mostFacts && w.gain > s.inquiry.Worth/20 && s.unanswered(w.id) {
				list = append(list, explain.OpenGate{Fields: []profile.ID{w.id}, Within: profile.Flag(false)})
			}
		}
	}
	return list
}

func (s Session) unanswered(id profile.ID) bool {
	return s.Visible(id) && s.Status(id) == Open && !slices.Contains(s.covered, id)
}

var priorities = func() (ids []profile.ID) {
	for _, f := range profile.Fields() {
		if f.Section == "priorities" {
			ids = append(ids, f.ID)
		}
	}
	return ids
}()

// limits are the hard limits that may yet stop the leader and nobody was asked about.
func (s Session) limits() []explain.OpenGate {
	return slices.DeleteFunc(slices.Clone(s.inquiry.Gates), func(g explain.OpenGate) bool {
		return !g.Within.Known() || !s.unanswered(g.Fields[0])
	})
}

// Within are the answers to the limits of the sheet at hand that nobody gave yet: none of them is reached.
func (s Session) Within() []Given {
	var list []Given
	for _, g := range s.Limits() {
		if s.Status(g.Fields[0]) != Answered {
			list = append(list, Given{g.Fields[0], g.Within})
		}
	}
	return list
}

// Ticked are the answers of somebody who ticks these on the sheet at hand. Of facts the others are not true, if
// these alone are; else others stay open, or of the usual weight.
func (s Session) Ticked(alone bool, ids ...profile.ID) []Given {
	var ticked, rest []Given
	for _, id := range s.Sheet() {
		switch {
		case slices.Contains(ids, id):
			ticked = append(ticked, Given{id, Fact(id)})
		case alone && id.Field().Kind == profile.Bool:
			rest = append(rest, Given{id, profile.Flag(false)})
		case s.profile.Known(id) && (id.Field().Numeric() || s.profile.Get(id).Equal(Fact(id))): // the tick was taken away
			rest = append(rest, Given{ID: id})
		}
	}
	return append(ticked, rest...)
}
