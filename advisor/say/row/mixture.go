package row

import (
	"archadvisor/advisor"
	"archadvisor/advisor/mixture"
	"archadvisor/advisor/say"
)

// mixed is a mixture as JSON prints it.
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

// component is one of a mixture as JSON prints it.
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
	s.Components, s.Mixture = components(m), newMixed(m)
}

func newMixed(m *mixture.Mixture) *mixed {
	out := &mixed{Text: say.Mixture(m), Groups: m.Groups, Cost: m.Cost, OpsFTE: m.OpsFTE, Exhaustive: m.Exhaustive}
	for _, p := range m.Against {
		out.Against = append(out.Against, pure{say.EverythingIn(p.Architecture), p})
	}
	return out
}

func components(m *mixture.Mixture) (out []component) {
	for i := range m.Parts {
		p := &m.Parts[i]
		out = append(out, component{p.Name, p.Architecture, p.Decision.Recommendation, p.Decision.Verdict, p.Decision.Probability, say.Part(m, p)})
	}
	return out
}
