// Package prior tells how the priors of some fields shift with what is drawn before them. The unconditional ones stand
// in the field table. None of these figures was measured: each is an assumption of the field table or fills in its
// words, chosen so that the population as a whole keeps the odds that the table gives.
package prior

import (
	"math"
	"slices"
	"strings"

	"archadvisor/advisor/profile/distribution"
)

// TeamFactor is the number of engineers per team (engineers / 5..9).
var TeamFactor = distribution.Between(1.0/9, 1.0/5, true)

// PlatformFactor is platform people per engineer: documented are 8:2,000 and 5:85 working, 3:20 failing.
var PlatformFactor = distribution.Between(0, 0.1, false)

// ModuleFactor spreads bounded contexts around ModuleScale.
var ModuleFactor = distribution.Between(0.5, 2, true)

// ModuleScale is the typical number of bounded contexts by engineers: 2 people keep 3, ten keep 8, a hundred 32.
func ModuleScale(logEngineers float64) float64 { return 2 * math.Exp(0.6*logEngineers) }

// DeployFactor and DeployScale spread deploys over 0.2..50 a week: in logs 70 % of that, the low end for small teams.
var DeployFactor = distribution.Between(1, math.Pow(deploySpan, 1-deployShift), true)

const (
	deployLow   = 0.2
	deploySpan  = 50 / deployLow
	deployShift = 0.3
)

// DeployScale grows with the size of the organisation, 0 to 1: see DeployFactor.
func DeployScale(size float64) float64 {
	const logSpan = 5.521460917862246 // ln(deploySpan)
	return deployLow * math.Exp(deployShift*size*logSpan)
}

// BudgetFactor is the infrastructure budget per payroll (2..10 %).
var BudgetFactor = distribution.Between(0.02, 0.10, true)

// OpsPull, DistributedPull and ServerlessPull are how strongly options follow the size of the organisation.
const (
	OpsPull         = 0.6
	DistributedPull = 0.6
	ServerlessPull  = 0.3
)

// Rising gives the odds of n ordered options (3 or 4) for a size from 0 to 1: even ones mixed with Bernstein
// polynomials, which peak from the first option to the last as the size grows and are evenly likely over all sizes.
func Rising(n int, size, pull float64) (w [4]float64) {
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

// OrgSize places a number of engineers on the log scale of the prior, 0 to 1.
func OrgSize(logEngineers float64) float64 {
	const low, width = math.Ln2, 6.214608098422191 // ln 2, ln 500: prior 2..1000
	return min(max((logEngineers-low)/width, 0), 1)
}

// Coordination is the chance that teams wait for one another to release, or must release apart: none with one team, 12
// % with two, 26 % with eight, 44 % with fifty; 25 % over the whole prior.
func Coordination(teams float64) float64 {
	if teams < 2 {
		return 0
	}
	return min(0.65, 0.05+0.1*math.Log(teams))
}

// Needs is the chance that a workload of an organisation of this size, 0 to 1, must scale its parts apart or keep
// failures apart: 5 % for the smallest, 45 % for the largest, 25 % over the whole prior (of documented decisions, 7 of
// 23 microservice cases name isolation or independent scaling as the driver, and none of these organisations is below
// 85 engineers).
func Needs(size float64) float64 { return 0.05 + 0.4*size }

// RatioByPattern, IdleByPattern and SurgeByPattern are the shapes of traffic over a day, by pattern: steady, diurnal,
// bursty, extreme. peak_to_mean is the field table's; idle and surge keep to mean <= peak x (1 - idle) in every
// combination.
var (
	RatioByPattern = [4]distribution.Span{distribution.Between(1.2, 2, true), distribution.Between(2, 5, true), distribution.Between(4, 20, true), distribution.Between(10, 100, true)}
	IdleByPattern  = [4]distribution.Span{distribution.Between(0, 0.05, false), distribution.Between(0, 0.35, false), distribution.Between(0.05, 0.6, false), distribution.Between(0.2, 0.9, false)}
	SurgeByPattern = [4]distribution.Span{distribution.Between(1, 1.2, true), distribution.Between(1.05, 1.5, true), distribution.Between(1.5, 5, true), distribution.Between(5, 50, true)}
)

// RequestsOfVisitor and RequestsOfConnected are requests a day of one user of a month, where nothing else is known of the
// load: of people who come for some pages, and of those whose page or app stays connected and asks, or is told, all day.
// The middles, 3 and 600, stand for what was measured: 0.6 and 1.4 of visitors (100,000 a month of 5,200:
// mnapoli.fr/serverless-case-study-externals; 30 a minute of 30,000: josuemontano.github.io), and of the connected 170
// timelines (Twitter in 2013, 300,000 a second of 150 million: highscalability.com), 1,600 and 2,900 of weekly users (11,000
// a minute of 10,000, 20 of 10: github.com/felx/mastodon-documentation), 2,300 (1,860 an hour of 19: hub.montereybay.social).
var (
	RequestsOfVisitor   = distribution.Between(0.3, 30, true)
	RequestsOfConnected = distribution.Between(60, 6000, true)
)

// MaxRatio bounds the peak-to-mean ratio that a known idle share asks for.
const MaxRatio = 1e4

// StartupByRuntime is how long a fresh process takes until it serves, by family in the order of profile.Runtimes, in
// milliseconds (assumptions: a bare program to one with its usual framework).
var StartupByRuntime = [...]distribution.Span{
	distribution.Between(10, 200, true), distribution.Between(1000, 15000, true), distribution.Between(100, 3000, true), distribution.Between(100, 3000, true),
	distribution.Between(300, 4000, true), distribution.Between(1000, 15000, true), distribution.Between(10, 200, true), distribution.Between(50, 10000, true),
}

// CPUByRuntime is the CPU time of one request, by family in the order of Runtimes, in milliseconds. That of Ruby is what
// is measured of whole Rails applications: 66 ms (robertz.co/sim/perf), at most 175 ms with its database and its
// background work (4 servers of 8 cores at 11,000 requests a minute: github.com/felx/mastodon-documentation). Compiled
// ones take less than half of Node's (28,000 pages a second against 10,000 to 13,000: www.savethecode.com, racing day of
// web frameworks; 3,000 on a part of a CPU: rdegges.com/2018/to-30-billion-and-beyond). Others, PHP above all, are taken
// as Python; the rest: assumptions.
var CPUByRuntime = [...]distribution.Span{
	distribution.Between(0.5, 20, true), distribution.Between(1, 50, true), distribution.Between(1, 50, true), distribution.Between(5, 100, true),
	distribution.Between(1, 50, true), distribution.Between(10, 200, true), distribution.Between(0.5, 20, true), distribution.Between(5, 100, true),
}

// Runtimes are the families of languages that the models tell apart, by what clouds support natively and by cold start.
var Runtimes = []string{"go", "java", "node", "python", "dotnet", "ruby", "rust", "other"}

// writtenAs are the words by which people write each of them; anything else is the last one.
var writtenAs = []string{"go golang", "java jvm kotlin scala clojure groovy spring quarkus jdk openjdk jruby",
	"node nodejs node.js javascript js typescript ts nestjs express next.js", "python py django flask fastapi cpython",
	"dotnet .net c# csharp f# asp.net", "ruby rails", "rust", ""}

// RuntimeIndex places a runtime as written ("Go 1.24", "nodejs22.x") in Runtimes. The first known word decides.
func RuntimeIndex(text string) float64 {
	split := func(r rune) bool { return strings.ContainsRune(" ,;/()+&_-\t", r) }
	for _, w := range strings.FieldsFunc(strings.ToLower(text), split) {
		for _, word := range []string{w, strings.TrimRight(w, "0123456789.x")} {
			for i, words := range writtenAs {
				if slices.Contains(strings.Fields(words), word) {
					return float64(i)
				}
			}
		}
	}
	return float64(len(Runtimes) - 1)
}
