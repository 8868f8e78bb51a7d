package record_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/pricing"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/record"
	"archadvisor/rules"
	"archadvisor/rules/packs"
)

// realAdvisor is the advisor as the program makes it; edit may change the
// core pack first.
func realAdvisor(t *testing.T, edit func(*rules.Pack)) *explain.Explainer {
	t.Helper()
	pack, issues := rules.Load(packs.Core())
	for _, i := range issues {
		if i.Severity == rules.Error {
			t.Fatal(i)
		}
	}
	if edit != nil {
		edit(pack)
	}
	prices := pricing.Load()
	a, err := advisor.New(pack, nil, prices, "0.1.0")
	if err != nil {
		t.Fatal(err)
	}
	return explain.New(a)
}

// examples are the project's example profiles.
func examples(t *testing.T) []*profile.Profile {
	t.Helper()
	names, err := filepath.Glob("../../testdata/profiles/*.toml")
	if err != nil || len(names) == 0 {
		t.Fatalf("no example profiles: %v", err)
	}
	var out []*profile.Profile
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		list, errs := profile.Decode(data, name)
		if errs != nil {
			t.Fatal(errs)
		}
		out = append(out, list...)
	}
	return out
}

func explained(t *testing.T, a *explain.Explainer, p *profile.Profile) *explain.Explanation {
	t.Helper()
	e, err := a.Explain(context.Background(), p, advisor.Options{Draws: 64})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// A record of the real advisor holds as long as nothing changes, in every
// format; under another load or other rules those that drift say which
// statement or estimate moved them.
func TestRealAdvisor(t *testing.T) {
	a := realAdvisor(t, nil)
	other := realAdvisor(t, func(p *rules.Pack) { // rules turned around and made to matter
		for _, r := range p.Rules {
			r.Points["monolith"], r.Points["microservices"] = 5*r.Points["microservices"], 5*r.Points["monolith"]
		}
	})
	opts := advisor.Options{Draws: 64}
	same := record.Checker{Advise: a.Advise, Version: "0.1.0", Options: opts}
	busy := record.Checker{Advise: a.Advise, Version: "0.1.0", Options: opts, Set: []string{"load.mean_rps=50000", "load.peak_to_mean=4"}}
	changed := record.Checker{Advise: other.Advise, Version: "0.1.0", Options: opts}
	drifted := map[string]int{}
	for n, p := range examples(t) {
		e := explained(t, a, p)
		if e.Verdict == advisor.Infeasible {
			continue
		}
		for _, f := range []record.Format{record.MADR, record.Nygard, record.JSON} {
			data, err := record.Write(f, e, p, record.Meta{Number: n + 1, Date: "2026-11-23"})
			if err != nil {
				t.Fatal(err)
			}
			missed := 0
			for _, n := range e.Notes {
				if n.Kind == explain.MissedTarget {
					missed++
				}
			}
			if n := strings.Count(string(data), "Bad, because it misses the target"); f != record.JSON && n != missed {
				t.Errorf("%s, %s: %d of %d missed targets are told", p.Name(), f, n, missed)
			}
			if row := same.Check("x", data); row.State != record.Holds || row.Because != "" {
				t.Errorf("%s, %s: %+v", p.Name(), f, row)
			}
			if f != record.MADR {
				continue
			}
			for name, c := range map[string]record.Checker{"busy": busy, "changed": changed} {
				row := c.Check("x", data)
				if row.State == record.Unreadable {
					t.Logf("%s: %s", p.Name(), row.Because)
					continue
				}
				if row.State != record.Drifted {
					continue
				}
				drifted[name]++
				if !strings.Contains(row.Because, "rule ") && !strings.Contains(row.Because, "measure ") && !strings.Contains(row.Because, "gate ") && !strings.Contains(row.Because, " was ") {
					t.Errorf("%s: %q names no statement and no estimate", p.Name(), row.Because)
				}
				if name == "changed" && !strings.Contains(row.Because, "the rule pack changed") {
					t.Errorf("%s: %q does not name the pack", p.Name(), row.Because)
				}
			}
		}
	}
	if drifted["busy"] == 0 || drifted["changed"] == 0 {
		t.Errorf("drifted: %v, want some of each", drifted)
	}
}
