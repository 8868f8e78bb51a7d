package explain

import (
	"context"
	"testing"

	"archadvisor/advisor"
)

// TestRiskyGateIsTheNextQuestion: an option that a limit may stop is not
// recommended, and what would settle it is asked first.
func TestRiskyGateIsTheNextQuestion(t *testing.T) {
	p := parse(t, "[load]\npattern = \"bursty\"\n[work]\ninteraction = \"event\"\nlongest_job_s = [600, 1050]\n")
	d := core(t).AdviseWithFlips(t.Context(), p, advisor.Options{Draws: advisor.Adaptive})
	if d.Recommendation != "serverless" || d.Verdict == advisor.Recommended {
		t.Fatalf("got %s, %s; want serverless in the lead and not recommended", d.Recommendation, d.Verdict)
	}
	if len(d.NextQuestions) == 0 || d.NextQuestions[0].Field != "work.longest_job_s" {
		t.Errorf("next questions %v, want work.longest_job_s first", d.NextQuestions)
	}
}

func TestGlossaryHoldsWhatTheTextUses(t *testing.T) {
	x, err := core(t).Explain(context.Background(), examples(t)["b2b-saas.toml"], advisor.Options{Draws: 0})
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for _, g := range Glossary() {
		known[g.Key] = true
	}
	used := map[string]bool{}
	for _, key := range x.Glossary {
		if !known[key] {
			t.Errorf("no term %q", key)
		}
		used[key] = true
	}
	if !used["saga"] || !used["p99"] || !used["score"] {
		t.Errorf("got %v, want saga, p99 and score among them", x.Glossary)
	}
}
