package advisor

import (
	"fmt"
	"math"

	"archadvisor/rules"
)

// Settings are the constants of the decision that live in the pack, where a
// user may read their source and overrule them.
type Settings struct {
	SpreadStated float64 // log standard deviation of a stated weight
	SpreadOpen   float64 // of a weight that was left open
	Residual     float64 // standard deviation of what rules and models do not know, points
	Enough       float64 // win share from which the leader is recommended
	Close        float64 // pairwise share of the runner-up above which it is a close call
	WorthAsking  float64 // EVPI, points, above which more answers are wanted
	GatePoints   float64 // value of an option in a draw in which a gate stops it
	GateRisk     float64 // share of stopped draws above which it is not recommended
}

func readSettings(p *rules.Pack) (Settings, error) {
	var s Settings
	for _, f := range []struct {
		name   string
		to     *float64
		lo, hi float64
	}{
		{"weight_spread_stated", &s.SpreadStated, 0, 5},
		{"weight_spread_open", &s.SpreadOpen, 0, 5},
		{"residual_points", &s.Residual, 0, 1000},
		{"enough", &s.Enough, 0, 1},
		{"close", &s.Close, 0, 1},
		{"worth_asking", &s.WorthAsking, 0, 1000},
		{"gate_points", &s.GatePoints, -1e6, 0},
		{"gate_risk", &s.GateRisk, 0, 1},
	} {
		v, ok := p.Settings[f.name]
		if !ok {
			return s, fmt.Errorf("pack %s: setting %s is missing", p.Name, f.name)
		}
		if math.IsNaN(v.Value) || v.Value < f.lo || v.Value > f.hi {
			return s, fmt.Errorf("pack %s: setting %s is %v, allowed is %v to %v", p.Name, f.name, v.Value, f.lo, f.hi)
		}
		*f.to = v.Value
	}
	return s, nil
}
