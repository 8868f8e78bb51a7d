package record

import (
	"bytes"
	"errors"
	"os"
	"strings"
	"testing"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/record/token"
)

// advise decides by a function of the profile alone.
func advise(f func(*profile.Profile) *explain.Decision) func(*profile.Profile, advisor.Options) *explain.Decision {
	return func(p *profile.Profile, _ advisor.Options) *explain.Decision { return f(p) }
}

// sameAdvice answers as the sample explanation does.
func sameAdvice(*profile.Profile) *explain.Decision { return sampleExplanation().Decision }

// loadAdvice recommends serverless once the load has grown, for a reason.
func loadAdvice(p *profile.Profile) *explain.Decision {
	d := sampleExplanation().Decision
	if p.Get(profile.MeanRPS).Low < 1000 {
		return d
	}
	d.Recommendation, d.Verdict = "serverless", advisor.CloseCall
	d.Ranking[0], d.Ranking[1] = d.Ranking[1], d.Ranking[0]
	d.Ranking[1].Estimates.Cost.Expected = 1900
	d.Ranking[1].Contributions[1].Points = 0
	d.Ranking[0].Contributions[1].Points = 9.1
	return d
}

// Every profile comes back from every format that carries one, equal and with
// what was recorded.
func TestRoundTrip(t *testing.T) {
	for seed := range uint64(60) {
		p, e, m := hostileCase(t, seed)
		for _, f := range Formats()[:5] {
			data, err := Write(f, e, p, m)
			if err != nil {
				t.Fatal(err)
			}
			full, err := m.Fill(f, e.Decision, p)
			if err != nil {
				t.Fatal(err)
			}
			r, err := Parse(data, full.File)
			if err != nil {
				t.Errorf("seed %d, %s: %v", seed, f, err)
				continue
			}
			if !r.Profile.Equal(p) || r.Edited {
				t.Errorf("seed %d, %s: another profile came back", seed, f)
			}
			if r.Title != full.Title || r.Status != "proposed" || r.Date != m.Date || !f.form().dated && r.Number != m.Number {
				t.Errorf("seed %d, %s: head %+v", seed, f, r)
			}
			if r.Version != "0.1.0" || r.Pack != e.Pack || r.Prices != e.Prices || r.PackHash != e.PackHash {
				t.Errorf("seed %d, %s: made by %q %q %q", seed, f, r.Version, r.Pack, r.Prices)
			}
			if r.Recommendation != "monolith" || r.Verdict != e.Verdict || r.Probability != 0.87 || r.points["team-fits"] != [3]float64{5, 0, -6} || r.figures["p99_ms"] != [3]float64{180, 420, 240} {
				t.Errorf("seed %d, %s: recorded %+v", seed, f, r)
			}
		}
	}
	y, err := Write(Y, sampleExplanation(), sampleProfile(t), sampleMeta())
	if err != nil || IsOurs(y) {
		t.Errorf("a Y-statement carries no profile, yet it is taken for a record: %v", err)
	}
}

func TestSameBytes(t *testing.T) {
	for _, f := range Formats() {
		a, b := mustWrite(t, f, sampleProfile(t), sampleMeta()), mustWrite(t, f, sampleProfile(t), sampleMeta())
		if !bytes.Equal(a, b) {
			t.Errorf("%s: two exports differ", f)
		}
		if text := string(a); strings.Contains(text, "\r") || !strings.HasSuffix(text, "\n") || strings.HasSuffix(text, "\n\n") {
			t.Errorf("%s: wrong line ends", f)
		}
	}
}

func TestCheckHolds(t *testing.T) {
	c := Checker{Advise: advise(sameAdvice), Version: "0.1.0"}
	for _, f := range Formats()[:5] {
		row := c.Check("docs/"+nameFor(f), mustWrite(t, f, sampleProfile(t), sampleMeta()))
		if row.State != Holds || !row.Holds || row.Recorded != "monolith" || row.Now != "monolith" || row.Because != "" {
			t.Errorf("%s: %+v", f, row)
		}
	}
}

// A decision whose option leads still does not hold where another came within reach of
// what was recommended plainly; a verdict that changed otherwise is mentioned.
func TestCheckFell(t *testing.T) {
	for _, c := range []struct {
		verdict advisor.Verdict
		p, q    float64
		still   string
		because string
	}{
		{advisor.NotEnough, 0.45, 0.35, "no longer recommended", "the verdict was recommended (87 %) and is not-enough-information (45 %); --set"},
		{advisor.CloseCall, 0.6, 0.31, "no longer recommended", "the verdict was recommended (87 %) and is close-call (60 %); --set"},
		{advisor.CloseCall, 0.84, 0.16, "", "the verdict was recommended (87 %) and is close-call (84 %)"},
		{advisor.Recommended, 0.9, 0.1, "", ""},
	} {
		now := sampleExplanation().Decision
		now.Verdict, now.Probability, now.Ranking[1].Probability = c.verdict, c.p, c.q
		checker := Checker{Advise: advise(func(*profile.Profile) *explain.Decision { return now }), Set: []string{"load.mean_rps=41"}}
		row := checker.Check("x.md", mustWrite(t, MADR, sampleProfile(t), sampleMeta()))
		if row.Holds != (c.still == "") || row.Still != c.still || !strings.HasPrefix(row.Because, c.because) || c.because == "" && row.Because != "" {
			t.Errorf("%s %.2f: %+v", c.verdict, c.p, row)
		}
	}
}

func TestCheckDrifted(t *testing.T) {
	for _, f := range Formats()[:5] {
		data := mustWrite(t, f, sampleProfile(t), sampleMeta())
		c := Checker{Advise: advise(loadAdvice), Version: "0.1.0", Set: []string{"load.mean_rps=50000"}}
		row := c.Check("x.md", data)
		if row.State != Drifted || row.Holds || row.Now != "serverless" || row.Verdict != advisor.CloseCall {
			t.Fatalf("%s: %+v", f, row)
		}
		for _, want := range []string{"--set load.mean_rps=50000", "rule team-fits now gives serverless +9.1", "was monolith +5", "infrastructure of monolith was $240, is $1,900"} {
			if !strings.Contains(row.Because, want) {
				t.Errorf("%s: %q lacks %q", f, row.Because, want)
			}
		}
	}
}

// An edit by hand counts, and a check without a change of load still holds.
func TestCheckEdited(t *testing.T) {
	data := mustWrite(t, MADR, sampleProfile(t), sampleMeta())
	edited := bytes.Replace(data, []byte("mean_rps = 40\n"), []byte("mean_rps = 4_000 # measured\n"), 1)
	row := Checker{Advise: advise(loadAdvice)}.Check("x.md", edited)
	if row.State != Drifted || !strings.Contains(row.Because, "the profile in the record was edited") {
		t.Errorf("%+v", row)
	}
	r, err := Parse(edited, "x.md")
	if err != nil || !r.Edited || r.Profile.Get(profile.MeanRPS).Low != 4000 {
		t.Errorf("edited profile: %v %+v", err, r.Profile.Get(profile.MeanRPS))
	}
}

// After the rules change, the record names the statement and the pack.
func TestCheckNewPack(t *testing.T) {
	data := mustWrite(t, Nygard, sampleProfile(t), sampleMeta())
	row := Checker{Advise: advise(func(*profile.Profile) *explain.Decision {
		d := sampleExplanation().Decision
		d.Recommendation, d.Pack, d.PackHash, d.Prices = "microservices", "core@1.1.0", "sha256:ffff", "aws 2027-02"
		d.Ranking[0].Contributions[3].Points = 2
		d.Ranking[2].Gates = nil
		d.Ranking[0].Gates = []advisor.GateHit{{ID: "too-long", Because: "One job takes 1000 s, the limit is 900 s.", Share: 1}}
		d.Ranking[0].Feasible = false
		return d
	})}.Check("x.md", data)
	for _, want := range []string{"gate too-long now rules out: one job takes 1000 s", "measure latency now gives", "the rule pack changed (core@1.0.0, now core@1.1.0)", "prices were of aws 2026-11, now of aws 2027-02"} {
		if !strings.Contains(row.Because, want) {
			t.Errorf("%q lacks %q", row.Because, want)
		}
	}
}

// A record whose recorded lines are gone does not hold, and today's reasons are given.
func TestCheckWithoutRecordedLines(t *testing.T) {
	var kept []string
	for _, line := range strings.Split(string(mustWrite(t, MADR, sampleProfile(t), sampleMeta())), "\n") {
		if !strings.HasPrefix(line, recordedMark) && !strings.HasPrefix(line, pointsMark) && !strings.HasPrefix(line, "# cost") {
			kept = append(kept, line)
		}
	}
	for _, set := range [][]string{nil, {"load.mean_rps=5000"}} {
		row := Checker{Advise: advise(loadAdvice), Set: set}.Check("x.md", []byte(strings.Join(kept, "\n")))
		if row.State != Drifted || row.Recorded != "" || row.Because == "" {
			t.Errorf("%+v", row)
		}
	}
}

func TestCheckUnreadable(t *testing.T) {
	good := string(mustWrite(t, MADR, sampleProfile(t), sampleMeta()))
	lineOf := func(text, part string) int { return 1 + strings.Count(text[:strings.Index(text, part)], "\n") }
	cases := []struct {
		name, text, message string
		at                  string // the line of this part of the good text
	}{
		{"syntax", strings.Replace(good, "engineers = 9", "engineers = = 9", 1), "", "engineers = 9"},
		{"unknown key", strings.Replace(good, "engineers = 9", "enginers = 9", 1), "engineers", "engineers = 9"},
		{"out of range", strings.Replace(good, "engineers = 9", "engineers = -9", 1), "", "engineers = 9"},
		{"newer program", strings.Replace(good, "# archadvisor 0.1.0", "# archadvisor 0.2.0", 1), "newer than this program (0.1.0)", ""},
		{"newer program, newer profile", strings.NewReplacer("# archadvisor 0.1.0", "# archadvisor 1.0.0", "schema = 1", "schema = 2").Replace(good), "newer than this program (0.1.0)", ""},
		{"recorded option", strings.Replace(good, "recommendation=monolith", "recommendation=mainframe", 1), "mainframe", "# recorded"},
		{"recorded figure", strings.Replace(good, "cost_monthly_usd: monolith=240", "cost_monthly_usd: monolith=2x", 1), "damaged", "# cost_monthly"},
		{"recorded points", strings.Replace(good, "# points: cold-start 0", "# points: cold-start", 1), "damaged", "# points"},
		{"cut off", good[:strings.Index(good, "[load]")], "not closed", "```toml"},
		{"block gone", good[:strings.Index(good, "### Profile")], "gone", ""},
	}
	for _, c := range cases {
		row := Checker{Advise: advise(sameAdvice), Version: "0.1.0"}.Check("x.md", []byte(c.text))
		if row.State != Unreadable || row.Holds || row.Fault == nil {
			t.Errorf("%s: %+v", c.name, row)
			continue
		}
		if c.at != "" && row.Fault.Line != lineOf(good, c.at) {
			t.Errorf("%s: line %d, want %d (%s)", c.name, row.Fault.Line, lineOf(good, c.at), row.Fault.Message)
		}
		if !strings.Contains(row.Fault.Message, c.message) || row.Title != sampleTitle {
			t.Errorf("%s: %+v lacks %q", c.name, row, c.message)
		}
	}
	broken := strings.Replace(string(mustWrite(t, JSON, sampleProfile(t), sampleMeta())), "engineers = 9", "engineers = = 9", 1)
	if row := (Checker{}).Check("x.json", []byte(broken)); row.State != Unreadable || row.Fault.Line == 0 || !strings.Contains(row.Fault.Message, "line ") {
		t.Errorf("json: %+v", row)
	}
}

func TestCheckSkipsAndIgnores(t *testing.T) {
	good := string(mustWrite(t, Nygard, sampleProfile(t), sampleMeta()))
	cases := []struct {
		name, text string
		want       State
	}{
		{"rejected", strings.Replace(good, "\nProposed\n", "\nRejected\n", 1), Skipped},
		{"superseded by adr-tools", strings.Replace(good, "\nProposed\n", "\nSuperceded by [3. X](0003-x.md)\n", 1), Skipped},
		{"accepted", strings.Replace(good, "\nProposed\n", "\nAccepted\n", 1), Holds},
		{"foreign", "# 1. Record architecture decisions\n\n## Status\n\nAccepted\n", Foreign},
		{"foreign, mentions us", "Run `archadvisor check` in CI.\n\n```toml\nschema = 1\n```\n", Foreign},
		{"empty", "", Foreign},
		{"binary", "\x00\x01\xff", Foreign},
		{"foreign JSON", `{"version":"1.0.0","adr":{"number":1,"title":"x","status":"accepted","date":"2020-01-01"}}`, Foreign},
		{"Windows line ends", strings.ReplaceAll(good, "\n", "\r\n"), Holds},
	}
	for _, c := range cases {
		if row := (Checker{Advise: advise(sameAdvice)}).Check("x.md", []byte(c.text)); row.State != c.want {
			t.Errorf("%s: %+v, want %s", c.name, row, c.want)
		}
	}
	if _, err := Parse([]byte("nothing"), "x.md"); !errors.Is(err, ErrNotOurs) {
		t.Errorf("got %v", err)
	}
}

func TestNewer(t *testing.T) {
	cases := []struct {
		a, b string
		want bool
	}{
		{"0.2.0", "0.1.0", true}, {"0.1.0", "0.2.0", false}, {"0.1.0", "0.1.0", false}, {"v1.10.0", "1.9.0", true},
		{"1.0.0-rc.1", "1.0.0", false}, {"1.1.0-rc.1", "1.0.9", true}, {"1.0.0+x", "1.0.0+y", false},
		{"dev", "0.1.0", false}, {"9.9.9", "dev", false}, {"1.0", "0.1.0", true}, {"1.2.3.4", "0.1.0", false}, {"1.-2.3", "0.1.0", false},
	}
	for _, c := range cases {
		if got := token.Newer(c.a, c.b); got != c.want {
			t.Errorf("token.Newer(%q, %q) = %v", c.a, c.b, got)
		}
	}
}

// Records of the first edition, whose words were others, are read and checked.
func TestFirstEdition(t *testing.T) {
	for file, want := range map[string]string{"0001-madr.md": "monolith", "0001-bank.json": "monolith", "20261123-log4brains.md": "serverless"} {
		data, err := os.ReadFile("testdata/first-edition/" + file)
		if err != nil {
			t.Fatal(err)
		}
		r, err := Parse(data, file)
		if err != nil || r.Recommendation != want || r.Edited || len(r.points) < 10 || len(r.figures) != len(quantities) {
			t.Errorf("%s: %v, %+v", file, err, r)
		}
		for _, now := range []string{want, "microservices"} {
			checker := Checker{Version: "0.1.0", Advise: advise(func(*profile.Profile) *explain.Decision {
				d := sampleExplanation().Decision
				d.Recommendation = now
				return d
			})}
			row := checker.Check(file, data)
			if row.Fault != nil || row.Holds != (now == want) || row.Recorded != want || row.Holds == (row.Because != "") && row.State == Drifted {
				t.Errorf("%s, now %s: %+v", file, now, row)
			}
		}
	}
}
