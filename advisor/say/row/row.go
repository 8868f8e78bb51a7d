// Package row is a decision, and an explanation, as JSON prints them: keys in their
// order, sentences made.
package row

import (
	"encoding/json"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/precedent"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
)

// summary is a decision as JSON prints it: sentences made, keys in this order.
type summary[O any] struct {
	File           string               `json:"file"`
	Index          *int                 `json:"index,omitempty"`
	Name           string               `json:"name"`
	Component      string               `json:"component,omitempty"`
	Verdict        advisor.Verdict      `json:"verdict"`
	Recommendation string               `json:"recommendation"`
	Probability    float64              `json:"probability"`
	Frequency      *advisor.Frequency   `json:"frequency"`
	NoOption       float64              `json:"no_option_share"`
	Ranking        []O                  `json:"ranking"`
	Reasons        []reason             `json:"reasons"`
	Flips          []flip               `json:"flips"`
	NextQuestions  []explain.Question   `json:"next_questions"`
	Assumed        []advisor.Assumption `json:"assumed"`
	Precedents     []precedent.Row      `json:"precedents"`
	Advice         *advice              `json:"advice"`
	Relaxation     *flip                `json:"relaxation,omitempty"`
	Components     []component          `json:"components,omitempty"`
	Mixture        *mixed               `json:"mixture,omitempty"`
	Pack           string               `json:"pack"`
	PackHash       string               `json:"pack_hash"`
	Prices         string               `json:"prices"`
	Version        string               `json:"version"`
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
	ID        string  `json:"id"`
	Criterion string  `json:"criterion"`
	For       string  `json:"for"`
	Against   string  `json:"against"`
	Points    float64 `json:"points"`
	Text      string  `json:"text"`
}

// New is the row of a decision made from a file; index is nil if the file
// holds one profile.
func New(file string, index *int, d *explain.Decision) Decision {
	return summarise(file, index, d, newOption)
}

func summarise[O any](file string, index *int, d *explain.Decision, print func(*advisor.Option) O) summary[O] {
	s := summary[O]{File: file, Index: index, Name: d.Name, Verdict: d.Verdict, Recommendation: d.Recommendation,
		Probability: d.Probability, Frequency: d.Frequency, NoOption: d.Robustness.NoOption, Ranking: []O{}, Reasons: []reason{}, Flips: []flip{}, NextQuestions: d.NextQuestions,
		Assumed: d.Assumed, Precedents: []precedent.Row{}, Advice: newAdvice(d.Advice), Pack: d.Pack, PackHash: d.PackHash, Prices: d.Prices, Version: d.Version}
	for i := range d.Ranking {
		s.Ranking = append(s.Ranking, print(&d.Ranking[i]))
	}
	for i := range d.Reasons {
		r := &d.Reasons[i]
		s.Reasons = append(s.Reasons, reason{r.ID, r.Criterion, r.For, r.Against, r.Points, say.Reason(r)})
	}
	for i := range d.Precedents {
		s.Precedents = append(s.Precedents, d.Precedents[i].Row())
	}
	for i := range d.Flips {
		s.Flips = append(s.Flips, flip{&d.Flips[i]})
	}
	if d.Relaxation != nil {
		s.Relaxation = &flip{d.Relaxation}
	}
	return s
}

func newOption(o *advisor.Option) option {
	k := option{Architecture: o.Architecture, Score: o.Score, Low: o.Low, High: o.High, Probability: o.Probability,
		Feasible: o.Feasible, Gates: []gate{}, Estimates: o.Estimates, Shape: o.Shape}
	for i := range o.Gates {
		g := &o.Gates[i]
		k.Gates = append(k.Gates, gate{g.ID, say.Gate(g), g.Share, say.Sources(g.Sources)})
	}
	return k
}

// flip prints a change of one field with field, from and to, a change of two
// with fields and lists.
type flip struct{ of *explain.Flip }

// MarshalJSON writes the keys in their order.
func (f flip) MarshalJSON() ([]byte, error) {
	fields, from, to := []string{}, []any{}, []any{}
	for _, c := range f.of.Changes {
		fields = append(fields, c.Field.String())
		from, to = append(from, profile.Any(c.Field, c.From)), append(to, profile.Any(c.Field, c.To))
	}
	if len(fields) != 1 {
		return json.Marshal(struct {
			Fields         []string `json:"fields"`
			From           []any    `json:"from"`
			To             []any    `json:"to"`
			Recommendation string   `json:"recommendation"`
			About          bool     `json:"about,omitempty"`
		}{fields, from, to, f.of.Recommendation, f.of.About})
	}
	return json.Marshal(struct {
		Field          string `json:"field"`
		From           any    `json:"from"`
		To             any    `json:"to"`
		Recommendation string `json:"recommendation"`
		About          bool   `json:"about,omitempty"`
	}{fields[0], from[0], to[0], f.of.Recommendation, f.of.About})
}
