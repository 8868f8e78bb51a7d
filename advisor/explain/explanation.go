package explain

import (
	"archadvisor/advisor"
	"archadvisor/advisor/estimate"
)

// Explanation is a decision in depth: everything that `explain` prints and the
// result, chart, sensitivity and export screens show. It is plain data.
type Explanation struct {
	*Decision
	Details     []Detail     // in the order of Decision.Ranking
	BreakEven   []BreakEven  // one per pair of architectures
	Curve       []CurvePoint // cost, p99 and people over load, 0.1 to 100,000 req/s
	Sensitivity Sensitivity  //
	Objections  []Reason     // strongest arguments for what a move leaves, else for the runner-up
	Migration   []Step       // from what runs today, each with its trigger
	Open        []OpenField  // the fields that nobody stated, those that matter most first
}

// Detail is the part of an explanation that belongs to one option.
type Detail struct {
	Architecture string
	Bill         []LineItem // sums to Estimates.Cost.Expected
	Basis        BillBasis
	Beside       []LineItem // on top of the bill, orders of magnitude
	Dominating   string     // item of the largest line
	SpreadFrom   Spread
	Shapes       []ShapeCost // every shape of the architecture on this cloud, cheapest first
}

// BillBasis is what a bill was computed at.
type BillBasis = estimate.Basis

// Spread is, per quantity, the open field that moves it most; Models where what the
// models do not know moves it more, "" where nothing does.
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

// ShapeCost is one deployable shape with what it would cost.
type ShapeCost struct {
	Shape      string   `json:"shape"`
	MonthlyUSD float64  `json:"cost_monthly_usd"`
	OpsUSD     float64  `json:"operations_monthly_usd"`
	Chosen     bool     `json:"chosen"`
	Failing    []string `json:"failing"` // gates that stop it at the central inputs
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

// OpenField is a field that nobody stated, with how much it moves the leader
// against the runner-up: as a share of what is uncertain between the two.
type OpenField struct {
	Field    string
	Explains float64
}
