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
// Parts fail independently but for the common cause, and repair does not depend on what else is down (beta factor: K. N.
// Fleming 1975, as used in IEC 61508-6).

// Redundant is the availability of a few replicas, n of which k are needed, k at least 1, when a share beta, 0..1, of the
// failures of one hits all at once and one is up a share a, 0..1, of the time.
func Redundant(k, n int, a, beta float64) float64 {
	u := 1 - a
	alone := shortfall(k, n, (1-beta)*u)
	return 1 - math.Min(1, beta*u+(1-beta*u)*alone)
}

// shortfall is the probability that fewer than k of n parts work when each is down with probability u.
func shortfall(k, n int, u float64) (sum float64) {
	if u >= 1 {
		return 1
	}
	term := math.Pow(1-u, float64(n)) // of exactly j that are down
	for j := 0; j <= n; j++ {
		if n-j < k {
			sum += term
		}
		term *= u / (1 - u) * float64(n-j) / float64(j+1)
	}
	return sum
}

// ChangeAvailability is what one's own deploys leave of availability, from deploys
// per hour of uptime, the share of them that fail (0..1) and hours to restore.
func ChangeAvailability(deploysPerHour, failShare, restoreHours float64) float64 {
	down := deploysPerHour * failShare * restoreHours
	return 1 / (1 + math.Max(0, down))
}
