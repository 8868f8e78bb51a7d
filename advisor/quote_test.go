package advisor

import (
	"context"
	"strings"
	"testing"

	"archadvisor/advisor/profile"
)

// TestNoTextQuotesADrawnValue: a figure that rests on a field nobody stated
// stands in no fact and no text, also if it is computed from others that were.
func TestNoTextQuotesADrawnValue(t *testing.T) {
	a := core(t)
	derived := map[string][]profile.ID{}
	for i := a.facts.derived; i < a.facts.limits; i++ {
		derived[a.facts.defs[i].Name] = a.facts.defs[i].from
	}
	p := parse(t, "[load]\nmean_rps = 58\n[team]\nengineers = [3, 40]\n[domain]\nindependent_scaling = true\n")
	x, err := a.Explain(context.Background(), p, Options{Draws: 128})
	if err != nil {
		t.Fatal(err)
	}
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
			if c.ID == "uneven-parts-real-load" && strings.Contains(c.Text, "req/s") {
				t.Errorf("a drawn peak is quoted: %s", c.Text)
			}
		}
	}
}

// TestRiskyGateIsTheNextQuestion: an option that a limit may stop is not
// recommended, and what would settle it is asked first.
func TestRiskyGateIsTheNextQuestion(t *testing.T) {
	p := parse(t, "[load]\npattern = \"bursty\"\n[work]\ninteraction = \"event\"\nlongest_job_s = [600, 1050]\n")
	d := core(t).Advise(p, Options{Draws: Adaptive, Flips: true})
	if d.Recommendation != "serverless" || d.Verdict == Recommended {
		t.Fatalf("got %s, %s; want serverless in the lead and not recommended", d.Recommendation, d.Verdict)
	}
	if len(d.NextQuestions) == 0 || d.NextQuestions[0].Field != "work.longest_job_s" {
		t.Errorf("next questions %v, want work.longest_job_s first", d.NextQuestions)
	}
}

func TestGlossaryHoldsWhatTheTextUses(t *testing.T) {
	x, err := core(t).Explain(context.Background(), examples(t)["b2b-saas.toml"], Options{Draws: 0})
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
