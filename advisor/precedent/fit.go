package precedent

import (
	"context"
	"errors"

	"archadvisor/advisor"
	"archadvisor/advisor/estimate"
	"archadvisor/rules/numeral"
)

// Fit is what documented decisions say of a pack, with how good it is on decisions that it was not learned from.
type Fit struct {
	advisor.Strengths
	Pack       string // name and version
	PackHash   string
	CorpusHash string
	Cases      int
	Shrink     float64 // spread of ln strength, chosen by cross-validation

	CrossValidated Count
}

// ErrLearned is that an advisor has strengths already.
var ErrLearned = errors.New("strengths are learned by an advisor without any")

// ErrFewCases is that there are too few decisions to learn from.
var ErrFewCases = errors.New("strengths are learned from at least 20 decisions of 5 organisations or more")

const (
	leastCases         = 20
	leastOrganisations = 5
)

// Learn learns strengths from cases with an advisor that has none, and judges those of the cases that count
// by what was learned from others; nil: all count. A context that ends ends it with its error.
func Learn(ctx context.Context, a *advisor.Advisor, cases []*Case, count func(*Case) bool) (*Fit, *Report, error) {
	if a.Strengths() != nil {
		return nil, nil, ErrLearned
	}
	organisations := map[string]bool{}
	for _, c := range cases {
		organisations[c.Organisation] = true
	}
	if len(cases) < leastCases || len(organisations) < leastOrganisations {
		return nil, nil, ErrFewCases
	}
	examples := examplesOf(ctx, a, cases)
	v, err := crossValidate(ctx, examples, len(a.Statements), a.Settings.GateRisk)
	if err != nil {
		return nil, nil, err
	}
	theta, err := learn(examples, len(a.Statements), v.shrink, nil)
	if err != nil {
		return nil, nil, err
	}
	m := split(theta, len(a.Statements))
	m.round()
	return fitOf(a, cases, &m, v, examples), reportOf(a, &m, v, examples, count), nil
}

// round rounds what was learned to the digits that are written.
func (m *learned) round() {
	for i := range m.strength {
		m.strength[i] = numeral.Round(m.strength[i], digits)
	}
	for o := range m.base {
		m.base[o] = numeral.Round(m.base[o], digits)
	}
}

func fitOf(a *advisor.Advisor, cases []*Case, m *learned, v *crossValidated, examples []*example) *Fit {
	f := &Fit{Pack: a.Pack().Name + "@" + a.Pack().Version, PackHash: a.Pack().Hash(), CorpusHash: Hash(cases), Cases: len(cases), Shrink: v.shrink}
	f.Enough = v.all
	f.Base, f.Of = map[string]float64{}, map[string]float64{}
	for o, b := range m.base {
		f.Base[estimate.Architecture(o).String()] = b
	}
	for i, s := range m.strength {
		if a.Statements[i].Kind != advisor.KindGate {
			f.Of[a.Statements[i].ID] = s
		}
	}
	t := newTally()
	for i, x := range examples {
		t.add(x, &v.judged[i], v.enough[i])
	}
	all := t.figures()
	f.CrossValidated = all.Count
	for _, b := range all.Reliability {
		f.Bands = append(f.Bands, b.Reliability)
	}
	return f
}

func reportOf(a *advisor.Advisor, m *learned, v *crossValidated, examples []*example, count func(*Case) bool) *Report {
	crossed, again := newTally(), newTally()
	for i, x := range examples {
		if count != nil && !count(x.Case) {
			continue
		}
		crossed.add(x, &v.judged[i], v.enough[i])
		j := m.judge(x.evidence, a.Settings.GateRisk)
		again.add(x, &j, v.all)
	}
	return &Report{crossed.all.Cases, crossed.figures(), again.figures()}
}
