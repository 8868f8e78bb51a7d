package distribution

import "math/bits"

// Sequence is the stream of uniform numbers that belongs to one id: base-2 van der Corput points, Owen-scrambled, in an
// order shuffled per id, all by hashing (Burley, "Practical Hash-based Owen Scrambling", JCGT 9(4), 2020; hash
// constants of Vegdahl's improved Laine-Karras permutation, 2021). Every prefix of 2^m numbers has one number in each
// interval of length 2^-m, and streams of different ids are paired at random, as in a Latin hypercube.
type Sequence struct {
	order, digits uint32 // keys of the two permutations
}

// NewSequence returns the stream of an id under a seed.
func NewSequence(seed, id uint64) Sequence {
	a := splitmix(seed ^ splitmix(id+1))
	b := splitmix(a)
	return Sequence{order: uint32(a >> 32), digits: uint32(b >> 32)}
}

// At returns number k of the stream, inside (0,1). Scrambling the index and reversing it cancels two reversals.
func (q Sequence) At(k int) float64 {
	x := permute(bits.Reverse32(uint32(k)), q.order)
	x = bits.Reverse32(permute(bits.Reverse32(x), q.digits))
	return (float64(x) + 0.5) / (1 << 32)
}

// U is NewSequence(seed, id).At(k).
func U(seed, id uint64, k int) float64 { return NewSequence(seed, id).At(k) }

// permute maps 32 bits to 32 bits, each depending on itself and on lower ones only: on reversed bits, an Owen scramble.
func permute(x, key uint32) uint32 {
	x ^= x * 0x3d20adea
	x += key
	x *= key>>16 | 1
	x ^= x * 0x05526c56
	x ^= x * 0x53a22864
	return x
}

// splitmix is the finaliser of SplitMix64 (Steele, Lea, Flood, 2014).
func splitmix(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}
