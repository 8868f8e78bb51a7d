// Package row is a decision, and an explanation, as JSON prints them: keys in their order, sentences made.
package row

import (
	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/mixture"
	"archadvisor/advisor/precedent"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
)

// summary is a decision as JSON prints it: sentences made, keys in this order.
type summary[O any] struct {
	File           string                `json:"file"`
	Index          *int                  `json:"index,omitempty"`
	Name           string                `json:"name"`
	Component      string                `json:"component,omitempty"`
	Verdict        advisor.Verdict       `json:"verdict"`
	Recommendation string                `json:"recommendation"`
	Probability    float64               `json:"probability"`
	Frequency      *advisor.Frequency    `json:"frequency"`
	NoOption       float64               `json:"no_option_share"`
	Ranking        []O                   `json:"ranking"`
	Reasons        []reason              `json:"reasons"`
	Flips          []flip                `json:"flips"`
	NextQuestions  []explain.Question    `json:"next_questions"`
	Assumed        []*advisor.Assumption `json:"assumed"`
	Precedents     []precedent.Row       `json:"precedents"`
	Advice         *advice               `json:"advice"`
	Relaxation     *flip                 `json:"relaxation,omitempty"`
	Components     []component           `json:"components,omitempty"`
	Mixture        *mixed                `json:"mixture,omitempty"`
	Pack           string                `json:"pack"`
	PackHash       string                `json:"pack_hash"`
	Prices         string                `json:"prices"`
	Version        string                `json:"version"`
	Remarks        []string              `json:"remarks,omitempty"` // what qualifies it
}

// Decision is a decision as `score --format json` prints it.
type Decision = summary[option]

type option struct {
	Architecture string            `json:"architecture"`
	Score        float64           `json:"score"`
	Low          float64           `json:"low"`
	High         float64           `json:"high"`
	Probability  float64           `json:"probability"`
	Feasible     bool              `json:"feasible"`
	Gates        []gate            `json:"gates"`
	Estimates    advisor.Estimates `json:"estimates"`
	Shape        string            `json:"shape"`
}

type gate struct {
	ID     string  `json:"id"`
	Text   string  `json:"text"`
	Share  float64 `json:"share"`
	Source string  `json:"source"`
}

type reason struct {
	explain.Reason
	Text string `json:"text"`
}

// New is the row of a decision made from a file; index is nil if the file holds one profile.
func New(file string, index *int, d *explain.Decision) Decision {
	return summarise(file, index, d, newOption)
}

func summarise[O any](file string, index *int, d *explain.Decision, print func(*advisor.Option) O) summary[O] {
	s := summary[O]{File: file, Index: index, Name: d.Name, Verdict: d.Verdict, Recommendation: d.Recommendation,
		Probability: d.Probability, Frequency: d.Frequency, NoOption: d.Robustness.NoOption, Ranking: say.All(d.Ranking, print),
		Reasons: say.All(d.Reasons, func(r *explain.Reason) reason { return reason{*r, say.Reason(r)} }), Flips: say.All(d.Flips, newFlip), NextQuestions: d.NextQuestions,
		Assumed: d.Assumed, Precedents: say.All(d.Precedents, precedentRow), Advice: newAdvice(d.Advice),
		Pack: d.Pack, PackHash: d.PackHash, Prices: d.Prices, Version: d.Version}
	if d.Relaxation != nil {
		relaxation := newFlip(d.Relaxation)
		s.Relaxation = &relaxation
	}
	return s
}

// precedentRow has an address alone for its source, without remarks beside it.
func precedentRow(p *precedent.Precedent) precedent.Row {
	r := p.Row()
	r.Source = say.Address(r.Source)
	return r
}

func newOption(o *advisor.Option) option {
	gates := say.All(o.Gates, func(g *advisor.GateHit) gate { return gate{g.ID, say.Gate(g), g.Share, say.Sources(g.Sources)} })
	return option{o.Architecture, o.Score, o.Low, o.High, o.Probability, o.Feasible, gates, o.Estimates, o.Shape}
}

// flip is a change of one field with field, from and to, a change of two with fields and lists.
type flip struct {
	Field          string   `json:"field,omitempty"`
	Fields         []string `json:"fields,omitempty"`
	From           any      `json:"from"`
	To             any      `json:"to"`
	Recommendation string   `json:"recommendation"`
	About          bool     `json:"about,omitempty"`
}

func newFlip(f *explain.Flip) flip {
	out := flip{Recommendation: f.Recommendation, About: f.About}
	out.Fields = say.All(f.Changes, func(c *explain.Change) string { return c.Field.String() })
	from := say.All(f.Changes, func(c *explain.Change) any { return profile.Any(c.Field, c.From) })
	to := say.All(f.Changes, func(c *explain.Change) any { return profile.Any(c.Field, c.To) })
	if out.From, out.To = from, to; len(f.Changes) == 1 {
		out.Field, out.Fields, out.From, out.To = out.Fields[0], nil, from[0], to[0]
	}
	return out
}

type mixed struct {
	Text       string          `json:"text"`
	Groups     []mixture.Group `json:"groups"`
	Cost       advisor.Band    `json:"cost_monthly_usd"`
	OpsFTE     advisor.Band    `json:"ops_fte"`
	Against    []pure          `json:"against"`
	Exhaustive bool            `json:"exhaustive"`
}

type pure struct {
	Text string `json:"text"`
	mixture.Pure
}

type component struct {
	Name           string          `json:"name"`
	Architecture   string          `json:"architecture"`
	Recommendation string          `json:"recommendation"`
	Verdict        advisor.Verdict `json:"verdict"`
	Probability    float64         `json:"probability"`
	Text           string          `json:"text"`
}

// AddMixture adds what its components make of a system.
func (s *summary[O]) AddMixture(m *mixture.Mixture) {
	s.Components = say.All(m.Parts, func(p *mixture.Part) component {
		d := p.Decision
		return component{p.Name, p.Architecture, d.Recommendation, d.Verdict, d.Probability, say.Part(m, p)}
	})
	against := say.Each(m.Against, func(p mixture.Pure) pure { return pure{say.EverythingIn(p.Architecture), p} })
	s.Mixture = &mixed{say.Mixture(m), m.Groups, m.Cost, m.OpsFTE, against, m.Exhaustive}
}

type advice struct {
	Action   explain.Course `json:"action"`
	From     string         `json:"from"`
	To       string         `json:"to"`
	Text     string         `json:"text"`
	Cures    []string       `json:"cures"`
	Remains  []string       `json:"remains"`
	Stops    []string       `json:"stops"`
	Misses   []string       `json:"misses"`
	Turns    []string       `json:"turns"`
	Saving   advisor.Band   `json:"saving_monthly_usd"`
	People   advisor.Band   `json:"people_monthly_usd"`
	Together advisor.Band   `json:"total_monthly_usd"`
	Effort   span           `json:"effort_days"`
	Spent    span           `json:"effort_usd"`
	Payback  *float64       `json:"payback_months"`
	FirstTry []attempt      `json:"try"`
}

type span struct {
	Low  float64 `json:"low"`
	High float64 `json:"high"`
}

type attempt struct {
	Trouble string `json:"trouble"`
	Text    string `json:"text"`
	Source  string `json:"source"`
}

// newAdvice is nil where no option leads.
func newAdvice(a *explain.Advice) *advice {
	if a == nil {
		return nil
	}
	list := func(words []string) []string { return append([]string{}, words...) } // [], not null
	out := &advice{Action: a.Action, From: a.From, To: a.To, Text: say.Advice(a), Cures: list(a.Cures), Remains: list(a.Remains),
		Stops: list(a.Stops), Misses: say.Each(a.Misses, profile.ID.String), Turns: list(a.Turns),
		Saving: a.Saving, People: a.People, Together: a.Together, Effort: span{a.Effort[0], a.Effort[1]}, Spent: span{a.Spent[0], a.Spent[1]},
		FirstTry: say.All(a.Attempts, func(t *explain.Attempt) attempt {
			return attempt{t.Trouble, say.Attempt(t), say.Sources(t.Sources)}
		})}
	if a.Payback > 0 {
		out.Payback = &a.Payback
	}
	return out
}

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
	Contributions []contribution     `json:"contributions"`
	Bill          []explain.LineItem `json:"bill"`
	Basis         explain.BillBasis  `json:"bill_basis"`
	Beside        []explain.LineItem `json:"not_in_bill"`
	Operations    operations         `json:"operations"`
	HangsOn       map[string]string  `json:"range_hangs_on"`
}

type contribution struct {
	advisor.Contribution
	Text   string         `json:"text"`
	Source string         `json:"source"`
	Facts  map[string]any `json:"facts"`
	Margin string         `json:"margin"`
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
		return contribution{*c, say.Contribution(c), say.Sources(c.Sources), c.Facts, say.Margin(&c.Margin)}
	})
	staff := operations{o.Estimates.OpsFTE.Expected, o.Estimates.OpsUSD, span{o.Central.OwnLow, o.Central.OwnHigh}, o.Central.RotaHeads}
	return optionInDepth{newOption(o), contributions, k.Bill, k.Basis, k.Beside, staff, say.RangesHangOn(k)}
}
