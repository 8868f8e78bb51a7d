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
	p.sheet.add(itEgress, p.billedEgress())
	if p.s.Arch == Microservices { // two copies in two zones: half of the calls cross, paid each way
		calls := w.mean * secondsPerMonth * (p.chain - 1)
		p.sheet.add(itCrossZone, calls*(w.kilobytes+p.a.requestKB)/1e6*0.5*2)
	}
	p.sheet.add(itQueue, p.queueUnits())
}

// billedEgress is the traffic to users; rented servers come with an allowance
// each, which the book states per server.
func (p *plan) billedEgress() float64 {
	if p.s.Cloud != selfHosted {
		return p.w.responses
	}
	included := p.b.items[itEgress].free * (p.a.replicas - 1) // one more is in the grant
	return math.Max(0, p.w.responses-included)
}

// frontDoor charges the load balancer by the hour and by its capacity units, or
// the HTTP API by the request. Every other environment has a door of its own.
func (p *plan) frontDoor() {
	w := &p.w
	month := w.mean * secondsPerMonth
	switch p.s.door {
	case gateway:
		units := month * math.Max(1, math.Ceil(w.kilobytes/p.a.meteringKB)) * (1 + p.testing())
		if w.interaction == websocket && p.b.items[itMessages].n > 0 {
			p.sheet.add(itMessages, units)
			return
		}
		p.sheet.add(itGateway, units)
	case balancer:
		p.sheet.add(itDoorHour, w.environments*hoursPerMonth)
		p.balancerUnits(month)
	case ownIngress:
		p.sheet.add(itDoorHour, w.environments*hoursPerMonth)
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
		lcu := math.Max(connections/p.a.lcuConnections, gb/hoursPerMonth/perGB)
		p.sheet.add(itDoorUnit, lcu*hoursPerMonth)
	case azure:
		mbps := gb * 8000 / secondsPerMonth
		units := math.Max(connections/p.a.gatewayCUConnections, mbps/p.a.gatewayCUMbps)
		p.sheet.add(itDoorUnit, units*hoursPerMonth)
	case gcp:
		p.sheet.add(itDoorUnit, month*w.kilobytes/1e6)
		p.sheet.add(itDoorDataIn, month*p.a.requestKB/1e6)
	}
}

// wayOut is how instances reach the internet: an address each or NAT in two
// zones, whichever is cheaper. Functions and managed containers outside a private
// network of their own need neither.
func (p *plan) wayOut() {
	if p.s.Cloud == selfHosted {
		p.sheet.add(itAddress, (p.fleet.paid+p.w.environments-1)*hoursPerMonth)
		return
	}
	if p.s.Arch == Serverless || p.s.Cloud != aws && p.fleet.size.line == 0 {
		return
	}
	others := (p.w.environments - 1) * p.pools
	addresses := (p.fleet.paid*p.pools + others) * hoursPerMonth
	gb := p.w.mean * secondsPerMonth * p.a.natKB / 1e6
	gateways := (p.a.replicas + p.w.environments - 1) * hoursPerMonth
	if p.s.Cloud == gcp { // charged per VM, up to 32 of them
		gateways = math.Min(32, p.fleet.paid+others) * hoursPerMonth
	}
	if p.b.items[itAddress].cost(addresses) <= p.b.items[itNATHour].cost(gateways)+p.b.items[itNATGB].cost(gb) {
		p.sheet.add(itAddress, addresses)
		return
	}
	p.sheet.add(itNATHour, gateways)
	p.sheet.add(itNATGB, gb)
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
		return messages * math.Max(1, w.kilobytes) / (1 << 20) * 2 // published and delivered, 1 KB at least
	}
	return messages * p.a.queueCalls
}

// watch puts logs, metrics and CI on the sheet.
func (p *plan) watch() {
	w := &p.w
	rate := math.Min(w.mean, p.a.logFullRPS) + p.a.logSample*math.Max(0, w.mean-p.a.logFullRPS)
	gb := rate * secondsPerMonth * p.a.logKB * p.chain / 1e6 * (1 + p.testing())
	p.sheet.add(itLogs, gb)
	if p.b.items[itLogStore].n > 0 {
		p.sheet.add(itLogStore, gb*p.a.logMonths)
	}
	p.sheet.add(itMetrics, p.a.metrics*p.services*w.environments)
	minutes := p.a.ciMinutes
	if p.s.Arch != Monolith {
		minutes = p.a.ciServiceMinutes
	}
	p.sheet.add(itCI, w.deploys*weeksPerMonth*p.a.ciRuns*minutes)
}
