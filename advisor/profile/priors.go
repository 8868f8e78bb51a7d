package profile

import (
	"math"

	"archadvisor/advisor/profile/distribution"
)

// Conditional priors. The unconditional ones stand in the field table; here is
// how some shift with what is drawn before them. None of these figures was
// measured: each is an assumption of the field table or fills in its words, chosen
// so that the population as a whole keeps the odds that the table gives.

// teamSize is the number of engineers per team (engineers / 5..9).
var teamFactor = distribution.Between(1.0/9, 1.0/5, true)

// platformFactor is platform people per engineer: documented are 8:2,000
// and 5:85 working, 3:20 failing.
var platformFactor = distribution.Between(0, 0.1, false)

// moduleFactor spreads bounded contexts around moduleScale.
var moduleFactor = distribution.Between(0.5, 2, true)

// moduleScale is the typical number of bounded contexts of a product of this
// many engineers: 2 people keep 3, ten keep 8, a hundred 32.
func moduleScale(logEngineers float64) float64 { return 2 * math.Exp(0.6*logEngineers) }

// deployFactor and deployScale spread deploys over 0.2..50 a week: the smallest
// teams cover the lower 70 % of that (in logs), the largest the upper.
var deployFactor = distribution.Between(1, math.Pow(deploySpan, 1-deployShift), true)

const (
	deployLow   = 0.2
	deploySpan  = 50 / deployLow
	deployShift = 0.3
)

func deployScale(size float64) float64 {
	const logSpan = 5.521460917862246 // ln(deploySpan)
	return deployLow * math.Exp(deployShift*size*logSpan)
}

// budgetFactor is the infrastructure budget per payroll (2..10 %).
var budgetFactor = distribution.Between(0.02, 0.10, true)

// How strongly ordered options follow the size of the organisation; the rest of
// the odds is even.
const (
	opsPull         = 0.6
	distributedPull = 0.6
	serverlessPull  = 0.3
)

// rising gives the odds of n ordered options (3 or 4) for a size from 0 to 1:
// even ones mixed with Bernstein polynomials, which peak from the first option
// to the last as the size grows and are evenly likely over all sizes.
func rising(n int, size, pull float64) (w [4]float64) {
	s, r := size, 1-size
	if n == 3 {
		w = [4]float64{r * r, 2 * s * r, s * s}
	} else {
		w = [4]float64{r * r * r, 3 * s * r * r, 3 * s * s * r, s * s * s}
	}
	for i := range n {
		w[i] = pull*w[i] + (1-pull)/float64(n)
	}
	return w
}

// orgSize places a number of engineers on the log scale of the prior, 0 to 1.
func orgSize(logEngineers float64) float64 {
	const low, width = math.Ln2, 6.214608098422191 // ln 2, ln 500: prior 2..1000
	return within((logEngineers-low)/width, 0, 1)
}

// coordination is the chance that teams wait for one another to release, or
// must release apart: none with one team, 12 % with two, 26 % with eight, 44 %
// with fifty; 25 % over the whole prior.
func coordination(teams float64) float64 {
	if teams < 2 {
		return 0
	}
	return min(0.65, 0.05+0.1*math.Log(teams))
}

// The shapes of traffic over a day, by pattern: steady, diurnal, bursty,
// extreme. peak_to_mean is the field table's; idle and surge keep to
// mean <= peak x (1 - idle) in every combination.
var (
	ratioByPattern = [4]span{distribution.Between(1.2, 2, true), distribution.Between(2, 5, true), distribution.Between(4, 20, true), distribution.Between(10, 100, true)}
	idleByPattern  = [4]span{distribution.Between(0, 0.05, false), distribution.Between(0, 0.35, false), distribution.Between(0.05, 0.6, false), distribution.Between(0.2, 0.9, false)}
	surgeByPattern = [4]span{distribution.Between(1, 1.2, true), distribution.Between(1.05, 1.5, true), distribution.Between(1.5, 5, true), distribution.Between(5, 50, true)}
)

// maxRatio bounds the peak-to-mean ratio that a known idle share asks for.
const maxRatio = 1e4
