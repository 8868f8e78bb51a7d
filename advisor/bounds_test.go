package advisor

import (
	"math"
	"testing"

	"archadvisor/rules"
)

// TestDrawsStayInsideTheBounds: what the rule engine says an open profile could
// be worth contains what every point inside it is worth.
func TestDrawsStayInsideTheBounds(t *testing.T) {
	a := core(t)
	for i := 0; i < 40; i++ {
		p := some(complete(i), i, 8)
		e := newEvaluator(a)
		r := e.begin(p, Default)
		r.extend(64)
		lo, hi := append([]float64(nil), e.facts...), append([]float64(nil), e.facts...)
		a.facts.Widen(p, lo, hi)
		for f := a.facts.Limits; f < len(lo); f++ {
			lo[f], hi[f] = math.NaN(), math.NaN()
		}
		must, may := make([]uint64, a.program.Words()), make([]uint64, a.program.Words())
		a.program.Range(nil, lo, hi, must, may)
		for k := 0; k < 64; k++ {
			r.Sampler.Draw(k, &e.point)
			c := e.at(&e.point, a.models.CentralScenario(), r.Shapes)
			for x := 0; x < len(a.program.Pack().Rules); x++ {
				fired := rules.Fired(c.fired, x)
				if fired && !rules.Fired(may, x) || !fired && rules.Fired(must, x) {
					t.Fatalf("profile %d, draw %d: rule %s fired %v outside the bounds", i, k, a.Statements[len(a.measures)+x].ID, fired)
				}
			}
		}
	}
}
