package advisor

import (
	"hash/fnv"
	"sync"

	"archadvisor/advisor/estimate"
	"archadvisor/advisor/profile/distribution"
)

// The draws are the same for every profile: draw k of a field or of the models'
// own uncertainty is a fixed quantile of a sequence named by the seed and by what
// it is for. So a what-if meets exactly the draws of the original.

// DefaultSeed names the draws of the program; --seed overrides it.
const DefaultSeed = 20261123

// MinDraws is how many draws an adaptive decision begins with, and of how many its
// scores are the mean. The draws are stratified (package distribution): over 260
// documented decisions the adaptive draws give the leader and the verdict of 4,096,
// and no probability that differs by more than 0.012; three in four end with 64.
const MinDraws = 64

// scoreDraws is of how many draws a score is the mean at most: where --draws asks
// for more they sharpen the probabilities alone.
const (
	scoreDraws = 512
	maxDraws   = 8192
)

// scenarios holds the scenario of the models per draw. It grows by doubling and
// never changes what it already holds.
type scenarios struct {
	seed uint64
	mu   sync.Mutex
	list []uint8
}

// StreamID names a sequence of draws; ids of profile fields are below 256 and
// never meet it.
func StreamID(name string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(name))
	return h.Sum64() | 1<<63
}

// upTo returns at least n draws.
func (s *scenarios) upTo(n int) []uint8 {
	s.mu.Lock()
	defer s.mu.Unlock()
	models := StreamID("models")
	for k := len(s.list); k < n; k++ {
		s.list = append(s.list, uint8(distribution.U(s.seed, models, k)*estimate.NumScenarios))
	}
	return s.list
}

// scenariosOf returns those of a seed. The program's own and the last other one
// are kept: a flip is checked with a second seed.
func (a *Advisor) scenariosOf(seed uint64) *scenarios {
	if seed == 0 || seed == DefaultSeed {
		return &a.own
	}
	if s := a.other.Load(); s != nil && s.seed == seed {
		return s
	}
	s := &scenarios{seed: seed}
	a.other.Store(s)
	return s
}
