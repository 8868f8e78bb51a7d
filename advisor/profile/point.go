package profile

import (
	"math"

	"archadvisor/advisor/profile/distribution"
	"archadvisor/advisor/profile/prior"
)

// Point is one fully drawn profile: a number per field, ready for the models and for the rule engine. Numbers
// are in the units of the field table, booleans are 0 or 1, an option is its index in the field's Options,
// the runtime is its index in Runtimes, a list is a set of bits over its Options, compliance the count of its
// names. NaN means unknown (a field that is not drawn and was not answered). MeanRPS and PeakRPS are always
// filled, whichever of their aliases the profile stated.
type Point [NumFields]float64

// Runtimes are the families of languages: see prior.Runtimes.
func Runtimes() []string { return prior.Runtimes() }

// Unknown is the value of a field of a Point that nobody answered.
var Unknown = math.NaN()

// Architectures are the options that the program decides between, in the
// order in which a tie is broken: the simpler first.
var Architectures = [3]string{"monolith", "serverless", "microservices"}

// span is an interval with a uniform distribution, in the logarithm if Log.
type span = distribution.Span

func within(x, lo, hi float64) float64 { return min(max(x, lo), hi) }
