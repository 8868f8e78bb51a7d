package paper

import (
	"slices"
	"strings"
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
		{[]advisor.Term{open("load.origin_rps")}, "it may be, as not everything was answered, that x"},
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

// A quantity of the leader stands beside those of the options that it beats, or that beat it, where a difference is
// seen and the points agree; the order is that of profile.Architectures: monolith, serverless, microservices.
func TestMeasured(t *testing.T) {
	for _, c := range []struct {
		name            string
		points, minutes [3]float64
		target          float64
		better, worse   string
	}{
		{"better than all", [3]float64{9, 5, 5}, [3]float64{10, 200, 300}, 0, "it has less downtime than the others: 99.97 % against 99.53 % and 99.3 % availability", ""},
		{"better than one", [3]float64{9, 10, 1}, [3]float64{10, 8, 300}, 0, "it has less downtime than microservices: 99.97 % against 99.3 % availability", "it has more downtime than serverless functions: 99.97 % against 99.98 % availability"},
		{"worse than one", [3]float64{4, 8, 4}, [3]float64{300, 10, 300}, 0, "", "it has more downtime than serverless functions: 99.3 % against 99.97 % availability"},
		{"worse, and told as missed", [3]float64{4, 8, 8}, [3]float64{300, 10, 10}, 43.8, "", ""},
		{"points say the opposite", [3]float64{9, 5, 5}, [3]float64{300, 10, 10}, 0, "", ""},
		{"nearly equal", [3]float64{9, 5, 5}, [3]float64{20, 20.1, 20.2}, 0, "", ""},
	} {
		d := &explain.Decision{Decision: advisor.Decision{Recommendation: "monolith"}}
		for i, a := range profile.Architectures {
			facts := map[string]any{"availability." + a + ".downtime_min": c.minutes[i]}
			if c.target > 0 {
				facts["quality.downtime_min"] = c.target
			}
			up := 100 - c.minutes[i]/430
			d.Ranking = append(d.Ranking, advisor.Option{Architecture: a, Estimates: advisor.Estimates{Availability: advisor.Band{Low: up, Expected: up, High: up, Mean: up}},
				Contributions: []advisor.Contribution{{ID: "downtime", Kind: "measure", Criterion: "reliability", Points: c.points[i], Answered: true, Facts: facts}}})
		}
		better, worse := Paper{Decision: d}.Measured()
		if got := strings.Join(better, "; "); got != c.better {
			t.Errorf("%s: better %q", c.name, got)
		}
		if got := strings.Join(worse, "; "); got != c.worse {
			t.Errorf("%s: worse %q", c.name, got)
		}
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
		"on average over what was left open its infrastructure costs less than that of serverless functions: about $400 (serverless functions: about $734)": {
			ID: "bill", For: "monolith", Against: "serverless", Basis: explain.OnAverage, Quotes: two("about $400", "about $734")},
		"on average over what was left open its infrastructure costs less than that of a modular monolith: about $400 (modular monolith: about $734)": {
			ID: "bill", For: "serverless", Against: "monolith", Basis: explain.OnAverage, Quotes: two("about $734", "about $400")},
		"its infrastructure costs less than that of serverless functions: about $240 (serverless functions: about $310)": {
			ID: "bill", For: "monolith", Against: "serverless", Quotes: two("about $240", "about $310")},
		"weighed over what was left open its infrastructure costs less than that of a modular monolith: about $310 (modular monolith: about $240), though it is not so at the middle of it": {
			ID: "bill", For: "serverless", Against: "monolith", Basis: explain.AgainstCentre, Quotes: two("about $240", "about $310")},
	} {
		if got := p.Reason(&r); got != want {
			t.Errorf("got %q", got)
		}
	}
}

// A field that was stated as a range was not left open.
func TestAssumptionOfRange(t *testing.T) {
	p := Paper{Profile: profile.New("x"), Decision: &explain.Decision{Decision: advisor.Decision{Assumed: []*advisor.Assumption{
		{Field: "load.pattern", How: "drawn"}, {Field: "work.gpu", How: "default", Value: false}, {Field: "constraints.region", How: "default", Value: "eu"}}}}}
	if err := p.Profile.Set(profile.Teams, profile.Between(1, 2)); err != nil {
		t.Fatal(err)
	}
	got := p.Assumptions([]explain.OpenField{{Field: "team.teams", Explains: 0.2}, {Field: "budget.engineer_month_usd", Explains: 0.1}, {Field: "team.experience"}, {Field: "load.pattern"}})
	want := []string{"teams was stated as 1 to 2 teams; an answer would settle about 20 % of the doubt between the two",
		"cost of an engineer was left open, taken as $8,000 to $16,000; an answer would settle about 10 % of the doubt between the two",
		"left open, too, and of little weight here: experience and load pattern",
		"taken by default: GPU = false, region = eu"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// An option that no statement helps or harms most shows the one that helps it most, so
// that nothing says of it that nothing speaks for it where other options say the contrary.
func TestArgumentsOfTheOptionBetween(t *testing.T) {
	rules := func(deadline, unproven, byHand float64) (list []advisor.Contribution) {
		for i, points := range []float64{deadline, unproven, byHand} {
			list = append(list, advisor.Contribution{ID: string(rune('a' + i)), Kind: "rule", Criterion: "operations", Points: points,
				Answered: true, State: "fired", Share: 1, Because: []string{"There is little time.", "It is an idea.", "All is done by hand."}[i]})
		}
		return list
	}
	d := close(0.5, 0.4, 0.85)
	d.Ranking = append(d.Ranking, d.Ranking[1])
	d.Ranking[0].Contributions, d.Ranking[1].Contributions, d.Ranking[2].Contributions = rules(2, 6.6, -2), rules(6.7, 2, 6.6), rules(-8, -8, -8)
	pros, cons := (Paper{Decision: d}).Arguments(1)
	if len(cons) != 0 || len(pros) != 1 || pros[0] != "there is little time" {
		t.Errorf("for %q, against %q", pros, cons)
	}
}

// TestNoArgumentThatIsTakenBack: of two rules of which one takes the other back neither is told, for or against; nor is
// one that sets the leader back as far.
func TestNoArgumentThatIsTakenBack(t *testing.T) {
	rules := func(proven, hurts, jobs, teams float64) (list []advisor.Contribution) {
		for i, points := range []float64{proven, hurts, jobs, teams} {
			list = append(list, advisor.Contribution{ID: []string{"proven", "hurts", "jobs", "teams"}[i], AddsTo: map[int]string{1: "proven"}[i], Kind: "rule",
				Criterion: "reliability", Points: points, Answered: true, State: "fired", Share: 1, Because: []string{"One runs.", "It hurts.", "All is jobs.", "One team."}[i]})
		}
		return list
	}
	d := close(0.5, 0.4, 0.85)
	d.Ranking[0].Contributions, d.Ranking[1].Contributions = rules(7, -8, -10, 8), rules(-8, 7, -10, -7)
	p := Paper{Decision: d}
	pros, cons := p.Arguments(0)
	if more, less := p.Arguments(1); !slices.Equal(append(pros, more...), []string{"one team"}) || slices.Contains(append(cons, less...), "one runs") || slices.Contains(less, "it hurts") {
		t.Errorf("for %q, against %q; of the other for %q, against %q", pros, cons, more, less)
	}
	if got := p.WhyNot(); len(got) != 1 || !strings.HasSuffix(got[0], ": one team.") {
		t.Errorf("got %q", got)
	}
}

func open(name string) advisor.Term {
	return advisor.Term{Name: name, Open: true, Op: ">=", Wanted: "2"}
}

// What speaks for the leader speaks against the others; a driver of less than a
// twentieth of the difference is none, and a small statement moved nothing.
func TestSmallAndOpposed(t *testing.T) {
	rule := func(points float64) []advisor.Contribution {
		return []advisor.Contribution{{ID: "one-team", Kind: "rule", Criterion: "autonomy", Points: points, Answered: true, State: "fired", Share: 1, Because: "There is one team."},
			{ID: "cheap", Kind: "rule", Criterion: "cost", Points: points / 30, Answered: true, State: "fired", Share: 1, Because: "It is cheap."}}
	}
	d := close(0.9, 0.1, 0.85)
	d.Ranking[0].Contributions, d.Ranking[1].Contributions = rule(6), rule(-6)
	p := Paper{Decision: d}
	if _, got := p.Arguments(1); len(got) != 1 || got[0] != "there is one team" {
		t.Errorf("got %q", got)
	}
	if got := p.Statements(); len(got) != 1 || got[0].ID != "one-team" {
		t.Errorf("got %v", got)
	}
	if got := p.criteria(); len(got) != 1 || got[0] != "autonomy" {
		t.Errorf("got %v", got)
	}
}

// close is a close call between two options.
func close(p, q, enough float64) *explain.Decision {
	return &explain.Decision{Decision: advisor.Decision{Verdict: advisor.CloseCall, Recommendation: "monolith", Probability: p, Enough: enough,
		Ranking: []advisor.Option{{Architecture: "monolith", Feasible: true, Probability: p}, {Architecture: "serverless", Feasible: true, Probability: q}}}}
}

// The caveat of a close call says why it is one, and names no option that is ruled out.
func TestCaveat(t *testing.T) {
	d := close(0.83, 0.17, 0.85)
	if got := (Paper{Decision: d}).Caveat(); strings.Contains(got, "reach") || !strings.Contains(got, "below the 85 %") {
		t.Errorf("got %q", got)
	}
	d.Ranking[1].Feasible = false
	if got := (Paper{Decision: d}).Caveat(); strings.Contains(got, "serverless") {
		t.Errorf("got %q", got)
	}
}

// TestPrecedentsAreAReason: what precedents add is told as a clause of its own.
func TestPrecedentsAreAReason(t *testing.T) {
	r := explain.Reason{ID: advisor.Precedents, For: "serverless", Against: "monolith", Fields: []profile.ID{profile.Engineers}}
	if got := (Paper{}).Reason(&r); !strings.Contains(got, "(engineers) went to serverless more often") {
		t.Errorf("told as %q", got)
	}
}
