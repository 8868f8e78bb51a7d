package precedent

import (
	"slices"
	"sort"

	"archadvisor/advisor/profile"
)

// Answer is something that may be answered to a question, with how often documented decisions say it.
type Answer struct {
	Value profile.Value
	Share float64
}

const answersOfNumber = 5 // how many values stand for those of a number

// Answers are the answers to a field by their frequency in the cases that state it, which sum to 1: words of
// a list one by one, quantiles of a number. A word or a yes that no case holds counts half a case, so that
// nothing is impossible. Nil for fields of free text, and for a number that no case states.
func Answers(cases []*Case, id profile.ID) []Answer {
	if id.Field().Kind == profile.Numeric {
		return numberAnswers(cases, id)
	}
	const unseen = 0.5
	values := id.Field().Choices()
	out := make([]Answer, len(values))
	sum := 0.0
	for i, v := range values {
		n := unseen
		for _, c := range cases {
			if c.Profile.Known(id) && holds(c.Profile.Get(id), v) {
				n++
			}
		}
		out[i] = Answer{v, n}
		sum += n
	}
	for i := range out {
		out[i].Share /= sum
	}
	return out
}

// holds reports whether an answer is a value, or a list that holds its word.
func holds(v, value profile.Value) bool {
	if len(value.List) == 0 {
		return v.Low == value.Low
	}
	return slices.Contains(v.List, value.List[0])
}

func numberAnswers(cases []*Case, id profile.ID) []Answer {
	var xs []float64
	for _, c := range cases {
		if c.Profile.Known(id) {
			xs = append(xs, middle(c.Profile.Get(id)))
		}
	}
	if len(xs) == 0 {
		return nil
	}
	sort.Float64s(xs)
	n := min(answersOfNumber, len(xs))
	out := make([]Answer, n)
	for i := range out {
		out[i] = Answer{profile.Number(xs[int((float64(i)+0.5)/float64(n)*float64(len(xs)))]), 1 / float64(n)}
	}
	return out
}
