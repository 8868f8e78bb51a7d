package estimate

import "archadvisor/advisor/pricing"

// The small end: one machine with everything on it, and one copy of a process.
//
// The CPU and the memory of the application and of its database add up. There is no load balancer, no second copy and no
// NAT; the other environments take turns on the smallest machine that holds the application. A copy that is alone is down
// while it is replaced, and a lone server also while a deploy restarts it: half of the minutes that the availability
// target allows may go that way. The price of what was written since the last snapshot is not in the bill.

// rentOneServer bills one machine for the whole month, whatever the hour's load.
func (p *plan) rentOneServer() {
	w := &p.w
	// Where one thread of its language runs at a time, what comes by request, over open connections and from queues has a
	// process each, as the web, streaming and background processes of Rails.
	processes := 1 + p.a.RuntimePerCPU.of(w.runtime)*float64(max(0, w.kinds-1))
	own, gb := p.a.ServerOSGB+p.appMB/1024*processes, p.a.ServerDiskGB
	base := own
	if w.stores {
		p.beside = p.a.DBQueriesPerRequest.Value * p.sc.QueriesFactor / p.a.DBQueriesPerVCPUS
		if w.inMemory {
			p.beside *= p.a.SavedShare
		}
		base += p.a.StoreProcessGB + p.a.StoreCacheGB*min(1, w.allMean/p.a.StoreCacheRPS)
		gb = max(gb, p.a.SystemGB+p.a.StoreGB+p.a.StoreGBPerRPS*w.allMean)
	}
	p.diskGB = gb
	n := p.need(base)
	n.headroom = 1 // the size is that of the busiest minute
	sizes := p.list.Servers
	p.fit(sizes, &n)
	f, small := &p.fleet, p.smallest(sizes, own)
	if !w.paidHost {
		p.charge(f.size.Meter, f.peak*hoursPerMonth)
	}
	p.charge(small.Meter, p.others()*hoursPerMonth)
	p.charge(pricing.Disk, f.peak*p.volume(f.size)+p.others()*max(0, p.a.ServerDiskGB-small.DiskGB))
	p.charge(pricing.Snapshots, gb)
	p.est.Instances = f.peak
	p.est.Utilisation = ratio(w.mean*(p.cpu+p.beside), f.peak*f.size.VCPU)
}

// loneSuffices says that a part which is down so much (0..1) for want of a second
// copy leaves the availability target within reach.
func (p *plan) loneSuffices(down float64) bool {
	return down <= (1-p.w.availability)*p.a.OwnChangeBudget
}

// restarts is what deploys leave of the month to the only copy.
func (p *plan) restarts() float64 { return 1 / (1 + p.w.deploys/168*(p.a.RestartMinutes/60)) }

// Suits says whether a shape may stand for its architecture: one that can do the work, and
// none that the team does not know where it knows another of its architecture.
func (e *Estimator) Suits(shape int, w *Inputs) bool {
	s := &e.shapes[shape]
	return s.Lone || s.can(w) && !e.strange(s, w)
}

// Allowed says whether what was sized may stand for its architecture, too: a single copy of everything may only where
// availability, size and audits allow it.
func (p *plan) Allowed() bool {
	if !p.s.Lone {
		return true
	}
	down := p.a.loneDown
	if p.s.Form == onOneServer {
		if p.ownMachines() {
			return false // they stand in a cabinet together
		}
		if p.w.stores && !p.c.OwnServers && p.w.engineers > p.a.KeepStoreEngineers {
			return false // such a team buys the database that the cloud keeps
		}
		down += 1 - p.restarts()
	}
	return p.fleet.peak <= 1 && p.fleet.size.VCPU <= p.a.SmallServerVCPU && !p.w.audited && p.w.regions == 1 && p.loneSuffices(down)
}

// ownMachines says that the team runs machines of its own, and that none of them has room.
func (p *plan) ownMachines() bool {
	return p.c.OwnServers && has(float64(p.w.platforms), onPremises) && !p.w.paidHost
}
