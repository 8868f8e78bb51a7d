package advisor

import "archadvisor/advisor/estimate"

// Verdict says how far the recommendation carries.
type Verdict string

// The verdicts, in the order in which they are tried.
const (
	Infeasible  Verdict = "infeasible"
	NotEnough   Verdict = "not-enough-information"
	CloseCall   Verdict = "close-call"
	Recommended Verdict = "recommended"
)

// Band is a quantity: what the central inputs give, and the 10th and 90th
// percentile over the draws, widened to contain it.
type Band struct {
	Low      float64 `json:"low"`
	Expected float64 `json:"expected"`
	High     float64 `json:"high"`
}

// Decision is the answer to one profile. Every list is never nil, so that it
// encodes as [] and not as null. It is read-only for those who receive it.
type Decision struct {
	Name           string       `json:"name"`
	Verdict        Verdict      `json:"verdict"`
	Recommendation string       `json:"recommendation"`
	WinShare       float64      `json:"win_share"`
	Ranking        []Option     `json:"ranking"` // score order, ruled out last
	Assumed        []Assumption `json:"assumed"`
	Pack           string       `json:"pack"`
	PackHash       string       `json:"pack_hash"`
	Prices         string       `json:"prices"`
	Version        string       `json:"version"`

	// How sure: filled always, printed by explain and by the screens.
	Robustness Robustness `json:"-"`
	Budget     Target     `json:"-"` // the cost target in force and where it came from
}

// Target is a target of the user's, or the prior that stands in for it.
type Target struct {
	Value  float64
	Stated bool
}

// Option is one architecture in the ranking.
type Option struct {
	Architecture string    `json:"architecture"`
	Score        float64   `json:"score"`
	Low          float64   `json:"low"`
	High         float64   `json:"high"`
	WinShare     float64   `json:"win_share"`
	Feasible     bool      `json:"feasible"`
	Gates        []GateHit `json:"gates"`
	Estimates    Estimates `json:"estimates"`
	Shape        string    `json:"shape"`

	Contributions []Contribution        `json:"-"` // every statement of the pack that could speak of this option
	Arch          estimate.Architecture `json:"-"`
	Central       estimate.Estimate     `json:"-"` // at the central inputs
}

// Estimates are the quantities of one option that everybody asks for.
type Estimates struct {
	Cost         Band `json:"cost_monthly_usd"`
	P99          Band `json:"p99_ms"`
	Availability Band `json:"availability_pct"`
	Instances    Band `json:"instances"`
	OpsFTE       Band `json:"ops_fte"`
}

// GateHit is a gate that stops an option, in every draw (share 1) or in some.
type GateHit struct {
	ID     string  `json:"id"`
	Text   string  `json:"text"` // with the number that broke it
	Share  float64 `json:"share"`
	Source string  `json:"source"`
}

// Contribution is what one statement of the pack does to one option. The
// points of an option's contributions sum to its score.
type Contribution struct {
	ID        string         `json:"id"`
	Kind      string         `json:"kind"` // measure, rule or gate
	Criterion string         `json:"criterion"`
	Weight    float64        `json:"weight"`
	Points    float64        `json:"points"`
	State     string         `json:"state"` // fired, asleep or undecided
	Share     float64        `json:"share"` // of the draws in which it fired
	Answered  bool           `json:"answered"`
	Text      string         `json:"text"`
	Source    string         `json:"source"`
	Facts     map[string]any `json:"facts"`
	Margin    string         `json:"margin"`
}

// Robustness is the SMAA-2 result.
type Robustness struct {
	Draws     int
	Precision float64               // of a share: to the further end of its Wilson interval at 3.3 standard errors
	Pairwise  [3][3]float64         // by estimate.Architecture: share of draws in which row beats column
	Rank      [3][3]float64         // by estimate.Architecture and rank
	Central   [3]map[string]float64 // mean weights when the option wins, by criterion
	Entropy   float64               // bits
	EVPI      float64               // points: value of all open answers
	NoWinner  float64               // share of draws in which no option passes
}
