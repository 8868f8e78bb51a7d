package estimate

import "math"

// traffic puts on the sheet what moves data: the front door, the way out to the
// internet, traffic between zones, and queues.
func (p *plan) traffic() {
	if p.w.waits {
		p.frontDoor()
	}
	p.wayOut()
	w := &p.w
	p.charge(itEgress, p.billedEgress())
	if p.s.Arch == Microservices { // two copies in two zones: half of the calls cross, paid each way
		calls := w.mean * secondsPerMonth * (p.chain - 1)
		p.charge(itCrossZone, calls*(w.kilobytes+p.a.requestKB)/1e6*0.5*2)
	}
	p.charge(itQueue, p.queueUnits())
}

// billedEgress is the traffic to users; rented servers come with an allowance
// each, which the book states per server.
func (p *plan) billedEgress() float64 {
	if p.s.Cloud != selfHosted {
		return p.w.responses
	}
	included := p.b.items[itEgress].free * (p.a.replicas - 1) // one more is in the grant
	return max(0, p.w.responses-included)
}

// frontDoor charges the load balancer by the hour and by its capacity units, or
// the HTTP API by the request. Every other environment has a door of its own.
func (p *plan) frontDoor() {
	w := &p.w
	month := w.mean * secondsPerMonth
	switch p.s.door {
	case gateway:
		units := month * max(1, math.Ceil(w.kilobytes/p.a.meteringKB)) * (1 + p.testing())
		if w.interaction == websocket && p.b.items[itMessages].n > 0 {
			p.charge(itMessages, units)
			return
		}
		p.charge(itGateway, units)
	case balancer:
		doors := w.environments
		if p.s.Cloud == gcp { // a flat price for up to so many rules
			doors = math.Ceil(doors / p.a.flatRules)
		}
		p.charge(itDoorHour, doors*hoursPerMonth)
		p.balancerUnits(month)
	case ownIngress:
		p.charge(itDoorHour, w.environments*hoursPerMonth)
	}
}

// balancerUnits charges what passes the load balancer: on AWS the largest of new
// connections and traffic (LCU), on Azure likewise (capacity units), on Google
// the data itself.
func (p *plan) balancerUnits(month float64) {
	w := &p.w
	gb := month * (w.kilobytes + p.a.requestKB) / 1e6
	connections := w.mean / p.a.perConnection
	switch p.s.Cloud {
	case aws:
		perGB := p.a.lcuGB
		if p.s.form == onFunctions {
			perGB = p.a.lcuFunctionGB
		}
		lcu := max(connections/p.a.lcuConnections, gb/hoursPerMonth/perGB)
		p.charge(itDoorUnit, lcu*hoursPerMonth)
	case azure:
		mbps := gb * 8000 / secondsPerMonth
		units := max(connections/p.a.gatewayCUConnections, mbps/p.a.gatewayCUMbps)
		p.charge(itDoorUnit, units*hoursPerMonth)
	case gcp:
		p.charge(itDoorUnit, month*w.kilobytes/1e6)
		p.charge(itDoorDataIn, month*p.a.requestKB/1e6)
	}
}

// exits says whether instances need a way out of their own: servers do, and
// Fargate tasks; functions and other managed containers are outside any private
// network.
func (p *plan) exits() bool {
	switch p.s.form {
	case onVMs, onKubernetes, onOwnPlatform:
		return true
	case onContainers, perService:
		return p.s.Cloud == aws
	}
	return false
}

// exit is the price per hour of the way out for a number of instances per pool:
// an address each, or NAT in every zone, whichever is cheaper.
func (p *plan) exit(instances float64) (usd float64, nat bool) {
	all := instances*p.pools + (p.w.environments-1)*p.pools
	addresses := p.b.items[itAddress].tiers[0].price * all
	if p.b.items[itNATHour].n == 0 {
		return addresses, false
	}
	usd = p.b.items[itNATHour].tiers[0].price*p.gateways(all) +
		p.b.items[itNATGB].tiers[0].price*p.natGB()/hoursPerMonth
	if usd < addresses {
		return usd, true
	}
	return addresses, false
}

// gateways is the number of NAT gateways: one per zone in production and one in
// each other environment; Google charges per VM instead, for 32 at most.
func (p *plan) gateways(instances float64) float64 {
	if p.s.Cloud == gcp {
		return min(32, instances)
	}
	return p.a.replicas + p.w.environments - 1
}

func (p *plan) natGB() float64 { return p.w.mean * secondsPerMonth * p.a.natKB / 1e6 }

func (p *plan) wayOut() {
	if !p.exits() {
		return
	}
	all := (p.fleet.paid + p.w.environments - 1) * p.pools
	if _, nat := p.exit(p.fleet.paid); nat {
		p.charge(itNATHour, p.gateways(all)*hoursPerMonth)
		p.charge(itNATGB, p.natGB())
		return
	}
	p.charge(itAddress, all*hoursPerMonth)
}

// queueUnits is what hand-offs cost: several calls of a queue for each, in the
// book's unit (Google charges by volume). One process hands off in memory; work
// that arrives as messages passes one queue more, whatever the shape.
func (p *plan) queueUnits() float64 {
	w := &p.w
	passes := 0.0
	if p.s.Arch != Monolith {
		passes = w.handoffs
	}
	if w.interaction == event || w.interaction == stream {
		passes++
	}
	if p.b.items[itQueue].n == 0 {
		return 0
	}
	messages := w.mean * secondsPerMonth * passes
	if p.s.Cloud == gcp {
		return messages * max(1, w.kilobytes) / (1 << 20) * 2 // published and delivered, 1 KB at least
	}
	return messages * p.a.queueCalls
}

// watch puts logs, metrics and CI on the sheet.
func (p *plan) watch() {
	w := &p.w
	rate := min(w.mean, p.a.logFullRPS) + p.a.logSample*max(0, w.mean-p.a.logFullRPS)
	gb := rate * secondsPerMonth * p.a.logKB * p.chain / 1e6 * (1 + p.testing())
	p.charge(itLogs, gb)
	if p.b.items[itLogStore].n > 0 {
		p.charge(itLogStore, gb*p.a.logMonths)
	}
	p.charge(itMetrics, p.a.metrics*p.services)
	minutes := p.a.ciMinutes
	if p.s.Arch != Monolith {
		minutes = p.a.ciServiceMinutes
	}
	p.charge(itCI, w.deploys*weeksPerMonth*p.a.ciRuns*minutes)
}
