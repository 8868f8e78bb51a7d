package queueing

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/mathext"
)

// TestAvailabilityFigures holds figures worked by hand.
func TestAvailabilityFigures(t *testing.T) {
	for _, c := range []struct {
		name           string
		got, want, tol float64
	}{
		{"a deploy a day, 10 % fail, an hour to restore", ChangeAvailability(1.0/24, 0.1, 1), 1 - 0.1/24, 2e-5},
		{"all needed of one", Redundant(1, 1, 0.99, 0), 0.99, 1e-15},
		{"one of two", Redundant(1, 2, 0.995, 0), 0.999975, 1e-15},
	} {
		if !(math.Abs(c.got-c.want) <= c.tol) {
			t.Errorf("%s: got %.10g, want %.10g", c.name, c.got, c.want)
		}
	}
}

// TestKOfN compares the sum of the binomial tail with the incomplete beta function.
func TestKOfN(t *testing.T) {
	for _, n := range []int{1, 2, 3, 7, 20, 60} {
		for k := 1; k <= n; k += 1 + n/13 {
			for _, a := range []float64{0.3, 0.9, 0.999, 0.999999} {
				want := mathext.RegIncBeta(float64(n-k+1), float64(k), 1-a)
				if got := shortfall(k, n, 1-a); math.Abs(got/want-1) > 1e-9 {
					t.Errorf("%d of %d at %g: got %.14g, want %.14g", k, n, a, got, want)
				}
			}
		}
	}
}

// TestReplicasNeverHurt: one replica more is never less available.
func TestReplicasNeverHurt(t *testing.T) {
	for _, beta := range []float64{0, 0.01, 0.1, 1} {
		for _, a := range []float64{0.5, 0.95, 0.995, 0.99999} {
			for _, k := range []int{1, 2, 5, 20, 50} {
				before := 0.0
				for n := k; n < k+k/20+8; n++ {
					got := Redundant(k, n, a, beta)
					if got < before-1e-12 || got < 0 || got > 1 {
						t.Fatalf("%d of %d at %g, beta %g: %g after %g", k, n, a, beta, got, before)
					}
					before = got
				}
			}
		}
	}
	if Redundant(1, 3, 0.99, 0.2) >= Redundant(1, 3, 0.99, 0.1) {
		t.Error("common causes must cost availability")
	}
	// beta U1 + ((1-beta) U1)^2 with U1 = 0.5 % and beta = 0.1
	if got, want := Redundant(1, 2, 0.995, 0.1), 1-(0.0005+0.0045*0.0045); math.Abs(got-want) > 1e-7 {
		t.Errorf("one of two with common cause: got %g, want %g", got, want)
	}
}

func TestChangeAvailability(t *testing.T) {
	before := 1.1
	for deploys := 0.0; deploys < 1e6; deploys = deploys*1.5 + 0.01 {
		got := ChangeAvailability(deploys, 0.2, 4)
		if !(got < before) || got <= 0 || got > 1 {
			t.Fatalf("%g deploys an hour: %g after %g", deploys, got, before)
		}
		before = got
	}
}
