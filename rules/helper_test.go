package rules

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"archadvisor/rules/cond"
)

// A small world for tests: numbers of several units, yes-or-no, options, a list.
func world(t testing.TB) *cond.Schema {
	t.Helper()
	s := cond.NewSchema([]cond.Fact{
		{Name: "team.engineers", Unit: "people", Min: 1, Max: 100000},
		{Name: "team.teams", Unit: "teams", Min: 1, Max: 10000},
		{Name: "load.peak_rps", Unit: "req/s", Min: 0, Max: 1e12},
		{Name: "load.pattern", Kind: cond.FactOption, Options: []string{"steady", "diurnal", "bursty", "extreme"}},
		{Name: "load.idle_share", Unit: "share", Min: 0, Max: 1},
		{Name: "work.duration_ms", Unit: "ms", Min: 0, Max: 1e9},
		{Name: "work.longest_job_s", Unit: "s", Min: 0, Max: 1e9},
		{Name: "work.memory_mb", Unit: "MB", Min: 0, Max: 1e9},
		{Name: "limits.function_duration_s", Unit: "s", Min: 0, Max: 1e9},
		{Name: "quality.availability_pct", Unit: "%", Min: 90, Max: 99.9999},
		{Name: "budget.monthly_usd", Unit: "USD", Min: 0, Max: 1e12},
		{Name: "domain.lockstep_changes", Kind: cond.FactBool},
		{Name: "domain.stable_boundaries", Kind: cond.FactBool},
		{Name: "team.deploys_per_week", Unit: "per week", Min: 0, Max: 1e6},
		{Name: "cost.monolith.monthly_usd", Unit: "USD", Min: 0, Max: 1e12},
		{Name: "cost.serverless.monthly_usd", Unit: "USD", Min: 0, Max: 1e12},
		{Name: "cost.microservices.monthly_usd", Unit: "USD", Min: 0, Max: 1e12},
		{Name: "load.surge", Unit: "x", Min: 1, Max: 1e12},
		{Name: "work.kinds", Kind: cond.FactList, Options: []string{"request", "event", "batch"}},
	}, []string{"monolith", "serverless", "microservices"})
	return s
}

var nan = math.NaN()

// unknowns is a vector of which nothing is known.
func unknowns(n int) []float64 {
	v := make([]float64, n)
	for i := range v {
		v[i] = nan
	}
	return v
}

// packOf wraps conditions into rules r0, r1, ... of one criterion.
func packOf(conditions ...string) *Pack {
	p := &Pack{Name: "test", Version: "1", Criteria: []Criterion{{ID: "c"}}}
	for i, when := range conditions {
		p.Mechanisms = append(p.Mechanisms, Mechanism{ID: fmt.Sprintf("m%d", i)})
		p.Rules = append(p.Rules, Rule{ID: fmt.Sprintf("r%d", i), Criterion: "c", Mechanism: fmt.Sprintf("m%d", i), When: when,
			Points: map[string]float64{"monolith": 1}, Because: "because", Sources: []string{"a test"}})
	}
	return p
}

func compile(t testing.TB, s *cond.Schema, conditions ...string) *Program {
	t.Helper()
	g, issues := Compile(packOf(conditions...), s)
	if g == nil {
		t.Fatalf("compile: %v", issues)
	}
	return g
}

// point draws values around thresholds that the tests use; share is how many
// are unknown.
func point(r *rand.Rand, s *cond.Schema, share float64) []float64 {
	v := make([]float64, len(s.Facts))
	for i := range v {
		if r.Float64() < share {
			v[i] = math.NaN()
			continue
		}
		v[i] = drawn(r, &s.Facts[i])
	}
	return v
}

var likely = []float64{0, 1, 2, 5, 10, 80, 85, 99.9, 100, 200, 900, 1000, 2000, 5000, 0.1, 0.5, 0.35}

func drawn(r *rand.Rand, f *cond.Fact) float64 {
	lo, hi := f.Domain()
	if f.Kind != cond.FactNumber {
		return math.Floor(r.Float64() * (hi + 1))
	}
	x := likely[r.IntN(len(likely))]
	switch r.IntN(5) {
	case 0:
		x = math.Nextafter(x, math.Inf(1))
	case 1:
		x = math.Nextafter(x, math.Inf(-1))
	case 2:
		x = math.Exp(r.Float64()*20 - 4)
	case 3:
		x = math.Copysign(0, -1)
	}
	return min(max(x, lo), hi)
}

// condition writes a random condition over the schema.
func condition(r *rand.Rand, s *cond.Schema, depth int) string {
	if depth > 0 {
		switch r.IntN(4) {
		case 0:
			return "(" + condition(r, s, depth-1) + " and " + condition(r, s, depth-1) + ")"
		case 1:
			return "(" + condition(r, s, depth-1) + " or " + condition(r, s, depth-1) + ")"
		case 2:
			return "not (" + condition(r, s, depth-1) + ")"
		}
	}
	i := r.IntN(len(s.Facts))
	f := &s.Facts[i]
	switch f.Kind {
	case cond.FactBool:
		return []string{f.Name, "not " + f.Name, f.Name + " == true", f.Name + " != true"}[r.IntN(4)]
	case cond.FactOption, cond.FactList:
		a, b := f.Options[r.IntN(len(f.Options))], f.Options[r.IntN(len(f.Options))]
		switch r.IntN(4) {
		case 0:
			return f.Name + " == '" + a + "'"
		case 1:
			return f.Name + " != '" + a + "'"
		case 2:
			return f.Name + " in ['" + a + "', '" + b + "']"
		}
		return f.Name + " not in ['" + a + "', '" + b + "']"
	}
	op := []string{"<", "<=", ">", ">=", "==", "!="}[r.IntN(6)]
	switch r.IntN(6) {
	case 0:
		other := s.Facts[r.IntN(len(s.Facts))]
		if other.Kind == cond.FactNumber && other.Unit == f.Unit {
			return f.Name + " " + op + " " + other.Name
		}
		return fmt.Sprintf("%s * 2 - 1 %s %v", f.Name, op, likely[r.IntN(len(likely))])
	case 1:
		other := s.Facts[r.IntN(len(s.Facts))]
		if other.Kind == cond.FactNumber {
			return fmt.Sprintf("%s %s %s %s %v", f.Name, []string{"*", "/"}[r.IntN(2)], other.Name, op, likely[r.IntN(len(likely))])
		}
	case 2:
		return fmt.Sprintf("%s in [%v, %v]", f.Name, likely[r.IntN(len(likely))], likely[r.IntN(len(likely))])
	}
	return fmt.Sprintf("%s %s %v", f.Name, op, likely[r.IntN(len(likely))])
}
