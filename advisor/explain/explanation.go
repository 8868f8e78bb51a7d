package explain

import (
	"slices"

	"archadvisor/advisor"
	"archadvisor/advisor/estimate"
	"archadvisor/advisor/precedent"
	"archadvisor/advisor/profile"
)

// Explanation is a decision in depth: what `explain` prints and the result, chart, sensitivity and export screens show.
type Explanation struct {
	*Decision
	Profile     *profile.Profile
	Details     []Detail     // in the order of Decision.Ranking
	BreakEven   []BreakEven  // one per pair of architectures
	Cheapest    []Interval   // which has the lowest bill of all
	Curve       []CurvePoint // cost, p99 and people over load, 0.1 to 100,000 req/s
	Sensitivity Sensitivity  //
	Objections  []Reason     // strongest arguments for what a move leaves, else for the runner-up
	Migration   []Step       // from what runs today, each with its trigger
	Open        []OpenField  // the fields that nobody stated, or no closer than a range, those that matter most first
}

// Detail is the part of an explanation that belongs to one option.
type Detail struct {
	Architecture string
	Bill         []LineItem // sums to Estimates.Cost.Expected
	Basis        BillBasis
	Beside       []LineItem // on top of the bill, orders of magnitude
	Dominating   string     // item of the largest line
	SpreadFrom   Spread
}

// BillBasis is what a bill was computed at.
type BillBasis = estimate.Basis

// Spread is, per quantity, the open field that moves it most, Models where what they do not know moves it more, or "".
type Spread [advisor.NumQuantities]string

// Models stands in a Spread for what no field tells.
const Models = "models"

// LineItem is one line of a monthly bill at the central inputs.
type LineItem struct {
	Item         string  `json:"item"`
	Tariff       string  `json:"tariff"` // id of what computed it: "aws/function-memory"
	Quantity     float64 `json:"quantity"`
	Unit         string  `json:"unit"`
	UnitPriceUSD float64 `json:"unit_price_usd"`
	MonthlyUSD   float64 `json:"monthly_usd"`
	Source       string  `json:"source"`
	AsOf         string  `json:"as_of"`
	Flagged      bool    `json:"unverified,omitempty"` // the price is from memory
}

// BreakEven says where along the load each of two architectures costs less.
type BreakEven struct {
	Pair        [2]string  `json:"pair"`
	Intervals   []Interval `json:"intervals"`             // of the infrastructure bill
	Together    []Interval `json:"intervals_with_staff"`  // of infrastructure and staff
	Utilisation float64    `json:"utilisation,omitempty"` // busy share from which the always-on option is cheaper, 0 if none
}

// Interval is a stretch of mean load, in req/s.
type Interval struct {
	FromRPS float64 `json:"from_rps"`
	ToRPS   float64 `json:"to_rps"`
	Cheaper string  `json:"cheaper"`
	About   bool    `json:"about,omitempty"`
}

// CurvePoint is one load on the chart, by estimate.Architecture.
type CurvePoint struct {
	MeanRPS float64
	Cost    [3]advisor.Band
	P99     [3]advisor.Band
	OpsFTE  [3]advisor.Band
}

// Sensitivity says what the decision hangs on.
type Sensitivity struct {
	Tornado     []Swing    `json:"tornado"`
	Importances []Crossing `json:"importances"`
	Carrying    []Carry    `json:"carrying"`
}

// Swing is the range of the leader's margin over one field's own uncertainty.
type Swing struct {
	Field      string  `json:"field"`
	Low        float64 `json:"low"`  // margin in points
	High       float64 `json:"high"` //
	At         [2]any  `json:"at"`   // the field's values at low and high
	CrossesNil bool    `json:"crosses_zero"`
}

// Crossing is the importance of a criterion, 0 to 5, at which another option leads.
type Crossing struct {
	Criterion      string  `json:"criterion"`
	From           float64 `json:"from"`
	To             float64 `json:"to"`
	Recommendation string  `json:"recommendation"`
}

// Carry is a statement without which another option would lead.
type Carry struct {
	ID             string `json:"id"`
	Recommendation string `json:"recommendation"` // without it
}

// OpenField is a field that nobody stated, with its share of what is uncertain between the leader and the runner-up.
type OpenField struct {
	Field    string
	Explains float64
}

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

// Strongest is the first reason for the recommendation, nil if none speaks for it.
func (d *Decision) Strongest() *Reason {
	if i := slices.IndexFunc(d.Reasons, func(r Reason) bool { return r.For == d.Recommendation }); i >= 0 {
		return &d.Reasons[i]
	}
	return nil
}

// Reason is a difference between two options that one statement of the pack makes, or that precedents do.
type Reason struct {
	ID        string       `json:"id"`
	Criterion string       `json:"criterion"`
	For       string       `json:"for"`
	Against   string       `json:"against"`
	Points    float64      `json:"points"`
	Share     float64      `json:"-"` // of the draws in which a rule fires; 1 for a measure and a gate
	Basis     Basis        `json:"-"`
	Fields    []profile.ID `json:"-"` // of what precedents add: the answers that do most
	Quotes    []Quote      `json:"-"` // what the pack says: one for a rule or a gate, of both options for a measure
}

// Quote is what the pack says of an option, with the figures in it.
type Quote struct {
	Architecture string
	Because      string
}

// Basis says which figures the quotes of a measure hold: those at the central inputs may speak against the mean points.
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
	Alone    bool    // beyond it the recommendation is again what it was
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
// "is" for anything else, and for one beyond which the old leader is back. A number that is open rises from the middle of what is tried.
func (c *Change) Relation() Relation {
	switch {
	case c.Field.Field().Kind != profile.Numeric, c.Alone:
		return Is
	case c.From.Known() && c.To.Low > c.From.High, !c.From.Known() && c.To.Low > c.Middle:
		return AtLeast
	case c.From.Known() && c.To.Low < c.From.Low, !c.From.Known() && c.To.Low < c.Middle:
		return AtMost
	}
	return Is
}
