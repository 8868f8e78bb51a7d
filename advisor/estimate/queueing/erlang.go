package queueing

import (
	"math"

	"gonum.org/v1/gonum/mathext"
)

// Erlang's loss formula, in a form whose cost does not grow with the servers.
//
// B(a, c) is the share of requests that find all c servers busy when nobody waits; a is the offered load in erlangs
// (arrivals per second x seconds of service). It holds for Poisson arrivals and any law of service, and it is the
// stepping stone to the waiting formula of queue.go.
//
// The recursion B(0) = 1, B(n) = a B(n-1) / (n + a B(n-1)) is stable, but takes c divisions. With y = 1/B, up to 64
// servers y = 1 + c/a + c(c-1)/a^2 + ..., which ends by itself; above, y is the incomplete gamma function over the
// probability that a Poisson variable of mean a is c, for a below c, to 1e-8 (TestErlangBFastForm).
//
// Sources: A. K. Erlang 1917 (recursion: any teletraffic text); DLMF 8.4.10 for the sum as a gamma function.
//
// Where it stops being true: bursty arrivals block more than B says.

const erlangSeriesMax = 64 // the largest number of servers that the series is used for

// inverseErlangB is 1/B(a, c), from 1 (all is lost) to +Inf, for at least one server and a load above 0, which is below
// the servers where these are more than the series takes.
func inverseErlangB(a float64, c int) float64 {
	if n := float64(c); c > erlangSeriesMax {
		factorial, _ := math.Lgamma(n + 1)
		return mathext.GammaIncRegComp(n+1, a) / math.Exp(n*math.Log(a)-a-factorial)
	}
	inv := 1 / a
	sum, term := 1.0, 1.0
	for k := c; k > 0; k-- { // from the top, until terms no longer count
		term *= float64(k) * inv
		sum += term
		if term < 1e-17*sum || math.IsInf(sum, 1) {
			break
		}
	}
	return sum
}
