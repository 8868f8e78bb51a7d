package estimate

import (
	"math"
	"testing"
)

// TestAvailabilityFigures: worked figures of models.md 3 and the sources named.
func TestAvailabilityFigures(t *testing.T) {
	for _, c := range []struct {
		name           string
		got, want, tol float64
	}{
		{"ten at 99.99 % (J. Evans, gist mhagiwara/40300e4d)", Series(.9999, .9999, .9999, .9999, .9999, .9999, .9999, .9999, .9999, .9999), 0.999, 5e-5},
		{"load balancer, region, database (cloud-sla)", Series(0.9999, 0.9999, 0.9995), 0.99930, 5e-6},
		{"common cause, U1 = 0.5 %, beta = 0.1, two (models.md 3)", CommonCause(0.005, 0.1, 2), 5.2e-4, 1e-6},
		{"99.99 % a month of 30 days (gist lalitkale/5899fae9)", ErrorBudgetMinutes(0.9999, 43200), 4.32, 1e-9},
		{"99.99 % a year (gist lalitkale/5899fae9)", ErrorBudgetMinutes(0.9999, 525600), 52.56, 1e-9},
		{"repair: 999 h up, 1 h down", FromRepair(999, 1), 0.999, 1e-12},
		{"never fails", FromRepair(math.Inf(1), 1), 1, 0},
		{"repaired at once", FromRepair(0, 0), 1, 0},
		{"soft: half of 1 % is hidden", Soft(0.99, 0.5), 0.995, 1e-12},
		{"downtime of 99.9 % in 730 h", DowntimeMinutes(0.999, 43800), 43.8, 1e-9},
		{"a deploy a day, 10 % fail, an hour to restore", ChangeAvailability(1.0/24, 0.1, 1), 1 - 0.1/24, 2e-5},
		{"no replica", KOfN(1, 0, 0.99), 0, 0},
		{"none needed", KOfN(0, 3, 0.5), 1, 0},
		{"all needed of one", KOfN(1, 1, 0.99), 0.99, 1e-15},
		{"one of two", KOfN(1, 2, 0.995), 0.999975, 1e-15},
	} {
		if !(math.Abs(c.got-c.want) <= c.tol) {
			t.Errorf("%s: got %.10g, want %.10g", c.name, c.got, c.want)
		}
	}
}

func TestSeriesUnique(t *testing.T) {
	deps := []Dependency{{1, 0.99, 0}, {2, 0.98, 0}, {1, 0.99, 0}, {0, 0.97, 0}, {0, 0.97, 0}, {3, 0.9, 0.9}}
	want := 0.99 * 0.98 * 0.97 * 0.97 * 0.99
	if got := SeriesUnique(deps); math.Abs(got-want) > 1e-12 {
		t.Errorf("got %g, want %g: a shared part fails once", got, want)
	}
}

// TestKOfN compares the sum of the shorter tail with the plain sum of all terms.
func TestKOfN(t *testing.T) {
	for _, n := range []int{1, 2, 3, 7, 60, 61, 200} {
		for k := 1; k <= n; k += 1 + n/13 {
			for _, a := range []float64{0.3, 0.9, 0.999, 0.999999} {
				want := 0.0
				for up := k; up <= n; up++ {
					want += binomialTerm(n, up, a)
				}
				if got := KOfN(k, n, a); math.Abs(got-want) > 1e-11 {
					t.Errorf("%d of %d at %g: got %.14g, want %.14g", k, n, a, got, want)
				}
			}
		}
	}
}

// TestReplicasNeverHurt: one replica more is never less available, at any size.
func TestReplicasNeverHurt(t *testing.T) {
	for _, beta := range []float64{0, 0.01, 0.1, 1} {
		for _, a := range []float64{0.5, 0.95, 0.995, 0.99999} {
			for _, k := range []int{1, 2, 5, 50, 90, 1000, 20000} {
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
	if got, want := Redundant(1, 2, 0.995, 0.1), 1-CommonCause(0.005, 0.1, 2); math.Abs(got-want) > 1e-7 {
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
