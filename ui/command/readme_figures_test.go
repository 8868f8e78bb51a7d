package command

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"archadvisor/advisor/precedent"
	"archadvisor/rules/packs"
)

// TestReadmeQuotesTheFigures: how good the advice is, as README says it, is what
// the shipped strengths say. ARCHADVISOR_UPDATE=1 rewrites it.
func TestReadmeQuotesTheFigures(t *testing.T) {
	t.Chdir("../..")
	data, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(data), "<!-- figures -->\n")
	quoted, after, closed := strings.Cut(rest, "<!-- /figures -->\n")
	if !ok || !closed {
		t.Fatal("README quotes no figures")
	}
	fit, faults := precedent.Decode(packs.StrengthsFile, packs.Strengths())
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	want := figures(fit)
	switch {
	case os.Getenv("ARCHADVISOR_UPDATE") != "":
		if err := os.WriteFile("README.md", []byte(before+"<!-- figures -->\n"+want+"<!-- /figures -->\n"+after), 0o644); err != nil {
			t.Fatal(err)
		}
	case quoted != want:
		t.Errorf("README quotes other figures than (ARCHADVISOR_UPDATE=1 rewrites them):\n%s", want)
	}
}

func figures(f *precedent.Fit) string {
	c := f.CrossValidated
	return fmt.Sprintf(`| what | result |
|---|--:|
| documented decisions | %d |
| leader is what turned out right | %.0f %% |
| recommended plainly / of these wrong | %d / %d |
| Brier score of the probabilities, three classes (one third each: 0.667) | %.2f |
`, c.Cases, 100*c.Top1, c.Recommended, c.RecommendedWrong, c.Brier)
}
