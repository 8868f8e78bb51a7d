package advisor

import (
	"hash/fnv"
	"math"
	"sync"

	"archadvisor/advisor/estimate"
	"archadvisor/advisor/profile/distribution"
)

// The draws are the same for every profile: draw k of a weight, of a residual
// or of the models' own uncertainty is a fixed quantile of a sequence named by
// the seed and by what it is for. So a what-if meets exactly the draws of the
// original.

// DefaultSeed names the draws of the program; --seed overrides it.
const DefaultSeed = 20261123

// MinDraws is how many draws an adaptive decision begins with.
const MinDraws = 512

const maxDraws = 8192

// noise holds standard normal deviates for the weights and the residuals, and
// the scenario of the models, per draw. It grows by doubling and never changes
// what it already holds.
type noise struct {
	seed uint64
	ids  []uint64 // one per criterion
	set  Settings
	mu   sync.Mutex
	n    int
	view view
}

// StreamID names a sequence of draws; ids of profile fields are below 256 and
// never meet it.
func StreamID(name string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(name))
	return h.Sum64() | 1<<63
}

func newNoise(seed uint64, criteria []string, set Settings) *noise {
	nz := &noise{seed: seed, set: set}
	for _, c := range criteria {
		nz.ids = append(nz.ids, StreamID("weight:"+c))
	}
	return nz
}

// view is a read-only prefix of the noise: per draw and criterion the factor of
// a stated and of an open weight, the residual of each option in points, and
// the scenario of the models.
type view struct {
	stated, free []float64 // draws x criteria
	residual     [][numOptions]float64
	scenario     []uint8
}

// upTo returns at least n draws.
func (nz *noise) upTo(n int) view {
	nz.mu.Lock()
	defer nz.mu.Unlock()
	if nz.n < n {
		nz.grow(n)
	}
	return nz.view
}

func (nz *noise) grow(n int) {
	c := len(nz.ids)
	v := view{make([]float64, n*c), make([]float64, n*c), make([][numOptions]float64, n), make([]uint8, n)}
	copy(v.stated, nz.view.stated)
	copy(v.free, nz.view.free)
	copy(v.residual, nz.view.residual)
	copy(v.scenario, nz.view.scenario)
	models := StreamID("models")
	var residual [numOptions]uint64
	for o := range residual {
		residual[o] = StreamID("residual:" + estimate.Architecture(o).String())
	}
	for k := nz.n; k < n; k++ {
		for i, id := range nz.ids {
			z := normal(distribution.U(nz.seed, id, k))
			v.stated[k*c+i] = math.Exp(nz.set.SpreadStated * z)
			v.free[k*c+i] = math.Exp(nz.set.SpreadOpen * z)
		}
		for o := range residual {
			v.residual[k][o] = nz.set.Residual * normal(distribution.U(nz.seed, residual[o], k))
		}
		v.scenario[k] = uint8(distribution.U(nz.seed, models, k) * estimate.NumScenarios)
	}
	nz.n, nz.view = n, v
}

// normal is the quantile of the standard normal distribution.
func normal(u float64) float64 { return math.Sqrt2 * math.Erfinv(2*u-1) }

// noiseFor returns the noise of a seed. The program's own and the last other
// one are kept: a flip is checked with a second seed.
func (a *Advisor) noiseFor(seed uint64) *noise {
	if seed == 0 || seed == DefaultSeed {
		return a.noise
	}
	if nz := a.other.Load(); nz != nil && nz.seed == seed {
		return nz
	}
	nz := newNoise(seed, a.criterionIDs(), a.Settings)
	a.other.Store(nz)
	return nz
}
