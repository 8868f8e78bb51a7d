package advisor

import (
	"hash/fnv"

	"archadvisor/advisor/estimate"
)

// The draws are the same for every profile: draw k of a field or of the models' own uncertainty is a fixed quantile
// of a sequence named by the seed and by what it is for. So a what-if meets exactly the draws of the original.

// DefaultSeed names the draws of the program; --seed overrides it.
const DefaultSeed = 20261123

// MinDraws is how many draws an adaptive decision begins with, and of how many its scores are the mean. The draws are
// stratified (package distribution): over 260 documented decisions the adaptive draws give the leader and the verdict
// of 4,096, and no probability that differs by more than 0.012; three in four end with 64.
const MinDraws = 64

// scoreDraws is of how many draws a score is the mean at most: where --draws asks
// for more they sharpen the probabilities alone.
const (
	scoreDraws = 512
	maxDraws   = 2048
)

// modelStream names the draws of the models' own uncertainty.
var modelStream = StreamID("models")

// StreamID names a sequence of draws; ids of profile fields are below 256 and never meet it.
func StreamID(name string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(name))
	return h.Sum64() | 1<<63
}

// Scenario is the scenario of the models in a draw.
func (r *Drawn) Scenario(k int) *estimate.Scenario {
	return r.Advisor.models.Scenario(int(r.models.At(k)*estimate.NumScenarios), r.Told)
}
