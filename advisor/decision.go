package advisor

import (
	"math"
	"slices"

	"archadvisor/advisor/estimate"
)

// Verdict says how far the recommendation carries.
type Verdict string

// The verdicts, in the order in which they are tried.
const (
	Infeasible  Verdict = "infeasible"
	NotEnough   Verdict = "not-enough-information"
	CloseCall   Verdict = "close-call"
	Recommended Verdict = "recommended"
)

// Band is a quantity: its typical value, which the central inputs give, the 10th
// and 90th percentile over the draws, widened to contain it, and their mean.
type Band struct {
	Low      float64 `json:"low"`
	Expected float64 `json:"expected"`
	High     float64 `json:"high"`
	Mean     float64 `json:"mean"` // over the draws
}

// farFromMean is how far the mean over the draws may lie from the typical value before both are told.
const farFromMean = 0.20

// Skewed reports whether the mean lies so far from the typical value that both are told.
func (b Band) Skewed() bool {
	return b.Mean != 0 && math.Abs(b.Mean-b.Expected) > farFromMean*math.Abs(b.Expected)
}

// Decision is the answer to one profile. Every list is never nil, so that it
// encodes as [] and not as null. It is read-only for those who receive it.
type Decision struct {
	Name           string
	Verdict        Verdict
	Recommendation string
	Probability    float64
	Enough         float64    // probability from which a recommendation is plain
	Frequency      *Frequency // of documented decisions that were as sure; nil if nothing was learned
	Ranking        []Option   // score order, ruled out last
	Assumed        []*Assumption
	Pack           string
	PackHash       string
	Prices         string
	Version        string

	// How sure: filled always, printed by explain and by the screens.
	Robustness Robustness
	Budget     Target // the cost target in force and where it came from
}

// RunnerUp is the best option beside the recommendation that is not ruled out,
// nil if there is none: the rival that texts name.
func (d *Decision) RunnerUp() *Option {
	return d.first(func(o Option) bool { return o.Feasible && o.Architecture != d.Recommendation })
}

// Target is a target of the user's, or the prior that stands in for it.
type Target struct {
	Value  float64
	Stated bool
}

// Option is one architecture in the ranking.
type Option struct {
	Architecture string
	Score        float64
	Low          float64
	High         float64
	Probability  float64
	Feasible     bool
	Gates        []GateHit
	Estimates    Estimates
	Shape        string

	Contributions []Contribution // every statement of the pack that could speak of this option
	Arch          estimate.Architecture
	Central       estimate.Estimate // at the central inputs
}

// Estimates are the quantities of one option that everybody asks for.
type Estimates struct {
	Cost         Band `json:"cost_monthly_usd"` // infrastructure
	OpsUSD       Band `json:"ops_monthly_usd"`  // dedicated staff
	Together     Band `json:"total_monthly_usd"`
	P99          Band `json:"p99_ms"`
	Availability Band `json:"availability_pct"`
	Instances    Band `json:"instances"`
	OpsFTE       Band `json:"ops_fte"` // dedicated staff
}

// GateHit is a gate that stops an option, in every draw (share 1) or in some.
type GateHit struct {
	ID        string
	Because   string // what the pack says, with the number that broke it; "" for an exclusion
	Share     float64
	Sources   []string // title and address of each
	Exclusion bool     // the user excluded the option
}

// Contribution is what one statement of the pack does to one option. The
// points of an option's contributions sum to its score.
type Contribution struct {
	ID        string         `json:"id"`
	Kind      Kind           `json:"kind"` // base, measure, rule or gate
	Criterion string         `json:"criterion"`
	Weight    float64        `json:"weight"` // importance of the criterion
	Points    float64        `json:"points"`
	State     State          `json:"state"` // fired, asleep or undecided
	Share     float64        `json:"share"` // of the draws in which it fired
	Answered  bool           `json:"answered"`
	Because   string         `json:"-"` // what the pack says, with the figures at the central inputs
	Sources   []string       `json:"-"` // title and address of each
	AddsTo    string         `json:"-"` // as in Statement
	Facts     map[string]any `json:"-"`
	Margin    Margin         `json:"-"`
}

// Margin is how far the facts at the central inputs are from the thresholds of a statement.
type Margin struct {
	Scaled bool    // of a measure: its value, 0 to 100
	Value  float64 //
	Terms  []Term  // of a rule or gate: the comparisons of its condition
}

// Term is one comparison of a condition, its values written with their units.
type Term struct {
	Name   string // what is compared
	Open   bool   // it rests on what nobody stated: Shown and Away are ""
	Op     string
	Shown  string
	Wanted string // "" for a yes or no that is asked for by its name alone
	Away   string // how far Shown is from Wanted, "" if that is no number
}

// Option finds an architecture in the ranking, nil if it is not there.
func (d *Decision) Option(architecture string) *Option {
	return d.first(func(o Option) bool { return o.Architecture == architecture })
}

func (d *Decision) first(is func(Option) bool) *Option {
	if i := slices.IndexFunc(d.Ranking, is); i >= 0 {
		return &d.Ranking[i]
	}
	return nil
}

// Contribution finds what a statement gives the option, nil if it gives nothing.
func (o *Option) Contribution(id string) *Contribution {
	for i := range o.Contributions {
		if o.Contributions[i].ID == id {
			return &o.Contributions[i]
		}
	}
	return nil
}

// Robustness says how firm the probabilities are.
type Robustness struct {
	Draws     int     `json:"draws"`
	Precision float64 `json:"precision"`  // of a probability, at 3.3 standard errors
	OpenValue float64 `json:"open_value"` // expected gain in the probability of the right choice from all open answers that are drawn
	NoOption  float64 `json:"-"`          // share of draws in which no option passes
}
