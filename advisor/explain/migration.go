package explain

import (
	"slices"

	"archadvisor/advisor/estimate"
	"archadvisor/advisor/profile"
)

// Action is what a step of the migration asks for.
type Action uint8

// The actions: how a new system begins, how a move begins and goes on, and what a later flip would ask for.
const (
	Stay Action = iota
	StartOneDeployable
	CheckModules
	StartFunctions
	LimitFunctions
	BuildPlatform
	OwnServices
	MergeFirst
	MoveFirstEndpoint
	SplitFirstPart
	MergeOneByOne
	MoveRest
	SplitFurther
	LaterSplitModule
	LaterMoveToFunctions
	LaterMergeParts
	LaterMoveTowards
)

// Step is one step of the migration path.
type Step struct {
	Action Action
	Target string // the architecture that it leads to

	Months, EngineerMonths float64  // of the whole move, at its first step
	Triggers               []Flip   // of a later step: what starts it
	Troubles               []string // of a move that waits: what must begin to hurt
}

// migration is the path from what runs today to the recommendation; flips, which can be checked, trigger later changes.
func (r *reading) migration(lead int, e *estimate.Estimate, flips []Flip, a *Advice) []Step {
	steps := r.firstSteps(estimate.Architecture(lead), e)
	if a != nil && a.Action == Keep && a.From != a.To {
		return []Step{{Action: Stay, Target: a.From}, {Action: steps[0].Action, Target: a.To, Troubles: a.Turns}}
	}
	return append(steps, laterMoves(lead, flips)...)
}

// maxTriggers is how many flips one step of the path quotes.
const maxTriggers = 3

// laterMoves are the flips of one field as steps: one per architecture that they lead to, with the nearest triggers.
func laterMoves(lead int, flips []Flip) []Step {
	var steps []Step
	for _, f := range flips {
		if len(f.Changes) != 1 || f.Recommendation == estimate.Architecture(lead).String() {
			continue
		}
		i := slices.IndexFunc(steps, func(s Step) bool { return s.Target == f.Recommendation })
		if i < 0 {
			i, steps = len(steps), append(steps, Step{Action: nextMove(lead, f.Recommendation), Target: f.Recommendation})
		}
		if len(steps[i].Triggers) < maxTriggers {
			steps[i].Triggers = append(steps[i].Triggers, f)
		}
	}
	return steps
}

func (r *reading) firstSteps(target estimate.Architecture, e *estimate.Estimate) []Step {
	current := "none"
	if p := r.Profile; p.Known(profile.Current) {
		current = profile.Format(profile.Current, p.Get(profile.Current))
	}
	actions := move[target]
	switch current {
	case "none":
		actions = start[target]
	case target.String():
		actions = [2]Action{Stay, Stay}
	}
	steps := []Step{{Action: actions[0], Target: target.String()}}
	if actions[1] != actions[0] {
		steps = append(steps, Step{Action: actions[1], Target: target.String()})
	}
	if actions == move[target] {
		steps[0].Months, steps[0].EngineerMonths = e.MigrationMonths, e.MigrationFTE
	}
	return steps
}

// start is how a new system begins.
var start = [numOptions][2]Action{
	estimate.Monolith:      {StartOneDeployable, CheckModules},
	estimate.Serverless:    {StartFunctions, LimitFunctions},
	estimate.Microservices: {BuildPlatform, OwnServices},
}

// move is how a move to the architecture begins and goes on.
var move = [numOptions][2]Action{
	estimate.Monolith:      {MergeFirst, MergeOneByOne},
	estimate.Serverless:    {MoveFirstEndpoint, MoveRest},
	estimate.Microservices: {SplitFirstPart, SplitFurther},
}

// nextMove is what a flip would mean for a system that runs as the leader.
func nextMove(lead int, to string) Action {
	switch {
	case to == "microservices" && lead == int(estimate.Monolith):
		return LaterSplitModule
	case to == "serverless":
		return LaterMoveToFunctions
	case to == "monolith":
		return LaterMergeParts
	}
	return LaterMoveTowards
}
