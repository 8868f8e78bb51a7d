package say

import (
	"slices"
	"testing"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/rules/numeral"
)

func TestHedged(t *testing.T) {
	p := profile.New("order-service")
	if err := p.Set(profile.Teams, profile.Between(1, 2)); err != nil {
		t.Fatal(err)
	}
	cases := []struct {
		terms []advisor.Term
		want  string
	}{
		{nil, "it may be, as not everything was answered, that x"},
		{[]advisor.Term{open("load.idle_environments")}, "it may be, as not everything was answered, that x"},
		{[]advisor.Term{open("work.gpu")}, "it may be, as GPU was left open, that x"},
		{[]advisor.Term{open("work.gpu"), {Name: "team.engineers", Op: "<", Shown: "9", Wanted: "10", Away: "1"}}, "it may be, as GPU was left open, that x"},
		{[]advisor.Term{open("work.gpu"), open("load.pattern"), open("work.gpu")}, "it may be, as GPU and load pattern were left open, that x"},
		{[]advisor.Term{open("team.teams"), open("team.teams")}, "it may be, as teams may be 1 to 2 teams, that x"},
		{[]advisor.Term{open("work.gpu"), open("team.teams")}, "it may be, as GPU was left open and teams may be 1 to 2 teams, that x"},
	}
	for _, c := range cases {
		if got := (Paper{Profile: p}).hedged("x", &advisor.Contribution{Margin: advisor.Margin{Terms: c.terms}}); got != c.want {
			t.Errorf("%v: got %q, want %q", c.terms, got, c.want)
		}
	}
}

// downtime is what a measure says of three options.
func downtime(points, minutes [3]float64, target float64) (*advisor.Contribution, map[string]*advisor.Contribution) {
	all := map[string]*advisor.Contribution{}
	for i, a := range profile.Architectures {
		all[a] = &advisor.Contribution{ID: "downtime", Kind: "measure", Criterion: "reliability", Points: points[i], Because: "Some downtime.",
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
		if got := compareTo(own, "monolith", c.better, others); got != c.want {
			t.Errorf("%s: got %q", c.name, got)
		}
	}
	own, others := downtime([3]float64{9, 5, 5}, [3]float64{1, 2, 3}, 0)
	own.Facts, own.Because = nil, ""
	if got := compareTo(own, "monolith", true, others); got != "it does better in reliability than the others" {
		t.Errorf("of a measure without known facts: %q", got)
	}
}

// Where the expected values speak against a reason it quotes means, and so does
// the record, in whichever order the options stand.
func TestReasonByMeans(t *testing.T) {
	cost := func(o string, usd float64) advisor.Option {
		return advisor.Option{Architecture: o, Contributions: []advisor.Contribution{{ID: "bill", Kind: "measure", Criterion: "cost", Answered: true, State: "fired",
			Points: -usd, Because: "about " + numeral.Money(usd), Facts: map[string]any{"cost." + o + ".monthly_usd": usd}}}}
	}
	p := Paper{Decision: &explain.Decision{Decision: advisor.Decision{Ranking: []advisor.Option{cost("monolith", 240), cost("serverless", 310)}}}, Profile: profile.New("x")}
	two := func(monolith, serverless string) []explain.Quote {
		return []explain.Quote{{Architecture: "monolith", Because: monolith}, {Architecture: "serverless", Because: serverless}}
	}
	for want, r := range map[string]explain.Reason{
		"on average over what was left open it is cheaper than serverless functions: about $400 (serverless functions: about $734)": {
			ID: "bill", For: "monolith", Against: "serverless", Basis: explain.OnAverage, Quotes: two("about $400", "about $734")},
		"on average over what was left open it is cheaper than modular monolith: about $400 (modular monolith: about $734)": {
			ID: "bill", For: "serverless", Against: "monolith", Basis: explain.OnAverage, Quotes: two("about $734", "about $400")},
		"it is cheaper than serverless functions: about $240 (serverless functions: about $310)": {
			ID: "bill", For: "monolith", Against: "serverless", Quotes: two("about $240", "about $310")},
	} {
		if got := p.Reason(&r); got != want {
			t.Errorf("got %q", got)
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

// A field that was stated as a range was not left open.
func TestAssumptionOfRange(t *testing.T) {
	p := Paper{Profile: profile.New("x")}
	if err := p.Profile.Set(profile.Teams, profile.Between(1, 2)); err != nil {
		t.Fatal(err)
	}
	got := p.Assumptions([]explain.OpenField{{Field: "team.teams", Explains: 0.2}, {Field: "budget.engineer_month_usd", Explains: 0.1}, {Field: "work.gpu"}, {Field: "load.pattern"}})
	want := []string{"teams was stated as 1 to 2 teams; about 20 % of the doubt between the two comes from it",
		"cost of an engineer was left open, taken as $8,000 to $16,000; about 10 % of the doubt between the two comes from it",
		"left open, too, and of little weight here: GPU and load pattern"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func open(name string) advisor.Term {
	return advisor.Term{Name: name, Open: true, Op: ">=", Wanted: "2"}
}

func TestReasonForWhoAnswered(t *testing.T) {
	quotes := []explain.Quote{{Architecture: "monolith", Because: "about $240"}, {Architecture: "serverless", Because: "about $310"}}
	for want, r := range map[string]explain.Reason{
		"nine people fit": {Share: 1, Quotes: []explain.Quote{{Because: "nine people fit"}}},
		"if it is so, which you left open: nine people fit":                                                                                       {Share: 0.4, Quotes: []explain.Quote{{Because: "nine people fit"}}},
		"monolith: about $240; serverless: about $310":                                                                                            {Share: 1, Quotes: quotes},
		"on average over what is open, monolith: about $240; serverless: about $310":                                                              {Share: 1, Basis: explain.OnAverage, Quotes: quotes},
		"at the central inputs monolith: about $240; serverless: about $310; over the range of what is open it is more often the other way round": {Share: 1, Basis: explain.AgainstCentre, Quotes: quotes},
	} {
		if got := Reason(&r); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestMargin(t *testing.T) {
	m := advisor.Margin{Terms: []advisor.Term{open("work.gpu"), {Name: "work.runtime", Open: true}, {Name: "team.engineers", Op: "<", Shown: "8", Wanted: "10", Away: "2"},
		{Name: "load.pattern", Op: "==", Shown: "steady", Wanted: "bursty"}, {Name: "work.gpu", Shown: "no"}}}
	want := "work.gpu is open, threshold >= 2; work.runtime is open; team.engineers is 8, asked is < 10, 2 away; load.pattern is steady, asked is == bursty; work.gpu is no"
	if got := Margin(&m); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := Margin(&advisor.Margin{Scaled: true, Value: 70.4}); got != "70 of 100 on its scale" {
		t.Errorf("got %q", got)
	}
}

func TestFlips(t *testing.T) {
	one := []explain.Change{{Field: profile.Engineers, From: profile.Number(9), To: profile.Number(34)}}
	pair := append(one[:1:1], explain.Change{Field: profile.Teams, To: profile.Number(3)})
	gpu := []explain.Change{{Field: profile.GPU, To: profile.Flag(true)}}
	for want, f := range map[string]explain.Flip{
		"with engineers = 34 people it would be microservices":                  {Changes: one, Recommendation: "microservices"},
		"with engineers = about 34 people it would be microservices":            {Changes: one, Recommendation: "microservices", About: true},
		"if it needs a GPU it would probably be monolith":                       {Changes: gpu, Recommendation: "monolith", About: true},
		"with engineers = 34 people and if it needs a GPU it would be monolith": {Changes: append(one[:1:1], gpu...), Recommendation: "monolith"},
		"with engineers = 34 people and teams = 3 teams it would be serverless": {Changes: pair, Recommendation: "serverless"},
		"if it needs a GPU this passes: monolith":                               {Changes: gpu, Recommendation: "monolith", Relaxes: true},
		"without excluding monolith it passes":                                  {Changes: gpu, Recommendation: "monolith", Relaxes: true, Allows: "monolith"},
	} {
		if got := Flip(&f); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	if got := FlipShort(&explain.Flip{Changes: one, Recommendation: "microservices"}); got != "engineers = 34 people → microservices" {
		t.Errorf("got %q", got)
	}
	later := explain.Step{Action: explain.LaterSplitModule, Target: "microservices", Triggers: []explain.Flip{{Changes: gpu, About: true, Recommendation: "microservices"}, {Changes: one, Recommendation: "microservices"}}}
	if got := When(&later); got != "when it needs a GPU, or when engineers = 34 people" {
		t.Errorf("got %q", got)
	}
	if got := StepAndCue(&explain.Step{Action: explain.CheckModules}); got != "Put a check in CI that no module reaches into another's tables (when: the second team starts)" {
		t.Errorf("got %q", got)
	}
}
