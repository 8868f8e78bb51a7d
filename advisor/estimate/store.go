package estimate

import (
	"math"

	"archadvisor/advisor/pricing"
)

// keepState sizes what keeps the state. Three kinds compete, each at its own prices for capacity, storage, I/O and
// backups, that of the other environments included: a managed machine, capacity units that follow the load, and, where
// nobody asks for ad-hoc joins and the parts do not share tables and transactions, a key-value store; for one process only
// if it runs for a job. What lives in the memory of a process is loaded and saved now and then.
func (p *plan) keepState() {
	w := &p.w
	if !w.stores {
		return
	}
	p.stores = 1
	if p.s.Form == onOneServer { // on the same machine
		return
	}
	if p.s.arch == Microservices {
		p.stores = max(1, math.Round(p.services/p.a.ServicesPerStore))
	}
	kept := 1.0 // share of the requests that reach the store
	if w.inMemory && !p.s.Form.called() {
		kept = p.a.SavedShare
	}
	queries := p.a.DBQueriesPerRequest.Value * p.sc.QueriesFactor * kept
	data := p.a.StoreGB + p.a.StoreGBPerRPS*w.allMean*kept
	gb := data + p.a.StoreGB*(p.stores-1) // each volume has room of its own; what is charged by the byte is the same data
	var best, q pricing.Quantities
	p.store = p.onMachines(&best, w.sizing*queries/p.stores, gb)
	usd := p.list.Total(&best)
	if p.list.Charges(pricing.DatabaseUnits) {
		p.rather(&best, &q, &usd, p.onUnits(&q, w.mean*queries, data))
	}
	if (p.s.arch != Monolith || p.fleet.jobs) && !w.joined && w.coupling != tight && p.list.Charges(pricing.KeyValueReads) {
		q = pricing.Quantities{}
		p.rather(&best, &q, &usd, p.byRequest(&q, queries, data))
	}
	p.used.Join(&best)
}

// inRegions is a system that runs in several regions at once: each has all of what runs always, for the others may
// fail, its share of the load, and a copy of the data, to which every write goes, a kilobyte each.
func (p *plan) inRegions() {
	n := p.w.regions
	if n <= 1 {
		return
	}
	p.used.InEach(n)
	p.est.Instances *= n
	if p.stores > 0 {
		writes := p.w.mean * secondsPerMonth * p.a.DBQueriesPerRequest.Value * p.sc.QueriesFactor * (1 - p.a.DBReadShare)
		p.charge(pricing.CrossRegion, writes*(n-1)/1e6)
	}
}

// share bills a cache that tells all copies of a process what concerns the connections that
// the others hold; a second node where the target asks for it.
func (p *plan) share() {
	if w := &p.w; w.interaction == websocket && !w.inMemory && !p.s.Lone && !p.s.Form.called() {
		p.charge(pricing.SharedCache, p.storeCopies()*hoursPerMonth)
	}
}

// rather takes another store if it costs less than so much a month.
func (p *plan) rather(best, other *pricing.Quantities, usd *float64, store storeChoice) {
	if cost := p.list.Total(other); cost < *usd {
		*best, *usd, p.store = *other, cost, store
	}
}

// put is charge for a bill that may not be taken.
func (p *plan) put(q *pricing.Quantities, m pricing.Meter, quantity float64) {
	if p.list.Charges(m) {
		q.Add(m, quantity)
	}
}

// onMachines is the smallest machine that answers the queries of the busiest minute, or
// several of the largest beyond it.
func (p *plan) onMachines(q *pricing.Quantities, peakQueries, gb float64) storeChoice {
	load, copies := peakQueries/p.a.DBQueriesPerVCPUS/p.a.TargetUtilisation, p.storeCopies()
	sizes := p.list.Databases
	m := &sizes[len(sizes)-1]
	for i := range sizes {
		if sizes[i].VCPU >= load && (copies == 1 || !sizes[i].Alone) {
			m = &sizes[i]
			break
		}
	}
	count := max(1, math.Ceil(load/m.VCPU)) * copies
	p.put(q, m.Meter, count*p.stores*hoursPerMonth)
	p.put(q, sizes[0].Meter, p.otherStores(copies)*hoursPerMonth)
	p.put(q, pricing.DatabaseStorage, gb*(copies+p.others()*p.a.NonproductionSize))
	p.backUp(q, gb)
	p.reach(q)
	p.pool(q, m, count)
	return storeChoice{machine: m, count: count, standby: copies > 1}
}

// otherStores is the machine that the other environments share; where one copy is enough in
// production and no audit asks, theirs are databases beside it on the same machine.
func (p *plan) otherStores(copies float64) float64 {
	if copies <= 1 && !p.w.audited {
		return 0
	}
	return p.others()
}

// backUp is what backups take beyond the size of the database; on rented servers all.
func (p *plan) backUp(q *pricing.Quantities, gb float64) {
	p.put(q, pricing.Backups, gb*p.a.BackupShare)
	if !p.list.Charges(pricing.Backups) {
		p.put(q, pricing.Snapshots, gb)
	}
}

// storeCopies is how many copies of a relational store production has: a standby
// beside it where one alone would use up what the target leaves to the platform, or two.
func (p *plan) storeCopies() float64 {
	if p.loneSuffices(p.a.loneDown) {
		return 1
	}
	if p.w.availability >= p.a.ThirdStoreAvailability/100 {
		return p.a.MinReplicas + 1
	}
	return p.a.MinReplicas
}

// leastUnits is the least capacity of a serverless database that does not pause.
const leastUnits = 0.5

// onUnits is the mean capacity of a serverless database, standby included, half a unit at
// least for each, with its own storage, which counts once whatever the copies, and I/O.
func (p *plan) onUnits(q *pricing.Quantities, queries, gb float64) storeChoice {
	copies := p.storeCopies()
	units := max(leastUnits, queries/p.stores/p.a.DBQueriesPerVCPUS/p.a.TargetUtilisation*p.a.ACUPerVCPU) * copies
	p.put(q, pricing.DatabaseUnits, (units*p.stores+p.otherStores(copies)*leastUnits)*hoursPerMonth)
	p.put(q, pricing.PooledStorage, gb*(1+p.others()*p.a.NonproductionSize))
	p.put(q, pricing.PooledIO, queries*secondsPerMonth*p.a.PooledIOPerQuery)
	p.backUp(q, gb)
	p.reach(q)
	return storeChoice{count: units, standby: copies > 1}
}

// byRequest are the monthly reads and writes of a key-value store; where both are sold in one unit, all are reads. Half
// a read unit each: eventually consistent reads of up to 4 KB on DynamoDB.
func (p *plan) byRequest(q *pricing.Quantities, queries, gb float64) storeChoice {
	all := p.w.mean * secondsPerMonth * queries * (1 + p.testing())
	reads, writes := all*p.a.DBReadShare*p.c.unitsOfRead, all*(1-p.a.DBReadShare)
	if !p.list.Charges(pricing.KeyValueWrites) {
		reads, writes = reads+writes*p.a.CosmosWriteRU, 0
	}
	p.put(q, pricing.KeyValueReads, reads)
	p.put(q, pricing.KeyValueWrites, writes)
	p.put(q, pricing.KeyValueStorage, gb)
	return storeChoice{keyed: true}
}

// reach is how functions, which stand outside any private network, reach a relational store: by a public address of its
// own, or, where audits ask for a private network, from inside one, with a way out by NAT.
func (p *plan) reach(q *pricing.Quantities) {
	switch {
	case p.s.Form != onFunctions && p.s.Form != onWarm:
	case p.w.audited && p.list.Charges(pricing.NATHour):
		p.translate(q, p.copies()+p.others())
	default:
		p.put(q, pricing.PublicAddress, (1+p.otherStores(p.storeCopies()))*hoursPerMonth)
	}
}

// pool is a proxy where functions hold more connections than a machine takes.
func (p *plan) pool(q *pricing.Quantities, m *pricing.Size, count float64) {
	if p.s.arch == Serverless && p.s.Form.called() && p.w.peak*p.run > m.GB*p.a.DBConnectionsPerGB {
		p.put(q, pricing.DatabaseProxy, max(2, m.VCPU)*count*hoursPerMonth)
	}
}
