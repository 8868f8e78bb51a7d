package estimate

import "math"

// Response times through several stages.
//
// Means and variances of independent stages add; percentiles do not. (The p99 of
// ten exponential stages of mean 1 is 18.8; the sum of their p99 is 46.) So a
// chain adds moments and reads its quantile from a law with those moments:
//   - gamma: exact for equal exponential stages and for a single one;
//   - lognormal, for what is shown: nearer to measured service times, within 10 % of
//     exponential stages and M/M/c responses, and its p99 rises with every wait that is
//     added, however steady. (The gamma's can fall by a hair: a steady addition
//     makes the sum less variable, and for scv > 1.8 that outweighs it.)
//
// Calls made at the same time end with the slowest: of n, a share q ends within t
// only if each does so with q^(1/n). The moments of a maximum are scaled as those
// of n exponentials, mean + sd (H_n - 1) and var (1 + 1/4 + ... + 1/n^2), which is
// exact for exponential and for constant leaves.
//
// Where it stops being true: stages that slow down together (one shared
// database) have a worse tail than independent ones; a mixture of fast and slow
// kinds of request has two humps that no law of two moments knows.
//
// Sources: J. Dean and L. A. Barroso, The Tail at Scale, CACM 56 (2013) 74, for
// fan-out; L. F. Fenton, IRE Trans. Comm. Systems 8 (1960) 57, for sums as lognormal;
// E. B. Wilson and M. M. Hilferty, PNAS 17 (1931) 684, for the fast gamma
// quantile; order statistics of the exponential law from any text.

// Moments are the mean and the variance of a time, in one unit and its square.
type Moments struct{ Mean, Var float64 }

// Constant is a time that never varies.
func Constant(t float64) Moments { return Moments{Mean: t} }

// Exponential is an exponential time of the given mean.
func Exponential(mean float64) Moments { return Moments{mean, mean * mean} }

// Plus is one independent stage after another.
func (m Moments) Plus(o Moments) Moments { return Moments{m.Mean + o.Mean, m.Var + o.Var} }

// Times is n independent stages alike, one after another; n may be broken.
func (m Moments) Times(n float64) Moments { return Moments{m.Mean * n, m.Var * n} }

// Mix is m with probability 1-p and o with probability p.
func (m Moments) Mix(o Moments, p float64) Moments {
	d := o.Mean - m.Mean
	return Moments{m.Mean + p*d, (1-p)*m.Var + p*o.Var + p*(1-p)*d*d}
}

// Slowest is the maximum of n >= 1 independent calls alike; n may be broken.
func (m Moments) Slowest(n float64) Moments {
	if !(n > 1) {
		return m
	}
	return Moments{m.Mean + math.Sqrt(m.Var)*(harmonic(n)-1), m.Var * harmonicSquares(n)}
}

// SCV is the squared coefficient of variation, held below 1e30; 0 without a mean.
func (m Moments) SCV() float64 {
	if !(m.Mean > 0) || math.IsInf(m.Mean, 1) {
		return 0
	}
	return math.Min(math.Max(m.Var, 0)/m.Mean/m.Mean, 1e30)
}

// GammaQuantile is the time that a share q stays below if the law is gamma, by the
// fast form: within 3 % from the 90th to the 99th percentile for scv up to 2.
func (m Moments) GammaQuantile(q float64) float64 {
	if math.IsInf(m.Mean, 1) || math.IsInf(m.Var, 1) {
		return math.Inf(1)
	}
	return m.Mean * gammaFast(m.SCV(), q)
}

// gammaFast is the quantile of a gamma law of mean 1 by Wilson and Hilferty.
func gammaFast(scv, q float64) float64 {
	if scv <= 0 {
		return 1
	}
	root := 1 - scv/9 + NormalQuantile(q)*math.Sqrt(scv)/3
	return math.Max(0, root*root*root)
}

// LogNormalQuantile is the time that a share q stays below if the law is
// lognormal with these moments.
func (m Moments) LogNormalQuantile(q float64) float64 {
	if math.IsInf(m.Mean, 1) || math.IsInf(m.Var, 1) {
		return math.Inf(1)
	}
	s2 := math.Log1p(m.SCV())
	if !(s2 > 0) || !(m.Mean > 0) {
		return m.Mean
	}
	return m.Mean * math.Exp(NormalQuantile(q)*math.Sqrt(s2)-s2/2)
}

// FanoutSlow is the probability that at least one of n calls is slow when each
// is with probability p.
func FanoutSlow(n, p float64) float64 { return -math.Expm1(n * math.Log1p(-p)) }

// LeafQuantile is the quantile that each of n calls must meet for all of them to
// meet q.
func LeafQuantile(n, q float64) float64 { return math.Pow(q, 1/n) }

// ExpMaxMean is the mean of the slowest of n exponential calls.
func ExpMaxMean(n, mean float64) float64 { return mean * harmonic(n) }

// ExpMaxQuantile is the time that the slowest of n exponential calls stays below
// with probability q.
func ExpMaxQuantile(n, mean, q float64) float64 { return -mean * math.Log1p(-LeafQuantile(n, q)) }

// ErlangQuantile is the q-quantile of k exponential stages of the given mean.
func ErlangQuantile(k, mean, q float64) float64 { return mean * GammaQuantile(k, q) }
