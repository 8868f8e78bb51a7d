package session

import (
	"context"
	"testing"

	"archadvisor/advisor"
	"archadvisor/advisor/profile"
)

func TestEffect(t *testing.T) {
	before := &advisor.Decision{Ranking: []advisor.Option{
		{Architecture: "monolith", Score: 60, Contributions: []advisor.Contribution{{ID: "a", Points: 40}, {ID: "b", Points: 20}}},
		{Architecture: "serverless", Score: 50},
	}}
	after := &advisor.Decision{Ranking: []advisor.Option{
		{Architecture: "serverless", Score: 62},
		{Architecture: "monolith", Score: 55, Contributions: []advisor.Contribution{{ID: "a", Points: 40}, {ID: "b", Points: 13}, {ID: "c", Points: 2}}},
	}}
	changes := Effect(before, after)
	if len(changes) != 2 || changes[0].Architecture != "monolith" || changes[0].Points != -5 || changes[0].Because != "b" {
		t.Fatalf("changes: %+v", changes)
	}
	if most, any := Biggest(changes); !any || most.Architecture != "serverless" || most.Points != 12 {
		t.Errorf("the biggest change: %+v", most)
	}
	if got := Effect(nil, after); got != nil {
		t.Errorf("an effect of nothing: %v", got)
	}
	if _, any := Biggest(Effect(before, before)); any {
		t.Error("no change counts as one")
	}
}

type fixed struct {
	verdict   advisor.Verdict
	questions []advisor.Question
}

func (f fixed) Advise(*profile.Profile, advisor.Options) *advisor.Decision {
	return &advisor.Decision{Verdict: f.verdict}
}

func (f fixed) Explain(context.Context, *profile.Profile, advisor.Options) (*advisor.Explanation, error) {
	return nil, nil
}

func (f fixed) Flips(context.Context, *profile.Profile, advisor.Options) ([]advisor.Flip, error) {
	return nil, nil
}

func (f fixed) Questions(context.Context, *profile.Profile, advisor.Options) ([]advisor.Question, error) {
	return f.questions, nil
}

func TestByValue(t *testing.T) {
	two := []advisor.Question{{Field: "load.pattern", Value: 0.4}, {Field: "team.teams", Value: 0.1}}
	for _, c := range []struct {
		name    string
		engine  fixed
		enough  float64
		want    int
		mayStop bool
	}{
		{"valuable", fixed{advisor.Recommended, two}, 0.3, 2, false},
		{"worth little", fixed{advisor.Recommended, two}, 0.5, 2, true},
		{"worth little, undecided", fixed{advisor.CloseCall, two}, 0.5, 2, false},
		{"none left", fixed{advisor.Recommended, nil}, 0.3, 0, true},
	} {
		names, stop := ByValue(c.engine, advisor.Options{}, c.enough)(context.Background(), profile.New("x"))
		if len(names) != c.want || stop != c.mayStop {
			t.Errorf("%s: %v, %v", c.name, names, stop)
		}
	}
}
