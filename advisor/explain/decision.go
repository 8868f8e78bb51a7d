package explain

import (
	"slices"

	"archadvisor/advisor"
	"archadvisor/advisor/precedent"
	"archadvisor/advisor/profile"
)

// Decision is a decision with its reasons. Every list is never nil, so that it encodes as [] and not as null.
type Decision struct {
	advisor.Decision
	Reasons       []Reason
	Flips         []Flip
	NextQuestions []Question
	Relaxation    *Flip                 // smallest change that makes an option pass; only when infeasible
	Notes         []Note                // what qualifies the decision
	Advice        *Advice               // whether what runs today should make way; nil if no option leads
	Precedents    []precedent.Precedent // documented decisions that resemble the profile, nearest first; filled with the flips
}

// Strongest is the largest reason for the recommendation, nil if none speaks for it.
func (d *Decision) Strongest() *Reason {
	if i := slices.IndexFunc(d.Reasons, func(r Reason) bool { return r.For == d.Recommendation }); i >= 0 {
		return &d.Reasons[i]
	}
	return nil
}

// Reason is a difference between two options that one statement of the pack makes.
type Reason struct {
	ID        string  `json:"id"`
	Criterion string  `json:"criterion"`
	For       string  `json:"for"`
	Against   string  `json:"against"`
	Points    float64 `json:"points"`
	Share     float64 `json:"-"` // of the draws in which a rule fires; 1 for a measure and a gate
	Basis     Basis   `json:"-"`
	Quotes    []Quote `json:"-"` // what the pack says: one for a rule or a gate, of both options for a measure
}

// Quote is what the pack says of an option, with the figures in it.
type Quote struct {
	Architecture string
	Because      string
}

// Basis says which figures the quotes of a measure hold. Points are means over
// the draws, and the figures at the central inputs may speak the other way.
type Basis uint8

// The figures of a measure's quotes.
const (
	AtCentre      Basis = iota // those at the central inputs, which agree with the points
	OnAverage                  // means over the draws, because those at the central inputs disagree
	AgainstCentre              // those at the central inputs, although they disagree with the points
)

// Possible reports whether the reason holds in some draws only, so that it must not be told as a fact.
func (r *Reason) Possible() bool { return r.Share > 0 && r.Share < 1 }

// Quote is what the pack says of one of the two options.
func (r *Reason) Quote(architecture string) string {
	if i := slices.IndexFunc(r.Quotes, func(q Quote) bool { return q.Architecture == architecture }); i >= 0 {
		return r.Quotes[i].Because
	}
	return ""
}

// Flip is a change of one field, or of two, that changes the recommendation.
type Flip struct {
	Changes        []Change
	Recommendation string
	About          bool   // another seed would not confirm it
	Relaxes        bool   // it lets an option pass where none does
	Allows         string // the option whose exclusion it drops, "" if it drops none
}

// Change is what a flip does to one field.
type Change struct {
	Field    profile.ID
	From, To profile.Value
	Middle   float64 // of what is tried while the field is open
}

// Question is an open field worth answering next.
type Question struct {
	Field string  `json:"field"`
	Value float64 `json:"value"`          // expected gain in the probability of the right choice, per effort of answering
	Gate  string  `json:"gate,omitempty"` // the gate on the leader that asks, "" if none does
}

// Relation is the comparison that holds of a field once it has changed.
type Relation string

// The relations.
const (
	Is      Relation = "="
	AtLeast Relation = ">="
	AtMost  Relation = "<="
)

// Relation is "at least" for a number that rose, "at most" for one that fell,
// "is" for anything else. A number that is open rises from the middle of what is tried.
func (c *Change) Relation() Relation {
	switch {
	case c.Field.Field().Kind != profile.Numeric:
		return Is
	case c.From.Known() && c.To.Low > c.From.High, !c.From.Known() && c.To.Low > c.Middle:
		return AtLeast
	case c.From.Known() && c.To.Low < c.From.Low, !c.From.Known() && c.To.Low < c.Middle:
		return AtMost
	}
	return Is
}
