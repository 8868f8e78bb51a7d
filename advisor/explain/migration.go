package explain

import (
	"slices"

	"archadvisor/advisor/estimate"
)

// Action is what a step of the migration asks for; what that is depends on the architecture that it leads to.
type Action uint8

// The actions: how a new system begins and goes on, how a move does, and what a later flip would ask for.
const (
	Stay Action = iota
	Begin
	BuildOn
	MoveFirst
	MoveOn
	Later
	LaterTowards // where a later move has no first step of its own
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
func migration(e *estimate.Estimate, flips []Flip, a *Advice) []Step {
	var steps []Step
	switch {
	case a.From == "":
		steps = []Step{{Action: Begin, Target: a.To}, {Action: BuildOn, Target: a.To}}
	case a.From == a.To:
		steps = []Step{{Action: Stay, Target: a.To}}
	case a.Action == Keep:
		return []Step{{Action: Stay, Target: a.From}, {Action: MoveFirst, Target: a.To, Troubles: a.Turns}}
	default:
		steps = []Step{{Action: MoveFirst, Target: a.To, Months: e.MigrationMonths, EngineerMonths: e.MigrationFTE}, {Action: MoveOn, Target: a.To}}
	}
	return append(steps, laterMoves(a.To, flips)...)
}

// maxTriggers is how many flips one step of the path quotes.
const maxTriggers = 3

// laterMoves are the flips of one field as steps: one per architecture that they lead to, with the nearest triggers.
func laterMoves(lead string, flips []Flip) []Step {
	var steps []Step
	for _, f := range flips {
		if len(f.Changes) != 1 || f.Recommendation == lead {
			continue
		}
		i := slices.IndexFunc(steps, func(s Step) bool { return s.Target == f.Recommendation })
		if i < 0 {
			i, steps = len(steps), append(steps, Step{Action: Later, Target: f.Recommendation})
			if lead == "serverless" && f.Recommendation == "microservices" {
				steps[i].Action = LaterTowards
			}
		}
		if len(steps[i].Triggers) < maxTriggers {
			steps[i].Triggers = append(steps[i].Triggers, f)
		}
	}
	return steps
}
