package estimate

import "math"

// Waiting for one of c equal servers: M/M/c.
//
// With a offered erlangs and c servers, u = a/c:
//
//	P(wait) = C = B / (1 - u(1-B))     mean wait = C S / (c - a)
//	P(W > t) = C exp(-(c-a) t / S)     q-quantile = max(0, ln(C/(1-q)) S/(c-a))
//
// Assumptions: Poisson arrivals, exponential service, one shared queue, no
// impatience, steady state. Simulated with general service (2 million customers,
// models.md 1.2), C stays good to about 3 %; the mean wait does not, see mgc.go.
// It stops being true in the minutes of a surge before servers are added (there
// is no steady state), for retries, and when a balancer keeps a queue per server
// (then each server is an M/M/1).
//
// Sources: Erlang 1917 as in any queueing text; square-root staffing: S. Halfin
// and W. Whitt, Operations Research 29 (1981) 567.

// MaxServers is the largest number of servers that a search returns.
const MaxServers = 1 << 30

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

// MM1ResponseQuantile is the time that a share q of responses stays below at one
// server with the given arrival and service rates, per same unit of time. It is
// +Inf without a steady state.
func MM1ResponseQuantile(arrivalRate, serviceRate, q float64) float64 {
	if arrivalRate >= serviceRate {
		return math.Inf(1)
	}
	return -math.Log1p(-q) / (serviceRate - arrivalRate)
}

// HalfinWhitt is the probability of waiting at a + beta sqrt(a) servers when a
// is large. It starts searches; no number shown comes from it.
func HalfinWhitt(beta float64) float64 {
	if beta <= 0 {
		return 1
	}
	// Phi/phi = sqrt(pi/2) erfcx(-beta/sqrt2), +Inf far out.
	return 1 / (1 + beta*math.Sqrt(math.Pi/2)*erfcx(-beta/math.Sqrt2))
}

// SquareRootServers is Halfin and Whitt's number of servers, unrounded, for a
// target probability of waiting.
func SquareRootServers(a, pWait float64) float64 {
	pWait = math.Min(1, math.Max(pWait, 1e-12))
	beta := math.Max(0.01, NormalQuantile(1-pWait))
	for range 2 { // Newton on ln P, which is nearly a parabola
		r := math.Sqrt(math.Pi/2) * erfcx(-beta/math.Sqrt2)
		p := 1 / (1 + beta*r)
		slope := -p * (r + beta + beta*beta*r)
		beta = math.Max(0.01, beta-math.Log(p/pWait)/slope)
	}
	return a + beta*math.Sqrt(a)
}

// MinServers is the least number of servers, at least 1, for which the
// probability of waiting is at most pWait. The search starts next above the
// square-root rule and is exact.
func MinServers(a, pWait float64) int {
	if !(pWait > 0) || !(a < MaxServers) {
		return MaxServers
	}
	start := int(math.Min(MaxServers, SquareRootServers(math.Max(a, 0), pWait))) + 1
	return searchServers(start, func(c int) bool { return a < float64(c) && ErlangC(a, c) <= pWait })
}

// MinServersLoss is the least number of servers without a queue that lose at
// most a share loss of requests.
func MinServersLoss(a, loss float64) int {
	if !(loss > 0) || !(a < MaxServers) {
		return MaxServers
	}
	start := int(math.Max(a, 0)*math.Max(0, 1-loss)) + 1
	return searchServers(start, func(c int) bool { return ErlangB(a, c) <= loss })
}

// searchServers is the least c >= 1 that is enough, given that more servers are
// never worse. It gallops away from start and halves what is left.
func searchServers(start int, enough func(int) bool) int {
	hi := min(max(start, 1), MaxServers)
	lo := 0 // not enough
	for step := 1; ; step *= 2 {
		if enough(hi) {
			break
		}
		if hi >= MaxServers {
			return MaxServers
		}
		lo, hi = hi, min(hi+step, MaxServers)
	}
	for step := 1; hi-step > lo; step *= 2 {
		if !enough(hi - step) {
			lo = hi - step
			break
		}
		hi -= step
	}
	for hi-lo > 1 {
		mid := lo + (hi-lo)/2
		if enough(mid) {
			hi = mid
			continue
		}
		lo = mid
	}
	return hi
}

// PooledServers is the number of servers in all when the load a is split evenly
// over pools that cannot help each other, each with its own target probability
// of waiting: the capacity tax of splitting.
func PooledServers(a float64, pools int, pWait float64) int {
	pools = min(max(pools, 1), MaxServers)
	each := MinServers(a/float64(pools), pWait)
	if each > MaxServers/pools {
		return MaxServers
	}
	return pools * each
}
