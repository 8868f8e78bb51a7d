package record

import (
	"errors"
	"strings"
	"testing"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
)

// What rests on an open field is told as a possibility in every format and in
// every place: arguments, consequences, the reason and the objection.
func TestOpenFieldsAreNoFacts(t *testing.T) {
	const fact, hedge = "cold starts are felt", "it may be, as work.cpu_ms was left open, that cold starts are felt"
	cold := func(c *advisor.Contribution, points float64) { c.Points = points }
	for _, points := range []float64{-40, 40} {
		e := sampleExplanation()
		for i := range e.Ranking {
			cold(&e.Ranking[i].Contributions[2], points) // for or against all of them
		}
		e.Reasons = append([]explain.Reason{{ID: "cold-start", For: "monolith", Against: "serverless", Text: "Cold starts are felt."}}, e.Reasons...)
		e.Objections = []explain.Reason{{ID: "cold-start", For: "serverless", Against: "monolith", Text: "Cold starts are felt."}}
		for _, f := range Formats() {
			data, err := Write(f, e, sampleProfile(t), sampleMeta())
			if err != nil {
				t.Fatal(err)
			}
			text := strings.ToLower(string(data))
			if n := strings.Count(text, fact); n < 2 && f != Y || n == 0 || n != strings.Count(text, hedge) {
				t.Errorf("%s: told %d times, as a possibility %d times", f, n, strings.Count(text, hedge))
			}
		}
	}
}

// The objection rests on an answer if any does.
func TestObjectionOnAnswers(t *testing.T) {
	e := sampleExplanation()
	e.Objections = []explain.Reason{
		{ID: "cold-start", For: "serverless", Against: "monolith", Text: "Cold starts are felt."},
		{ID: "team-fits", For: "serverless", Against: "monolith", Text: "Nine people fit."},
	}
	data, err := Write(MADR, e, sampleProfile(t), sampleMeta())
	if err != nil || !strings.Contains(string(data), "against it, for serverless functions: nine people fit.") {
		t.Errorf("%v\n%s", err, data)
	}
}

func TestHedged(t *testing.T) {
	p := sampleProfile(t)
	cases := []struct{ margin, want string }{
		{"", "it may be, as not everything was answered, that x"},
		{"load.idle_environments is open, threshold >= 0.5", "it may be, as not everything was answered, that x"},
		{"work.gpu is open", "it may be, as work.gpu was left open, that x"},
		{"work.gpu is open; team.engineers is 9, asked is < 10, 1 away", "it may be, as work.gpu was left open, that x"},
		{"work.gpu is open; load.pattern is open; work.gpu is open", "it may be, as work.gpu and load.pattern were left open, that x"},
		{"team.teams is 1, asked is >= 2, 1 away; team.teams is 1, asked is < 4, 3 away", "it may be, as team.teams may be 1 to 2 teams, that x"},
		{"work.gpu is open, threshold >= yes; team.teams is 1, asked is >= 2, 1 away", "it may be, as work.gpu was left open and team.teams may be 1 to 2 teams, that x"},
	}
	for _, c := range cases {
		if got := (teller{profile: p}).hedged("x", advisor.Contribution{Margin: c.margin}); got != c.want {
			t.Errorf("%q: got %q, want %q", c.margin, got, c.want)
		}
	}
}

// downtime is what a measure says of three options.
func downtime(points, minutes [3]float64, target float64) (advisor.Contribution, map[string]advisor.Contribution) {
	all := map[string]advisor.Contribution{}
	for i, a := range profile.Architectures {
		all[a] = advisor.Contribution{ID: "downtime", Kind: "measure", Criterion: "reliability", Points: points[i], Text: "Some downtime.",
			Facts: map[string]any{"availability." + a + ".downtime_min": minutes[i]}}
		if target > 0 {
			all[a].Facts["quality.downtime_min"] = target
		}
	}
	own := all["monolith"]
	delete(all, "monolith")
	return own, all
}

// A measure is told next to the other options; the order of points is that of
// profile.Architectures: monolith, serverless, microservices.
func TestCompared(t *testing.T) {
	cases := []struct {
		name            string
		points, minutes [3]float64
		target          float64
		better          bool
		want            string
	}{
		{"met", [3]float64{9, 5, 5}, [3]float64{10, 20, 20}, 43.8, true, "it has less downtime than the others: some downtime"},
		{"missed", [3]float64{9, 5, 5}, [3]float64{85, 118, 117}, 43.8, true, "it has less downtime than the others: some downtime, so the target is missed"},
		{"missed, worse", [3]float64{4, 5, 5}, [3]float64{185, 118, 117}, 43.8, false, "it has more downtime than the others: some downtime, so the target is missed"},
		{"better than one", [3]float64{9, 10, 1}, [3]float64{10, 8, 30}, 0, true, "it has less downtime than microservices: some downtime"},
		{"one equal", [3]float64{9, 9, 1}, [3]float64{10, 10, 30}, 0, true, "it has less downtime than microservices: some downtime"},
		{"contrary", [3]float64{9, 5, 5}, [3]float64{25, 20, 30}, 0, true, "weighed over what was left open it has less downtime than the others (at the expected inputs not than serverless functions): some downtime"},
		{"contrary to all", [3]float64{9, 5, 5}, [3]float64{35, 20, 30}, 0, true, "weighed over what was left open it has less downtime than the others (at the expected inputs it is not so): some downtime"},
		{"nearly equal", [3]float64{9, 5, 5}, [3]float64{20.1, 20, 30}, 0, true, "it has less downtime than the others: some downtime"},
	}
	for _, c := range cases {
		own, others := downtime(c.points, c.minutes, c.target)
		if got := compared(own, "monolith", c.better, others); got != c.want {
			t.Errorf("%s: got %q", c.name, got)
		}
	}
	own, others := downtime([3]float64{9, 5, 5}, [3]float64{1, 2, 3}, 0)
	own.Facts, own.Text = nil, ""
	if got := compared(own, "monolith", true, others); got != "it does better in reliability than the others" {
		t.Errorf("of a measure without known facts: %q", got)
	}
}

// Where the expected values speak against a reason it quotes means, and so does
// the record, in whichever order the options stand.
func TestReasonByMeans(t *testing.T) {
	e := sampleExplanation()
	for want, r := range map[string]explain.Reason{
		"on average over what was left open it is cheaper than serverless functions: about $400 a month (serverless functions: about $734 a month)": {
			ID: "cost-of-infrastructure", For: "monolith", Against: "serverless", Text: "on average over what is open, monolith: about $400 a month; serverless: about $734 a month"},
		"on average over what was left open it is cheaper than modular monolith: about $400 a month (modular monolith: about $734 a month)": {
			ID: "cost-of-infrastructure", For: "serverless", Against: "monolith", Text: "on average over what is open, monolith: about $734 a month; serverless: about $400 a month"},
		"it is cheaper than serverless functions: about $240 a month, of $3,000 allowed (serverless functions: about $310 a month, of $3,000 allowed)": {
			ID: "cost-of-infrastructure", For: "monolith", Against: "serverless", Text: "monolith: about $240 a month; serverless: about $310 a month"},
	} {
		if got := (teller{e.Decision, sampleProfile(t)}).reason(r); got != want {
			t.Errorf("got %q", got)
		}
	}
}

// A missed target is a consequence, told once, and what is accepted.
func TestMissedTarget(t *testing.T) {
	e := sampleExplanation()
	e.Notes = append(e.Notes, "Monolith misses your target quality.p99_ms = 100 ms: we expect 180 ms. It would be met by serverless.")
	const clause = "it misses the target quality.p99_ms = 100 ms: we expect 180 ms; it would be met by serverless"
	for _, f := range []Format{MADR, Nygard, Log4brains, MADR2} {
		data, err := Write(f, e, sampleProfile(t), sampleMeta())
		if text := string(data); err != nil || !strings.Contains(text, "\n"+map[bool]string{true: "-", false: "*"}[f == Log4brains]+" Bad, because "+clause+".\n") || strings.Contains(text, "your target") {
			t.Errorf("%s: %v\n%s", f, err, data)
		}
	}
	data, err := Write(JSON, e, sampleProfile(t), sampleMeta())
	if err != nil || !strings.Contains(string(data), Sentence(clause)) || !strings.Contains(string(data), "The mean over the draws is 30 %") {
		t.Errorf("%v\n%s", err, data)
	}
	data, err = Write(Y, e, sampleProfile(t), sampleMeta())
	if err != nil || !strings.HasSuffix(string(data), ", accepting that "+clause+".\n") {
		t.Errorf("%v\n%s", err, data)
	}
}

// The relaxation that export names can be typed into a shell as it stands.
func TestRelaxationCanBeSet(t *testing.T) {
	cases := []struct {
		flip explain.Flip
		want string
		set  string // what the shell hands on
	}{
		{explain.Flip{Field: "budget.monthly_usd", From: 5.0, To: 230.0}, "budget.monthly_usd rises from $5 to $230 (--set budget.monthly_usd=230)", "budget.monthly_usd=230"},
		{explain.Flip{Field: "constraints.exclude", From: []string{"monolith", "serverless", "microservices"}, To: []string{"serverless", "microservices"}},
			`constraints.exclude changes from monolith, serverless and microservices to serverless and microservices (--set 'constraints.exclude=["serverless", "microservices"]')`,
			`constraints.exclude=["serverless", "microservices"]`},
		{explain.Flip{Field: "constraints.exclude", From: []any{"monolith"}, To: []any{}}, "constraints.exclude changes from monolith to none (--set 'constraints.exclude=[]')", "constraints.exclude=[]"},
		{explain.Flip{Field: "load.pattern", From: "diurnal", To: "bursty"}, "load.pattern changes from diurnal to bursty (--set load.pattern=bursty)", "load.pattern=bursty"},
		{explain.Flip{Field: "work.runtime", From: nil, To: "it's \"x`"}, `--set 'work.runtime="it'\''s \"x\u0060"'`, `work.runtime="it's \"x\u0060"`},
		{explain.Flip{Field: "team.engineers", From: 3.0, To: [2]float64{8, 20}}, "--set 'team.engineers=[8, 20]'", "team.engineers=[8, 20]"},
		{explain.Flip{Field: "work.gpu", From: false, To: true}, "work.gpu changes from no to yes (--set work.gpu=true)", "work.gpu=true"},
	}
	for _, c := range cases {
		e := sampleExplanation()
		e.Verdict, e.Recommendation, c.flip.Recommendation = advisor.Infeasible, "", "monolith"
		e.Relaxation = &c.flip
		_, err := Write(MADR, e, sampleProfile(t), sampleMeta())
		var infeasible *InfeasibleError
		if !errors.As(err, &infeasible) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("got %v, want %s", err, c.want)
		}
		p := sampleProfile(t)
		if err := p.SetString(c.set); err != nil {
			t.Errorf("--set %s: %v", c.set, err)
		}
	}
}

// A sentence that starts with the name of a field keeps its lower case.
func TestSentence(t *testing.T) {
	cases := []struct{ text, want string }{
		{"load.pattern changes from diurnal to bursty", "load.pattern changes from diurnal to bursty."},
		{"domain.failure_isolation, left open", "domain.failure_isolation, left open."},
		{"name is a word", "Name is a word."}, {"load.nothing is no field", "Load.nothing is no field."}, {"ünder way!", "Ünder way!"}, {"", ""},
	}
	for _, c := range cases {
		if got := Sentence(c.text); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

// A field that was told as a range was not left open.
func TestAssumptionOfRange(t *testing.T) {
	p := sampleProfile(t)
	if got := assumption(explain.Assumption{Field: "team.teams", Range: "1 to 9", Moves: 2}, p); got != "team.teams was told as 1 to 2 teams; it moves the lead by up to 2 points" {
		t.Error(got)
	}
	if got := assumption(explain.Assumption{Field: "budget.engineer_month_usd", Range: "$8,000 to $16,000"}, p); got != "budget.engineer_month_usd was left open, taken as $8,000 to $16,000" {
		t.Error(got)
	}
}
