package estimate

import (
	"math"

	"archadvisor/advisor/pricing"
)

// plan is one shape sized for one point: what Eval, Bill and Describe share, so
// that they cannot differ. It lives on the stack.
type plan struct {
	e *Estimator
	a *assumptions
	c *cloud
	s *Shape

	list *pricing.List
	sc   *Scenario
	w    Inputs

	services float64 // deployables that are run
	chain    float64 // own deployables that one request passes
	cpu      float64 // seconds of CPU of one request, overhead included
	diskGB   float64 // of one server
	appMB    float64 // of one process of the application, before any request
	beside   float64 // seconds of CPU of one request in a database on the same machine
	fleet    fleet   // of one service, where every service has its own
	pools    float64 // number of such fleets
	headroom float64 // factor on the fleet that waits for a surge
	queueing float64 // growth of a surge that is left to queue instead, 0: none
	lag      float64 // seconds until new instances have started

	functionMB float64
	run        float64 // seconds of one invocation, CPU share included
	cold       float64 // share of requests
	coldTime   float64 // seconds
	stores     float64
	store      storeChoice

	used pricing.Quantities // of the bill
	est  Estimate
}

// storeChoice says what keeps the state of one group.
type storeChoice struct {
	machine *pricing.Size // relational, nil for a key-value store
	count   float64       // of that machine, standby included, one group
	keyed   bool
	standby bool // a second copy in another zone
}

func (e *Estimator) size(p *plan, shape int, sc *Scenario) {
	s := &e.shapes[shape]
	p.e, p.a, p.c, p.s, p.sc = e, e.assume, &e.clouds[s.cloud], s, sc
	p.list = p.c.list
	p.headroom, p.pools, p.cpu, p.diskGB = 1, 1, p.w.cpu, p.a.ServerDiskGB
	p.appMB = p.a.RuntimeMB.of(p.w.runtime)
	if p.w.availability >= p.a.SecondRegionAvailability/100 {
		p.w.regions = max(2, p.w.regions)
	}
	p.decompose()
	p.compute()
	p.rentGPUs()
	p.traffic()
	p.share()
	p.keepState()
	p.observability()
	p.inRegions()
	p.est.CostMonthlyUSD = finite(p.list.Total(&p.used))
	p.est.LikelyUSD = finite(p.est.CostMonthlyUSD * sc.BillFactor)
	p.speed()
	p.reliability()
	p.operate()
	p.migrate()
	est := &p.est
	est.Services = p.services
	est.ColdShare = p.cold
	est.Instances = finite(est.Instances)
	est.Utilisation = within(est.Utilisation, 0, 0, 1)
}

// decompose decides how many deployables there are and how many of them one
// request passes: 1 + ln n, a request fans out over a part of the system only.
func (p *plan) decompose() {
	w := &p.w
	p.services, p.chain = 1, 1
	switch p.s.arch {
	case Microservices:
		p.services = w.serviceCount()
		p.chain = min(p.services, 1+math.Log(p.services))
		p.cpu += (p.sc.OverheadFactor - 1) * min(w.cpu, p.a.OverheadCPUCapMs/1000)
	case Serverless:
		p.services = max(1, math.Round(min(w.modules, max(w.teams, w.engineers)))) // one per module, as far as the team can own them
	}
}

// serviceCount is the number of services that this organisation would run: those that it has; else one per module that
// could stand alone, as many as teams need and as pairs of engineers can own (0.3 to 1.1 services per engineer are
// published by those for whom it works, at least two people each).
func (w *Inputs) serviceCount() float64 {
	if w.servicesNow >= 1 {
		return w.servicesNow
	}
	n := min(w.modules, max(w.teams, w.engineers/2))
	return max(2, math.Round(n))
}

func (p *plan) compute() {
	switch p.s.Form {
	case onVMs:
		p.rentMachines()
	case onContainers, perService:
		p.rentContainers()
	case onKubernetes, onOwnPlatform:
		p.rentCluster()
	case onFunctions, onWarm:
		p.callFunctions()
	case onScaleToZero:
		p.callContainers()
	case onOneServer:
		p.rentOneServer()
	}
}

// copies is the least number of copies of what runs in production: one in each of two zones, so that one may fail,
// and in a third where the target leaves no time to start another.
func (p *plan) copies() float64 {
	switch {
	case p.s.Lone:
		return 1
	case p.w.availability >= p.a.ThirdCopyAvailability/100:
		return p.a.MinReplicas + 1
	}
	return p.a.MinReplicas
}

// charge puts a quantity on the bill, unless this cloud does not charge for it.
func (p *plan) charge(m pricing.Meter, quantity float64) { p.put(&p.used, m, quantity) }

// finite keeps a number that is out of any reasonable range printable.
func finite(v float64) float64 {
	if v != v || v < 0 {
		return 0
	}
	return min(v, 1e30)
}
