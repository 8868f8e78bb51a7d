package estimate

import (
	"math"
	"slices"

	"archadvisor/advisor/pricing"
)

// surge decides between head-room and queueing. Until new instances have started (lag seconds), a surge meets the fleet
// of the moment before; if it asks for more than all of it, the rest queues up: (over - 1) x lag seconds of work.
// Queueing costs nothing as long as the answer still meets its target, so it is the cheaper of the two; else head-room
// is bought. Work that nobody waits for queues. The decision does not depend on the load, only on its shape.
func (p *plan) surge(lag float64) {
	w := &p.w
	if !w.waits || !(w.active > 0) {
		return
	}
	growth := min(w.surge, w.peak/w.active)
	if lag < 60 {
		growth = math.Pow(growth, lag/60)
	}
	over := growth * p.a.TargetUtilisation
	if over <= 1 {
		return
	}
	if wait := (over - 1) * lag; wait+w.wall*p.sc.tail <= w.p99Target {
		p.queueing, p.lag = growth, lag
		return
	}
	p.headroom = over
}

// backlog is how long a surge that is left to queue waits: what it asks of the fleet of active hours beyond all of it,
// over the lag. A fleet at its least number of replicas often has room enough.
func (p *plan) backlog() float64 {
	f := &p.fleet
	if p.queueing == 0 || f.size == nil {
		return 0
	}
	over := ratio(p.w.active*p.queueing*(p.cpu+p.beside)/p.pools, f.active*f.size.VCPU)
	return max(0, over-1) * p.lag
}

// need is what one of the pools must carry.
func (p *plan) need(baseGB float64) need {
	w := &p.w
	gb := w.wall * p.perRequestMB() / 1024 / p.pools
	held, kept := p.a.ConnectionKB/1024/1024/p.pools, w.active // of an open session
	switch {
	case w.sessions: // a process each; a machine empties with the last of its sessions, hours after the others
		held, kept = w.memoryMB/1024/p.pools, math.Sqrt(w.active*w.peak)
	case w.waits: // what is to meet a peak is not started from nothing
		kept = max(w.active, w.peak*p.a.KeptShare)
	}
	cpu := (p.cpu + p.beside) / p.pools
	return need{
		peak: w.sizing * cpu, active: kept * cpu, sustained: w.active * cpu,
		peakGB: w.sizing*gb + p.sessionsAt(w.peak)*held, activeGB: kept*gb + p.sessionsAt(kept)*held,
		cpu: (p.cpu + p.beside) / p.chain, tail: p.sc.tail, slack: (w.p99Target - p.sc.tail*w.wall) / p.chain,
		baseGB: baseGB, perCPUGB: p.appMB / 1024 * p.a.RuntimePerCPU.of(w.runtime), flight: w.active * w.wall / p.pools, least: p.copies(), idle: w.idle,
		headroom: p.headroom, monthly: p.c.OwnServers || p.s.Form == onOneServer, async: !w.waits && w.interaction != stream,
	}
}

// perRequestMB is what one more request in flight adds to a process: what it
// needs beyond the process itself, and a twentieth of its need at least.
func (p *plan) perRequestMB() float64 { return max(p.w.memoryMB-p.a.ApplicationMB, p.w.memoryMB/20) }

// sessionsAt is how many sessions are open at a rate of requests: the connections that
// were stated, which follow the load, or the requests of so many minutes.
func (p *plan) sessionsAt(rate float64) float64 {
	switch w := &p.w; {
	case w.connections > 0:
		return w.connections * ratio(rate, w.peak)
	case w.sessions:
		return rate * max(w.wall, p.a.sessionSeconds)
	}
	return 0
}

func (p *plan) rentMachines() {
	p.surge(p.a.VMStartS)
	n, sizes := p.need(p.a.NodeOSGB+p.appMB/1024), p.list.Machines
	if p.s.Vendor { // with disk and traffic included
		sizes = p.list.Platforms
	}
	p.rent(sizes, &n, p.otherEnvironments(), n.baseGB)
}

// rent bills servers, their volumes and those of so many other environments: in each the smallest that hold one copy
// of everything, of so many GB together.
func (p *plan) rent(sizes []pricing.Size, n *need, others, oneEachGB float64) {
	p.fit(sizes, n)
	f, small := &p.fleet, p.smallest(sizes, oneEachGB)
	others *= max(1, math.Ceil(oneEachGB/small.GB))
	p.charge(f.size.Meter, f.paid*hoursPerMonth)
	p.charge(small.Meter, others*hoursPerMonth)
	if p.ownMachines() { // the price of a rented one stands for what one's own takes of money and power
		p.charge(pricing.Cabinet, math.Ceil((f.paid+others)/p.a.CabinetMachines)*hoursPerMonth)
	}
	p.charge(pricing.Disk, f.paid*p.volume(f.size)+others*p.volume(small))
	p.est.Instances = f.peak
	p.est.Utilisation = ratio(p.w.mean*p.cpu, f.paid*f.size.VCPU)
}

// volume is what a server needs beyond the disk that comes with it, in GB.
func (p *plan) volume(m *pricing.Size) float64 { return max(0, p.diskGB-m.DiskGB) }

// smallest is the cheapest machine with more memory than that.
func (p *plan) smallest(sizes []pricing.Size, gb float64) *pricing.Size {
	for i := range sizes {
		if sizes[i].GB > gb {
			return &sizes[i]
		}
	}
	return &sizes[len(sizes)-1]
}

// rentContainers bills managed containers: one pool for a monolith, one for each service, sized alike.
func (p *plan) rentContainers() {
	p.surge(p.a.ContainerStartS)
	p.pools = p.services
	n := p.need(p.appMB / 1024)
	sizes := p.wide(p.list.Containers)
	n.others, n.small = p.otherEnvironments(), &sizes[0]
	if p.w.interaction == batch { // started for each job, in the other environments as well
		n.others, n.jobs = 0, true
		n.baseGB, n.peakGB, n.activeGB = n.baseGB+p.perRequestMB()/1024, 0, 0
	}
	n.callsUSD = p.list.Cost(pricing.ScaledRequests, p.containerCalls()) / hoursPerMonth / p.pools
	n.planUSD = p.list.First(pricing.ContainerPlan, n.others+1) / p.pools
	p.fit(sizes, &n)
	p.runJobs(&n)
	f := &p.fleet
	p.chargeContainers(&sizes[0], n.others)
	p.est.Instances = f.peak * p.pools
	p.est.Utilisation = ratio(p.w.mean*p.cpu, f.paid*p.pools*f.size.VCPU)
}

// runJobs takes machines that a batch service starts for jobs and stops after them, where they cost less than
// containers: it charges nothing beyond them. As many jobs share one as it has vCPUs, each with its own memory.
func (p *plan) runJobs(n *need) {
	if !n.jobs || p.s.Lone {
		return
	}
	n.perCPUGB, n.baseGB = n.baseGB, n.baseGB+p.a.NodeOSGB
	var machines fleet
	p.cheapest(p.nodes(), n, &machines)
	if machines.cost < p.fleet.cost {
		p.fleet = machines
	}
}

// wide are the sizes from the least CPU of a copy on: what the runtime asks for, and half
// a vCPU for a whole application.
func (p *plan) wide(sizes []pricing.Size) []pricing.Size {
	least := p.a.RuntimeVCPU.of(p.w.runtime)
	if p.s.arch == Monolith {
		least = max(least, 0.5)
	}
	for len(sizes) > 1 && sizes[0].VCPU < least {
		sizes = sizes[1:]
	}
	return sizes
}

// chargeContainers bills the fleets and, in each other environment, one of the smallest size per deployable.
func (p *plan) chargeContainers(small *pricing.Size, environments float64) {
	f := &p.fleet
	if f.size.Container == nil {
		p.charge(f.size.Meter, f.paid*p.pools*hoursPerMonth)
		p.charge(pricing.Disk, f.paid*p.pools*p.volume(f.size))
		return
	}
	others := environments * p.pools
	vcpu := f.paid*p.pools*f.size.VCPU + others*small.VCPU
	gb := f.paidGB*p.pools + others*small.GB
	run := func(m pricing.Meter, amount float64) { p.charge(m, amount*p.list.PerHour(m)*hoursPerMonth) }
	if !f.metered {
		run(pricing.ContainerVCPU, vcpu)
		run(pricing.ContainerMemory, gb)
		run(pricing.ContainerPlan, 1+environments)
		return
	}
	serving := f.serving * p.pools * f.size.VCPU
	run(pricing.BusyVCPU, serving)
	run(pricing.IdleVCPU, vcpu-serving)
	run(pricing.BusyMemory, gb)
	p.charge(pricing.ScaledRequests, p.containerCalls())
}

// containerCalls are the calls that metered containers are charged for: one for
// each service that a request passes; a job is none.
func (p *plan) containerCalls() float64 {
	if p.w.interaction == batch {
		return 0
	}
	return p.w.mean * secondsPerMonth * p.chain
}

// rentCluster bills a Kubernetes cluster: pods of all services share the CPU of the nodes, so waiting is pooled; what
// does not pool is the floor of every pod (base CPU, memory, sidecar), the system on every node and the control plane.
// Nodes hold what pods ask for, and teams ask for more than pods use. On the team's own functions platform idle pods
// are gone, but the servers stay.
func (p *plan) rentCluster() {
	p.surge(p.a.VMStartS)
	n := p.need(p.a.NodeOSGB)
	n.systemVCPU = p.a.NodeOSVCPU
	oneEachGB := p.services * (p.appMB + p.a.SidecarMB) / 1024
	fixedGB, fixedCPU := p.copies()*oneEachGB, p.copies()*p.services*p.a.PodBaseVCPU
	if p.s.Form == onOwnPlatform {
		oneEachGB, fixedGB, fixedCPU = p.a.IstiodGB, p.a.IstiodGB, p.a.IstiodVCPU
		n.headroom = 1 // pods start within the servers that are there
		n.active, n.activeGB = n.peak, n.peakGB
	} else {
		calls := p.a.SidecarVCPUPer1000RPS / 1000 * p.chain
		n.peak += p.w.sizing*calls + p.a.IstiodVCPU*p.services/1000
		n.active += p.w.active*calls + p.a.IstiodVCPU*p.services/1000
		fixedGB += p.a.IstiodGB * p.services / 1000
	}
	fixedCPU *= p.a.TargetUtilisation
	n.peak = (n.peak + fixedCPU) * p.a.PodAskedVCPU
	n.active = (n.active + fixedCPU) * p.a.PodAskedVCPU
	others := p.otherEnvironments()
	if p.w.engineers <= p.a.ShareClusterEngineers { // the other environments are namespaces beside production
		fixedGB += others * oneEachGB
		others = 0
	}
	n.peakGB = (n.peakGB + fixedGB) * p.a.PodAskedGB / p.a.NodePacking
	n.activeGB = (n.activeGB + fixedGB) * p.a.PodAskedGB / p.a.NodePacking
	n.standing, n.standGB = fixedCPU*p.a.PodAskedVCPU, fixedGB*p.a.PodAskedGB/p.a.NodePacking
	p.charge(pricing.ControlPlane, (1+others)*hoursPerMonth)
	p.rent(p.nodes(), &n, others, p.a.NodeOSGB+oneEachGB*p.a.PodAskedGB/p.a.NodePacking)
}

// rentGPUs bills a machine with a GPU beside each copy in production, and one for the other
// environments in the hours in which somebody works on them.
func (p *plan) rentGPUs() {
	if p.w.gpu && len(p.list.GPUs) > 0 {
		p.charge(p.list.GPUs[0].Meter, (p.copies()+p.otherEnvironments()*p.a.GPUStagingShare)*hoursPerMonth)
	}
}

// nodes are the machines that may be nodes: not the burstable ones.
func (p *plan) nodes() []pricing.Size {
	first := slices.IndexFunc(p.list.Machines, func(m pricing.Size) bool { return m.Baseline >= 1 })
	return p.list.Machines[max(0, first):]
}

// ratio is a / b, or 0 where there is nothing to divide.
func ratio(a, b float64) float64 {
	if !(b > 0) {
		return 0
	}
	return a / b
}
