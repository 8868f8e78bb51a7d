package session

import (
	"testing"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
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
