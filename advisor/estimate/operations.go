package estimate

import "math"

// operate estimates the people needed to run the shape: a floor, a rota, each
// environment, each store and each deployable, times how well the team runs
// things, plus the audit work of each compliance name. It is money too, but of
// another kind, and never part of the infrastructure bill.
//
// Where it stops being true: the coefficients are our own, bounded by published
// ratios of platform people to developers (1:20 to 1:10); work that a platform
// team does once for many workloads is counted here in full.
func (p *plan) operate() {
	w := &p.w
	fte := p.a.opsBase + p.onCall() + p.a.opsEnv*(w.environments-1) +
		p.a.opsStore*p.stores + p.deployables()
	if p.c.ownServers {
		fte *= p.a.opsSelfHosted
	}
	fte *= p.a.maturity[w.maturity]
	fte += w.compliance * (p.a.opsCompliance + p.a.opsComplianceService*p.services)
	p.est.OpsFTE = finite(fte * p.sc.OpsFactor)
	p.est.OpsMonthlyUSD = finite(p.est.OpsFTE * w.engineerMonth)
}

// onCall is the rota: one, and one more for every so many services; a lighter one
// where the provider runs the machines.
func (p *plan) onCall() float64 {
	if p.s.Arch == Serverless && p.s.form != onOwnPlatform {
		return p.a.opsOnCallLess
	}
	if p.s.Arch == Microservices {
		return p.a.opsOnCall * max(1, p.services/p.a.opsServicesPerRota)
	}
	return p.a.opsOnCall
}

// deployables is the work that grows with what is deployed; experience with its
// kind and a platform team make it lighter.
func (p *plan) deployables() float64 {
	w := &p.w
	relief := 1 + p.a.opsRelief*min(0.1, w.platform/w.engineers)
	switch p.s.form {
	case onVMs, onOneServer:
		n := p.est.Instances
		if n > 10 { // beyond ten, machines are replaced by a script
			n = 10 * (1 + math.Log(n/10))
		}
		return p.a.opsVMFleet + p.a.opsVM*n
	case onContainers:
		return p.a.opsContainerFleet + p.a.opsContainer
	case perService:
		return p.a.opsContainerFleet + p.a.opsContainer*p.services*p.a.distributed[w.distributed]/relief
	case onKubernetes:
		return (p.a.opsCluster + p.a.opsPod*p.services) * p.a.distributed[w.distributed] / relief
	case onOwnPlatform:
		return (p.a.opsPlatform + p.a.opsCluster + p.a.opsFunction*p.services) * p.a.serverless[w.serverless] / relief
	}
	if p.s.Arch == Monolith { // one container that the platform starts and stops
		return p.a.opsContainerFleet + p.a.opsContainer
	}
	return p.a.opsFunction * p.services * p.a.serverless[w.serverless]
}
