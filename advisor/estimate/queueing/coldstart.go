package queueing

import "math"

// Cold starts of functions: how often, and how many instances stay warm.
//
// Platform: one request at a time per instance; a request goes to an idle instance if there is one, the most recently
// used first, and else starts a new one; an instance that was idle for T ends. Arrivals are Poisson with rate L,
// service is exponential with mean S, a = L S.
//
// Instances can be relabelled as fixed slots, slot n serving what overflows from slots 1..n-1. With y(k) = 1/ErlangB(a,
// k) and r(k) = L x mean time between two overflows of k slots, seen from their steady state:
//
//	y(0) = r(0) = 1
//	y(k) = 1 + k/a y(k-1)          r(k) = y(k) + r(k-1) (1 - 1/y(k))
//	u(n) = a (1/y(n-1) - 1/y(n))   busy share of slot n
//	e(n) = exp(-L T / r(n-1))      a long gap outlives the idle time
//	share of cold requests = sum of (1-u) e/r
//	mean instances         = sum of 1 - (1-u) e
//
// The closed form was derived for this project; the recursion for r is the same sum without its cancellation. It also
// has d(instances)/dT = L x share of cold requests, which coldfit.go uses.
//
// How good: within 0.75 % of the exact phase-type solution for T >= 30 S; the platform and the measurements are those of
// SimFaaS (N. Mahmoudi and H. Khazaei, 2021).

const (
	coldMinShare = 1e-300 // a share is never shown as impossible
	coldNever    = 45.0   // gaps: exp(-45) is nothing
	coldStop     = 1e-6   // of a slot's share of time
)

// ColdStart is the share of requests that meet a cold start, above 0 and at most 1, and the mean number of instances,
// for a rate in requests per second, and service and idle time in seconds. It does not allocate and takes well under a
// microsecond at any load: slot by slot below 16 erlangs, by the fit of coldfit.go above 12, and a blend between.
func ColdStart(rate, service, idle float64) (pCold, meanInstances float64) {
	a, lt := rate*service, rate*idle
	switch {
	case !(lt > 0): // no requests, or no idle time
		return 1, a
	case a <= 1e-150: // instant service
		return math.Max(math.Exp(-lt), coldMinShare), -math.Expm1(-lt)
	case a <= coldFitFrom:
		return coldSum(a, lt, coldStop)
	}
	pCold, meanInstances = coldFit(a, lt/a)
	if a < coldFitFull {
		p, n := coldSum(a, lt, coldStop)
		f := (a - coldFitFrom) / (coldFitFull - coldFitFrom)
		pCold, meanInstances = p+f*(pCold-p), n+f*(meanInstances-n)
	}
	return pCold, meanInstances
}

// coldSum adds the slots until they hold an instance less often than stop.
func coldSum(a, lt, stop float64) (pCold, meanInstances float64) {
	inv := 1 / a
	y, b, r := 1.0, 1.0, 1.0
	for n := 1.0; ; n++ {
		yn := 1 + n*inv*y
		bn := 1 / yn
		u := math.Min(1, a*(b-bn))
		w := 1.0
		if gaps := lt / r; gaps < coldNever {
			e := (1 - u) * math.Exp(-gaps)
			pCold += e / r
			w -= e
		}
		meanInstances += w
		if n > a && w < stop || math.IsInf(yn, 1) {
			break
		}
		r = yn + r*(1-bn)
		y, b = yn, bn
	}
	return math.Min(1, math.Max(pCold, coldMinShare)), meanInstances
}
