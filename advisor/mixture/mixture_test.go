package mixture

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"sync"
	"testing"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/precedent"
	"archadvisor/advisor/pricing"
	"archadvisor/advisor/profile"
	"archadvisor/rules"
	"archadvisor/rules/packs"
)

// explainer is that of the core pack, the shipped strengths and books.
var explainer = sync.OnceValues(func() (*explain.Explainer, error) {
	pack, issues := rules.Load(packs.Core())
	for _, i := range issues {
		if i.Severity == rules.Error {
			return nil, i
		}
	}
	prices := pricing.Load()
	fit, _ := precedent.Decode(packs.StrengthsFile, packs.Strengths())
	learned, _ := fit.For(pack)
	a, err := advisor.New(pack, learned, prices, "test")
	return explain.New(a), err
})

func decide(t testing.TB, p *profile.Profile, o advisor.Options) *Mixture {
	t.Helper()
	ex, err := explainer()
	if err != nil {
		t.Fatal(err)
	}
	return Of(ex, p, o, func(p *profile.Profile) *explain.Decision { return ex.Advise(p, o) })
}

func read(t testing.TB, name string) *profile.Profile {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name+".toml"))
	if err != nil {
		t.Fatal(err)
	}
	list, errs := profile.Decode(data, name)
	if errs != nil {
		t.Fatal(errs)
	}
	return list[0]
}

// Eight stories, each with what a reader would defend.
func TestStories(t *testing.T) {
	for name, want := range map[string][]string{
		"shop-thumbnails":    {"monolith: shop", "serverless: thumbnails"},      // rare bursts of work that keeps nothing
		"bank-notifications": {"monolith: ledger", "serverless: notifications"}, // the ledger's data are one
		"saas-reports":       {"monolith: application nightly reports"},         // 90 minutes are too long for a function, and it builds on the application
		"game-matchmaking":   {"monolith: sessions matchmaking", "serverless: receipts"},
		"iot-dashboard":      {"serverless: ingest", "monolith: dashboard"}, // the dashboard runs already, on a server, and well
		"publisher-search":   {"monolith: site search"},                     // an index in memory is no function
		"coupled":            {"monolith: orders stock"},                    // their data change together
		"everything-leaves":  {"serverless: imports mails"},                 // nothing is left of a main part
	} {
		m := decide(t, read(t, name), advisor.Default)
		var got []string
		for _, g := range m.Groups {
			line := g.Architecture + ":"
			for _, c := range g.Components {
				line += " " + c
			}
			got = append(got, line)
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %q, want %q", name, got, want)
			for _, p := range m.Parts {
				t.Logf("  %s: fate %d, %s %.2f", p.Name, p.Fate, p.Decision.Recommendation, p.Decision.Probability)
			}
		}
	}
}

// One component is the plain answer.
func TestOneComponentIsThePlainAnswer(t *testing.T) {
	plain := read(t, "plain")
	one := plain.Clone()
	own := profile.New("all of it")
	for _, id := range plain.Answered() {
		if id > profile.Scope && id%2 == 0 {
			if err := own.Set(id, plain.Get(id)); err != nil {
				t.Fatal(err)
			}
			one.Clear(id)
		}
	}
	if err := one.AddComponent(own); err != nil {
		t.Fatal(err)
	}
	ex, err := explainer()
	if err != nil {
		t.Fatal(err)
	}
	want, m := ex.Advise(plain, advisor.Default), decide(t, one, advisor.Default)
	if !reflect.DeepEqual(m.Whole, want) || m.Parts[0].Decision != m.Whole {
		t.Error("one component is not decided as the whole")
	}
	lead := want.Ranking[0]
	if len(m.Groups) != 1 || m.Cost != lead.Estimates.Cost || m.OpsFTE != lead.Estimates.OpsFTE {
		t.Errorf("%+v %+v, want those of %s: %+v", m.Groups, m.Cost, lead.Architecture, lead.Estimates)
	}
}

// Trying every division and letting components leave one by one agree nearly
// always, and never differ much in what they cost.
func TestGreedyIsNearlyExhaustive(t *testing.T) {
	ex, err := explainer()
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(11, 12))
	const systems = 100
	agree := 0
	for i := range systems {
		p := system(t, r, i)
		decide := func(p *profile.Profile) *explain.Decision { return ex.Advise(p, advisor.Options{}) }
		every, one := newSearch(ex, p, advisor.Options{}, decide), newSearch(ex, p, advisor.Options{}, decide)
		one.Exhaustive = false
		if !every.Exhaustive {
			t.Fatalf("system %d has %d components", i, len(every.Parts))
		}
		first, second := every.leaving(), one.leaving()
		every.divide(first)
		one.divide(second)
		a, b := every.total(first), one.total(second)
		if first == second {
			agree++
		} else if a > 1.05*b || b > 1.05*a {
			t.Errorf("system %d: %v costs %.0f, %v costs %.0f", i, every.Groups, a, one.Groups, b)
		}
	}
	t.Logf("%d of %d agree", agree, systems)
	if agree < 95 {
		t.Errorf("%d of %d agree, want 95", agree, systems)
	}
}

// system has two to eight components of the population that coverage is measured
// on; some of what they state, as people do.
func system(t *testing.T, r *rand.Rand, i int) *profile.Profile {
	p := profile.New(fmt.Sprintf("system %d", i))
	base := precedent.Population(5, i)
	for _, id := range base.Answered() {
		if f := id.Field(); f.Section == "team" && r.IntN(3) > 0 {
			if err := p.Set(id, base.Get(id)); err != nil {
				t.Fatal(err)
			}
		}
	}
	for n := 2 + r.IntN(7); len(p.Components()) < n; {
		own := profile.New(fmt.Sprintf("part %d", len(p.Components())))
		full := precedent.Population(6, r.IntN(1<<20))
		for _, id := range full.Answered() {
			if f := id.Field(); f.Section == "work" || f.Section == "load" || f.Section == "domain" && r.IntN(2) > 0 {
				if err := own.Set(id, full.Get(id)); err != nil {
					t.Fatal(err)
				}
			}
		}
		if err := p.AddComponent(own); err != nil {
			t.Fatal(err)
		}
		if len(p.Validate()) > 0 {
			p.RemoveComponent(len(p.Components()) - 1)
		}
	}
	return p
}
