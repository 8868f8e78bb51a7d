package advisor

import (
	"slices"

	"archadvisor/advisor/profile"
)

// Vote is what one statement says in a draw, before its strength: points by
// estimate.Architecture, the importance of its criterion applied.
type Vote struct {
	Statement int
	Points    [numOptions]float64
}

// Evidence is what all statements say of one profile. Votes that are the same in every draw stand once.
type Evidence struct {
	Fixed  []Vote
	Draws  []Votes
	Traits []Stated
}

// Stated is a trait of a profile, and how much of it.
type Stated struct {
	Trait
	Weight float64
}

// Votes are what one draw adds to the fixed ones.
type Votes struct {
	Votes []Vote
	Out   [numOptions]bool // excluded by the user or stopped by a gate in this draw
}

// AddVotes adds the points of votes under the strengths to the value of every option.
func AddVotes(votes []Vote, strength []float64, value *[numOptions]float64) {
	for i := range votes {
		v := &votes[i]
		s := strength[v.Statement]
		for o := range value {
			value[o] += s * v.Points[o]
		}
	}
}

// Evidence evaluates a profile in the first so many draws and returns what every
// statement says: what strengths are learned from, by an advisor without any.
func (a *Advisor) Evidence(p *profile.Profile, draws int) *Evidence {
	r := a.scratch.Get().(*evaluator).begin(p, Options{Draws: draws})
	defer r.Done()
	all := make([][]Vote, draws)
	count := map[Vote]int{}
	for k := range all {
		r.Sampler.Draw(k, &r.e.point)
		c := r.e.at(&r.e.point, r.Scenario(k), r.Shapes)
		r.record(c, r.Importance)
		all[k] = a.votes(c, r.e.keep.opinions.fired, r.Importance)
		for _, v := range all[k] {
			count[v]++
		}
	}
	r.s.scored = draws
	r.score()
	v := &Evidence{Draws: make([]Votes, draws), Traits: traits(nil, r.Profile)}
	for k := range all {
		d := &v.Draws[k]
		d.Out = r.stopped(k, r.excluded)
		for _, t := range all[k] {
			if count[t] < draws {
				d.Votes = append(d.Votes, t)
			} else if k == 0 {
				v.Fixed = append(v.Fixed, t)
			}
		}
	}
	return v
}

// votes are the statements that speak in a cell.
func (a *Advisor) votes(c *cell, fired []uint64, w []float64) []Vote {
	var out []Vote
	for m := range a.measures {
		v := Vote{Statement: m}
		for o := range v.Points {
			v.Points[o] = w[a.measures[m].Criterion] * c.measured[m*numOptions+o]
		}
		out = append(out, v)
	}
	a.eachRule(fired, func(i int) {
		v := Vote{Statement: len(a.measures) + i}
		for o := range v.Points {
			v.Points[o] = w[a.rules[i].Criterion] * a.rules[i].points[o]
		}
		out = append(out, v)
	})
	return slices.Clip(out)
}
