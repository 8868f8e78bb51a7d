package packs_test

import (
	"bytes"
	"testing"

	"github.com/BurntSushi/toml"

	"archadvisor/advisor"
	"archadvisor/advisor/fact"
	"archadvisor/advisor/pricing"
	"archadvisor/advisor/profile"
	"archadvisor/rules"
)

// TestCoreIsCleanForTheAdvisor lints the pack against the facts of the program:
// no unknown fact, no clash of types or units, no dead or shadowed condition.
func TestCoreIsCleanForTheAdvisor(t *testing.T) {
	for _, i := range load(t).Check(fact.Schema()) {
		t.Error(i.String())
	}
}

// TestCorePassesItsOwnTests runs what `rules test` runs: every profile in
// tests.toml through the whole program.
func TestCorePassesItsOwnTests(t *testing.T) {
	pack := load(t)
	prices := pricing.Load()
	a, err := advisor.New(pack, nil, prices, "test")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range pack.RunTests(func(p map[string]any) (rules.Outcome, error) { return decide(a, p) }) {
		for _, problem := range r.Problems {
			t.Errorf("%s:%d: %s: %s", r.File, r.Line, r.ID, problem)
		}
	}
}

func decide(a *advisor.Advisor, fields map[string]any) (rules.Outcome, error) {
	out := rules.Outcome{States: map[string]string{}}
	whole := map[string]any{"schema": profile.SchemaVersion, "name": "pack test"}
	for k, v := range fields {
		whole[k] = v
	}
	var b bytes.Buffer
	if err := toml.NewEncoder(&b).Encode(whole); err != nil {
		return out, err
	}
	ps, errs := profile.Decode(b.Bytes(), "tests.toml")
	if len(errs) > 0 {
		return out, errs
	}
	d := a.Advise(ps[0], advisor.Options{Draws: -1, Detail: true})
	out.Leader, out.Verdict = d.Recommendation, string(d.Verdict)
	for _, o := range d.Ranking {
		if !o.Feasible {
			out.RuledOut = append(out.RuledOut, o.Architecture)
		}
		for _, c := range o.Contributions {
			out.States[c.ID] = string(c.State)
		}
	}
	return out, nil
}
