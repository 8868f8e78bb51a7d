package estimate

import (
	"math"

	"archadvisor/advisor/estimate/queueing"
	"archadvisor/advisor/pricing"
)

// Always-on capacity: how many instances of which size. Autoscaling is taken as exact at the mean of the active hours; a
// day's shape within them is not followed. Rented servers of the team's own and a lone server are paid for whole months:
// as many as the busiest minute takes.

// need is what a fleet must carry.
type need struct {
	peak, active     float64 // erlangs, of the busiest minute and of what is kept running in active hours
	sustained        float64 // erlangs, mean of the active hours
	peakGB, activeGB float64 // memory of the requests in flight
	baseGB           float64 // memory of one instance before any request
	perCPUGB         float64 // and of each further vCPU, where a process keeps to one
	flight           float64 // requests in flight in an active hour
	least            float64 // instances, whatever the load
	idle             float64 // share of hours in which the least is enough, or what carries the pods that stand always
	standing         float64 // erlangs of these pods
	standGB          float64 // and their memory
	headroom         float64 // factor on the active hours
	systemVCPU       float64 // of each instance, for the system on it
	async            bool    // nobody waits: busier, and no limit on waiting
	single           bool    // one small machine
	cpu, tail, slack float64 // seconds of CPU of a request; its p99 over its mean; what the p99 target leaves for waiting
	jobs             bool    // containers that run for a job and end with it
	monthly          bool    // rented by the month: paid at its largest, whatever the hour's load

	callsUSD float64       // per hour, the calls of a metered fleet
	others   float64       // other environments, one small container each
	small    *pricing.Size // of this size
	planUSD  float64       // per hour, a plan by the instance
}

// fleet is a number of instances of one size.
type fleet struct {
	size    *pricing.Size
	peak    float64 // instances in the busiest minute
	paid    float64 // mean over all hours of the month
	active  float64 // mean over the hours with traffic
	resting float64 // in the others
	paidGB  float64 // memory, where it is bought apart
	serving float64 // mean instances that serve a request
	metered bool    // paid in full only while serving
	jobs    bool    // runs for a job and ends with it
	cost    float64 // per hour, to compare sizes
}

// waits are how long one request in a hundred may wait, in CPU times of a request: the next shorter one counts.
var waits = [...]float64{0.5, 1, 2, 4, 8, 16, 64}

// waitOfHundred is how long one request in a hundred waits at least, in CPU times of a
// request: P(W > t) = C exp(-(c-a) t).
func waitOfHundred(load float64, servers int) float64 {
	return max(0, math.Log(100*queueing.ErlangC(load, servers))/(float64(servers)-load))
}

// servers is the least number of servers that are busy at most a share, of which one request in a hundred may wait so
// many CPU times: the shortest of waits where no wait meets the target. Beyond 64 every wait is met with orders of
// magnitude to spare.
func servers(load, utilisation, wait float64) float64 {
	row := 0
	for row+1 < len(waits) && waits[row+1] <= wait {
		row++
	}
	n := max(1, math.Ceil(load/utilisation))
	const allWait = 2 * math.Ln10 // ln 100: no wait is longer
	for n <= 64 && allWait/(n-load) > waits[row] && waitOfHundred(load, int(n)) > waits[row] {
		n++
	}
	return n
}

// base is the memory of one instance of a size before any request.
func (n *need) base(m *pricing.Size) float64 { return n.baseGB + n.perCPUGB*max(0, m.VCPU-1) }

// instances is how many instances of a size carry a load and its memory.
func (e *Estimator) instances(m *pricing.Size, n *need, load, gb float64) float64 {
	speed, slots := 1.0, m.VCPU-n.systemVCPU
	if m.VCPU < 1 { // a fraction of a vCPU is one slower server
		speed, slots = m.VCPU, 1
	}
	count, wait := 1.0, ratio(n.slack-n.tail*n.cpu*(1/speed-1), n.cpu/speed)
	switch full := load / speed; {
	case n.async:
		count = math.Ceil(full / (e.assume.AsyncUtilisation * slots))
	case !n.single:
		count = math.Ceil(servers(full, e.assume.TargetUtilisation, wait) / slots)
	case full > e.assume.AsyncUtilisation*slots || waitOfHundred(full, int(slots)) > max(wait, waits[0]):
		count = 2 // more than one machine carries: nothing scales it, so waiting alone limits it
	}
	if room := m.MostGB - n.base(m); gb > 0 {
		count = max(count, math.Ceil(gb/room))
	}
	return max(count, n.least)
}

// fit chooses the cheapest size, with what every instance brings along. Among equals it takes the smaller one, which
// loses less when one fails. More than a few run of the largest size only, so that staff does not jump where rounding
// makes many small ones a little cheaper. A lone copy is one small machine, if any carries the load.
func (p *plan) fit(sizes []pricing.Size, n *need) {
	n.single = p.s.Lone
	p.cheapest(sizes, n, &p.fleet)
	if p.fleet.size == nil { // larger than any: not what such a shape is for
		n.single = false
		if sizes[0].Container == nil {
			sizes = p.list.Machines
		}
		p.cheapest(sizes[len(sizes)-1:], n, &p.fleet)
	}
}

func (p *plan) cheapest(sizes []pricing.Size, n *need, out *fleet) {
	unshared := p.c.OwnServers && p.w.audited // where an audit asks, no vCPU is shared with strangers
	for i := range sizes {
		m := &sizes[i]
		if (m.MostGB <= n.base(m) || m.Baseline < 1 && unshared) && i < len(sizes)-1 {
			continue
		}
		if out.size != nil && (n.jobs || p.list.Hourly(m, n.least, 0) > out.cost*(1+1e-9)) {
			continue // the least number of these costs more already; a job takes the smallest that holds it
		}
		var f fleet
		p.fill(&f, m, n)
		few, peak := min(n.least, p.a.MinReplicas), f.peak
		if few < n.least { // a third copy makes no load small
			two := *n
			two.least = few
			peak = p.e.instances(m, &two, n.peak, n.peakGB)
		}
		burstable := max(n.least, 2*few)
		if p.s.Form == onOneServer {
			burstable = 1
		}
		switch last := i == len(sizes)-1; {
		case (m.Baseline < 1 && f.peak > burstable || m.VCPU < 1 && peak > few && !n.jobs) && (out.size != nil || !last):
			// burstable machines and fractions of a vCPU are for small loads
		case n.single && (f.peak > 1 || m.VCPU > p.a.SmallServerVCPU):
		case f.paid > p.a.MostOfASize && !last && !n.jobs:
		case out.size == nil || f.cost < out.cost*(1-1e-9):
			*out = f
		}
	}
}

func (p *plan) fill(f *fleet, m *pricing.Size, n *need) {
	e := p.e
	f.size = m
	f.peak = e.instances(m, n, n.peak, n.peakGB)
	busy := e.instances(m, n, n.active*n.headroom, n.activeGB*n.headroom)
	if n.headroom > 1 { // never more than the busiest minute takes, nor less than the mean
		busy = max(min(f.peak, busy), e.instances(m, n, n.active, n.activeGB))
	}
	if m.Baseline < 1 { // burstable: the mean must fit the baseline
		sustained := math.Ceil(n.sustained / (m.VCPU * m.Baseline))
		f.peak, busy = max(f.peak, sustained), max(busy, sustained)
	}
	f.active, f.resting = busy, n.least
	if n.standGB > 0 {
		f.resting = min(busy, e.instances(m, n, n.standing, n.standGB))
	}
	f.paid = n.idle*f.resting + (1-n.idle)*busy
	if n.jobs {
		f.paid, f.jobs = (1-n.idle)*n.active/(e.assume.AsyncUtilisation*m.VCPU), true
		if m.Container == nil { // whole while there is one job
			f.paid = max(f.paid, -(1-n.idle)*math.Expm1(-n.active))
		}
	}
	if n.monthly {
		f.paid = f.peak
	}
	p.priceFleet(f, n)
}

// priceFleet is what one fleet costs per hour: its instances, their volumes or
// memory, and their way out to the internet.
func (p *plan) priceFleet(f *fleet, n *need) {
	m := f.size
	if m.Container == nil {
		f.cost = p.list.Hourly(m, f.paid, p.volume(m))
	} else {
		f.paidGB = max(f.paid*m.GB, f.paid*n.base(m)+(1-n.idle)*n.activeGB*n.headroom)
		if m.Container.Metered {
			// those that serve at least one of the requests in flight, spread evenly; more of both, more of them
			f.serving = -f.active * math.Expm1(-n.flight/f.active) * (1 - n.idle)
			if n.jobs {
				f.serving = f.paid
			}
		}
		f.cost, f.metered = m.Container.Cost(f.paid*m.VCPU+n.others*n.small.VCPU, f.paidGB+n.others*n.small.GB,
			f.serving*m.VCPU, n.callsUSD, n.planUSD)
	}
	if p.exits(m) {
		usd, _ := p.exit(p.leaving(f))
		f.cost += usd / p.pools
	}
	if m.TrafficGB > 0 && !p.s.Vendor { // a larger one brings more along
		f.cost += p.list.Cost(pricing.Egress, p.billedEgress(m.TrafficGB*f.paid)) / hoursPerMonth
	}
}
