package say

import (
	"strings"
	"testing"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
)

func TestVerdictWords(t *testing.T) {
	d := &explain.Decision{Decision: advisor.Decision{Recommendation: "monolith", Probability: 0.6, Ranking: []advisor.Option{{Architecture: "monolith", Feasible: true, Probability: 0.6}, {Architecture: "serverless"}, {Architecture: "microservices", Feasible: true, Probability: 0.4}}}}
	for verdict, want := range map[advisor.Verdict][2]string{
		advisor.Recommended: {"Monolith is recommended", "Monolith is recommended"},
		advisor.CloseCall:   {"Close call: Monolith leads, but Microservices is within reach", "Close call: Monolith or Microservices"},
		advisor.NotEnough:   {"Not enough information yet: Monolith leads", "Not enough information: Monolith leads"},
		advisor.Infeasible:  {"No option passes: something must be relaxed", "No option passes"},
	} {
		d.Verdict = verdict
		if got := [2]string{Verdict(d), VerdictShort(d)}; got != want {
			t.Errorf("%s: %q, want %q", verdict, got, want)
		}
	}
}

// Where nothing tells the options apart, no sentence and no cell names one as the answer.
func TestNothingLeads(t *testing.T) {
	d := &explain.Decision{Decision: advisor.Decision{Name: "shop", Verdict: advisor.NotEnough, Recommendation: "monolith", Probability: 0.34, Ranking: []advisor.Option{
		{Architecture: "monolith", Feasible: true, Probability: 0.34}, {Architecture: "serverless", Feasible: true, Probability: 0.33}, {Architecture: "microservices", Feasible: true, Probability: 0.33}}}}
	same, _ := Effect(d, d, true)
	changed, short := Effect(d, d, false)
	compared, brief := Compared(d, d)
	stop, rest := Stop(d)
	if !strings.Contains(stop, "no option leads") {
		t.Errorf("%q tells of a leader", stop)
	}
	for _, got := range []string{stop, rest, Verdict(d), VerdictShort(d), Leader(d), Led(d), same, changed, short, compared, brief, Tally([]*explain.Decision{d})} {
		if strings.Contains(strings.ToLower(got), "monolith") {
			t.Errorf("%q names an option", got)
		}
		if strings.Contains(got, ": N") && got != Verdict(d) {
			t.Errorf("%q has a capital inside", got)
		}
	}
}

// A verdict names no option that is ruled out, and neither does any other text.
func TestRuledOutIsNoRival(t *testing.T) {
	d := &explain.Decision{Decision: advisor.Decision{Recommendation: "serverless", Verdict: advisor.CloseCall, Ranking: []advisor.Option{
		{Architecture: "serverless", Feasible: true}, {Architecture: "monolith"}, {Architecture: "microservices"}}}}
	x := &explain.Explanation{Decision: d}
	for _, got := range []string{Verdict(d), VerdictShort(d), headline(x)} {
		if strings.Contains(strings.ToLower(got), "monolith") {
			t.Errorf("%q names an option that is ruled out", got)
		}
	}
}
