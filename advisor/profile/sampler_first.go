package profile

import (
	"sync/atomic"

	"archadvisor/advisor/profile/distribution"
)

// firstDraws holds what the first draws of every profile have in common under a seed: the numbers by field,
// and the values of the fields that depend on nothing else. Most decisions need no more draws.
type firstDraws struct {
	seed      uint64
	u, values [NumFields][numFirst]float64
}

const numFirst = 128

// recent is that of the last seed.
var recent atomic.Pointer[firstDraws]

func firstDrawsOf(seed uint64) *firstDraws {
	if f := recent.Load(); f != nil && f.seed == seed {
		return f
	}
	f := &firstDraws{seed: seed}
	s := &Sampler{first: f}
	for _, row := range table.rows {
		s.dims[row.ID].span = row.prior
		seq := distribution.NewSequence(seed, uint64(row.ID))
		for k := range numFirst {
			f.u[row.ID][k] = seq.At(k)
			if row.Drawn {
				f.values[row.ID][k] = s.plainAt(row.ID, position{k: k})
			}
		}
	}
	recent.Store(f)
	return f
}
