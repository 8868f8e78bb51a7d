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
	p.deliver()
	if p.s.arch == Microservices { // two copies in two zones: half of the calls cross, paid each way
		calls := w.mean * secondsPerMonth * (p.chain - 1)
		p.charge(pricing.CrossZone, calls*(w.kilobytes+p.a.RequestKB)/1e6*0.5*2)
	}
	p.charge(pricing.QueueMessages, p.queueUnits())
}

// deliver bills what goes to users: what a cache answers by way of a content delivery network where that costs less,
// the rest directly; a lone server is its own cache. Without such a network a gateway sees every request.
func (p *plan) deliver() {
	w, l := &p.w, p.list
	cached, requests, included := w.responses*w.cached, w.allMean*secondsPerMonth*w.cached, 0.0
	f := &p.fleet
	switch {
	case p.s.Vendor: // its own network delivers all: with machines, as much as is fair (ipify-30-billion)
		if f.size == nil {
			p.charge(pricing.VendorEgress, w.responses)
		}
		return
	case f.size != nil:
		included = f.size.TrafficGB * f.paid
	}
	all, passing := p.billedEgress(included), 0.0
	direct := l.Cost(pricing.Egress, all)
	if w.waits && p.s.Front == gateway && l.Charges(pricing.GatewayRequests) {
		passing = requests
		seen := p.used.Amount(pricing.GatewayRequests)
		direct += l.Cost(pricing.GatewayRequests, seen+passing) - l.Cost(pricing.GatewayRequests, seen)
	}
	if w.cached > 0 && p.s.Form != onOneServer && l.Charges(pricing.CDNData) &&
		l.Cost(pricing.CDNData, cached)+l.Cost(pricing.CDNRequests, requests)+l.Cost(pricing.Egress, w.responses-cached) < direct {
		p.charge(pricing.CDNData, cached)
		p.charge(pricing.CDNRequests, requests)
		all, passing = w.responses-cached, 0
	}
	p.charge(pricing.Egress, all)
	p.charge(pricing.GatewayRequests, passing)
}

// billedEgress is the traffic to users beyond what machines bring along; rented servers
// come with an allowance each, of which the tariff takes off one. That of a third copy is not taken off: it would be
// dearer than the copy itself, and a higher target would cost less.
func (p *plan) billedEgress(included float64) float64 {
	return max(0, p.w.responses-included-p.list.PerServer(pricing.Egress)*(min(p.copies(), p.a.MinReplicas)-1))
}

// frontEnd charges the load balancer by the hour and by its capacity units, or
// the HTTP API by the request. The other environments share one.
func (p *plan) frontEnd() {
	w := &p.w
	month := w.mean * secondsPerMonth
	switch p.s.Front {
	case gateway:
		units := month * max(1, math.Ceil(w.kilobytes/p.a.meteringKB)) * (1 + p.testing())
		if w.interaction == websocket && p.list.Charges(pricing.GatewayMessages) {
			p.charge(pricing.GatewayMessages, units)
			p.charge(pricing.GatewayMinutes, p.sessionsAt(w.mean)*secondsPerMonth/60)
			return
		}
		p.charge(pricing.GatewayRequests, units)
	case balancer, ownIngress:
		balancers := 1 + p.others()
		addresses := balancers * p.c.BalancerAddresses
		if together, ok := p.list.Counted(pricing.BalancerHour, balancers); ok { // one price for several
			balancers = together
		}
		p.charge(pricing.BalancerHour, balancers*hoursPerMonth)
		p.charge(pricing.PublicAddress, addresses*hoursPerMonth)
		p.balancerUnits(month)
	}
}

// others is 1 where there are other environments, over the regions: they share a network, take turns on one balancer and
// on one database, as seven do at Compiler Explorer (documented-bills).
func (p *plan) others() float64 { return min(1, p.w.environments-1) / p.w.regions }

// otherEnvironments is how many there are beside each region's production: they stand in one region.
func (p *plan) otherEnvironments() float64 { return (p.w.environments - 1) / p.w.regions }

// balancerUnits charges what passes the load balancer, by capacity units or by the data itself.
func (p *plan) balancerUnits(month float64) {
	w := &p.w
	gb := month * (w.kilobytes + p.a.RequestKB) / 1e6
	opened := w.mean / p.a.RequestsPerConnection
	if w.connections > 0 { // messages pass the connections that are open
		opened = p.sessionsAt(w.mean) / p.a.sessionSeconds
	}
	units := p.list.Units(pricing.Traffic{Connections: opened, Active: p.sessionsAt(w.mean), GBPerHour: gb / hoursPerMonth,
		Mbps: gb * 8000 / secondsPerMonth, Functions: p.s.Form == onFunctions})
	p.charge(pricing.BalancerUnit, units*hoursPerMonth)
	p.charge(pricing.BalancerOut, month*w.kilobytes/1e6)
	p.charge(pricing.BalancerIn, month*p.a.RequestKB/1e6)
}

// exits says whether instances need a way out of their own: servers do, and Fargate tasks; functions and other managed
// containers are outside any private network; a server that brings traffic along brings its address, too.
func (p *plan) exits(m *pricing.Size) bool {
	switch p.s.Form {
	case onVMs, onKubernetes, onOwnPlatform, onOneServer:
		return m.TrafficGB == 0
	case onContainers, perService:
		return p.c.Exits
	}
	return false
}

// leaving is how many instances of a fleet need a way out, those of the other environments included, on average over
// the month: one that runs for a job needs it while the job runs, and stands nowhere else.
func (p *plan) leaving(f *fleet) float64 {
	if f.jobs {
		return f.paid * p.pools
	}
	return (f.paid + p.otherEnvironments()) * p.pools
}

// exit is the price per hour of the way out for a number of instances: an address each, or NAT in every zone, whichever
// is cheaper; where an audit asks no instance has an address (Security Hub ECS.2, PCI DSS 1.4.4).
func (p *plan) exit(instances float64) (usd float64, nat bool) {
	addresses := p.list.First(pricing.PublicAddress, instances)
	if !p.list.Charges(pricing.NATHour) {
		return addresses, false
	}
	gateways, own := p.gateways(instances)
	usd = p.list.First(pricing.NATHour, gateways) + p.list.First(pricing.PublicAddress, own) +
		p.list.First(pricing.NATData, p.natGB())/hoursPerMonth
	if usd < addresses || p.w.audited {
		return usd, true
	}
	return addresses, false
}

// gateways is the number of NAT gateways and of their addresses: one per zone in production and one in the network that
// the other environments share; where machines are charged instead, those that are, and a gateway in each network.
func (p *plan) gateways(instances float64) (charged, addresses float64) {
	if machines, ok := p.list.Counted(pricing.NATHour, instances); ok {
		return machines, 1 + p.others()
	}
	n := p.copies() + p.others()
	return n, n
}

// translate puts NAT for a number of instances on a bill.
func (p *plan) translate(q *pricing.Quantities, instances float64) {
	gateways, addresses := p.gateways(instances)
	p.put(q, pricing.NATHour, gateways*hoursPerMonth)
	p.put(q, pricing.PublicAddress, addresses*hoursPerMonth)
	p.put(q, pricing.NATData, p.natGB())
}

func (p *plan) natGB() float64 { return p.w.mean * secondsPerMonth * p.a.NATKBPerRequest / 1e6 }

func (p *plan) exitCharges() {
	if p.fleet.size == nil || !p.exits(p.fleet.size) {
		return
	}
	all := p.leaving(&p.fleet)
	if _, nat := p.exit(all); nat {
		p.translate(&p.used, all)
		return
	}
	p.charge(pricing.PublicAddress, all*hoursPerMonth)
}

// queueUnits is what hand-offs cost: several calls of a queue for each, in the tariff's unit, by the piece or by
// volume, for which a larger body is handed over by reference; one process hands many items off in memory, but a job that
// must not be lost goes through a queue there, too. A lone server has its own disk. Work that arrives as messages passes
// one queue more.
func (p *plan) queueUnits() float64 {
	w := &p.w
	passes := w.handoffs
	if p.s.Form == onOneServer {
		return 0
	}
	if p.s.arch == Monolith {
		passes = min(1, passes)
		if w.waits { // not every request leaves a job behind
			passes *= p.a.JobShare
		}
	}
	if w.interaction == event || w.interaction == stream {
		passes++
	}
	if !p.list.Charges(pricing.QueueMessages) {
		return 0
	}
	messages := w.mean * secondsPerMonth * passes
	if p.list.ByVolume(pricing.QueueMessages) {
		return messages * within(w.kilobytes, 0, 1, p.a.QueueMessageKB) / (1 << 20) * 2 // published and delivered
	}
	return messages * p.a.QueueCallsPerMessage
}

// logged is the rate of requests that leave a line in a store of logs, which on servers of one's own is their disks
// unless somebody asked for one; a lone server keeps its own, a vendor shows those of the last hours.
func (p *plan) logged() float64 {
	w := &p.w
	all := min(w.mean, p.a.LogFullRPS) + p.a.LogSampleShare*max(0, w.mean-p.a.LogFullRPS)
	switch {
	case w.logs == logNone || p.s.Form == onOneServer || p.s.Vendor:
		return 0
	case w.logs == logSampled:
		return min(all, p.a.LogSampledShare*w.mean)
	}
	return all
}

// observability puts logs, metrics, images, secrets and the DNS zone on the bill.
func (p *plan) observability() {
	w := &p.w
	gb := p.logged() * secondsPerMonth * p.a.LogKBPerRequest * p.chain / 1e6 * (1 + p.testing())
	if p.c.OwnServers && w.logsOpen {
		p.charge(pricing.Disk, gb*p.a.LogRetentionMonths*p.a.LogPackedShare)
	} else {
		p.charge(pricing.LogIngest, gb)
		p.charge(pricing.LogStorage, gb*p.a.LogRetentionMonths)
	}
	reporting := p.services
	if p.s.Form.called() { // the platform shows each function without charge: the application's own only
		reporting = 1
	}
	p.charge(pricing.Metrics, p.a.CustomMetricsPerService*reporting)
	p.charge(pricing.DNSZone, hoursPerMonth)
	if p.s.Form == onOneServer {
		return
	}
	p.charge(pricing.Keys, 1)
	if p.s.Form != onVMs && p.s.Form != onFunctions && p.s.Form != onWarm {
		p.charge(pricing.Registry, p.services*p.a.RegistryGB)
	}
	if p.stores > 0 && !p.store.keyed { // the password of each database
		p.charge(pricing.Secrets, p.stores*w.environments)
	}
}
