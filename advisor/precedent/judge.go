package precedent

import (
	"context"

	"archadvisor/advisor"
)

const learningDraws = 48 // enough to learn from: with more, no figure of quality changes by a hundredth

// example is a documented decision in the form that strengths are learned from.
type example struct {
	*Case
	label    int // by estimate.Architecture
	weight   float64
	fold     int
	evidence *advisor.Evidence
}

// examplesOf evaluates cases with an advisor that has no strengths.
func examplesOf(ctx context.Context, a *advisor.Advisor, cases []*Case) []*example {
	out := make([]*example, len(cases))
	advisor.Parallel(len(cases), func(i int) {
		if ctx.Err() != nil {
			return // which cross-validation tells
		}
		c := cases[i]
		out[i] = &example{Case: c, label: c.Architecture(), weight: c.weight(), fold: FoldOf(c.Organisation), evidence: a.Evidence(c.Profile, learningDraws)}
	})
	return out
}

// learned are the strengths by statement and the bases in points.
type learned struct {
	strength []float64
	base     [numOptions]float64
}

// judgement is what strengths say of a profile, as the advisor would.
type judgement struct {
	probability [numOptions]float64
	leader      int  // by score; -1 if every option is ruled out
	plain       bool // nothing but its probability keeps the leader from a plain recommendation
}

func (j *judgement) sureness() float64 {
	if j.leader < 0 {
		return 0
	}
	return j.probability[j.leader]
}

// judge is the probability that the draws give, and the leader by mean value among the options that some draw leaves.
func (m *learned) judge(e *advisor.Evidence, gateRisk float64) (j judgement) {
	fixed := m.base
	advisor.AddVotes(e.Fixed, m.strength, &fixed)
	var score, stopped [numOptions]float64
	shares := make(advisor.Shares, len(e.Draws))
	for k := range e.Draws {
		value := fixed
		advisor.AddVotes(e.Draws[k].Votes, m.strength, &value)
		shares[k], _ = advisor.LogitShares(&value, &e.Draws[k].Out)
		for o := range score {
			score[o] += value[o]
			if e.Draws[k].Out[o] {
				stopped[o]++
			}
		}
	}
	j.leader, j.probability = -1, shares.Confidence().Probability
	draws := float64(len(e.Draws))
	for o := range score {
		if stopped[o] < draws && (j.leader < 0 || score[o] > score[j.leader]) {
			j.leader = o
		}
	}
	j.plain = j.leader >= 0 && stopped[j.leader] <= gateRisk*draws
	for o := range score {
		j.plain = j.plain && j.probability[o] <= j.sureness()
	}
	return j
}
