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

// truth is what is said of a condition in Kleene's logic.
type truth int8

const (
	no truth = iota - 1
	unknown
	yes
)

// oracle says by plain Go what a condition says of the values: unknown where a value that it asks for is, or has no result.
type oracle func(v []float64) truth

// judged writes a random condition over the schema, with an oracle that shares nothing with the evaluator.
func judged(r *rand.Rand, s *cond.Schema, depth int) (string, oracle) {
	if depth > 0 {
		switch kind := r.IntN(4); kind {
		case 0, 1:
			a, x := judged(r, s, depth-1)
			b, y := judged(r, s, depth-1)
			if kind == 0 {
				return "(" + a + " and " + b + ")", func(v []float64) truth { return min(x(v), y(v)) }
			}
			return "(" + a + " or " + b + ")", func(v []float64) truth { return max(x(v), y(v)) }
		case 2:
			a, x := judged(r, s, depth-1)
			return "not (" + a + ")", func(v []float64) truth { return -x(v) }
		}
	}
	i := r.IntN(len(s.Facts))
	f := &s.Facts[i]
	switch f.Kind {
	case cond.FactBool:
		form := r.IntN(4)
		return []string{f.Name, "not " + f.Name, f.Name + " == true", f.Name + " != true"}[form],
			of(i, func(x float64) bool { return (x == 1) == (form%2 == 0) })
	case cond.FactOption, cond.FactList:
		a, b := r.IntN(len(f.Options)), r.IntN(len(f.Options))
		holds := func(x float64, option int) bool {
			return f.Kind == cond.FactOption && int(x) == option || f.Kind == cond.FactList && int(x)>>option&1 == 1
		}
		form := r.IntN(4)
		return f.Name + fmt.Sprintf([]string{" == '%s'", " != '%s'", " in ['%s', '%s']", " not in ['%s', '%s']"}[form], []any{f.Options[a], f.Options[b]}[:1+form/2]...),
			of(i, func(x float64) bool { return (holds(x, a) || form >= 2 && holds(x, b)) == (form%2 == 0) })
	}
	op, k := []string{"<", "<=", ">", ">=", "==", "!="}[r.IntN(6)], r.IntN(len(s.Facts))
	other, c, d := s.Facts[k], likely[r.IntN(len(likely))], likely[r.IntN(len(likely))]
	switch form := r.IntN(6); {
	case form == 0 && other.Kind == cond.FactNumber && other.Unit == f.Unit:
		return f.Name + " " + op + " " + other.Name, func(v []float64) truth { return compared(v[i], op, v[k]) }
	case form == 0:
		return fmt.Sprintf("%s * 2 - 1 %s %v", f.Name, op, c), func(v []float64) truth { return compared(v[i]*2-1, op, c) }
	case form == 1 && other.Kind == cond.FactNumber && c > 1:
		return fmt.Sprintf("%s * %s %s %v", f.Name, other.Name, op, c), func(v []float64) truth { return compared(v[i]*v[k], op, c) }
	case form == 1 && other.Kind == cond.FactNumber:
		return fmt.Sprintf("%s / %s %s %v", f.Name, other.Name, op, c), func(v []float64) truth {
			if f.Unit != other.Unit && dimension[f.Unit] != "" && dimension[f.Unit] == dimension[other.Unit] {
				return unknown // units are converted first, which rounds
			}
			return compared(v[i]/(v[k]+0), op, c)
		}
	case form == 2:
		return fmt.Sprintf("%s in [%v, %v]", f.Name, c, d), of(i, func(x float64) bool { return x == c || x == d })
	}
	return fmt.Sprintf("%s %s %v", f.Name, op, c), func(v []float64) truth { return compared(v[i], op, c) }
}

var dimension = map[string]string{"%": "ratio", "share": "ratio", "x": "ratio", "ms": "time", "s": "time"}

// of asks a fact whose value is known.
func of(fact int, holds func(float64) bool) oracle {
	return func(v []float64) truth {
		switch x := v[fact]; {
		case x != x:
			return unknown
		case holds(x):
			return yes
		}
		return no
	}
}

func compared(x float64, op string, y float64) truth {
	if x != x || y != y {
		return unknown
	}
	if map[string]bool{"<": x < y, "<=": x <= y, ">": x > y, ">=": x >= y, "==": x == y, "!=": x != y}[op] {
		return yes
	}
	return no
}
