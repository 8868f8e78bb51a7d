package estimate

import (
	"cmp"
	"math"

	"archadvisor/advisor/estimate/queueing"
	"archadvisor/advisor/pricing"
)

// Functions and scale-to-zero containers: paid by the request. Several requests in one instance are taken as not slowing
// each other below the target.

// callFunctions bills functions, one request per instance.
func (p *plan) callFunctions() {
	w := &p.w
	plan := &p.s.plan
	p.functionMB = p.chooseMemory(plan)
	p.run = w.wall - w.cpu + w.cpu*max(1, plan.VCPUMB/p.functionMB)
	invocations := 1 + w.handoffs
	perInvocation := plan.Seconds.Up(p.run / invocations)
	if w.sessions { // an environment each as long as it is open
		perInvocation = max(perInvocation, p.a.sessionSeconds)
	}
	calls := w.mean * secondsPerMonth * (1 + p.testing()) * invocations
	seconds := calls * perInvocation
	p.findCold(w.active/p.entries(), p.run, p.c.idle)
	if p.s.Form == onWarm {
		p.keepWarm(calls, seconds)
	} else {
		p.charge(cmp.Or(p.s.Requests, pricing.FunctionRequests), calls)
		p.charge(cmp.Or(p.s.Memory, pricing.FunctionMemory), seconds*p.functionMB/1024)
		if p.s.Vendor { // its grants come with them
			p.charge(pricing.VendorSeats, w.engineers)
		}
		p.charge(pricing.FunctionCPU, seconds*min(1, p.functionMB/plan.VCPUMB)*plan.GHz)
	}
	busy := w.peak * p.run
	p.est.Instances = math.Ceil(busy)
	p.est.Utilisation = ratio(w.mean*w.cpu, w.mean*invocations*perInvocation*min(1, p.functionMB/plan.VCPUMB))
}

// keepWarm provisions instances for the busiest minute, at least one for each
// function, all month; what exceeds them is a cold start at the usual price.
func (p *plan) keepWarm(calls, seconds float64) {
	instances := max(math.Ceil(p.entries()), math.Ceil(p.w.peak*p.run/p.a.TargetUtilisation))
	p.charge(pricing.FunctionRequests, calls)
	p.charge(pricing.ProvisionedMemory, instances*p.functionMB/1024*secondsPerMonth)
	p.charge(pricing.ProvisionedRun, seconds*p.functionMB/1024)
	p.cold *= 0.01 // one in a hundred of the former: deploys and replaced instances
}

// chooseMemory is the memory of a function: what a request needs, raised until its CPU share lets the service time meet
// the p99 target, but not beyond one vCPU for speed alone. Where waiting alone misses the target, no memory meets it
// and none is bought for speed.
func (p *plan) chooseMemory(plan *pricing.FunctionPlan) float64 {
	w := &p.w
	want := w.memoryMB
	if w.waits {
		slack := w.p99Target/p.sc.tail - (w.wall - w.cpu)
		switch {
		case slack > w.cpu:
			want = max(want, plan.VCPUMB*w.cpu/slack)
		case slack > 0:
			want = max(want, plan.VCPUMB)
		}
	}
	return min(plan.Memory.Up(want), max(plan.VCPUMB, w.memoryMB))
}

// callContainers bills containers per request, several requests at once in each.
func (p *plan) callContainers() {
	w := &p.w
	const vcpu = 1.0
	together := min(80, p.a.TargetUtilisation*ratio(w.wall, w.cpu)*vcpu)
	together = max(1, min(together, p.a.TargetUtilisation*32*1024/p.perRequestMB()))
	gb := max(0.5, (p.appMB+together*p.perRequestMB())/1024)
	p.run = w.wall
	flight := w.active * p.c.scaledTime.Up(w.wall) / p.services
	instances := max(-math.Expm1(-flight), flight/together) * p.services
	seconds := (1 - w.idle) * instances * secondsPerMonth * (1 + p.testing())
	p.charge(pricing.ScaledVCPU, seconds*vcpu)
	p.charge(pricing.ScaledMemory, seconds*gb)
	passes := 1 + w.handoffs
	if p.s.arch == Monolith {
		passes = 1 // it hands off in memory
	}
	p.charge(pricing.ScaledRequests, w.mean*secondsPerMonth*(1+p.testing())*passes)
	p.findCold(w.active/p.entries()/together, w.wall, p.c.idle)
	p.coldTime = max(p.coldTime, p.a.ScaleToZeroStartS)
	p.est.Instances = max(1, math.Ceil(w.peak*w.wall/together))
	p.est.Utilisation = ratio(w.active*w.cpu, instances*vcpu)
}

// entries is the number of functions that requests enter by: one for each deployable, and where the traffic would leave
// these idle for longer than the platform keeps them, as few, with the routes of several, as it keeps warm: a front
// controller costs nothing, an idle instance does. At rate x lifetime = 6.9 one request in a thousand is cold.
func (p *plan) entries() float64 {
	if !p.w.waits {
		return p.services
	}
	return max(1, min(p.services, p.w.active*p.c.idle/math.Log(1000)))
}

// findCold is the share of requests that start an instance: the steady state of one function's share of the rate, and,
// in a surge, the instances that are missing at its start over the requests of that minute. A cold start takes the
// runtime's hello-world, times what a real application adds, times what the cloud adds over the reference.
func (p *plan) findCold(rate, seconds, idle float64) {
	p.coldTime = p.a.ColdMs.of(p.w.runtime) / 1000 * p.sc.ColdFactor * p.c.coldFactor
	p.cold, _ = queueing.ColdStart(rate, seconds, idle*p.sc.IdleLifetime)
	if p.w.surge > 1 {
		p.cold += (1 - 1/p.w.surge) * min(1, seconds/60)
	}
	p.cold = min(1, p.cold)
}

// testing is the traffic of the other environments as a share of production's.
func (p *plan) testing() float64 { return (p.w.environments - 1) * p.a.NonproductionTraffic }
