package queueing

import "math"

// Availability of replicas and of one's own changes.
//
//	k of n alike   binomial tail
//	common cause   beta factor: U = beta U1 + P(more than n-k fail alone), each
//	               alone with (1-beta) U1
//	own changes    1 / (1 + d), d = deploys per hour x share that fail x hours to
//	               restore: 1 - d for small d, and never below 0 for large
//
// Assumptions: parts fail independently but for the common cause; repair does not depend on what else is down; steady
// state. Where it stops being true: a shared fault that no dependency names (region, network, certificate, a bad
// configuration pushed everywhere), overload after a partial failure. A provider's SLA is a threshold for refunds, not
// a forecast.
//
// Sources: textbook reliability; beta factor: K. N. Fleming 1975, as used in IEC 61508-6.

// Redundant is the availability of n replicas of which k are needed when a share
// beta, 0..1, of the failures of one hits all at once.
func Redundant(k, n int, a, beta float64) float64 {
	if k <= 0 {
		return 1
	}
	u := math.Min(1, math.Max(0, 1-a))
	alone := shortfall(k, n, (1-beta)*u)
	return 1 - math.Min(1, beta*u+(1-beta*u)*alone)
}

// shortfall is the probability that fewer than k of n parts work when each is
// down with probability u: the sum of the shorter binomial tail.
func shortfall(k, n int, u float64) float64 {
	switch {
	case k <= 0 || !(u > 0) && k <= n:
		return 0
	case k > n || u >= 1:
		return 1
	}
	first := n - k + 1 // the least number of failures that is too many
	if float64(first) > float64(n)*u {
		return math.Min(1, binomialSum(n, first, 1, u))
	}
	return math.Max(0, 1-binomialSum(n, first-1, -1, u))
}

// binomialSum adds the probabilities of j failures of n from j on, upwards or
// downwards, away from the peak, until they no longer count.
func binomialSum(n, j, step int, u float64) float64 {
	odds := u / (1 - u)
	term := binomialTerm(n, j, u)
	sum := 0.0
	for j >= 0 && j <= n {
		sum += term
		if term <= 1e-18*sum {
			break
		}
		if step > 0 {
			term *= odds * float64(n-j) / float64(j+1)
		} else {
			term *= float64(j) / (odds * float64(n-j+1))
		}
		j += step
	}
	return sum
}

// binomialTerm is the probability of exactly j failures of n.
func binomialTerm(n, j int, u float64) float64 {
	if n <= 60 {
		c := 1.0
		for i := 1; i <= min(j, n-j); i++ {
			c = c * float64(n-min(j, n-j)+i) / float64(i)
		}
		return c * math.Pow(u, float64(j)) * math.Pow(1-u, float64(n-j))
	}
	ln, _ := math.Lgamma(float64(n) + 1)
	lj, _ := math.Lgamma(float64(j) + 1)
	lr, _ := math.Lgamma(float64(n-j) + 1)
	return math.Exp(ln - lj - lr + float64(j)*math.Log(u) + float64(n-j)*math.Log1p(-u))
}

// ChangeAvailability is what one's own deploys leave of availability, from deploys
// per hour of uptime, the share of them that fail (0..1) and hours to restore.
func ChangeAvailability(deploysPerHour, failShare, restoreHours float64) float64 {
	down := deploysPerHour * failShare * restoreHours
	return 1 / (1 + math.Max(0, down))
}
