package precedent

import (
	"math"
	"slices"

	"archadvisor/advisor"
)

// space is what is learned: ln strength by statement, less their common mean; the bases in points; that mean; and for
// each trait what it adds to the base of every option. A parameter is normal around 0 with its own spread.
type space struct {
	statements int
	traits     []advisor.Trait
	spread     []float64 // of the points of a trait
	index      map[advisor.Trait]int
}

// traitSpread is the prior spread of what a trait adds, in points, for each unit of its rarity ln((n+1)/(k+1)), where k
// of n decisions state it (inverse document frequency, Sparck Jones 1972): what all state tells little, what few do may
// tell much. Stated by half of them it is 2 points, by one in a hundred 15. Set, as leastStating, while looking at the
// cross-validated figures and at decisions that nothing is learned from: some of what these say is that choice.
const traitSpread = 3.5

// leastStating is how many decisions must state a trait: what a few have in common is chance, or the way they were told.
const leastStating = 6

// spaceOf is the space that examples span. It hears what they state, and not how they ended.
func spaceOf(examples []*example, statements int) *space {
	sp, stated := &space{statements: statements, index: map[advisor.Trait]int{}}, map[advisor.Trait]float64{}
	for _, x := range examples {
		for _, s := range x.evidence.Traits {
			stated[s.Trait]++
		}
	}
	for _, x := range examples {
		for _, s := range x.evidence.Traits {
			if _, seen := sp.index[s.Trait]; seen || stated[s.Trait] < leastStating {
				continue
			}
			sp.index[s.Trait] = len(sp.traits)
			sp.traits = append(sp.traits, s.Trait)
			sp.spread = append(sp.spread, traitSpread*math.Log(float64(len(examples)+1)/(stated[s.Trait]+1)))
		}
	}
	return sp
}

// eachStated calls with the places of the traits that an example states, and how much of each.
func (sp *space) eachStated(x *example, with func(at int, weight float64)) {
	for _, s := range x.evidence.Traits {
		if at, ok := sp.index[s.Trait]; ok {
			with(at, s.Weight)
		}
	}
}

// The places of the parameters.
func (sp *space) base() int       { return sp.statements }
func (sp *space) common() int     { return sp.statements + numOptions }
func (sp *space) trait(i int) int { return sp.common() + 1 + numOptions*i }
func (sp *space) size() int       { return sp.trait(len(sp.traits)) }

// spreads are those of all parameters for one spread of ln strength.
func (sp *space) spreads(shrink float64) []float64 {
	out := append(slices.Repeat([]float64{shrink}, sp.statements), baseSpread, baseSpread, baseSpread, commonSpread)
	for _, s := range sp.spread {
		out = append(out, s, s, s)
	}
	return out
}

// learned are the strengths by statement, the bases and what the traits add, in points.
type learned struct {
	space    *space
	strength []float64
	base     [numOptions]float64
	traits   [][numOptions]float64
}

func (sp *space) split(theta []float64) learned {
	m := learned{space: sp, strength: make([]float64, sp.statements), base: [numOptions]float64(theta[sp.base():sp.common()]),
		traits: make([][numOptions]float64, len(sp.traits))}
	for j := range m.strength {
		m.strength[j] = math.Exp(theta[j] + theta[sp.common()])
	}
	for i := range m.traits {
		m.traits[i] = [numOptions]float64(theta[sp.trait(i):sp.trait(i+1)])
	}
	return m
}
