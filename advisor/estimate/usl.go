package estimate

import "math"

// The universal scalability law: why more of one thing stops helping.
//
//	X(n) = g n / (1 + a (n-1) + b n (n-1))
//
// n is the load or the number of workers, g the throughput of one, a the share
// spent queueing for something shared, b the cost of keeping each pair consistent.
// Peak at n = sqrt((1-a)/b); with b = 0 it is Amdahl's law with limit g/a.
//
// Assumptions: n alike workers, closed load, steady state. Where it stops being
// true: extrapolation far beyond the measured loads; a limit that cuts in at once
// (a connection pool, a quota) rather than gradually.
//
// The fit is least squares on throughput, as in R's usl package, with a, b >= 0.
// Sources: N. J. Gunther, Guerrilla Capacity Planning (2007); form and checks:
// github.com/smoeding/usl, commit 480c97bf.

// USL is a fitted or assumed law.
type USL struct {
	Alpha float64 // contention, 0..1
	Beta  float64 // coherency, >= 0
	Gamma float64 // throughput at load 1
}

// At is the throughput at load n.
func (u USL) At(n float64) float64 {
	return u.Gamma * n / (1 + u.Alpha*(n-1) + u.Beta*n*(n-1))
}

// PeakLoad is the load of the highest throughput, +Inf if it never falls.
func (u USL) PeakLoad() float64 {
	if !(u.Beta > 0) {
		return math.Inf(1)
	}
	return math.Max(1, math.Sqrt(math.Max(0, 1-u.Alpha)/u.Beta))
}

// PeakThroughput is the highest throughput, the limit if it never falls.
func (u USL) PeakThroughput() float64 {
	if n := u.PeakLoad(); !math.IsInf(n, 1) {
		return u.At(n)
	}
	return u.Limit()
}

// Limit is the throughput that contention alone would allow, +Inf without any.
func (u USL) Limit() float64 {
	if !(u.Alpha > 0) {
		return math.Inf(1)
	}
	return u.Gamma / u.Alpha
}

// OptimalLoad is 1/Alpha: where the line of throughput without any loss meets the
// limit.
func (u USL) OptimalLoad() float64 {
	if !(u.Alpha > 0) {
		return math.Inf(1)
	}
	return 1 / u.Alpha
}
