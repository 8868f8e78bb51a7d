package advisor

import (
	"strings"
	"testing"

	"archadvisor/advisor/profile"
)

// TestNoTextQuotesADrawnValue: a figure that rests on a field nobody stated
// stands in no fact and no text, also if it is computed from others that were.
func TestNoTextQuotesADrawnValue(t *testing.T) {
	a := core(t)
	derived := map[string][]profile.ID{}
	for i := a.facts.Derived; i < a.facts.Limits; i++ {
		derived[a.facts.Defs[i].Name] = a.facts.Defs[i].From
	}
	p := parse(t, "[load]\nmean_rps = 58\n[team]\nengineers = [3, 40]\n[domain]\nindependent_scaling = true\n")
	x := a.Advise(p, Options{Draws: 128, Detail: true})
	for _, o := range x.Ranking {
		for _, c := range o.Contributions {
			for name := range c.Facts {
				if id, ok := profile.Lookup(name); ok && id.Field().Drawn && id != profile.MeanRPS && id != profile.IndependentScaling {
					t.Errorf("%s quotes %s, which nobody stated", c.ID, name)
				}
				for _, id := range derived[name] {
					if id != profile.MeanRPS {
						t.Errorf("%s quotes %s, which rests on %s", c.ID, name, id)
					}
				}
			}
			if c.ID == "uneven-parts-real-load" && strings.Contains(c.Because, "req/s") {
				t.Errorf("a drawn peak is quoted: %s", c.Because)
			}
		}
	}
}
