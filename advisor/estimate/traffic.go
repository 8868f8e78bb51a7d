package estimate

import (
	"math"

	"archadvisor/advisor/pricing"
)

// traffic puts on the bill what moves data: the front end, the way out to the
// internet, traffic between zones, and queues.
func (p *plan) traffic() {
	if p.w.waits {
		p.frontEnd()
	}
	p.exitCharges()
	w := &p.w
	p.charge(pricing.Egress, p.billedEgress())
	if p.s.Arch == Microservices { // two copies in two zones: half of the calls cross, paid each way
		calls := w.mean * secondsPerMonth * (p.chain - 1)
		p.charge(pricing.CrossZone, calls*(w.kilobytes+p.a.requestKB)/1e6*0.5*2)
	}
	p.charge(pricing.QueueMessages, p.queueUnits())
}

// billedEgress is the traffic to users; rented servers come with an allowance
// each, of which the tariff takes off one.
func (p *plan) billedEgress() float64 {
	included := p.list.PerServer(pricing.Egress) * (p.copies() - 1)
	return max(0, p.w.responses-included)
}

// frontEnd charges the load balancer by the hour and by its capacity units, or
// the HTTP API by the request. Every other environment has one of its own.
func (p *plan) frontEnd() {
	w := &p.w
	month := w.mean * secondsPerMonth
	switch p.s.front {
	case gateway:
		units := month * max(1, math.Ceil(w.kilobytes/p.a.meteringKB)) * (1 + p.testing())
		if w.interaction == websocket && p.list.Charges(pricing.GatewayMessages) {
			p.charge(pricing.GatewayMessages, units)
			return
		}
		p.charge(pricing.GatewayRequests, units)
	case balancer:
		balancers := w.environments
		if together, ok := p.list.Counted(pricing.BalancerHour, balancers); ok { // one price for several
			balancers = together
		}
		p.charge(pricing.BalancerHour, balancers*hoursPerMonth)
		p.balancerUnits(month)
	case ownIngress:
		p.charge(pricing.BalancerHour, w.environments*hoursPerMonth)
	}
}

// balancerUnits charges what passes the load balancer, by capacity units or by
// the data itself.
func (p *plan) balancerUnits(month float64) {
	w := &p.w
	gb := month * (w.kilobytes + p.a.requestKB) / 1e6
	units := p.list.Units(pricing.Traffic{Connections: w.mean / p.a.perConnection, GBPerHour: gb / hoursPerMonth,
		Mbps: gb * 8000 / secondsPerMonth, Functions: p.s.form == onFunctions})
	p.charge(pricing.BalancerUnit, units*hoursPerMonth)
	p.charge(pricing.BalancerOut, month*w.kilobytes/1e6)
	p.charge(pricing.BalancerIn, month*p.a.requestKB/1e6)
}

// exits says whether instances need a way out of their own: servers do, and
// Fargate tasks; functions and other managed containers are outside any private
// network.
func (p *plan) exits() bool {
	switch p.s.form {
	case onVMs, onKubernetes, onOwnPlatform, onOneServer:
		return true
	case onContainers, perService:
		return p.c.exits
	}
	return false
}

// exit is the price per hour of the way out for a number of instances per pool:
// an address each, or NAT in every zone, whichever is cheaper.
func (p *plan) exit(instances float64) (usd float64, nat bool) {
	all := instances*p.pools + (p.w.environments-1)*p.pools
	addresses := p.list.First(pricing.PublicAddress, all)
	if !p.list.Charges(pricing.NATHour) {
		return addresses, false
	}
	usd = p.list.First(pricing.NATHour, p.gateways(all)) + p.list.First(pricing.NATData, p.natGB())/hoursPerMonth
	if usd < addresses {
		return usd, true
	}
	return addresses, false
}

// gateways is the number of NAT gateways: one per zone in production and one in
// each other environment, or where machines are charged instead, those that are.
func (p *plan) gateways(instances float64) float64 {
	if machines, ok := p.list.Counted(pricing.NATHour, instances); ok {
		return machines
	}
	return p.copies() + p.w.environments - 1
}

func (p *plan) natGB() float64 { return p.w.mean * secondsPerMonth * p.a.natKB / 1e6 }

func (p *plan) exitCharges() {
	if !p.exits() {
		return
	}
	all := (p.fleet.paid + p.w.environments - 1) * p.pools
	if _, nat := p.exit(p.fleet.paid); nat {
		p.charge(pricing.NATHour, p.gateways(all)*hoursPerMonth)
		p.charge(pricing.NATData, p.natGB())
		return
	}
	p.charge(pricing.PublicAddress, all*hoursPerMonth)
}

// queueUnits is what hand-offs cost: several calls of a queue for each, in the
// tariff's unit, by the piece or by volume. One process hands off in memory; work
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
	if !p.list.Charges(pricing.QueueMessages) {
		return 0
	}
	messages := w.mean * secondsPerMonth * passes
	if p.list.ByVolume(pricing.QueueMessages) {
		return messages * max(1, w.kilobytes) / (1 << 20) * 2 // published and delivered, 1 KB at least
	}
	return messages * p.a.queueCalls
}

// observability puts logs, metrics and CI on the bill.
func (p *plan) observability() {
	w := &p.w
	rate := min(w.mean, p.a.logFullRPS) + p.a.logSample*max(0, w.mean-p.a.logFullRPS)
	gb := rate * secondsPerMonth * p.a.logKB * p.chain / 1e6 * (1 + p.testing())
	p.charge(pricing.LogIngest, gb)
	if p.list.Charges(pricing.LogStorage) {
		p.charge(pricing.LogStorage, gb*p.a.logMonths)
	}
	reporting := p.services
	if p.s.form.called() { // the platform shows each function without charge: the application's own only
		reporting = 1
	}
	p.charge(pricing.Metrics, p.a.metrics*reporting)
	minutes := p.a.ciMinutes
	if p.s.Arch != Monolith {
		minutes = p.a.ciServiceMinutes
	}
	p.charge(pricing.BuildMinutes, w.deploys*weeksPerMonth*p.a.ciRuns*minutes)
}
