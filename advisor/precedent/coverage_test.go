package precedent

import (
	"math"
	"slices"
	"strings"
	"testing"

	"archadvisor/advisor"
	"archadvisor/advisor/profile"
)

// mayBeUnread are the words for people, and the fields of schema 2 that no statement
// of the pack reads yet.
var mayBeUnread = strings.Fields(`constraints.region name schema scope summary
	budget.effort_days constraints.installed_by_customers constraints.regions constraints.rewrite
	domain.builds_on domain.security_isolation domain.several_languages priorities.operations
	team.experience team.headcount_growth team.operators team.run_servers team.tried
	today.monthly_usd today.paid_host today.platforms today.standard today.trouble today.utilisation
	work.connections work.durable_steps work.package_mb work.request_logs work.startup_ms`)

// TestReachOfTheRuleBase holds what the rule base must do over complete
// profiles: every option alive, no rule dead, no field unread.
func TestReachOfTheRuleBase(t *testing.T) {
	c := Cover(core(t), 2000, 0, advisor.Options{Draws: 128})
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
	for _, name := range c.Unread {
		if !slices.Contains(mayBeUnread, name) {
			t.Errorf("nothing reads %s", name)
		}
	}
	for _, s := range c.Swings {
		if math.Abs(s.P95-100) > 20 {
			t.Errorf("criterion %s swings %.1f points, want 80 to 120", s.Criterion, s.P95)
		}
	}
	t.Logf("leads %v, recommended %v, below 40 engineers %v", c.Leads, c.Recommended, c.SmallTeams)
}
