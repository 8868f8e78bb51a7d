package ui

import (
	"strings"
	"testing"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/ui/view"
)

func TestSensitivityShows(t *testing.T) {
	d := study(t, shop(t), "mono", 100, 30).press("4")
	d.want("average load", "−4.0 to +12.0", "╂ 0", "payload ?", "How probable each is", "M monolith", "512 draws of the open answers, ±3 %", "Ask next", "One rule carries it", "R-TEAM-02",
		"without it microservices", "time to market", "3 → 4.5: serverless")
	d.want("average load: lead −4.0 at 200 req/s, +12.0 at 0.1 req/s.", "Below 0 another option leads.")
	d.press("down").want("With 76 engineers or more it would")
	d.press("down").want("The answer stays.")
	if d.press("y"); !strings.Contains(d.copy, "# shop: monolith") {
		t.Errorf("y copied %q, not the explanation", d.copy)
	}
}

// TestSensitivityLeads: enter goes to the question, or to the rule; e to the question behind that.
func TestSensitivityLeads(t *testing.T) {
	d := study(t, shop(t), "dark", 100, 30).press("4", "down", "enter")
	if d.m.front != interview || d.m.session().Current() != profile.Engineers {
		t.Errorf("at %s of screen %d", d.m.session().Current(), d.m.front)
	}
	d = study(t, shop(t), "dark", 100, 30).press("4", "down", "down", "down", "down", "enter")
	if d.m.front != interview || d.m.session().Current() != profile.Pattern {
		t.Errorf("at %s of screen %d", d.m.session().Current(), d.m.front)
	}
	d = study(t, shop(t), "dark", 100, 30).press("4", "end", "up", "up", "enter").want("R-TEAM-02")
	if d.m.front != indexOf(view.Result) {
		t.Errorf("on screen %d", d.m.front)
	}
	d = study(t, shop(t), "dark", 100, 30).press("4", "end", "up", "up", "e")
	if d.m.front != interview || d.m.session().Current() != profile.Engineers {
		t.Errorf("e on a rule: at %s of screen %d", d.m.session().Current(), d.m.front)
	}
	d = study(t, shop(t), "dark", 100, 30).press("4", "end", "enter")
	if d.m.session().Current() != profile.PriorityCost {
		t.Errorf("at %s", d.m.session().Current())
	}
}

// TestSensitivityNothing: where nothing moves the lead, that is said.
func TestSensitivityNothing(t *testing.T) {
	d := study(t, shop(t), "dark", 100, 30).press("4")
	x := &explain.Explanation{Decision: &explain.Decision{Decision: advisor.Decision{Recommendation: "monolith"}}}
	d.m, _ = d.m.send(indexOf("sensitivity"), view.ExplainedMsg{Profile: shop(t), Explanation: x})
	d.want("No single answer moves the lead", "Without any one rule it stays the same", "At any weight of one criterion, too", "Nothing left to ask")
}
