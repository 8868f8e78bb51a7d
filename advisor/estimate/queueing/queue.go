// Package queueing is the mathematics of waiting, chains, cold starts and redundancy:
// laws with their sources, which know no cloud, no price and no profile.
package queueing

import (
	"math"

	"gonum.org/v1/gonum/mathext"
)

// Waiting for one of c equal servers: M/M/c.
//
// With a offered erlangs and c servers, u = a/c:
//
//	P(wait) = C = B / (1 - u(1-B))     mean wait W = C S / (c - a)
//	P(W > t) = C exp(-(c-a) t / S)     so a wait is zero, or exponential beyond
//
// Arrivals are Poisson, service is exponential, one queue is for all, and the state is steady. It stops being true in the
// minutes of a surge, for retries, and where a balancer keeps a queue per server (then each is an M/M/1). In simulations
// with service times of other laws (squared coefficients of variation 0.25 to 4) C was good to about 3 %.

// ErlangC is the probability that a request must wait, 0..1, at an offered load
// of a erlangs and c servers. It is 1 when the load is not below the servers.
func ErlangC(a float64, c int) float64 {
	if !(a > 0) {
		return 0
	}
	n := float64(c)
	if a >= n {
		return 1
	}
	return 1 / (1 + (1-a/n)*(inverseErlangB(a, c)-1))
}

// Wait is the mean and variance of the wait for one of the servers of a pool at a load in erlangs: zero, or exponential
// beyond; +Inf if the load is not below the servers. Times are in the unit of service. It does not allocate.
func Wait(load, service float64, servers int) Moments {
	c, free := ErlangC(load, servers), float64(servers)-load
	switch {
	case c <= 0:
		return Moments{}
	case free <= 0:
		return Moments{math.Inf(1), math.Inf(1)}
	}
	mean := c * service / free
	conditional := mean / c
	return Moments{mean, conditional * conditional * c * (2 - c)}
}

// Erlang's loss formula, in a form whose cost does not grow with the servers.
//
// B(a, c) is the share of requests that find all c servers busy when nobody waits; a is the offered load in erlangs
// (arrivals per second x seconds of service). It holds for Poisson arrivals and any law of service, and it is the
// stepping stone to the waiting formula of queue.go.
//
// With y = 1/B, up to 64 servers y = 1 + c/a + c(c-1)/a^2 + ..., which ends by itself; above, y is the incomplete gamma
// function over the probability that a Poisson variable of mean a is c (DLMF 8.4.10), to 1e-8 (TestErlangBFastForm).

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
