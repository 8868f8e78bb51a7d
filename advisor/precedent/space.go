package precedent

import (
	"math"

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
// tell much. Stated by half of them it is 2 points, by one in a hundred 14. Judgement.
const traitSpread = 3

// spaceOf is the space that examples span. It hears what they state, and not how they ended.
func spaceOf(examples []*example, statements int) *space {
	sp := &space{statements: statements}
	stated := map[advisor.Trait]int{}
	index := map[advisor.Trait]int{}
	each := func(with func(x *example, s advisor.Stated)) {
		for _, x := range examples {
			for _, s := range x.evidence.Traits {
				with(x, s)
			}
		}
	}
	each(func(_ *example, s advisor.Stated) { stated[s.Trait]++ })
	each(func(x *example, s advisor.Stated) {
		i, seen := index[s.Trait]
		if !seen {
			i, index[s.Trait] = len(sp.traits), len(sp.traits)
			sp.traits = append(sp.traits, s.Trait)
			sp.spread = append(sp.spread, traitSpread*math.Log(float64(len(examples)+1)/float64(stated[s.Trait]+1)))
		}
		x.traits = append(x.traits, stating{i, s.Weight})
	})
	return sp
}

// stating is a trait by its place, and how much of it is stated.
type stating struct {
	at     int
	weight float64
}

// The places of the parameters.
func (sp *space) base() int   { return sp.statements }
func (sp *space) common() int { return sp.statements + numOptions }
func (sp *space) trait(i int) int {
	return sp.statements + numOptions + 1 + numOptions*i
}
func (sp *space) size() int { return sp.trait(len(sp.traits)) }

// spreads are those of all parameters for one spread of ln strength.
func (sp *space) spreads(shrink float64) []float64 {
	out := make([]float64, sp.size())
	for j := range out {
		switch {
		case j > sp.common():
			out[j] = sp.spread[(j-sp.trait(0))/numOptions]
		case j == sp.common():
			out[j] = commonSpread
		case j >= sp.base():
			out[j] = baseSpread
		default:
			out[j] = shrink
		}
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
