package precedent

import (
	"os"
	"strings"
	"testing"

	"archadvisor/advisor"
)

// documented are the 33 documented decisions of the repository.
func documented(t testing.TB) []Case {
	t.Helper()
	cases, err := LoadCases(os.DirFS("testdata/cases"))
	if err != nil {
		t.Fatal(err)
	}
	if len(cases) != 33 {
		t.Fatalf("got %d cases, want 33", len(cases))
	}
	return cases
}

func TestCalibrationOnDocumentedDecisions(t *testing.T) {
	c := Calibrate(core(t), documented(t), advisor.Default)
	high, highRight := 0, 0
	for _, s := range c.Cases {
		if s.Confidence == "high" {
			high++
			if s.Right {
				highRight++
			}
		}
		if s.ID == "root-insurance" || s.ID == "branch-insurance" {
			if v := s.Decision.Verdict; v != advisor.CloseCall && v != advisor.NotEnough {
				t.Errorf("%s: %s, want a close call or more questions", s.ID, v)
			}
		}
	}
	if c.Right < 30 {
		t.Errorf("%d of %d leaders are right, want 30", c.Right, len(c.Cases))
	}
	if high != 18 || highRight < 17 {
		t.Errorf("%d of %d leaders of high confidence are right, want 17 of 18", highRight, high)
	}
	for label, n := range c.ByLabel {
		if float64(n[0]) < 0.8*float64(n[1]) {
			t.Errorf("%s: %d of %d are right, want 80 %%", label, n[0], n[1])
		}
	}
	if c.LeadsLeft > 1 {
		t.Errorf("the style that a team left leads in %d cases, want at most 1", c.LeadsLeft)
	}
	if c.WrongSure > 1 || c.Recommended < 11 {
		t.Errorf("%d recommended, %d of them wrong; want at least 11 and at most 1", c.Recommended, c.WrongSure)
	}
	if c.Brier > 0.22 {
		t.Errorf("the Brier score is %.4f, want at most 0.22", c.Brier)
	}
	t.Logf("right %d of %d, Brier %.4f, recommended %d", c.Right, len(c.Cases), c.Brier, c.Recommended)
}

// TestTwinOfTheInsurers is a profile like the two insurers that decided
// differently and were both right.
func TestTwinOfTheInsurers(t *testing.T) {
	a := core(t)
	for _, engineers := range []string{"20", "40", "60", "[20, 60]"} {
		p := parse(t, "[team]\nengineers = "+engineers+"\n[constraints]\ncompliance = [\"insurance\"]\n")
		if v := a.Advise(p, advisor.Default).Verdict; v != advisor.CloseCall && v != advisor.NotEnough {
			t.Errorf("%s engineers, regulated, nothing else known: %s", engineers, v)
		}
	}
}

// TestNoRuleCarriesTheCases doubles and halves every statement: no single one
// may change more than two leaders.
func TestNoRuleCarriesTheCases(t *testing.T) {
	a := core(t)
	changed := map[string][]string{}
	for _, k := range documented(t) {
		r := a.Draw(k.Profile, advisor.Default)
		for i := range a.Statements {
			for _, f := range []float64{2, 0.5} {
				score := r.Score
				for o := range score {
					score[o] += (f - 1) * r.Contribution(i, o)
				}
				if order, n := advisor.Rank(&score, r.RuledOut); n > 0 && order[0] != r.Leader() {
					key := a.Statements[i].ID + map[bool]string{true: " doubled", false: " halved"}[f == 2]
					changed[key] = append(changed[key], k.ID)
				}
			}
		}
	}
	for key, ids := range changed {
		if len(ids) > 2 {
			t.Errorf("%s changes %d leaders: %s", key, len(ids), strings.Join(ids, ", "))
		}
	}
}

// TestFitLeavesOneOut refits the constants with each case left out and scores
// that case with them.
func TestFitLeavesOneOut(t *testing.T) {
	cases := documented(t)
	fitted, left := Fit(core(t), cases)
	if len(left) != len(cases) {
		t.Fatalf("got %d fits, want %d", len(left), len(cases))
	}
	sum := 0.0
	for _, l := range left {
		sum += l.Brier
	}
	out := sum / float64(len(left))
	if out > 0.24 {
		t.Errorf("cases left out of their fit score %.4f, want at most 0.24", out)
	}
	if out < fitted.Brier-1e-9 {
		t.Errorf("cases left out score %.4f, better than those fitted to, %.4f", out, fitted.Brier)
	}
	t.Logf("fitted %.4f, left out %.4f", fitted.Brier, out)
}
