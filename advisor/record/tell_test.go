package record

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
)

// What rests on an open field is told as a possibility in every format and in
// every place: arguments, consequences, the reason and the objection.
func TestOpenFieldsAreNoFacts(t *testing.T) {
	const fact, hedge = "cold starts are felt", "it may be, as cpu time was left open, that cold starts are felt"
	cold := func(c *advisor.Contribution, points float64) { c.Points = points }
	for _, points := range []float64{-40, 40} {
		e := sampleExplanation()
		for i := range e.Ranking {
			cold(&e.Ranking[i].Contributions[2], points) // for or against all of them
		}
		e.Reasons = append([]explain.Reason{saying("cold-start", "monolith", "serverless", "Cold starts are felt.")}, e.Reasons...)
		e.Objections = []explain.Reason{saying("cold-start", "serverless", "monolith", "Cold starts are felt.")}
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
		saying("cold-start", "serverless", "monolith", "Cold starts are felt."),
		saying("team-fits", "serverless", "monolith", "Nine people fit."),
	}
	data, err := Write(MADR, e, sampleProfile(t), sampleMeta())
	if err != nil || !strings.Contains(string(data), "Bad, because this speaks for serverless functions: nine people fit.") {
		t.Errorf("%v\n%s", err, data)
	}
}

// A missed target is a consequence, told once, and what is accepted.
func TestMissedTarget(t *testing.T) {
	e := sampleExplanation()
	e.Notes = append(e.Notes, explain.Note{Kind: explain.MissedTarget, Option: "monolith", Field: profile.P99Millis, Target: 100, Got: 180, MetBy: []string{"serverless"}})
	const clause = "it misses the target of 100 ms for the slowest request in a hundred: typical is 180 ms; it would be met by serverless functions"
	for _, f := range []Format{MADR, Nygard, Log4brains, MADR2} {
		data, err := Write(f, e, sampleProfile(t), sampleMeta())
		if text := string(data); err != nil || !strings.Contains(text, "\n"+map[bool]string{true: "-", false: "*"}[f == Log4brains]+" Bad, because "+clause+".\n") || strings.Contains(text, "your target") {
			t.Errorf("%s: %v\n%s", f, err, data)
		}
	}
	data, err := Write(JSON, e, sampleProfile(t), sampleMeta())
	if err != nil || !strings.Contains(string(data), say.Sentence(clause)) {
		t.Errorf("%v\n%s", err, data)
	}
	data, err = Write(Y, e, sampleProfile(t), sampleMeta())
	if err != nil || !strings.HasSuffix(string(data), ", accepting that "+clause+".\n") {
		t.Errorf("%v\n%s", err, data)
	}
}

// Sources that were cited together stand apart; a title may hold a semicolon.
func TestSourcesApart(t *testing.T) {
	got := strings.Split(several().ReplaceAllString("One; two, https://a.org/1; Three, https://b.org/2", "$1\n"), "\n")
	if want := []string{"One; two, https://a.org/1", "Three, https://b.org/2"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func change(id profile.ID, from, to profile.Value) explain.Flip {
	return flip("monolith", explain.Change{Field: id, From: from, To: to})
}

func word(id profile.ID, w string) profile.Value {
	v, _ := profile.Choice(id, w)
	return v
}

// The relaxation that export names can be typed into a shell as it stands.
func TestRelaxationCanBeSet(t *testing.T) {
	cases := []struct {
		flip explain.Flip
		want string
		set  string // what the shell hands on
	}{
		{change(profile.BudgetMonthlyUSD, profile.Number(5), profile.Number(230)), "with monthly budget at $230 or more (now $5) (--set budget.monthly_usd=230)", "budget.monthly_usd=230"},
		{change(profile.Exclude, profile.List("monolith", "serverless", "microservices"), profile.List("serverless", "microservices")),
			`if exclude is serverless and microservices (now monolith, serverless and microservices) (--set 'constraints.exclude=["serverless", "microservices"]')`,
			`constraints.exclude=["serverless", "microservices"]`},
		{change(profile.Exclude, profile.List("monolith"), profile.List()), "if exclude is none (now monolith) (--set 'constraints.exclude=[]')", "constraints.exclude=[]"},
		{change(profile.Pattern, word(profile.Pattern, "diurnal"), word(profile.Pattern, "bursty")), "if load pattern is bursty (now day/night) (--set load.pattern=bursty)", "load.pattern=bursty"},
		{change(profile.Runtime, profile.Value{}, profile.Words("it's \"x`")), `--set 'work.runtime="it'\''s \"x\u0060"'`, `work.runtime="it's \"x\u0060"`},
		{change(profile.Engineers, profile.Number(3), profile.Between(8, 20)), "--set 'team.engineers=[8, 20]'", "team.engineers=[8, 20]"},
		{change(profile.GPU, profile.Flag(false), profile.Flag(true)), "if it needs a GPU (now it is not so) (--set work.gpu=true)", "work.gpu=true"},
	}
	for _, c := range cases {
		e := sampleExplanation()
		e.Verdict, e.Recommendation, c.flip.Relaxes = advisor.Infeasible, "", true
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

// An argument for another option that stands under the chosen one says so.
func TestBadSaysWhatItSpeaksFor(t *testing.T) {
	e := sampleExplanation()
	for i := range e.Ranking {
		e.Ranking[i].Gates = nil
	}
	e.Ranking[0].Contributions = e.Ranking[0].Contributions[:1]
	data, err := Write(MADR, e, sampleProfile(t), sampleMeta())
	if err != nil || !strings.Contains(string(data), "* Bad, because this speaks for serverless functions: you pay nothing while it sleeps.\n") {
		t.Errorf("%v\n%s", err, data)
	}
}
