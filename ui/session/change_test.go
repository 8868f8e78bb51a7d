package session

import (
	"context"
	"testing"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
)

func TestChanges(t *testing.T) {
	before := &explain.Decision{Decision: advisor.Decision{Ranking: []advisor.Option{
		{Architecture: "monolith", Score: 60, Contributions: []advisor.Contribution{{ID: "a", Points: 40}, {ID: "b", Points: 20}}},
		{Architecture: "serverless", Score: 50},
	}}}
	after := &explain.Decision{Decision: advisor.Decision{Ranking: []advisor.Option{
		{Architecture: "serverless", Score: 62},
		{Architecture: "monolith", Score: 55, Contributions: []advisor.Contribution{{ID: "a", Points: 40}, {ID: "b", Points: 13}, {ID: "c", Points: 2}}},
	}}}
	changes := Changes(before, after)
	if len(changes) != 2 || changes[0].Architecture != "monolith" || changes[0].Points != -5 || changes[0].Because != "b" {
		t.Fatalf("changes: %+v", changes)
	}
	if most, any := Biggest(changes); !any || most.Architecture != "serverless" || most.Points != 12 {
		t.Errorf("the biggest change: %+v", most)
	}
	if got := Changes(nil, after); got != nil {
		t.Errorf("an effect of nothing: %v", got)
	}
	if _, any := Biggest(Changes(before, before)); any {
		t.Error("no change counts as one")
	}
}

// fixed is an engine of which only the questions matter.
type fixed struct {
	Engine
	inquiry explain.Inquiry
	err     error
}

func (f fixed) Inquire(context.Context, *profile.Profile, advisor.Options) (explain.Inquiry, error) {
	return f.inquiry, f.err
}

func TestByValue(t *testing.T) {
	q := explain.Inquiry{Questions: []explain.Question{{Field: "load.pattern", Value: 0.4}, {Field: "team.teams", Value: 0.1}}, Stop: true}
	names, stop := ByValue(context.Background(), fixed{inquiry: q}, profile.New("x"), advisor.Options{})
	if !stop || len(names) != 2 || names[0] != "load.pattern" {
		t.Errorf("%v, %v", names, stop)
	}
	if names, stop := ByValue(context.Background(), fixed{inquiry: q, err: context.Canceled}, profile.New("x"), advisor.Options{}); names != nil || stop {
		t.Errorf("after a fault: %v, %v", names, stop)
	}
}
