package queueing

import "math"

// The normal law, from the error functions of the standard library, which are
// exact to a few units in the last place; no approximation of our own is used.

// NormalQuantile is the value that a standard normal stays below with
// probability p. It is -Inf at 0 and +Inf at 1; p outside 0..1 is clamped.
func NormalQuantile(p float64) float64 {
	switch {
	case !(p > 0): // NaN too
		return math.Inf(-1)
	case p >= 1:
		return math.Inf(1)
	}
	return math.Sqrt2 * math.Erfinv(2*p-1)
}
