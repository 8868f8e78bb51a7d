package rules

import (
	"strings"
	"testing"
	"testing/fstest"
)

const goodPack = `# a pack that is in order
[pack]
name = "demo"
version = "1.0.0"
title = "Demo"

[[criterion]]
id = "cost"
title = "Cost"
source = "a assumption"

[[criterion]]
id = "simplicity"
title = "Simplicity"
source = "a assumption"

[[mechanism]]
id = "bill"
title = "Infrastructure bill"

[[mechanism]]
id = "idle"
title = "Idle hours"

[[mechanism]]
id = "talk"
title = "Talking"

[[measure]]
id = "monthly-cost"
criterion = "cost"
mechanism = "bill"
of = "cost.{option}.monthly_usd / budget.monthly_usd"
log = true
points = [[0.1, 100], [1, 50], [10, 0]]
target = "budget.monthly_usd"
covers = ["idle"]
because = "{option} costs {cost.{option}.monthly_usd} a month{if known(budget.monthly_usd)} of {budget.monthly_usd}{end}"
source = "a test"
statements = ["monolith: expensive to scale"]

[[rule]]
id = "one-team"
criterion = "simplicity"
mechanism = "talk"
when = "team.engineers < 10 and not domain.lockstep_changes"
points = { monolith = 20, microservices = -15.5 }
because = "{team.engineers} engineers can talk"
source = "a test"

[[gate]]
id = "job-too-long"
option = "serverless"
when = """
work.longest_job_s >
  limits.function_duration_s"""
because = "a job takes {work.longest_job_s}; functions stop after {limits.function_duration_s:plain} s"
source = "a test"
field = "work.longest_job_s"

[[test]]
id = "shop"
expect = { leader = "monolith", fired = ["one-team"] }
[test.profile.team]
engineers = 3

[settings]
enough = { value = 0.7, source = "a test" }
`

func good(t testing.TB) (*Pack, *Program) {
	t.Helper()
	p, issues := LoadFile("good.toml", []byte(goodPack))
	s := world(t)
	if issues = append(issues, p.Check(s)...); len(issues) > 0 {
		t.Fatalf("issues: %v", issues)
	}
	g, issues := Compile(p, s)
	if g == nil || len(issues) > 0 {
		t.Fatalf("compile: %v", issues)
	}
	return p, g
}

func TestLoad(t *testing.T) {
	p, _ := good(t)
	if p.Name != "demo" || p.Version != "1.0.0" || len(p.Criteria) != 2 || len(p.Rules) != 1 {
		t.Errorf("pack %+v", p)
	}
	if r := p.Rules[0]; r.Points["microservices"] != -15.5 || r.Criterion != "simplicity" {
		t.Errorf("rule %+v", r)
	}
	if g := p.Gates[0]; len(g.Option) != 1 || g.Option[0] != "serverless" || g.Field != "work.longest_job_s" {
		t.Errorf("gate %+v", g)
	}
	if file, line := p.Rules[0].Place(); file != "good.toml" || line != 42 {
		t.Errorf("rule stands at %s:%d", file, line)
	}
	if s := p.Settings["enough"]; s.Value != 0.7 || len(s.Sources) != 1 || s.Sources[0] != "a test" {
		t.Errorf("setting %+v", s)
	}
	if c := p.Criteria[1]; c.ID != "simplicity" {
		t.Errorf("criterion %+v", c)
	}
}

func TestLoadFilesAsOne(t *testing.T) {
	head, tail, _ := strings.Cut(goodPack, "[[rule]]")
	fsys := fstest.MapFS{"a.toml": {Data: []byte("[[rule]]" + tail)}, "b.toml": {Data: []byte(head)}, "c.txt": {Data: []byte("not a pack")}}
	p, issues := Load(fsys)
	if len(issues) > 0 {
		t.Fatal(issues)
	}
	one, _ := good(t)
	if p.Hash() != one.Hash() {
		t.Errorf("hash depends on the files: %s, %s", p.Hash(), one.Hash())
	}
	if !strings.HasPrefix(p.Hash(), "sha256:") || len(p.Hash()) != 7+64 {
		t.Errorf("hash %s", p.Hash())
	}
	p.Rules[0].Points["monolith"] = 21
	if p.Hash() == one.Hash() {
		t.Error("hash does not see points")
	}
	if _, issues = Load(fstest.MapFS{}); len(issues) == 0 {
		t.Error("no file, no finding")
	}
}

func TestAdd(t *testing.T) {
	p, _ := good(t)
	mine, issues := LoadFile("mine.toml", []byte(`[pack]
name = "mine"
version = "2"
[[rule]]
id = "one-team"
replace = true
criterion = "simplicity"
mechanism = "talk"
when = "team.engineers < 20"
points = { monolith = 5 }
because = "x"
source = "our own"
[[rule]]
id = "extra"
criterion = "cost"
mechanism = "talk"
when = "team.teams > 3"
points = { monolith = -5 }
because = "x"
source = "our own"
[settings.enough]
value = 0.8
source = "our own"
`))
	if len(issues) > 0 {
		t.Fatal(issues)
	}
	if issues = p.Add(mine); len(issues) > 0 {
		t.Fatal(issues)
	}
	if len(p.Rules) != 2 || p.Rules[0].When != "team.engineers < 20" || p.Settings["enough"].Value != 0.8 || p.Name != "demo+mine" {
		t.Errorf("pack %+v", p)
	}
	again, _ := LoadFile("again.toml", []byte("[pack]\nname='b'\nversion='1'\n[[rule]]\nid='extra'\ncriterion='cost'\nmechanism='talk'\nwhen='team.teams > 4'\npoints={monolith=1}\nbecause='x'\nsource='y'\n"))
	issues = p.Add(again)
	if len(issues) != 1 || !strings.Contains(issues[0].String(), `again.toml:5:4: extra: duplicate id "extra"; the first is at mine.toml:13`) {
		t.Errorf("issues %v", issues)
	}
	ghost, _ := LoadFile("ghost.toml", []byte("[pack]\nname='b'\nversion='1'\n[[rule]]\nid='ghost'\nreplace=true\ncriterion='cost'\nmechanism='talk'\nwhen='team.teams > 4'\npoints={monolith=1}\nbecause='x'\nsource='y'\n"))
	if issues = p.Add(ghost); len(issues) != 1 || !strings.Contains(issues[0].Message, "nothing with this id to replace") {
		t.Errorf("issues %v", issues)
	}
}

func TestRunTests(t *testing.T) {
	p, _ := good(t)
	answer := Outcome{Leader: "monolith", States: map[string]string{"one-team": "fired"}}
	results := p.RunTests(func(profile map[string]any) (Outcome, error) {
		if profile["team"].(map[string]any)["engineers"] != int64(3) {
			t.Errorf("profile %v", profile)
		}
		return answer, nil
	})
	if len(results) != 1 || len(results[0].Problems) != 0 || results[0].ID != "shop" || results[0].Line == 0 {
		t.Errorf("results %+v", results)
	}
	answer = Outcome{Leader: "serverless"}
	results = p.RunTests(func(map[string]any) (Outcome, error) { return answer, nil })
	if got := strings.Join(results[0].Problems, "; "); got != "leader is serverless, want monolith; one-team is nothing, want fired" {
		t.Errorf("problems %q", got)
	}
}
