package say

import (
	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
)

// Report is an explanation as `explain --format json` prints it: the keys of a
// row in their order, then those of the explanation.
type Report struct {
	summary[optionInDepth]
	BreakEven   []crossings         `json:"break_even"`
	Sensitivity explain.Sensitivity `json:"sensitivity"`
	Robustness  robustness          `json:"robustness"`
	Migration   []step              `json:"migration"`
	Notes       []string            `json:"notes"`
	Glossary    []string            `json:"glossary"`
}

type optionInDepth struct {
	option
	Contributions []contribution      `json:"contributions"`
	Bill          []explain.LineItem  `json:"bill"`
	Operations    operations          `json:"operations"`
	Shapes        []explain.ShapeCost `json:"shapes"`
}

type contribution struct {
	ID        string         `json:"id"`
	Kind      advisor.Kind   `json:"kind"`
	Criterion string         `json:"criterion"`
	Weight    float64        `json:"weight"`
	Points    float64        `json:"points"`
	State     advisor.State  `json:"state"`
	Share     float64        `json:"share"`
	Answered  bool           `json:"answered"`
	Text      string         `json:"text"`
	Source    string         `json:"source"`
	Facts     map[string]any `json:"facts"`
	Margin    string         `json:"margin"`
}

type operations struct {
	FTE     float64      `json:"fte"`
	Monthly advisor.Band `json:"monthly_usd"`
}

type crossings struct {
	Pair        [2]string          `json:"pair"`
	Intervals   []explain.Interval `json:"intervals"`
	Utilisation float64            `json:"utilisation,omitempty"`
}

type step struct {
	Do      string `json:"do"`
	Trigger string `json:"trigger"`
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

// NewReport is the report of an explanation.
func NewReport(file string, index *int, x *explain.Explanation) Report {
	at := 0
	inDepth := func(o *advisor.Option) optionInDepth {
		at++
		return newOptionInDepth(o, &x.Details[at-1])
	}
	r := Report{summary: summarise(file, index, x.Decision, inDepth), Sensitivity: x.Sensitivity, BreakEven: []crossings{},
		Robustness: newRobustness(&x.Robustness), Migration: []step{}, Notes: []string{}, Glossary: Terms(x)}
	for _, b := range x.BreakEven {
		r.BreakEven = append(r.BreakEven, crossings{b.Pair, b.Intervals, b.Utilisation})
	}
	for i := range x.Migration {
		r.Migration = append(r.Migration, step{Do(&x.Migration[i]), When(&x.Migration[i])})
	}
	for i := range x.Notes {
		r.Notes = append(r.Notes, Note(&x.Notes[i]))
	}
	return r
}

func newOptionInDepth(o *advisor.Option, k *explain.Detail) optionInDepth {
	out := optionInDepth{option: newOption(o), Contributions: []contribution{}, Bill: k.Bill,
		Operations: operations{k.OpsFTE, k.OpsUSD}, Shapes: k.Shapes}
	for i := range o.Contributions {
		c := &o.Contributions[i]
		out.Contributions = append(out.Contributions, contribution{c.ID, c.Kind, c.Criterion, c.Weight, c.Points, c.State, c.Share,
			c.Answered, Contribution(c), Sources(c.Sources), c.Facts, Margin(&c.Margin)})
	}
	return out
}

func newRobustness(r *advisor.Robustness) robustness {
	w := robustness{Draws: r.Draws, Precision: r.Precision, Ranks: map[string][3]float64{},
		Beats: map[string]map[string]float64{}, Weights: map[string]map[string]float64{},
		Entropy: r.Entropy, EVPI: r.EVPI, NoWinner: r.NoWinner}
	for o, name := range profile.Architectures {
		beats := map[string]float64{}
		for x, other := range profile.Architectures {
			if x != o {
				beats[other] = r.Pairwise[o][x]
			}
		}
		w.Ranks[name], w.Beats[name], w.Weights[name] = r.Rank[o], beats, r.Central[o]
	}
	return w
}
