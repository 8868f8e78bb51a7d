package distribution

import (
	"math"
	"testing"
)

// Every prefix of 2^m numbers of every id has one number in each interval of
// length 2^-m.
func TestPrefixesAreStratified(t *testing.T) {
	for id := uint64(0); id < 80; id++ {
		q := NewSequence(42, id)
		for m := 0; m <= 13; m++ {
			n := 1 << m
			seen := make([]bool, n)
			for k := range n {
				u := q.At(k)
				if !(u > 0 && u < 1) {
					t.Fatalf("id %d: number %d is %v", id, k, u)
				}
				if seen[int(u*float64(n))] {
					t.Fatalf("id %d: interval %d of %d is met twice", id, int(u*float64(n)), n)
				}
				seen[int(u*float64(n))] = true
			}
		}
	}
}

// Streams of two ids are paired at random. Under ideal nested shuffles equal
// digits of two streams agree in pairs of numbers, so their correlation over n
// numbers has variance 144 (1/240 x 2/n + (1/144 - 1/240)/n) = 1.6/n: worked by
// hand for base 2; for 1024 numbers a standard deviation of 0.0395.
func TestStreamsAreUncorrelated(t *testing.T) {
	const n, ids = 1024, 80
	var x [ids][n]float64
	for id := range ids {
		q := NewSequence(7, uint64(id))
		for k := range n {
			x[id][k] = q.At(k) - 0.5
		}
	}
	worst, sum2 := 0.0, 0.0
	for a := range ids {
		for b := range a {
			dot := 0.0
			for k := range n {
				dot += x[a][k] * x[b][k]
			}
			r := dot * 12 / n
			worst = math.Max(worst, math.Abs(r))
			sum2 += r * r
		}
	}
	if spread := math.Sqrt(sum2 / (ids * (ids - 1) / 2)); worst > 5.5*0.0395 || math.Abs(spread/0.0395-1) > 0.05 {
		t.Errorf("worst correlation %.3f, spread %.4f; ideal shuffles have 0.0395", worst, spread)
	}
}

// Pairs of ids fill the square, too: 4096 points leave no cell of a 16 x 16 grid
// empty or three times full.
func TestPairsFillTheSquare(t *testing.T) {
	for a := uint64(0); a < 40; a += 3 {
		p, q := NewSequence(9, a), NewSequence(9, a+1)
		var count [16][16]int
		for k := range 4096 {
			count[int(p.At(k)*16)][int(q.At(k)*16)]++
		}
		for i := range count {
			for j, c := range count[i] {
				if c == 0 || c > 48 {
					t.Fatalf("ids %d and %d: cell %d,%d holds %d of 16 expected", a, a+1, i, j, c)
				}
			}
		}
	}
}

func TestSequenceDependsOnSeedAndID(t *testing.T) {
	if U(1, 2, 3) != U(1, 2, 3) || U(1, 2, 3) == U(2, 2, 3) || U(1, 2, 3) == U(1, 3, 3) {
		t.Error("a number must depend on seed and id, and on nothing else")
	}
	// The numbers are a contract: results of old versions must repeat.
	for k, want := range []float64{0.5580222877906635, 0.10295753402169794, 0.7849799321265891} {
		if got := U(1, 4, k); got != want {
			t.Errorf("U(1, 4, %d): got %v, want %v", k, got, want)
		}
	}
}
