package estimate

import "archadvisor/advisor/pricing"

// Bill itemises what was sized: the same quantities as Eval, so that the
// lines add up, in their order, to exactly its CostMonthlyUSD in the central scenario.
func (p *plan) Bill() []pricing.Line { return p.list.Lines(&p.used) }

// Basis is what a bill was computed at, so that its quantities can be rebuilt by hand.
type Basis struct {
	MeanRPS      float64 `json:"mean_rps"`   // behind any cache, over the month
	ActiveRPS    float64 `json:"active_rps"` // over the hours with traffic
	PeakRPS      float64 `json:"peak_rps"`   // in the busiest minute
	IdleShare    float64 `json:"idle_share"`
	Environments float64 `json:"environments"`
	Least        float64 `json:"least"` // instances of one fleet in idle hours; 0 where nothing is always on
	Average      float64 `json:"average"`
	Most         float64 `json:"most"`
	Fleets       float64 `json:"fleets"`                // of all regions
	VCPU         float64 `json:"vcpu"`                  // of one instance
	Shared       bool    `json:"shared_data,omitempty"` // whatever the option, the store is relational: parts share tables and transactions
}

// Basis returns what the bill is computed at.
func (p *plan) Basis() Basis {
	w, f := &p.w, &p.fleet
	b := Basis{MeanRPS: w.mean, ActiveRPS: w.active, PeakRPS: w.peak, IdleShare: w.idle, Environments: w.environments, Shared: w.coupling == tight && w.stores}
	if f.size != nil {
		b.Least, b.Average, b.Most, b.Fleets, b.VCPU = f.resting, f.paid, f.peak, p.pools*w.regions, f.size.VCPU
	}
	return b
}

// Beside is what comes on top of a bill and is paid to others, as an order of magnitude: minutes of builds by engineers
// and pushes, a firewall, alarms, large files kept for a month, monitoring by a vendor, a support plan.
func (p *plan) Beside() []pricing.Line {
	w, a := &p.w, p.a
	minutes := a.CIMinutesPerDeploy
	if p.s.arch != Monolith {
		minutes = a.CIMinutesPerServiceDeploy
	}
	minutes *= w.engineers*a.CIPushesPerEngineerWeek*weeksPerMonth + w.deploys*weeksPerMonth*a.CIRunsPerDeploy
	if minutes > a.CIOwnFromMinutes { // runners of one's own
		minutes = a.CIOwnFromMinutes + (minutes-a.CIOwnFromMinutes)*a.CIOwnShare
	}
	hosts := p.services
	if f := &p.fleet; f.size != nil {
		hosts = f.paid * p.pools * min(1, f.size.VCPU)
	}
	var q pricing.Quantities
	p.put(&q, pricing.BuildMinutes, minutes)
	if w.waits {
		p.put(&q, pricing.Firewall, hoursPerMonth)
		p.put(&q, pricing.FirewallRequests, w.allMean*secondsPerMonth)
	}
	p.put(&q, pricing.Alarms, a.AlarmsPerService*p.services)
	if w.payloadMB >= a.FileMB {
		share := 1.0
		if w.waits {
			share = a.JobShare
		}
		p.put(&q, pricing.ObjectStorage, w.mean*secondsPerMonth*share*w.payloadMB/1024*a.FileShare)
	}
	p.put(&q, pricing.VendorHosts, hosts)
	if !p.c.OwnServers {
		p.put(&q, pricing.Support, p.est.CostMonthlyUSD)
	}
	return p.list.Lines(&q)
}
