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
}

// traitSpread is the prior spread of what a trait adds, in points, for each unit of its rarity ln((n+1)/(k+1)), where k
// of n decisions state it (inverse document frequency, Sparck Jones 1972): what all state tells little, what few do may
// tell much. Stated by half of them it is 2 points, by one in a hundred 16. Judgement.
const traitSpread = 3.5

// leastStating is how many decisions must state a trait: what a few have in common is chance, or the way they were told.
const leastStating = 6

// spaceOf is the space that examples span. It hears what they state, and not how they ended.
func spaceOf(examples []*example, statements int) *space {
	sp, index, stated := &space{statements: statements}, map[advisor.Trait]int{}, map[advisor.Trait]float64{}
	for _, x := range examples {
		for _, s := range x.evidence.Traits {
			stated[s.Trait]++
		}
	}
	for _, x := range examples {
		for _, s := range x.evidence.Traits {
			k := stated[s.Trait]
			if k < leastStating {
				continue
			}
			i, seen := index[s.Trait]
			if !seen {
				i, index[s.Trait] = len(sp.traits), len(sp.traits)
				sp.traits = append(sp.traits, s.Trait)
				sp.spread = append(sp.spread, traitSpread*math.Log(float64(len(examples)+1)/(k+1)))
			}
			x.traits = append(x.traits, stating{i, s.Weight})
		}
	}
	return sp
}

// stating is a trait by its place, and how much of it is stated.
type stating struct {
	at     int
	weight float64
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
	strength []float64
	base     [numOptions]float64
	traits   [][numOptions]float64
}

func (sp *space) split(theta []float64) learned {
	m := learned{strength: make([]float64, sp.statements), base: [numOptions]float64(theta[sp.base():sp.common()]),
		traits: make([][numOptions]float64, len(sp.traits))}
	for j := range m.strength {
		m.strength[j] = math.Exp(theta[j] + theta[sp.common()])
	}
	for i := range m.traits {
		m.traits[i] = [numOptions]float64(theta[sp.trait(i):sp.trait(i+1)])
	}
	return m
}
