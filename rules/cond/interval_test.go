package cond

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

func TestKeys(t *testing.T) {
	rising := []float64{math.Inf(-1), -1e300, -1, -math.SmallestNonzeroFloat64, 0, math.SmallestNonzeroFloat64, 0.1, 1, math.Nextafter(1, 2), 1e300, math.Inf(1)}
	for i := 1; i < len(rising); i++ {
		if a, b := keyOf(rising[i-1]), keyOf(rising[i]); a >= b {
			t.Errorf("key of %v is %d, of %v %d", rising[i-1], a, rising[i], b)
		}
	}
	for _, x := range rising {
		if got := valueOf(keyOf(x)); got != x {
			t.Errorf("%v comes back as %v", x, got)
		}
	}
	if keyOf(math.Copysign(0, -1)) != keyOf(0) {
		t.Error("the zeros differ")
	}
	if valueOf(keyOf(1)+1) != math.Nextafter(1, 2) {
		t.Error("the next key is not the next number")
	}
	for _, n := range []float64{math.NaN(), math.Copysign(math.NaN(), -1), math.Float64frombits(math.MaxUint64)} {
		if k := keyOf(n); k >= bottom && k < top {
			t.Errorf("not-a-number %x is among the numbers", math.Float64bits(n))
		}
	}
}

// TestSets checks set algebra by membership.
func TestSets(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	random := func() set {
		out := set{}
		for range r.IntN(4) {
			a := r.Float64()*20 - 10
			out = out.or(set{{keyOf(a), keyOf(a+r.Float64()*5) + 1}})
		}
		return out
	}
	for range 500 {
		a, b := random(), random()
		or, not := a.or(b), a.not()
		for range 20 {
			k := keyOf(r.Float64()*30 - 15)
			if or.has(k) != (a.has(k) || b.has(k)) || not.has(k) == a.has(k) {
				t.Fatalf("sets %v and %v disagree at %v", a, b, valueOf(k))
			}
		}
		if !slices.Equal(a.not().not(), a) {
			t.Fatalf("sets %v: the opposite of the opposite is %v", a, a.not().not())
		}
	}
}

func (s set) has(k uint64) bool {
	for _, p := range s {
		if k >= p.lo && k < p.hi {
			return true
		}
	}
	return false
}

// valueOf is the number with the given key.
func valueOf(k uint64) float64 {
	if k>>63 == 1 {
		return math.Float64frombits(k ^ 1<<63)
	}
	return math.Float64frombits(^k)
}
