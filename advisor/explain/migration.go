package explain

import (
	"fmt"
	"strings"

	"archadvisor/advisor/estimate"
	"archadvisor/advisor/profile"
)

// migration is the path from what runs today to the recommendation, each step
// with the trigger that should start it. The triggers of a later change are the
// flips: thresholds that can be checked.
func (r *reading) migration(lead int, e *estimate.Estimate, flips []Flip) []Step {
	if lead < 0 {
		return []Step{}
	}
	steps := r.firstSteps(estimate.Architecture(lead), e)
	return append(steps, laterMoves(lead, flips)...)
}

// laterMoves are the flips as steps: one per architecture that they lead to,
// with the nearest triggers.
func laterMoves(lead int, flips []Flip) []Step {
	var steps []Step
	at := map[string]int{}
	for _, f := range flips {
		if f.Field == "" || f.Recommendation == estimate.Architecture(lead).String() {
			continue
		}
		when := "when " + strings.TrimSuffix(strings.TrimPrefix(f.Text, "with "), " it would be "+f.Recommendation)
		i, seen := at[f.Recommendation]
		switch {
		case !seen:
			at[f.Recommendation] = len(steps)
			steps = append(steps, Step{Do: nextMove(lead, f.Recommendation), Trigger: when})
		case strings.Count(steps[i].Trigger, "when ") < maxTriggers:
			steps[i].Trigger += ", or " + when
		}
	}
	return steps
}

// maxTriggers is how many flips one step of the path quotes.
const maxTriggers = 3

// firstSteps leads from what runs today to the target.
func (r *reading) firstSteps(target estimate.Architecture, e *estimate.Estimate) []Step {
	current := "none"
	if p := r.Profile; p.Known(profile.Current) {
		current = profile.Current.Field().Options[int(p.Get(profile.Current).Low)]
	}
	switch {
	case current == "none":
		return start[target]
	case current == target.String():
		return []Step{{Do: "stay on " + current + "; spend the effort inside it", Trigger: "now"}}
	}
	months := fmt.Sprintf("the whole move takes about %.0f months and %.0f engineer-months", e.MigrationMonths, e.MigrationFTE)
	steps := []Step{{Do: first[target], Trigger: "now; " + months}}
	return append(steps, move[target]...)
}

// start is how a new system begins: with one program to split later (Wix and
// Airbnb did and say so), with services for many teams from the first day (OTTO).
var start = [numOptions][]Step{
	estimate.Monolith: {
		{"start with one deployable; keep one module per bounded context, with its own tables and an explicit interface", "now"},
		{"put a check in CI that no module reaches into another's tables", "when the second team starts"},
	},
	estimate.Serverless: {
		{"start with one function per endpoint or event, state in managed stores, infrastructure as code", "now"},
		{"set a concurrency limit, a budget alarm and a trace per request", "before the first launch"},
	},
	estimate.Microservices: {
		{"build the platform first: pipeline, tracing, on-call, a template for a service", "before the second service"},
		{"give each service one owning team and its own store; agree on contracts", "with each new service"},
	},
}

// first is the step that a move to the architecture begins with.
var first = [numOptions]string{
	estimate.Monolith:      "merge the parts that change together first, behind one pipeline",
	estimate.Serverless:    "move one bursty or rarely used endpoint to functions and measure it",
	estimate.Microservices: "split out the part whose releases block others, behind a contract",
}

// move is what follows: part by part, since InVision merged a service in about
// three weeks and 40 tickets, and whole moves to services took 24 to 84 months.
var move = [numOptions][]Step{
	estimate.Monolith: {
		{"merge one service at a time; keep its module boundary and its tests", "when the previous merge has run for two releases"},
	},
	estimate.Serverless: {
		{"move the rest endpoint by endpoint; leave what holds state in memory or runs long", "when the first has run through one peak"},
	},
	estimate.Microservices: {
		{"split further only where two teams wait for each other or parts need different capacity", "when the first split has its own on-call"},
	},
}

// nextMove names what a flip would mean for a system that runs as the leader.
func nextMove(lead int, to string) string {
	switch {
	case to == "microservices" && lead == int(estimate.Monolith):
		return "split out the module whose releases or load stand out"
	case to == "serverless":
		return "move the bursty or rarely used parts to functions"
	case to == "monolith":
		return "merge the parts that change together"
	}
	return "move towards " + to
}
