package wording

import (
	"testing"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
)

func TestFlipWords(t *testing.T) {
	for want, f := range map[string]explain.Flip{
		"with 34 engineers":                                            {Text: "with 34 engineers"},
		"engineers = 34 people → microservices":                        {Field: "team.engineers", To: 34.0, Recommendation: "microservices"},
		"engineers = 34 people and teams = 5 to 9 → microservices":     {Fields: []string{"team.engineers", "team.teams"}, Tos: []any{34.0, [2]float64{5, 9}}, Recommendation: "microservices"},
		"GPU = yes → monolith":                                         {Field: "work.gpu", To: true, Recommendation: "monolith"},
		"pattern = bursty → serverless":                                {Field: "load.pattern", To: "bursty", Recommendation: "serverless"},
		"mean rps = unknown → serverless":                              {Field: "load.mean_rps", Recommendation: "serverless"},
		"mean rps = 1 to 2 req/s and no.such = false one → serverless": {Fields: []string{"load.mean_rps", "no.such"}, Tos: []any{[]float64{1, 2}, "false one"}, Recommendation: "serverless"},
		"release bottleneck = no and teams = unknown → microservices":  {Fields: []string{"team.release_bottleneck", "team.teams"}, Tos: []any{false}, Recommendation: "microservices"},
	} {
		if got := Flip(f); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestVerdictWords(t *testing.T) {
	d := &explain.Decision{Decision: advisor.Decision{Recommendation: "monolith", Ranking: []advisor.Option{{Architecture: "monolith", Feasible: true}, {Architecture: "serverless"}, {Architecture: "microservices", Feasible: true}}}}
	for verdict, want := range map[advisor.Verdict][2]string{
		advisor.Recommended: {"Monolith is recommended", "Monolith is recommended"},
		advisor.CloseCall:   {"Close call: Monolith leads, but Microservices is within reach", "Close call: Monolith or Microservices"},
		advisor.NotEnough:   {"Monolith leads, but the missing answers decide", "Monolith leads: answers missing"},
		advisor.Infeasible:  {"No option passes: something must be relaxed", "No option passes"},
	} {
		d.Verdict = verdict
		if got := [2]string{Verdict(d), VerdictShort(d)}; got != want {
			t.Errorf("%s: %q, want %q", verdict, got, want)
		}
	}
}
