package rules

import (
	"slices"
	"strings"
	"testing"

	"archadvisor/rules/numeral"
)

func TestText(t *testing.T) {
	p, g := good(t)
	s := g.schema
	v := at(t, s, map[string]float64{"budget.monthly_usd": 12500, "cost.serverless.monthly_usd": 1240.4, "team.engineers": 7, "work.longest_job_s": 1800, "limits.function_duration_s": 900})
	stated := func(names ...string) func(int) bool {
		return func(f int) bool { return slices.Contains(names, s.Facts[f].Name) }
	}
	for _, c := range []struct {
		stmt, option int
		answered     func(int) bool
		want         string
	}{
		{0, 1, nil, "serverless costs $1,240 a month of $12,500"},
		{0, 1, stated("cost.serverless.monthly_usd"), "serverless costs $1,240 a month"},
		{0, 1, stated(), "serverless costs an unstated amount a month"},
		{1, 0, nil, "7 engineers can talk"},
		{1, 0, stated(), "an unstated number of engineers can talk"},
		{2, 1, nil, "a job takes 1,800 s; functions stop after 900 s"},
	} {
		if got := g.Text(c.stmt, c.option, quoting(v, c.answered)); got != c.want {
			t.Errorf("statement %d: %q, want %q", c.stmt, got, c.want)
		}
	}
	one, _ := s.Index("team.engineers")
	v[one] = 1
	if got := g.Text(1, 0, quoting(v, nil)); got != "1 engineer can talk" {
		t.Errorf("of one: %q", got)
	}
	for stmt, want := range map[int]string{1: "1 to 9 engineers can talk", 2: "a job takes 1,000 to 2,000 s; functions stop after 900 s"} {
		got := g.Text(stmt, 1, func(f int) (low, high float64, answered bool) {
			switch s.Facts[f].Name {
			case "team.engineers":
				return 1, 9, true
			case "work.longest_job_s":
				return 1000, 2000, true
			}
			return v[f], v[f], true
		})
		if got != want {
			t.Errorf("of a range: %q, want %q", got, want)
		}
	}
	p.Rules[0].Because = "{{x}} {if known(team.teams)}A{else}B{if known( team.engineers )}{if known(load.pattern)}, {load.pattern}{end}{end}{end}"
	g, issues := Compile(p, s)
	if g == nil {
		t.Fatal(issues)
	}
	i, _ := s.Index("load.pattern")
	v[i] = 2
	for _, c := range []struct {
		answered func(int) bool
		want     string
	}{
		{stated("team.teams"), "{x} A"}, {stated(), "{x} B"}, {stated("team.engineers"), "{x} B"}, {stated("team.engineers", "load.pattern"), "{x} B, bursty"},
	} {
		if got := g.Text(1, 0, quoting(v, c.answered)); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

func TestTextFindings(t *testing.T) {
	for _, c := range []struct{ because, want string }{
		{"{team.enginers}", "17:13: r: unknown fact team.enginers; did you mean team.engineers?"},
		{"a {if known(team.teams)}b", "17:14: r: this guard has no {end}"},
		{"a {end}", "17:14: r: {end} without {if known(...)}"},
		{"a {if team.teams > 3}b{end}", "17:14: r: a guard asks whether one fact is stated: {if known(fact)}"},
		{"a {if known(team.tems)}b{end}", "17:24: r: unknown fact team.tems; did you mean team.teams?"},
		{"a } b", "17:14: r: a closing brace without an opening one; write }} for the character"},
		{"a {team.teams", "17:14: r: this brace is not closed; write {{ for the character"},
		{"{team.teams:fancy}", "17:24: r: unknown form \"fancy\"; the only one is plain"},
		{"{Not A cond.Fact}", "17:13: r: the braces must hold a fact, option, if, else or end; found \"Not A cond.Fact\""},
	} {
		text := strings.Replace(ruleWith("team.engineers < 5"), "because = 'b'", "because = '"+c.because+"'", 1)
		issues := lint(t, "", text)
		if len(issues) != 1 || strings.TrimPrefix(issues[0].Error(), ":") != c.want {
			t.Errorf("%s\n got %v\nwant %s", c.because, issues, c.want)
		}
	}
}

func TestNumber(t *testing.T) {
	for x, want := range map[float64]string{
		0: "0", 5: "5", 0.35: "0.35", 1.0 / 3: "0.3333", 2.0 / 300: "0.006667", 12.3456789: "12.35", 999.4321: "999.4", 1234.5: "1,234", 1234567: "1,234,567",
		-1500: "−1,500", 1e15: "1e+15", 1e-9: "1e-09", 99.95: "99.95",
	} {
		if got := numeral.Plain(x); got != want {
			t.Errorf("%v is %q, want %q", x, got, want)
		}
	}
	s := world(t)
	for _, c := range []struct {
		fact string
		x    float64
		want string
	}{
		{"quality.availability_pct", 99.99512, "99.9951 %"}, {"quality.availability_pct", 99.9, "99.9 %"}, {"load.idle_share", 0.35, "35 %"}, {"load.surge", 3, "3x"},
		{"team.engineers", 12.34, "12.3"}, {"domain.lockstep_changes", 0, "no"}, {"load.pattern", 1, "diurnal"}, {"load.pattern", nan, "unknown"},
		{"budget.monthly_usd", 250000, "$250,000"}, {"team.deploys_per_week", 2, "2 per week"},
	} {
		i, _ := s.Index(c.fact)
		if got := s.Format(i, c.x, false); got != c.want {
			t.Errorf("%s %v is %q, want %q", c.fact, c.x, got, c.want)
		}
	}
}

// quoting gives values; a nil answered means that all are stated.
func quoting(v []float64, answered func(int) bool) func(int) (low, high float64, known bool) {
	return func(f int) (float64, float64, bool) { return v[f], v[f], answered == nil || answered(f) }
}
