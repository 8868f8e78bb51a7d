package precedent

import (
	"slices"
	"strings"
	"testing"

	"archadvisor/advisor"
	"archadvisor/advisor/profile"
)

// mayBeUnread are words for people, and whether requests are logged, which only
// bills ask.
var mayBeUnread = strings.Fields("constraints.region name schema summary work.request_logs")

// TestReachOfTheRuleBase holds what the rule base must do over complete
// profiles: every option alive, no rule dead, no field unread.
func TestReachOfTheRuleBase(t *testing.T) {
	c := Cover(core(t), 2000, 0, advisor.Options{Draws: 128})
	for _, name := range profile.Architectures {
		if c.Leads[name] < 0.10 {
			t.Errorf("%s leads in %.1f %% of the profiles, want at least 10 %%", name, 100*c.Leads[name])
		}
		if c.Recommended[name] < 0.01 {
			t.Errorf("%s is recommended in %.1f %% of the profiles, want at least 1 in 100", name, 100*c.Recommended[name])
		}
	}
	if s := c.SmallTeams["microservices"]; s > 0.08 {
		t.Errorf("below 20 engineers microservices lead in %.1f %%, want at most 8 %%", 100*s)
	}
	if c.ExactTies != 0 {
		t.Errorf("%d exact ties", c.ExactTies)
	}
	for _, s := range append(append([]StatementReach{}, c.Statements...), c.Gates...) {
		if s.Fires == 0 {
			t.Errorf("%s never fires", s.ID)
		}
	}
	for _, name := range c.Unread {
		if !slices.Contains(mayBeUnread, name) {
			t.Errorf("nothing reads %s", name)
		}
	}
	t.Logf("leads %v, recommended %v, below 20 engineers %v", c.Leads, c.Recommended, c.SmallTeams)
}
