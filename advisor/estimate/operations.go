package estimate

import "archadvisor/advisor/estimate/people"

// operate counts what there is to run; package people says how many people that takes. They are money too, but of
// another kind, and never part of the infrastructure bill.
func (p *plan) operate() {
	w := &p.w
	load := people.Load{Platform: p.ground(), Maturity: w.maturity, Engineers: w.engineers, Deployables: p.services,
		Machines: p.machines(), Environments: w.environments, Audits: w.compliance, Separate: w.apart, Availability: w.availability}
	load.Experience = w.distributed
	if p.s.arch == Serverless {
		load.Experience = w.serverless
	}
	if p.c.OwnServers && p.s.Form != onOneServer {
		load.Stores = p.stores
		if w.handoffs > 0 {
			load.Stores++
		}
	}
	p.est.OpsFTE = finite(p.a.Staff.Staff(&load, p.sc.OpsFactor))
	p.est.OpsServingFTE = min(p.est.OpsFTE, p.a.Staff.Serving(&load)*p.sc.OpsFactor)
	p.est.OpsMonthlyUSD = finite(p.est.OpsFTE * w.engineerMonth)
	own := p.a.Staff.OwnTime[load.Platform] // of the developers, beside the staff
	p.est.OwnLow, p.est.OwnHigh, p.est.RotaHeads = own.Low, own.High, p.a.Staff.Rota
}

// grounds are what the forms run on, for the people who run it.
var grounds = [...]people.Platform{onVMs: people.Servers, onContainers: people.Managed, perService: people.Services,
	onKubernetes: people.Cluster, onFunctions: people.Functions, onWarm: people.Functions, onScaleToZero: people.Functions,
	onOwnPlatform: people.OwnFunctions, onOneServer: people.Server}

// ground is what the shape runs on: instances or one container that the platform keeps, or what its form does.
func (p *plan) ground() people.Platform {
	kept := (p.s.Lone || p.s.Vendor) && !p.c.OwnServers
	if form := p.s.Form; form == onVMs && kept || form == onScaleToZero && p.s.arch == Monolith {
		return people.Managed
	}
	return grounds[p.s.Form]
}

// machines are those that the team itself looks after, on average over the month; the floor of one server holds it.
func (p *plan) machines() float64 {
	switch p.ground() {
	case people.Server:
		return max(0, p.fleet.paid-1)
	case people.Servers, people.Cluster, people.OwnFunctions:
		n := p.fleet.paid * p.w.regions
		if p.c.OwnServers && p.store.machine != nil {
			n += p.store.count * p.stores * p.w.regions
		}
		return n
	}
	return 0
}
