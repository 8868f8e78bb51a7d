package session

import (
	"math"
	"slices"

	"archadvisor/advisor/profile"
)

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

// perFold is how many questions it takes until e times less is to be gained: in 80
// random interviews 3.0 on average, 2.8 in the middle.
const perFold = 2.8

// estimate is how many questions it takes until the rest is not worth asking, and at least what is lacking.
func (s Session) estimate() int {
	if s.stop {
		return 0
	}
	fold := math.Log(s.inquiry.Gain / math.Max(s.inquiry.Worth, 1e-9))
	return max(1, s.lacking(), int(math.Ceil(perFold*math.Max(0, math.Min(fold, 10)))))
}
