package explain

import (
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
