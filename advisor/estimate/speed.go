package estimate

import (
	"math"

	"archadvisor/advisor/estimate/queueing"
)

// speed estimates the response time at the busiest minute: moments of the chain add, and the lognormal law with those
// moments is read at its median and its 99th percentile. What nobody waits for has no front end and no waiting in the
// figure: its peak queues up by design.
func (p *plan) speed() {
	w := &p.w
	time := queueing.Varying(max(w.wall, p.run), p.sc.ServiceSCV)
	switch {
	case w.waits && p.s.Front == gateway:
		time = time.Plus(queueing.Exponential(p.a.GatewayMs / 1000))
	case w.waits:
		time = time.Plus(queueing.Exponential(p.a.LBMs / 1000))
	}
	if !p.s.Form.called() {
		time = time.Plus(queueing.Moments{Mean: p.cpu - w.cpu + p.cpu*(1/min(1, p.fleet.size.VCPU)-1)})
		if w.waits {
			time = time.Plus(p.waiting())
		}
	}
	hop := queueing.Exponential(p.sc.HopMillis / 1000)
	time = time.Plus(hop.Times(p.chain - 1))
	if p.s.arch != Monolith {
		time = time.Plus(queueing.Exponential(p.a.HandoffMs / 1000).Times(w.handoffs))
	}
	if w.inMemory && (p.s.arch != Monolith || p.s.Form.called()) { // what a process had in memory is one read away
		const z99 = 4.605 // of an exponential time, over its mean
		time = time.Plus(queueing.Exponential(p.c.limits[remoteRead] / 1000 / z99))
	}
	p.read(time)
}

// waiting is the time spent waiting for CPU in the busiest minute, over all own deployables that a request passes.
func (p *plan) waiting() queueing.Moments {
	f := &p.fleet
	speed, slots := 1.0, f.size.VCPU
	if slots < 1 {
		speed, slots = slots, 1
	}
	cpu := p.cpu + p.beside
	load := p.w.sizing * cpu / p.pools / speed
	servers := f.peak * slots
	if servers > 1e6 || !(cpu > 0) { // a very large pool at its target does not wait
		return queueing.Moments{}
	}
	return queueing.Wait(load, cpu/p.chain/speed, int(servers)).Times(p.chain)
}

// read turns moments into the median and the 99th percentile, cold starts and the queue of a surge included.
func (p *plan) read(time queueing.Moments) {
	const z99 = 2.3263478740408408 // standard normal
	s2 := math.Log(1 + time.SCV())
	sigma := math.Sqrt(s2)
	median := time.Mean * math.Exp(-s2/2)
	p99 := median * math.Exp(z99*sigma)
	if p.cold > 0 && p.w.waits {
		p99 = max(p99, coldTail(time.Mean, median, sigma, p.cold, p.coldTime))
		if p.cold > 0.5 {
			median += p.coldTime
		}
	}
	p.est.P50Millis = finite(1000 * median)
	p.est.Unattended = !p.w.waits
	p.est.P99Millis = max(p.est.P50Millis, finite(1000*(p99+p.backlog())))
}

// coldTail is the 99th percentile where a share of requests is longer by the cold start. From one in a hundred on it is
// a cold request that sits there, at the quantile of the warm time that is left; below, the cold ones push the warm
// quantile outwards, but not beyond a cold request.
func coldTail(mean, median, sigma, cold, length float64) float64 {
	if cold >= 0.01 {
		return length + median*math.Exp(queueing.NormalQuantile(1-0.01/cold)*sigma)
	}
	pushed := median * math.Exp(queueing.NormalQuantile(0.99+cold)*sigma)
	return min(pushed, max(length, mean))
}
