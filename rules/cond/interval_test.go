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
		if k := keyOf(n); k >= keyOf(math.Inf(-1)) && k <= keyOf(math.Inf(1)) {
			t.Errorf("not-a-number %x is among the numbers", math.Float64bits(n))
		}
	}
}

// TestAround checks the numbers around spans by membership.
func TestAround(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	for range 500 {
		a := &atom{op: "in"}
		for range 1 + r.IntN(4) {
			a.wants = append(a.wants, float64(r.IntN(9)-4))
		}
		a.index()
		b := &atom{spans: around(a.spans)}
		for x := -5.0; x <= 5; x += 0.5 {
			if want := slices.Contains(a.wants, x); (a.between(x, x) == True) != want || (b.between(x, x) == True) == want {
				t.Fatalf("%v: %v and around %v disagree at %v", a.wants, a.spans, b.spans, x)
			}
		}
		if got := around(b.spans); !slices.Equal(got, a.spans) {
			t.Fatalf("%v: around what is around it is %v", a.spans, got)
		}
	}
}

// valueOf is the number with the given key.
func valueOf(k uint64) float64 {
	if k>>63 == 1 {
		return math.Float64frombits(k ^ 1<<63)
	}
	return math.Float64frombits(^k)
}
