package estimate

import (
	"math"

	"archadvisor/advisor/estimate/queueing"
)

// reliability estimates the share of the month in which a request succeeds: the unique things it needs, in series,
// times what the team's own changes leave.
func (p *plan) reliability() {
	up := p.platform()
	if n := p.w.regions; n > 1 { // each has all that it takes to stand in for another
		up = groupUp(1, n, 1-up, p.a.CommonCauseBeta)
	}
	up *= p.ownChanges()
	p.est.AvailabilityPct = within(100*up, 0, 0, 100)
	p.est.DowntimeMinutes = (1 - p.est.AvailabilityPct/100) * hoursPerMonth * 60
}

func (p *plan) platform() float64 {
	sla := &p.c.up
	up := 1.0
	if p.w.waits {
		switch p.s.Front {
		case balancer, ownIngress:
			up *= sla.Balancer
		case gateway:
			up *= sla.Gateway
		}
	}
	switch p.s.Form {
	case onVMs:
		up *= sla.Region * p.replicasUp()
	case onOneServer:
		return sla.Region * (1 - p.a.loneDown) * p.restarts()
	case onContainers:
		up *= sla.Container * p.replicasUp()
	case perService:
		up *= sla.Container * math.Pow(p.replicasUp(), p.chain)
	case onKubernetes:
		up *= sla.Cluster * sla.Region * p.replicasUp()
	case onOwnPlatform:
		up *= sla.Function * p.replicasUp()
	case onScaleToZero:
		up *= sla.Container
	default:
		up *= sla.Function
	}
	return up * p.storesUp(sla) * math.Pow(1-p.a.HopFailureShare, p.chain-1)
}

// storesUp is the availability of the stores that one request passes.
func (p *plan) storesUp(sla *sla[float64]) float64 {
	if p.stores == 0 {
		return 1
	}
	one := sla.Relational
	if p.store.keyed {
		one = sla.KeyValue
	}
	if !p.store.keyed && !p.store.standby {
		one *= 1 - p.a.loneDown
	}
	if p.store.standby && p.storeCopies() > p.a.MinReplicas { // what takes down all copies at once is left
		one = 1 - (1-one)*p.a.CommonCauseBeta
	}
	if n := min(p.stores, p.chain); n != 1 {
		return math.Pow(one, n)
	}
	return one
}

// replicasUp is the availability of a fleet that survives the loss of instances
// as long as the rest carries the load of the busiest minute.
func (p *plan) replicasUp() float64 {
	f := &p.fleet
	needed := max(1, math.Ceil(p.w.sizing*(p.cpu+p.beside)/p.pools/f.size.VCPU))
	needed = min(needed, f.peak)
	return groupUp(needed, f.peak, p.a.instanceDown, p.a.CommonCauseBeta)
}

// groupUp is the availability of n instances of which k are needed, each down with probability u, a share beta of that
// together. Beyond twenty instances the head-room of the target makes independent failures negligible.
func groupUp(k, n, u, beta float64) float64 {
	if n > 20 {
		return 1 - beta*u
	}
	return queueing.Redundant(int(k), int(n), 1-u, beta)
}

// ownChanges is what the team's own deploys leave of availability.
func (p *plan) ownChanges() float64 {
	w := &p.w
	fail := p.a.ChangeFailureRate[w.maturity] * p.a.OutageShareOfChangeFailure.Value * p.sc.OutageFactor
	if w.lockstep && p.s.arch != Monolith {
		fail *= p.a.LockstepFailureFactor
	}
	whole := min(w.deploys, p.a.ChangesPerEngineerWeek*w.engineers) // more deploys than that are smaller ones
	return queueing.ChangeAvailability(whole/168*p.blast(), min(1, fail), p.a.OutageRestoreHours[w.maturity])
}

// blast is the share of requests that a failed change of one deployable stops.
func (p *plan) blast() float64 {
	if p.services <= 1 {
		return 1
	}
	share := p.chain / p.services
	return share + (1-share)*p.a.FailureSpread[p.w.coupling]
}
