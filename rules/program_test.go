package rules

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"archadvisor/rules/cond"
)

// at is a vector with some facts known.
func at(t testing.TB, s *cond.Schema, values map[string]float64) []float64 {
	t.Helper()
	v := unknowns(len(s.Facts))
	for name, x := range values {
		i, ok := s.Index(name)
		if !ok {
			t.Fatalf("no fact %s", name)
		}
		v[i] = x
	}
	return v
}

// TestMeaning fixes what conditions mean, by Eval, by Range and by the oracle.
func TestMeaning(t *testing.T) {
	s := world(t)
	for _, c := range []struct {
		when   string
		values map[string]float64
		want   truth
	}{
		{"team.engineers < 10", map[string]float64{"team.engineers": 10}, no},
		{"team.engineers <= 10", map[string]float64{"team.engineers": 10}, yes},
		{"team.engineers <= 10", map[string]float64{"team.engineers": math.Nextafter(10, 11)}, no},
		{"team.engineers > 10", map[string]float64{"team.engineers": math.Nextafter(10, 11)}, yes},
		{"10 > team.engineers", map[string]float64{"team.engineers": 9}, yes},
		{"team.engineers != 10", map[string]float64{"team.engineers": 10}, no},
		{"team.engineers < 10", nil, unknown},
		{"not (team.engineers < 10)", nil, unknown},
		{"work.longest_job_s > 15 min", map[string]float64{"work.longest_job_s": 900}, no},
		{"work.longest_job_s >= 15 min", map[string]float64{"work.longest_job_s": 900}, yes},
		{"work.duration_ms >= 0.5 s", map[string]float64{"work.duration_ms": 500}, yes},
		{"load.peak_rps == 30_000 req/min", map[string]float64{"load.peak_rps": 500}, yes},
		{"load.peak_rps > 499.9 rps", map[string]float64{"load.peak_rps": 500}, yes},
		{"work.memory_mb == 2 GB", map[string]float64{"work.memory_mb": 2000}, yes},
		{"quality.availability_pct == 99.9 %", map[string]float64{"quality.availability_pct": 99.9}, yes},
		{"load.idle_share == 35 %", map[string]float64{"load.idle_share": 0.35}, yes},
		{"team.deploys_per_week == 2 per day", map[string]float64{"team.deploys_per_week": 14}, yes},
		{"budget.monthly_usd >= 3 kUSD", map[string]float64{"budget.monthly_usd": 3000}, yes},
		{"work.duration_ms > limits.function_duration_s", map[string]float64{"work.duration_ms": 900_001, "limits.function_duration_s": 900}, yes},
		{"work.duration_ms > limits.function_duration_s", map[string]float64{"work.duration_ms": 900_000, "limits.function_duration_s": 900}, no},
		{"work.duration_ms + work.longest_job_s > 2 s", map[string]float64{"work.duration_ms": 1500, "work.longest_job_s": 1}, yes},
		{"team.engineers / team.teams >= 8", map[string]float64{"team.engineers": 16, "team.teams": 2}, yes},
		{"team.engineers > team.teams", map[string]float64{"team.engineers": 16, "team.teams": 20}, no},
		{"load.peak_rps * work.duration_ms / 1000 > 100", map[string]float64{"load.peak_rps": 500, "work.duration_ms": 201}, yes},
		{"cost.serverless.monthly_usd < 50 % * cost.monolith.monthly_usd", map[string]float64{"cost.serverless.monthly_usd": 49, "cost.monolith.monthly_usd": 100}, yes},
		{"load.pattern in ['bursty', 'extreme']", map[string]float64{"load.pattern": 3}, yes},
		{"load.pattern not in ['bursty', 'extreme']", map[string]float64{"load.pattern": 3}, no},
		{"load.pattern != \"steady\"", map[string]float64{"load.pattern": 0}, no},
		{"team.engineers in [2, 3]", map[string]float64{"team.engineers": 3}, yes},
		{"domain.lockstep_changes", map[string]float64{"domain.lockstep_changes": 1}, yes},
		{"domain.lockstep_changes == false", map[string]float64{"domain.lockstep_changes": 0}, yes},
		{"domain.lockstep_changes == domain.stable_boundaries", map[string]float64{"domain.lockstep_changes": 1, "domain.stable_boundaries": 0}, no},
		{"team.engineers < 10 and team.teams > 5", map[string]float64{"team.engineers": 20}, no},
		{"team.engineers < 10 or team.teams > 5", map[string]float64{"team.engineers": 5}, yes},
		{"team.engineers < 10 or team.teams > 5", map[string]float64{"team.engineers": 50}, unknown},
		{"not team.engineers < 10", map[string]float64{"team.engineers": 50}, yes},
		{"1 - -2 == team.teams", map[string]float64{"team.teams": 3}, yes},
		{"10 - 2 - 3 == team.teams", map[string]float64{"team.teams": 5}, yes},
		{"2 + 3 * 4 == team.teams", map[string]float64{"team.teams": 14}, yes},
		{"true or team.teams > 3", nil, yes},
		{"3 / (team.teams - 3) > 3", map[string]float64{"team.teams": 3}, yes},
	} {
		g := compile(t, s, c.when)
		v := at(t, s, c.values)
		var fired, must, may [1]uint64
		g.Eval(nil, v, fired[:])
		g.Range(nil, v, v, must[:], may[:])
		if (fired[0] == 1) != (c.want == yes) || (must[0] == 1) != (c.want == yes) || (may[0] == 1) != (c.want != no) {
			t.Errorf("%s at %v: fired %d, must %d, may %d, want %v", c.when, c.values, fired[0], must[0], may[0], c.want)
		}
		if got := g.Set.Holds(0, v); got != (c.want == yes) {
			t.Errorf("%s at %v: oracle says %v, want %v", c.when, c.values, got, c.want)
		}
	}
}

func TestManyRules(t *testing.T) {
	s := world(t)
	r := rand.New(rand.NewPCG(3, 4))
	var oracles []oracle
	var conditions []string
	for range 3000 {
		text, judge := judged(r, s, 1)
		conditions, oracles = append(conditions, text), append(oracles, judge)
	}
	g := compile(t, s, conditions...)
	fired, must, may := make([]uint64, g.Words()), make([]uint64, g.Words()), make([]uint64, g.Words())
	for range 20 {
		v := point(r, s, 0.2)
		g.Eval(nil, v, fired)
		agree(t, g, oracles, v, fired)
		lo, hi := ranges(r, s, v)
		g.Range(nil, lo, hi, must, may)
		sound(t, g, oracles, r, lo, hi, must, may)
	}
}

func TestMargin(t *testing.T) {
	s := world(t)
	g := compile(t, s, "team.engineers < 10 and (load.pattern == 'bursty' or work.duration_ms > limits.function_duration_s)", "team.teams > 3")
	v := at(t, s, map[string]float64{"team.engineers": 8, "load.pattern": 0, "work.duration_ms": 1000, "limits.function_duration_s": 900})
	var got []string
	for _, m := range g.Margin(0, v) {
		got = append(got, strings.TrimSpace(m.Name+" "+m.Shown+" "+m.Op+" "+m.Wanted+" "+m.Away))
	}
	want := "team.engineers 8 < 10 2; load.pattern steady == bursty; work.duration_ms 1,000 ms > 15 min 14.98 min"
	if strings.Join(got, "; ") != want {
		t.Errorf("margins\n got %s\nwant %s", strings.Join(got, "; "), want)
	}
	if m := g.Margin(0, v)[0]; m.Threshold != 10 || m.Fact < 0 {
		t.Errorf("margin %+v", m)
	}
}

func TestFactsOf(t *testing.T) {
	_, g := good(t)
	names := func(list []int) string {
		var out []string
		for _, f := range list {
			out = append(out, g.schema.Facts[f].Name)
		}
		return strings.Join(out, " ")
	}
	if got := names(g.FactsOf(0)); got != "budget.monthly_usd cost.monolith.monthly_usd cost.serverless.monthly_usd cost.microservices.monthly_usd" {
		t.Errorf("measure reads %s", got)
	}
	if got := names(g.FactsOf(2)); got != "work.longest_job_s limits.function_duration_s" {
		t.Errorf("gate reads %s", got)
	}
}

func TestSchema(t *testing.T) {
	s := world(t)
	i, ok := s.Index("team.teams")
	if !ok || i != 1 {
		t.Errorf("team.teams is %d, %v", i, ok)
	}
	if got := s.Names(); len(got) != len(s.Facts) || got[i] != "team.teams" {
		t.Errorf("names are %q", got)
	}
}

// TestPackInGo: conditions alone, without a file, make a program.
func TestPackInGo(t *testing.T) {
	s := world(t)
	p := &Pack{Rules: []Rule{{ID: "small", When: "team.engineers < 10", Points: map[string]float64{"monolith": 1}}},
		Measures: []Measure{{ID: "m", Of: "team.teams", Points: [][2]float64{{0, 0}, {10, 100}}}}}
	g, issues := Compile(p, s)
	if g == nil {
		t.Fatal(issues)
	}
	v := at(t, s, map[string]float64{"team.engineers": 5, "team.teams": 5})
	var fired [1]uint64
	if g.Eval(nil, v, fired[:]); fired[0] != 1 || g.Value(0, 0, v) != 50 {
		t.Errorf("fired %b, value %v", fired[0], g.Value(0, 0, v))
	}
	none, issues := Compile(&Pack{}, s)
	if none == nil || none.Words() != 0 {
		t.Fatal("an empty pack does not compile", issues)
	}
	none.Eval(nil, v, nil)
	none.Range(nil, v, v, nil, nil)
	p.Rules[0].When = "team.enginers < 10"
	if g, issues = Compile(p, s); g != nil || len(issues) != 1 || issues[0].Error() != "small.when:1:1: small: unknown fact team.enginers; did you mean team.engineers?" {
		t.Errorf("issues %v", issues)
	}
}
