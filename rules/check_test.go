package rules

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"
)

func lint(t testing.TB, name, text string) []Issue {
	t.Helper()
	p, issues := LoadFile(name, []byte(text))
	return append(issues, p.Check(world(t))...)
}

// TestBrokenPack holds the whole report of a pack with every fault: places,
// words and carets.
func TestBrokenPack(t *testing.T) {
	data, err := os.ReadFile("testdata/broken.toml")
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, i := range lint(t, "broken.toml", string(data)) {
		b.WriteString(i.String() + "\n")
	}
	got := b.String()
	if os.Getenv("UPDATE_GOLDEN") != "" {
		if err := os.WriteFile("testdata/broken.golden", []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile("testdata/broken.golden")
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("report changed; UPDATE_GOLDEN=1 writes it anew\n%s", got)
	}
}

// ruleWith is a pack that is in order but for the given condition.
func ruleWith(when string) string {
	return "[pack]\nname = 'p'\nversion = '1'\n[[criterion]]\nid = 'c'\ntitle = 'C'\nsource='a source'\n" +
		"[[mechanism]]\nid = 'm'\ntitle = 'M'\n[[rule]]\nid = 'r'\ncriterion = 'c'\nmechanism = 'm'\nwhen = \"" + when +
		"\"\npoints = { monolith = 1 }\nbecause = 'b'\nsource='a source'\n"
}

func TestConditionFindings(t *testing.T) {
	for _, c := range []struct{ when, want string }{
		{"team.engineers < 10", ""},
		{"team.enginers < 10", "15:9: r: unknown fact team.enginers; did you mean team.engineers?"},
		{"enginers < 10", "15:9: r: unknown fact enginers"},
		{"team.engineers < 'ten'", "15:9: r: type clash: team.engineers is a number, 'ten' is a string"},
		{"team.engineers == true", "15:9: r: type clash: team.engineers is a number, true is yes or no"},
		{"domain.lockstep_changes > 1", "15:9: r: type clash: domain.lockstep_changes is yes or no, 1 is a number; write domain.lockstep_changes or not domain.lockstep_changes"},
		{"team.engineers", "15:9: r: team.engineers is a number, not a condition; compare it with something"},
		{"load.pattern < 'bursty'", "15:9: r: an option has no order: compare with ==, != or in"},
		{"load.pattern in ['steady', 'wild']", "15:36: r: load.pattern is never \"wild\" (it may be steady, diurnal, bursty, extreme)"},
		{"domain.lockstep_changes + 1 > 2", "15:9: r: type clash: arithmetic on yes or no"},
		{"work.longest_job_s > 2 GB", "15:9: r: unit clash: s against GB"},
		{"team.engineers > 5 teams", "15:9: r: unit clash: people against teams"},
		{"load.peak_rps * work.duration_ms > 5 ms", "15:9: r: unit clash: a product or quotient of different units is a plain number; leave the unit off"},
		{"work.duration_ms * 2 > work.longest_job_s", "15:9: r: unit clash: ms against s; units are converted for you, so leave the factor off or give both sides one unit"},
		{"work.longest_job_s > 2 mins", "15:32: r: unknown unit \"mins\"; did you mean min?"},
		{"work.memory_mb > 2 mb", "15:28: r: unknown unit \"mb\"; did you mean MB?"},
		{"load.idle_share > 35", "15:9: r: warning: this condition can never be true\n15:27: r: warning: the threshold 35 is outside the domain of load.idle_share, 0 to 1"},
		{"load.idle_share in [0.5, 50]", "15:34: r: warning: the threshold 50 is outside the domain of load.idle_share, 0 to 1"},
		{"team.engineers >= 1", "15:9: r: warning: this condition is always true"},
		{"team.engineers > 5 and not (team.engineers > 3)", "15:9: r: warning: this condition can never be true"},
		{"domain.lockstep_changes or not domain.lockstep_changes", "15:9: r: warning: this condition is always true"},
		{"load.pattern == 'steady' and load.pattern == 'bursty'", "15:9: r: warning: this condition can never be true"},
		{"team.engineers > team.teams and team.teams >= team.engineers", "15:9: r: warning: this condition can never be true"},
		{"1 < team.engineers < 5", "15:28: r: comparisons are not chained: write a < b and b < c"},
		{"team.engineers\u00a0< 5", "15:23: r: unexpected character \"\u00a0\", U+00A0: conditions are written in ASCII"},
		{"team.engineers < \uff15", "15:26: r: unexpected character \"\uff15\", U+FF15: conditions are written in ASCII"},
		{"team.engineers < 1,5", "15:27: r: a number is written with a point, without a comma: 1.5, 1500"},
		{"team.engineers < 5 && team.teams > 2", "15:28: r: write and instead of &&"},
		{"team.engineers = 5", "15:24: r: write == instead of ="},
		{"team.engineers <", "15:25: r: expected a fact, a number or a string, found the end"},
		{"(team.engineers < 5", "15:9: r: this parenthesis is not closed"},
		{"team.engineers < 5)", "15:27: r: a closing parenthesis without an opening one"},
		{"team.engineers in []", "15:28: r: the list is empty"},
		{"known(team.engineers)", "15:9: r: known(...) may only guard a because: {if known(fact)}...{end}"},
		{"load.pattern == 'steady", "15:25: r: this string is not closed"},
		{"team.engineers > 1e999", "15:26: r: the number \"1e999\" cannot be represented"},
		{"team.engineers > 0/0", "15:28: r: nothing can be divided by zero"},
		{"team.teams / 0 >= 3", "15:22: r: nothing can be divided by zero"},
		{"1 / (2 - 2) < 3 + team.teams", "15:13: r: nothing can be divided by zero"},
		{"team.engineers > 1e308 * 10 - 1e308 * 10", "15:26: r: this cannot be computed: its parts are too large"},
		{strings.Repeat("team.teams > 1 or ", 500) + "true", "15:8: r: when is longer than 8192 bytes"},
		{" ", "15:8: r: when is empty"},
		{"cost.{option}.monthly_usd > 3", ""},
		{"\\u0074eam.enginers < 3", "15:9: r: unknown fact team.enginers; did you mean team.engineers?"},
		{"team.engineers < 3 \\\" ", "15:9: r: this string is not closed"},
		{"Team.Engineers < 3", "15:9: r: a fact is lower-case words joined by dots, not \"Team.Engineers\""},
		{"domain.lockstep_changes == 3 and load.idle_shar > 1", "15:9: r: type clash: domain.lockstep_changes is yes or no, 3 is a number; write domain.lockstep_changes or not domain.lockstep_changes\n15:42: r: unknown fact load.idle_shar; did you mean load.idle_share?"},
	} {
		var got []string
		for _, i := range lint(t, "", ruleWith(c.when)) {
			got = append(got, strings.TrimPrefix(i.Error(), ":"))
		}
		if strings.Join(got, "\n") != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.when, strings.Join(got, "\n"), c.want)
		}
	}
}

func TestShadows(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"team.engineers < 10", "team.engineers < 5", true},
		{"team.engineers < 10", "team.engineers < 10", true},
		{"team.engineers < 10 or team.teams < 3", "team.engineers < 5 and load.idle_share > 0.5", true},
		{"load.pattern in ['bursty', 'extreme']", "load.pattern == 'extreme'", true},
		{"team.engineers < 10", "team.engineers < 12 and load.idle_share > 0.5", false},
		{"team.engineers < 10", "team.teams < 5", false},
	} {
		found := ""
		for _, i := range packOf(c.a, c.b).Check(world(t)) {
			if strings.Contains(i.Message, "shadowed by r0") && i.ID == "r1" {
				found = i.String()
			}
		}
		if (found != "") != c.want {
			t.Errorf("%s, then %s: %q", c.a, c.b, found)
		}
	}
	p := packOf("team.engineers < 10", "team.engineers < 5")
	p.Rules[1].AddsTo = "r0"
	if issues := p.Check(world(t)); len(issues) > 0 {
		t.Errorf("adds_to is ignored: %v", issues)
	}
	p.Rules[1].AddsTo = "r9"
	if issues := p.Check(world(t)); len(issues) != 2 || issues[0].Message != `unknown other rule "r9"` {
		t.Errorf("adds_to of nothing: %v", issues)
	}
}

// TestHostile: every input comes back with a finding, quickly, without a
// control character in it.
func TestHostile(t *testing.T) {
	deep := strings.Repeat("(", 20000)
	var keys strings.Builder
	for i := range 60000 {
		fmt.Fprintf(&keys, "key%d = 1\n", i)
	}
	for name, text := range map[string]string{
		"parentheses":         ruleWith(deep + "team.engineers < 5" + strings.Repeat(")", 20000)),
		"short parentheses":   ruleWith(deep[:3000] + "team.engineers < 5" + strings.Repeat(")", 3000)),
		"nots":                ruleWith(strings.Repeat("not ", 1500) + "domain.lockstep_changes"),
		"minuses":             ruleWith(strings.Repeat("-", 5000) + "team.engineers < 5"),
		"arrays":              "x = " + strings.Repeat("[", 20000),
		"inline tables":       "x = " + strings.Repeat("{a=", 20000),
		"dotted":              strings.Repeat("a.", 20000) + "a = 1",
		"headers":             "[" + strings.Repeat("a.", 20000) + "a]",
		"unknown keys":        keys.String(),
		"too long":            strings.Repeat("# x\n", 1<<19),
		"binary":              "\x7fELF\x02\x01\xff\xfe",
		"nul":                 "[pack]\nname = 'a\x00b'",
		"escapes":             "[pack]\nname = 'p'\nversion = '1'\n\"\\u001b[31m\\u202e\" = 1\n",
		"duplicate keys":      "[pack]\nname = 'a'\nname = 'b'\n",
		"wrong types":         "pack = 3\nrule = 'x'\ngate = [1, 2]\nsettings = []\n[[criterion]]\nid = 7\ntitle = 1979-05-27\nsource = ['a']",
		"not a pack":          "schema = 1\nname = 'shop'\n",
		"nothing":             "",
		"unclosed":            "[pack",
		"huge disjunction":    ruleWith(strings.Repeat("(team.engineers > 5 or team.teams > 3) and ", 150) + "team.enginers > 1"),
		"many guards":         strings.Replace(ruleWith("team.engineers < 5"), "'b'", "'"+strings.Repeat("{if known(team.teams)}", 300)+"'", 1),
		"braces":              strings.Replace(ruleWith("team.engineers < 5"), "'b'", "'"+strings.Repeat("{", 3001)+"'", 1),
		"guard parentheses":   strings.Replace(ruleWith("team.engineers < 5"), "'b'", "'{if "+strings.Repeat("(", 3000)+"}x{end}'", 1),
		"key after surrogate": "\ufeff\"\\ud800\" = 1",
	} {
		allowed := 2 * time.Second
		if raceEnabled {
			allowed *= 20 // the detector slows everything
		}
		start := time.Now()
		issues := lint(t, "hostile.toml", text)
		if took := time.Since(start); took > allowed {
			t.Errorf("%s took %v", name, took)
		}
		if len(issues) == 0 {
			t.Errorf("%s: no finding", name)
		}
		size := 0
		for _, i := range issues {
			s := i.String()
			size += len(s)
			if strings.ContainsAny(s, "\x00\x1b\u202e\x7f") {
				t.Errorf("%s: a control character in %q", name, s)
			}
		}
		if size > 200_000 {
			t.Errorf("%s: a report of %d bytes", name, size)
		}
	}
}
