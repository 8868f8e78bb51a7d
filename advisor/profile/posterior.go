package profile

import (
	"math"
	"slices"
	"sort"

	"archadvisor/advisor/profile/prior"
)

// posterior is the distribution of the engineers given stated answers whose odds depend on how many they are:
// Bayes' rule on a grid that is even on the log scale of the prior. An answer that is equally likely at every
// size leaves the prior as it was.
type posterior struct {
	sp  span
	cum [posteriorCells + 1]float64 // distribution function at the edges of the cells
}

const posteriorCells = 64

// newPosterior weighs the prior of the engineers with what is stated; nil if nothing depends on their number.
func newPosterior(p *Profile, sp span) *posterior {
	if sp.Fixed() || !sp.Log || !slices.ContainsFunc(sizeSigns[:], p.exact) {
		return nil
	}
	post := &posterior{sp: sp}
	for i := 0; i < posteriorCells; i++ {
		engineers := sp.At((float64(i) + 0.5) / posteriorCells)
		post.cum[i+1] = post.cum[i] + p.likelihood(engineers)
	}
	total := post.cum[posteriorCells]
	if !(total > 0) {
		return nil
	}
	for i := range post.cum {
		post.cum[i] /= total
	}
	return post
}

// at is the inverse distribution function, u in (0,1).
func (post *posterior) at(u float64) float64 {
	i := sort.SearchFloat64s(post.cum[:], u)
	i = min(max(i, 1), posteriorCells)
	lo, hi := post.cum[i-1], post.cum[i]
	inside := 0.5
	if hi > lo {
		inside = (u - lo) / (hi - lo)
	}
	return post.sp.At((float64(i-1) + inside) / posteriorCells)
}

// sizeSigns are the answers whose odds depend on the number of engineers.
var sizeSigns = [...]ID{ReleaseBottleneck, IndependentReleases, IndependentScaling, FailureIsolation,
	OpsMaturity, DistributedExperience, ServerlessExperience}

// likelihood is how likely the stated answers are with so many engineers.
func (p *Profile) likelihood(engineers float64) float64 {
	l := 1.0
	for _, id := range sizeSigns {
		if c := &p.cells[id]; c.state == Exact {
			l *= chanceOf(id, c.low, engineers)
		}
	}
	return l
}

func chanceOf(id ID, answer, engineers float64) float64 {
	logEngineers := math.Log(engineers)
	size := prior.OrgSize(logEngineers)
	var weights [4]float64
	switch id {
	case ReleaseBottleneck, IndependentReleases:
		return weighed(prior.Coordination(max(1, engineers/typicalTeam)), answer)
	case IndependentScaling, FailureIsolation:
		return weighed(prior.Needs(size), answer)
	case OpsMaturity:
		weights = prior.Rising(4, size, prior.OpsPull)
	case DistributedExperience:
		weights = prior.Rising(3, size, prior.DistributedPull)
	default:
		weights = prior.Rising(3, size, prior.ServerlessPull)
	}
	return weights[int(answer)]
}

const typicalTeam = 6.7 // the geometric middle of 5 to 9 engineers per team

// weighed is the chance of an answer, 1 for yes.
func weighed(chance, answer float64) float64 { return 1 - answer + (2*answer-1)*chance }
