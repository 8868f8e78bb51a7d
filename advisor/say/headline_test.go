package say

import (
	"strings"
	"testing"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
)

// The headline of a close call names the runner-up, never an option that is
// ruled out.
func TestHeadlineNamesNoRuledOutRival(t *testing.T) {
	d := &explain.Decision{Decision: advisor.Decision{Name: "shop", Verdict: advisor.CloseCall, Recommendation: "serverless",
		Ranking: []advisor.Option{{Architecture: "serverless", Feasible: true}, {Architecture: "microservices", Feasible: true}, {Architecture: "monolith"}}}}
	x := &explain.Explanation{Decision: d}
	if got := headline(x); !strings.HasSuffix(got, "between serverless and microservices") {
		t.Errorf("%q does not name the runner-up", got)
	}
	d.Ranking[1].Feasible = false
	if got := headline(x) + Verdict(d) + VerdictShort(d); strings.Contains(strings.ToLower(got), "microservices") || strings.Contains(strings.ToLower(got), "monolith") {
		t.Errorf("%q names an option that is ruled out", got)
	}
}
