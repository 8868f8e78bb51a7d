package say

import (
	"testing"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
)

func TestAdvice(t *testing.T) {
	for _, c := range []struct {
		of   explain.Advice
		want string
	}{
		{explain.Advice{Action: explain.Build, To: "monolith"}, ""},
		{explain.Advice{Action: explain.Keep, From: "monolith", To: "monolith"}, "It runs as a modular monolith today: stay."},
		{explain.Advice{Action: explain.Keep, From: "monolith", To: "monolith", Remains: []string{"outages"}},
			"It runs as a modular monolith today: stay. What hurts (it fails too often) is not reason enough to move."},
		{explain.Advice{Action: explain.Keep, From: "monolith", To: "serverless", Payback: 1.2},
			"Built anew it would be serverless functions; what runs works, and a move would pay back in 1 month: stay."},
		{explain.Advice{Action: explain.Keep, From: "monolith", To: "serverless", Payback: 84, Turns: []string{"idle"}},
			"Built anew it would be serverless functions; what runs works, and a move would pay back in 7 years: stay, unless one of these begins to hurt: most of what is paid for stands idle."},
		{explain.Advice{Action: explain.Keep, From: "serverless", To: "monolith", Payback: 492 * 12},
			"Built anew it would be a modular monolith; what runs works, and a move would pay back in more than a century: stay."},
		{explain.Advice{Action: explain.Keep, From: "monolith", To: "microservices", Remains: []string{"cost"}},
			"Built anew it would be microservices; what hurts (it costs too much) is not reason enough to move, and a move would never pay back: stay."},
		{explain.Advice{Action: explain.Keep, From: "monolith", To: "serverless", Payback: 84, Unsaid: true},
			"Built anew it would be serverless functions; nothing is said to hurt, and a move would pay back in 7 years: stay."},
		{explain.Advice{Action: explain.Keep, From: "monolith", To: "serverless", Unsaid: true, Hints: []profile.ID{profile.LockstepChanges, profile.Tried}},
			"Built anew it would be serverless functions; what hurts is said only in part (changes across parts and styles tried and dropped), and a move would never pay back: stay."},
		{explain.Advice{Action: explain.Keep, From: "serverless", To: "monolith", Payback: 39, Unsaid: true, Misses: []profile.ID{profile.BudgetMonthlyUSD}},
			"Built anew it would be a modular monolith; what runs misses what was asked for (monthly budget), and a move would pay back in 3 years: stay."},
		{explain.Advice{Action: explain.Move, From: "monolith", To: "microservices", Cures: []string{"releases"}, Misses: []profile.ID{profile.BudgetMonthlyUSD}, Payback: 5},
			"Move from a modular monolith to microservices: it cures what hurts (releases are slow, rare or risky, or wait in a queue), what runs today misses what was asked for (monthly budget) and the move would meet it and a move would pay back in 5 months."},
		{explain.Advice{Action: explain.Move, From: "monolith", To: "microservices", Cures: []string{"releases"}, Effort: [2]float64{10, 20}, Spent: [2]float64{5000, 10_000},
			Saving: advisor.Band{Low: 20, Expected: 20, High: 20}, Together: advisor.Band{Low: 20, Expected: 20, High: 20}, Payback: 456},
			"Move from a modular monolith to microservices: it cures what hurts (releases are slow, rare or risky, or wait in a queue). It takes 10 to 20 days of work, $5,000 to $10,000; a month, infrastructure costs $20 less and staff the same, together $20 less. The saving alone would pay that back in 38 years."},
		{explain.Advice{Action: explain.Move, From: "serverless", To: "monolith", Cures: []string{"cost"}, Remains: []string{"outages"}, Effort: [2]float64{40, 90}, Spent: [2]float64{20_000, 45_000},
			Saving: advisor.Band{Low: 100, Expected: 300, High: 900}, People: advisor.Band{Low: -80, Expected: -50, High: -50}, Together: advisor.Band{Low: 20, Expected: 250, High: 850}},
			"Move from serverless functions to a modular monolith: it cures what hurts (it costs too much). It takes 40 to 90 days of work, $20,000 to $45,000; a month, infrastructure costs $300 ($100 to $900) less and staff $50 ($50 to $80) more, together $250 ($20 to $850) less. What else hurts (it fails too often) is not reason enough to move."},
	} {
		if got := Advice(&c.of); got != c.want {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
	}
	if Advice(nil) != "" {
		t.Error("advice where no option leads")
	}

}
