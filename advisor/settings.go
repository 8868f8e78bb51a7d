package advisor

import (
	"fmt"
	"math"

	"archadvisor/rules"
)

// settings are the constants of the decision that live in the pack, where a
// user may read their source and overrule them.
type settings struct {
	spreadStated float64 // log standard deviation of a stated weight
	spreadOpen   float64 // of a weight that was left open
	residual     float64 // standard deviation of what rules and models do not know, points
	enough       float64 // win share from which the leader is recommended
	close        float64 // pairwise share of the runner-up above which it is a close call
	worthAsking  float64 // EVPI, points, above which more answers are wanted
	gatePoints   float64 // value of an option in a draw in which a gate stops it
	gateRisk     float64 // share of stopped draws above which it is not recommended
}

func readSettings(p *rules.Pack) (settings, error) {
	var s settings
	for _, f := range []struct {
		name   string
		to     *float64
		lo, hi float64
	}{
		{"weight_spread_stated", &s.spreadStated, 0, 5},
		{"weight_spread_open", &s.spreadOpen, 0, 5},
		{"residual_points", &s.residual, 0, 1000},
		{"enough", &s.enough, 0, 1},
		{"close", &s.close, 0, 1},
		{"worth_asking", &s.worthAsking, 0, 1000},
		{"gate_points", &s.gatePoints, -1e6, 0},
		{"gate_risk", &s.gateRisk, 0, 1},
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
