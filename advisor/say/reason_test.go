package say

import (
	"testing"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
)

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
	least := []explain.Change{{Field: profile.Teams, From: profile.Number(4), To: profile.Number(1)}, {Field: profile.IdleShare, From: profile.Number(0.4), To: profile.Number(0)}}
	pair := append(one[:1:1], explain.Change{Field: profile.Teams, To: profile.Number(3)})
	gpu := []explain.Change{{Field: profile.GPU, To: profile.Flag(true)}}
	bursty, _ := profile.Choice(profile.Pattern, "bursty")
	words := []explain.Change{{Field: profile.Pattern, To: bursty}, {Field: profile.Interaction, To: profile.List("event")}}
	for want, f := range map[string]explain.Flip{
		"with 34 engineers or more it would be microservices":                        {Changes: one, Recommendation: "microservices"},
		"with 34 engineers or more it would probably be microservices":               {Changes: one, Recommendation: "microservices", About: true},
		"if load pattern is bursty and kind of work is event it would be serverless": {Changes: words, Recommendation: "serverless"},
		"with 1 team and idle share at 0 % it would be monolith":                     {Changes: least, Recommendation: "monolith"},
		"if it needs a GPU it would probably be monolith":                            {Changes: gpu, Recommendation: "monolith", About: true},
		"with 34 engineers or more and if it needs a GPU it would be monolith":       {Changes: append(one[:1:1], gpu...), Recommendation: "monolith"},
		"with 34 engineers or more and 3 teams or more it would be serverless":       {Changes: pair, Recommendation: "serverless"},
		"if it needs a GPU this passes: monolith":                                    {Changes: gpu, Recommendation: "monolith", Relaxes: true},
		"without excluding monolith it passes":                                       {Changes: gpu, Recommendation: "monolith", Relaxes: true, Allows: "monolith"},
	} {
		if got := Flip(&f); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	if got := FlipShort(&explain.Flip{Changes: one, Recommendation: "microservices", About: true}); got != "34 engineers or more → probably microservices" {
		t.Errorf("got %q", got)
	}
	later := explain.Step{Action: explain.Later, Target: "microservices", Triggers: []explain.Flip{{Changes: gpu, About: true, Recommendation: "microservices"}, {Changes: one, Recommendation: "microservices"}}}
	if got := When(&later); got != "when it needs a GPU, or when there are 34 engineers or more" {
		t.Errorf("got %q", got)
	}
	if got := Step(&explain.Step{Action: explain.BuildOn, Target: "monolith"}); got != "Put a check in CI that no module reaches into another's tables (when the second team starts)" {
		t.Errorf("got %q", got)
	}
}

func open(name string) advisor.Term {
	return advisor.Term{Name: name, Open: true, Op: ">=", Wanted: "2"}
}
