package record_test

import (
	"errors"
	"strings"
	"testing"

	"archadvisor/advisor"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/record"
)

// The relaxation that an error names makes an option pass.
func TestRelaxationPasses(t *testing.T) {
	a := realAdvisor(t, nil)
	for _, set := range []string{`constraints.exclude=["monolith", "serverless", "microservices"]`, "budget.monthly_usd=5"} {
		p := examples(t)[0]
		if err := p.SetString(set); err != nil {
			t.Fatal(err)
		}
		_, err := record.Write(record.MADR, explained(t, a, p), p, record.Meta{Number: 1, Date: "2026-11-23"})
		var infeasible *record.InfeasibleError
		if !errors.As(err, &infeasible) {
			t.Fatalf("%s: %v", set, err)
		}
		_, hint, found := strings.Cut(err.Error(), "(--set ")
		hint, _, _ = strings.Cut(hint, "), then ")
		if err := p.SetString(strings.Trim(hint, "'")); !found || err != nil {
			t.Fatalf("%s: --set %s: %v", set, hint, err)
		}
		if d := a.Advise(p, advisor.Options{Draws: 64}); d.Verdict == advisor.Infeasible {
			t.Errorf("%s: with --set %s nothing passes either (exclude: %v)", set, hint, p.Get(profile.Exclude).List)
		}
	}
}
