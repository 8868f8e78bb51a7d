package advisor

import (
	"fmt"
	"math"

	"archadvisor/rules"
)

// Settings are the constants of the verdict, which live in the pack, where a
// user may read their source and overrule them.
type Settings struct {
	Enough      float64 // probability from which the leader is recommended
	WorthAsking float64 // expected gain in the probability of the right choice above which more answers are wanted
	GateRisk    float64 // share of stopped draws above which an option is not recommended
	Dearer      float64 // share by which a system may get dearer when a component leaves its main part
}

func readSettings(p *rules.Pack, learned *Strengths) (Settings, error) {
	var s Settings
	for _, f := range []struct {
		name string
		to   *float64
	}{{"enough", &s.Enough}, {"worth_asking", &s.WorthAsking}, {"gate_risk", &s.GateRisk}, {"dearer", &s.Dearer}} {
		v, ok := p.Settings[f.name]
		if !ok {
			return s, fmt.Errorf("pack %s: setting %s is missing", p.Name, f.name)
		}
		if math.IsNaN(v.Value) || v.Value < 0 || v.Value > 1 {
			return s, fmt.Errorf("pack %s: setting %s is %v, allowed is 0 to 1", p.Name, f.name, v.Value)
		}
		*f.to = v.Value
	}
	if learned != nil && learned.Enough > 0 {
		s.Enough = learned.Enough
	}
	return s, nil
}
