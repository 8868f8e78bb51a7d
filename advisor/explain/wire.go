package explain

import (
	"encoding/json"

	"archadvisor/advisor"
	"archadvisor/advisor/profile"
)

// Row is a decision as `score --format json` prints it: one object, floats
// rounded to six significant digits.
type Row struct {
	File  string `json:"file"`
	Index *int   `json:"index,omitempty"`
	*Decision
}

// MarshalJSON writes the keys of a row in their order.
func (r Row) MarshalJSON() ([]byte, error) {
	d := r.Decision
	return json.Marshal(struct {
		File           string               `json:"file"`
		Index          *int                 `json:"index,omitempty"`
		Name           string               `json:"name"`
		Verdict        advisor.Verdict      `json:"verdict"`
		Recommendation string               `json:"recommendation"`
		WinShare       float64              `json:"win_share"`
		Ranking        []advisor.Option     `json:"ranking"`
		Reasons        []Reason             `json:"reasons"`
		Flips          []Flip               `json:"flips"`
		NextQuestions  []Question           `json:"next_questions"`
		Assumed        []advisor.Assumption `json:"assumed"`
		Relaxation     *Flip                `json:"relaxation,omitempty"`
		Pack           string               `json:"pack"`
		PackHash       string               `json:"pack_hash"`
		Prices         string               `json:"prices"`
		Version        string               `json:"version"`
	}{r.File, r.Index, d.Name, d.Verdict, d.Recommendation, d.WinShare, d.Ranking, d.Reasons, d.Flips, d.NextQuestions,
		d.Assumed, d.Relaxation, d.Pack, d.PackHash, d.Prices, d.Version})
}

// NewRow is the row of a decision made from a file; index is nil if the file
// holds one profile.
func NewRow(file string, index *int, d *Decision) Row {
	return Row{File: file, Index: index, Decision: d.rounded()}
}

// Report is an explanation as `explain --format json` prints it: the keys of a
// row in their order, then those of the explanation.
type Report struct {
	File           string               `json:"file"`
	Index          *int                 `json:"index,omitempty"`
	Name           string               `json:"name"`
	Verdict        advisor.Verdict      `json:"verdict"`
	Recommendation string               `json:"recommendation"`
	WinShare       float64              `json:"win_share"`
	Ranking        []ReportOption       `json:"ranking"`
	Reasons        []Reason             `json:"reasons"`
	Flips          []Flip               `json:"flips"`
	NextQuestions  []Question           `json:"next_questions"`
	Assumed        []advisor.Assumption `json:"assumed"`
	Relaxation     *Flip                `json:"relaxation,omitempty"`
	Pack           string               `json:"pack"`
	PackHash       string               `json:"pack_hash"`
	Prices         string               `json:"prices"`
	Version        string               `json:"version"`
	BreakEven      []reportPair         `json:"break_even"`
	Sensitivity    Sensitivity          `json:"sensitivity"`
	Robustness     robustness           `json:"robustness"`
	Migration      []Step               `json:"migration"`
	Notes          []string             `json:"notes"`
	Glossary       []string             `json:"glossary"`
}

// robustness is the SMAA-2 result by architecture.
type robustness struct {
	Draws     int                           `json:"draws"`
	Precision float64                       `json:"precision"` // of a share
	Ranks     map[string][3]float64         `json:"rank_shares"`
	Beats     map[string]map[string]float64 `json:"pairwise"`
	Weights   map[string]map[string]float64 `json:"central_weights"`
	Entropy   float64                       `json:"choice_entropy_bits"`
	EVPI      float64                       `json:"evpi_points"`
	NoWinner  float64                       `json:"no_winner"`
}

func newRobustness(r *advisor.Robustness) robustness {
	w := robustness{Draws: r.Draws, Precision: advisor.Round6(r.Precision), Ranks: map[string][3]float64{},
		Beats: map[string]map[string]float64{}, Weights: map[string]map[string]float64{},
		Entropy: advisor.Round6(r.Entropy), EVPI: advisor.Round6(r.EVPI), NoWinner: advisor.Round6(r.NoWinner)}
	for o, name := range profile.Architectures {
		var ranks [3]float64
		beats, weights := map[string]float64{}, map[string]float64{}
		for x, other := range profile.Architectures {
			ranks[x] = advisor.Round6(r.Rank[o][x])
			if x != o {
				beats[other] = advisor.Round6(r.Pairwise[o][x])
			}
		}
		for c, v := range r.Central[o] {
			weights[c] = advisor.Round6(v)
		}
		w.Ranks[name], w.Beats[name], w.Weights[name] = ranks, beats, weights
	}
	return w
}

// ReportOption is an option in depth.
type ReportOption struct {
	advisor.Option
	Contributions []advisor.Contribution `json:"contributions"`
	Bill          []LineItem             `json:"bill"`
	Operations    operations             `json:"operations"`
	Shapes        []ShapeCost            `json:"shapes"`
}

type operations struct {
	FTE     float64      `json:"fte"`
	Monthly advisor.Band `json:"monthly_usd"`
}

type reportPair struct {
	Pair        [2]string  `json:"pair"`
	Intervals   []Interval `json:"intervals"`
	Utilisation float64    `json:"utilisation,omitempty"`
}

// NewReport is the report of an explanation.
func NewReport(file string, index *int, x *Explanation) Report {
	d := x.Decision.rounded()
	r := Report{File: file, Index: index, Name: d.Name, Verdict: d.Verdict, Recommendation: d.Recommendation,
		WinShare: d.WinShare, Reasons: d.Reasons, Flips: d.Flips, NextQuestions: d.NextQuestions, Assumed: d.Assumed,
		Relaxation: d.Relaxation, Pack: d.Pack, PackHash: d.PackHash, Prices: d.Prices, Version: d.Version,
		BreakEven: []reportPair{}, Sensitivity: x.Sensitivity.rounded(), Robustness: newRobustness(&x.Robustness), Migration: x.Migration, Notes: x.Notes, Glossary: x.Glossary}
	for i, o := range d.Ranking {
		k := &x.Details[i]
		r.Ranking = append(r.Ranking, ReportOption{o, roundContributions(x.Ranking[i].Contributions), roundBill(k.Bill),
			operations{advisor.Round6(k.OpsFTE), k.OpsUSD.Rounded()}, roundShapes(k.Shapes)})
	}
	for _, b := range x.BreakEven {
		p := reportPair{b.Pair, append([]Interval(nil), b.Intervals...), advisor.Round6(b.Utilisation)}
		for i := range p.Intervals {
			p.Intervals[i].FromRPS, p.Intervals[i].ToRPS = advisor.Round6(p.Intervals[i].FromRPS), advisor.Round6(p.Intervals[i].ToRPS)
		}
		r.BreakEven = append(r.BreakEven, p)
	}
	if r.Migration == nil {
		r.Migration = []Step{}
	}
	if r.Notes == nil {
		r.Notes = []string{}
	}
	return r
}

// MarshalJSON writes a single flip with field, from and to, a pair with fields
// and lists.
func (f Flip) MarshalJSON() ([]byte, error) {
	if len(f.Fields) > 0 {
		return json.Marshal(struct {
			Fields         []string `json:"fields"`
			From           []any    `json:"from"`
			To             []any    `json:"to"`
			Recommendation string   `json:"recommendation"`
			About          bool     `json:"about,omitempty"`
		}{f.Fields, f.Froms, f.Tos, f.Recommendation, f.About})
	}
	return json.Marshal(struct {
		Field          string `json:"field"`
		From           any    `json:"from"`
		To             any    `json:"to"`
		Recommendation string `json:"recommendation"`
		About          bool   `json:"about,omitempty"`
	}{f.Field, f.From, f.To, f.Recommendation, f.About})
}

// rounded is a copy of the decision whose floats have six significant digits.
func (d *Decision) rounded() *Decision {
	c := *d
	c.Decision = *d.Decision.Rounded()
	c.Reasons = append([]Reason{}, d.Reasons...)
	for i := range c.Reasons {
		c.Reasons[i].Points = advisor.Round6(c.Reasons[i].Points)
	}
	c.NextQuestions = append([]Question{}, d.NextQuestions...)
	for i := range c.NextQuestions {
		c.NextQuestions[i].Value = advisor.Round6(c.NextQuestions[i].Value)
	}
	return &c
}

func roundContributions(list []advisor.Contribution) []advisor.Contribution {
	out := append([]advisor.Contribution{}, list...)
	for i := range out {
		out[i].Points, out[i].Weight, out[i].Share = advisor.Round6(out[i].Points), advisor.Round6(out[i].Weight), advisor.Round6(out[i].Share)
		facts := make(map[string]any, len(out[i].Facts))
		for k, v := range out[i].Facts {
			if x, ok := v.(float64); ok {
				v = advisor.Round6(x)
			}
			facts[k] = v
		}
		out[i].Facts = facts
	}
	return out
}

func roundShapes(shapes []ShapeCost) []ShapeCost {
	out := append([]ShapeCost{}, shapes...)
	for i := range out {
		out[i].MonthlyUSD, out[i].OpsUSD = advisor.Round6(out[i].MonthlyUSD), advisor.Round6(out[i].OpsUSD)
	}
	return out
}

func roundBill(bill []LineItem) []LineItem {
	out := append([]LineItem{}, bill...)
	for i := range out {
		out[i].Quantity, out[i].UnitPriceUSD, out[i].MonthlyUSD =
			advisor.Round6(out[i].Quantity), advisor.Round6(out[i].UnitPriceUSD), advisor.Round6(out[i].MonthlyUSD)
	}
	return out
}

func (s Sensitivity) rounded() Sensitivity {
	c := Sensitivity{append([]Swing{}, s.Tornado...), append([]Crossing{}, s.Weights...), append([]Carry{}, s.Carrying...)}
	for i := range c.Tornado {
		c.Tornado[i].Low, c.Tornado[i].High = advisor.Round6(c.Tornado[i].Low), advisor.Round6(c.Tornado[i].High)
	}
	for i := range c.Weights {
		c.Weights[i].From, c.Weights[i].To = advisor.Round6(c.Weights[i].From), advisor.Round6(c.Weights[i].To)
	}
	return c
}
