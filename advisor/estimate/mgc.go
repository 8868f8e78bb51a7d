package estimate

import "math"

// Waiting with service times of any spread: M/G/c.
//
// scv is the squared coefficient of variation of service: 0 constant,
// 1 exponential, above 1 a mix of short and long requests. Kimura's
// interpolation goes between the exponential and the constant case, the latter
// by Cosmetatos:
//
//	W(M/D/c) = r W(M/M/c),  r = (1 + (1-u)(c-1)(sqrt(4+5c)-2)/(16 u c)) / 2
//	W(M/G/c) = (1+scv) / (2 scv/W(M/M/c) + (1-scv)/W(M/D/c))
//	P(W > t) = C exp(-t C / W)
//
// r is held below c/(c+1), its limit when load is light (the mean least of c
// residual services, constant against exponential); Cosmetatos' own formula
// grows without bound there. With that, and r >= 1/2, the denominator is
// positive for every scv.
//
// How good: Cosmetatos within 1.3 % of the exact M/D/c in the six cases of
// models.md 1.2; Kimura within 2 to 12 % of simulation up to scv = 4, where
// Allen-Cunneen is 10 to 30 % high. Where it stops being true: correlated or
// bursty arrivals; heavy tails (the exponential tail of the wait is then too
// thin); scv far above 4 is an extrapolation.
//
// Sources: G. P. Cosmetatos, INFOR 13 (1975) 328; T. Kimura, Queueing Systems 1
// (1986) 347. Forms from memory, checked against exact and simulated values.

// Queue is the steady state of one pool of servers. Times are in the unit of
// Service.
type Queue struct {
	Load     float64 // offered erlangs
	Servers  int
	Service  float64 // mean service time
	SCV      float64 // squared coefficient of variation of service
	WaitProb float64 // probability of waiting at all, 0..1
	MeanWait float64 // over all requests; +Inf if the load is not below Servers
}

// NewQueue solves a pool of servers. It does not allocate.
func NewQueue(load, service, scv float64, servers int) Queue {
	q := Queue{Load: load, Servers: servers, Service: service, SCV: scv}
	q.WaitProb = ErlangC(load, servers)
	switch {
	case !(load > 0):
	case load >= float64(servers):
		q.MeanWait = math.Inf(1)
	default:
		mmc := q.WaitProb * service / (float64(servers) - load)
		q.MeanWait = mmc * kimura(load/float64(servers), scv, servers)
	}
	return q
}

// kimura is W(M/G/c) / W(M/M/c) at utilisation u.
func kimura(u, scv float64, c int) float64 {
	scv = math.Min(math.Max(scv, 0), 1e100)
	r := cosmetatos(u, c)
	return (1 + scv) / (scv*(2-1/r) + 1/r) // r >= 1/2, so both terms are >= 0
}

// cosmetatos is W(M/D/c) / W(M/M/c) at utilisation 0 < u < 1.
func cosmetatos(u float64, c int) float64 {
	n := float64(c)
	g := (1 - u) * (n - 1) * (math.Sqrt(4+5*n) - 2) / (16 * u * n)
	return math.Min(0.5*(1+g), n/(n+1))
}

// Utilisation is the busy share of the servers, 0..1.
func (q Queue) Utilisation() float64 {
	if q.Servers <= 0 {
		return 1
	}
	return math.Min(1, q.Load/float64(q.Servers))
}

// MeanQueue is the mean number of requests waiting.
func (q Queue) MeanQueue() float64 { return q.Load * q.MeanWait / q.Service }

// MeanResponse is the mean of waiting plus service.
func (q Queue) MeanResponse() float64 { return q.MeanWait + q.Service }

// WaitTail is the probability of waiting longer than t.
func (q Queue) WaitTail(t float64) float64 {
	switch {
	case t < 0:
		return 1
	case q.MeanWait <= 0 || q.WaitProb <= 0:
		return 0
	case math.IsInf(q.MeanWait, 1):
		return 1
	}
	return q.WaitProb * math.Exp(-t*q.WaitProb/q.MeanWait)
}

// WaitQuantile is the wait that a share p of requests stays below.
func (q Queue) WaitQuantile(p float64) float64 {
	switch {
	case q.MeanWait <= 0 || q.WaitProb <= 1-p:
		return 0
	case math.IsInf(q.MeanWait, 1) || p >= 1:
		return math.Inf(1)
	}
	return math.Log(q.WaitProb/(1-p)) * (q.MeanWait / q.WaitProb)
}

// Wait is the mean and variance of the wait: zero, or exponential beyond.
func (q Queue) Wait() Moments {
	if q.WaitProb <= 0 || q.MeanWait <= 0 {
		return Moments{}
	}
	conditional := q.MeanWait / q.WaitProb
	return Moments{Mean: q.MeanWait, Var: conditional * conditional * q.WaitProb * (2 - q.WaitProb)}
}

// Response is the mean and variance of waiting plus service.
func (q Queue) Response() Moments {
	return q.Wait().Plus(Moments{Mean: q.Service, Var: q.SCV * q.Service * q.Service})
}

// MinServersForWait is the least number of servers for which a share p of
// requests waits no longer than limit.
func MinServersForWait(load, service, scv, p, limit float64) int {
	if !(load < MaxServers) || !(limit >= 0) {
		return MaxServers
	}
	start := int(load+math.Sqrt(math.Max(load, 0))) + 1
	return searchServers(start, func(c int) bool {
		return NewQueue(load, service, scv, c).WaitQuantile(p) <= limit
	})
}
