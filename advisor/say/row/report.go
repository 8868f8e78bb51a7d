package row

import (
	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/say"
)

// Explanation is an explanation as `explain --format json` prints it: the keys of a row, then its own.
type Explanation struct {
	summary[optionInDepth]
	BreakEven   []explain.BreakEven `json:"break_even"`
	Sensitivity explain.Sensitivity `json:"sensitivity"`
	Robustness  advisor.Robustness  `json:"robustness"`
	Migration   []step              `json:"migration"`
	Notes       []string            `json:"notes"`
	Glossary    []string            `json:"glossary"`
}

type optionInDepth struct {
	option
	Contributions []contribution      `json:"contributions"`
	Bill          []explain.LineItem  `json:"bill"`
	Basis         explain.BillBasis   `json:"bill_basis"`
	Beside        []explain.LineItem  `json:"not_in_bill"`
	Operations    operations          `json:"operations"`
	HangsOn       map[string]string   `json:"range_hangs_on"`
	Shapes        []explain.ShapeCost `json:"shapes"`
}

type contribution struct {
	ID        string         `json:"id"`
	Kind      advisor.Kind   `json:"kind"`
	Criterion string         `json:"criterion"`
	Weight    float64        `json:"weight"` // importance of the criterion
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
	Own     span         `json:"developers_own_time"`
	Heads   float64      `json:"rota_heads"`
}

type step struct {
	Do      string `json:"do"`
	Trigger string `json:"trigger"`
}

// NewExplanation is the report of an explanation.
func NewExplanation(file string, index *int, x *explain.Explanation) Explanation {
	at := 0
	inDepth := func(o *advisor.Option) optionInDepth {
		at++
		return newOptionInDepth(o, &x.Details[at-1])
	}
	return Explanation{summary: summarise(file, index, x.Decision, inDepth), Sensitivity: x.Sensitivity,
		BreakEven: append([]explain.BreakEven{}, x.BreakEven...), Robustness: x.Robustness, // [], not null
		Migration: say.All(x.Migration, func(s *explain.Step) step { return step{say.Do(s), say.When(s)} }),
		Notes:     say.All(x.Notes, say.Note), Glossary: say.Terms(x)}
}

func newOptionInDepth(o *advisor.Option, k *explain.Detail) optionInDepth {
	contributions := say.All(o.Contributions, func(c *advisor.Contribution) contribution {
		return contribution{c.ID, c.Kind, c.Criterion, c.Weight, c.Points, c.State, c.Share,
			c.Answered, say.Contribution(c), say.Sources(c.Sources), c.Facts, say.Margin(&c.Margin)}
	})
	staff := operations{o.Estimates.OpsFTE.Expected, o.Estimates.OpsUSD, span{o.Central.OwnLow, o.Central.OwnHigh}, o.Central.RotaHeads}
	return optionInDepth{newOption(o), contributions, k.Bill, k.Basis, k.Beside, staff, say.RangesHangOn(k), k.Shapes}
}
