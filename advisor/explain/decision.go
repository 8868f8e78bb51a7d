package explain

import "archadvisor/advisor"

// Decision is a decision with its reasons. Every list is never nil, so that it
// encodes as [] and not as null.
type Decision struct {
	advisor.Decision
	Reasons       []Reason
	Flips         []Flip
	NextQuestions []Question
	Relaxation    *Flip    // smallest change that makes an option pass; only when infeasible
	Notes         []string // ties, missed targets, mean far from expected: whole sentences
}

// Reason is a difference between the leader and the runner-up that rests on an
// answered field.
type Reason struct {
	ID        string  `json:"id"`
	Criterion string  `json:"criterion"`
	For       string  `json:"for"`
	Against   string  `json:"against"`
	Points    float64 `json:"points"`
	Text      string  `json:"text"`

	index, lead, runner int // of the statement, and the options compared
}

// Flip is a change of one field (or of a pair) that changes the recommendation.
type Flip struct {
	Field          string   `json:"field,omitempty"`
	From           any      `json:"from,omitempty"` // value, [low, high] or nil
	To             any      `json:"to,omitempty"`
	Fields         []string `json:"fields,omitempty"` // a pair
	Froms          []any    `json:"-"`
	Tos            []any    `json:"-"`
	Recommendation string   `json:"recommendation"`
	About          bool     `json:"about,omitempty"` // another seed would not confirm it
	Text           string   `json:"-"`               // "with 34 engineers it would be microservices"
}

// Question is an open field worth answering next.
type Question struct {
	Field string  `json:"field"`
	Value float64 `json:"value"` // expected gain in points, per effort of answering
}
