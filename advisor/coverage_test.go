package advisor

import (
	"math"
	"strings"
	"testing"

	"archadvisor/advisor/profile"
	"archadvisor/rules"
)

// TestReachOfTheRuleBase holds what the rule base must do over complete
// profiles: every option alive, no rule dead, no field unread.
func TestReachOfTheRuleBase(t *testing.T) {
	c := core(t).Coverage(2000, 0, Options{Draws: 128})
	for _, name := range profile.Architectures {
		if c.Leads[name] < 0.10 {
			t.Errorf("%s leads in %.1f %% of the profiles, want at least 10 %%", name, 100*c.Leads[name])
		}
		if c.Recommended[name] < 0.02 {
			t.Errorf("%s is recommended in %.1f %% of the profiles, want at least 1 in 50", name, 100*c.Recommended[name])
		}
	}
	if s := c.SmallTeams["microservices"]; s > 0.05 {
		t.Errorf("below 40 engineers microservices lead in %.1f %%, want at most 5 %%", 100*s)
	}
	if c.ExactTies != 0 {
		t.Errorf("%d exact ties", c.ExactTies)
	}
	for _, s := range append(append([]StatementReach{}, c.Statements...), c.Gates...) {
		if s.Fires == 0 {
			t.Errorf("%s never fires", s.ID)
		}
	}
	if got := strings.Join(c.Unread, " "); got != "constraints.region name schema scope summary" {
		t.Errorf("unread fields: %s", got)
	}
	for _, s := range c.Swings {
		if math.Abs(s.P95-100) > 20 {
			t.Errorf("criterion %s swings %.1f points, want 80 to 120", s.Criterion, s.P95)
		}
	}
	t.Logf("leads %v, recommended %v, below 40 engineers %v", c.Leads, c.Recommended, c.SmallTeams)
}

// TestDrawsStayInsideTheBounds: what the rule engine says an open profile could
// be worth contains what every point inside it is worth.
func TestDrawsStayInsideTheBounds(t *testing.T) {
	a := core(t)
	for i := 0; i < 40; i++ {
		p := Sparse(Population(populationSeed, i), populationSeed, i, 8)
		e := newEvaluator(a)
		r := e.begin(p, Default)
		r.extend(64)
		lo, hi := append([]float64(nil), e.facts...), append([]float64(nil), e.facts...)
		a.widen(p, lo, hi)
		for f := a.facts.limits; f < len(lo); f++ {
			lo[f], hi[f] = math.NaN(), math.NaN()
		}
		must, may := make([]uint64, a.program.Words()), make([]uint64, a.program.Words())
		a.program.Eval3(lo, hi, must, may)
		for k := 0; k < 64; k++ {
			r.sampler.Draw(k, &e.point)
			c := e.at(&e.point, a.models.CentralScenario(), r.s.shapes)
			for x := 0; x < a.program.NumRules(); x++ {
				fired := rules.Fired(c.fired, x)
				if fired && !rules.Fired(may, x) || !fired && rules.Fired(must, x) {
					t.Fatalf("profile %d, draw %d: rule %s fired %v outside the bounds", i, k, a.rules[x].id, fired)
				}
			}
		}
	}
}
