package explain

import (
	"testing"

	"archadvisor/advisor"
	"archadvisor/advisor/profile"
)

// twoExcluded leaves one option, which a limit stops in some draws.
const twoExcluded = "[work]\nlongest_job_s = [200, 2500]\n[constraints]\nexclude = [\"monolith\", \"microservices\"]\n"

// TestProbabilityIsOfDrawsWithAnOption: draws in which no option passes are told
// beside the probabilities, which sum to 1.
func TestProbabilityIsOfDrawsWithAnOption(t *testing.T) {
	x, err := core(t).Explain(t.Context(), parse(t, twoExcluded), advisor.Default)
	if err != nil {
		t.Fatal(err)
	}
	r := &x.Robustness
	if r.NoOption < 0.2 || r.NoOption > 0.6 {
		t.Fatalf("no option passes in %v of the draws, want about 0.4", r.NoOption)
	}
	if x.Probability != 1 || x.Ranking[0].Probability != x.Probability {
		t.Errorf("probability %v, %v of the ranking, want 1 where an option is left", x.Probability, x.Ranking[0].Probability)
	}
}

// TestAnExcludedOptionIsNoRival: what the user excluded is neither the runner-up
// nor named in a reason or an objection.
func TestAnExcludedOptionIsNoRival(t *testing.T) {
	for text, want := range map[string]string{
		twoExcluded: "",
		"[work]\nlongest_job_s = [200, 2500]\n[team]\nengineers = 5\n[constraints]\nexclude = [\"monolith\"]\n": "microservices",
	} {
		p := parse(t, text)
		x, err := core(t).Explain(t.Context(), p, advisor.Options{Draws: 256})
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if second := x.RunnerUp(); second != nil {
			got = second.Architecture
		}
		if got != want {
			t.Errorf("%q: runner-up %q, want %q", text, got, want)
		}
		excluded := p.Get(profile.Exclude).List
		for _, q := range append(append([]Reason{}, x.Reasons...), x.Objections...) {
			for _, name := range excluded {
				if q.For == name || q.Against == name {
					t.Errorf("%q: %s is for %s against %s, which is excluded", text, q.ID, q.For, q.Against)
				}
			}
		}
		if want != "" && len(x.Reasons) == 0 {
			t.Errorf("%q: no reasons", text)
		}
	}
}

// TestWhatSpeaksForTheThirdIsNoReason: what a rule says for an option that is not compared is a reason for neither of the two
// that are, however much it tells them apart.
func TestWhatSpeaksForTheThirdIsNoReason(t *testing.T) {
	for _, text := range []string{
		"[work]\ninteraction = [\"request\", \"event\"]\n[domain]\ncurrent = \"monolith\"\n[today]\ntrouble = [\"releases\", \"code\"]\n",
		"[team]\nengineers = 9\n[work]\ninteraction = [\"event\"]\n[domain]\ncurrent = \"monolith\"\n[load]\npattern = \"extreme\"\n[today]\ntrouble = [\"scaling\", \"idle\"]\n",
	} {
		x, err := core(t).Explain(t.Context(), parse(t, text), advisor.Options{Draws: 256})
		if err != nil {
			t.Fatal(err)
		}
		if len(x.Reasons) < fewReasons {
			t.Fatalf("%q: %d reasons", text, len(x.Reasons))
		}
		for _, r := range x.Reasons {
			var third, best float64
			rule := false
			for _, o := range x.Ranking {
				c := o.Contribution(r.ID)
				if c == nil {
					continue
				}
				rule = c.Kind == advisor.KindRule
				if o.Architecture == r.For || o.Architecture == r.Against {
					best = max(best, c.Points)
				} else {
					third = c.Points
				}
			}
			if rule && third > best+leastReason {
				t.Errorf("%q: %s speaks most for the third option (%.1f, %.1f for these two), and is told for %s against %s", text, r.ID, third, best, r.For, r.Against)
			}
		}
	}
}

// TestReasonsAreOfTheTwoThatAreCompared: a statement that tells chiefly against the third option stands behind one that
// tells the two apart, though it may part them by more points.
func TestReasonsAreOfTheTwoThatAreCompared(t *testing.T) {
	x, err := core(t).Explain(t.Context(), parse(t, "[team]\nengineers = 12\n[work]\nstate = \"memory\"\n[domain]\ndata_coupling = \"medium\"\ncurrent = \"monolith\"\n"), advisor.Options{Draws: 256})
	if err != nil {
		t.Fatal(err)
	}
	points, at := map[string]float64{}, map[string]int{}
	for i, r := range x.Reasons {
		points[r.ID], at[r.ID] = r.Points, i+1
	}
	apart, third := "people-to-run-it", "state-in-memory" // that functions lose what is in memory parts a monolith little from services
	if x.Decision.Recommendation != "monolith" || at[apart] == 0 || points[apart] >= points[third] {
		t.Fatalf("%v: the profile does not show it", points)
	}
	if at[apart] > at[third] {
		t.Errorf("%s stands at %d, behind %s", apart, at[apart], third)
	}
}
