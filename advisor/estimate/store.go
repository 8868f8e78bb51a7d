package estimate

import (
	"math"

	"archadvisor/advisor/pricing"
)

// keepState sizes what keeps the state: one store for a monolith and for a set of
// functions, one per group of services for services. A relational store runs
// twice in production (a standby in another zone) where the availability target
// asks for it; a key-value store is paid by the request. Who does not need ad-hoc joins takes the cheaper of the two. Each
// other environment has the smallest store, once.
func (p *plan) keepState() {
	w := &p.w
	if !w.stores {
		return
	}
	if p.s.form == onOneServer { // on the same machine
		p.stores = 1
		return
	}
	p.stores = 1
	if p.s.Arch == Microservices {
		p.stores = max(1, math.Round(p.services/p.a.servicesPerStore))
	}
	queries := p.a.queries.mid * p.sc.QueriesFactor
	relational := p.sizeDatabase(w.sizing*queries/p.stores, w.mean*queries/p.stores)
	gb := p.a.storeGB*p.stores + p.a.storeGBPerRPS*w.allMean
	if p.keyedIsCheaper(relational, queries, gb) {
		p.store = storeChoice{keyed: true}
		p.chargeKeyed(queries)
		p.charge(pricing.KeyValueStorage, gb)
		return
	}
	p.chargeDatabase(gb)
}

// sizeDatabase chooses the relational store of one group and returns its price
// per hour, that of the other environments included: the smallest machine that
// answers the queries of the busiest minute, several of the largest beyond it, or
// capacity units that follow the load.
func (p *plan) sizeDatabase(peakQueries, meanQueries float64) float64 {
	load := peakQueries / p.a.queriesPerVCPU / p.a.utilisation
	sizes := p.list.Databases
	m := &sizes[len(sizes)-1]
	for i := range sizes {
		if sizes[i].VCPU >= load {
			m = &sizes[i]
			break
		}
	}
	copies := p.storeCopies()
	count := max(1, math.Ceil(load/m.VCPU)) * copies
	p.store = storeChoice{machine: m, count: count, standby: copies > 1}
	others := p.w.environments - 1
	cost := m.Hour.Of(count) + sizes[0].Hour.Of(others)
	if p.list.Charges(pricing.DatabaseUnits) {
		units := p.capacityUnits(meanQueries)
		if c := p.list.Cost(pricing.DatabaseUnits, units+others*leastUnits); c < cost {
			p.store = storeChoice{pooled: true, count: units, standby: copies > 1}
			cost = c
		}
	}
	return cost
}

// storeCopies is how many copies of a relational store production has: a standby
// beside it where one alone would use up what the target leaves to the platform.
func (p *plan) storeCopies() float64 {
	if p.loneSuffices(p.a.loneDown) {
		return 1
	}
	return p.a.replicas
}

// leastUnits is the least capacity of a serverless database that does not pause.
const leastUnits = 0.5

// capacityUnits is the mean capacity of a serverless database, standby included:
// half a unit at least.
func (p *plan) capacityUnits(meanQueries float64) float64 {
	units := meanQueries / p.a.queriesPerVCPU / p.a.utilisation * p.a.acuPerVCPU
	return max(leastUnits, units) * p.storeCopies()
}

func (p *plan) chargeDatabase(gb float64) {
	st, others := &p.store, p.w.environments-1
	if st.pooled {
		p.charge(pricing.DatabaseUnits, (st.count+others*leastUnits)*p.stores*hoursPerMonth)
	} else {
		p.charge(st.machine.Meter, st.count*p.stores*hoursPerMonth)
		p.charge(p.list.Databases[0].Meter, others*p.stores*hoursPerMonth)
	}
	p.charge(pricing.DatabaseStorage, gb*(p.storeCopies()+others*p.a.nonproduction))
}

// keyedIsCheaper compares the stores, those of the other environments included.
func (p *plan) keyedIsCheaper(relational, queries, gb float64) bool {
	if p.w.relational || !p.list.Charges(pricing.KeyValueReads) {
		return false
	}
	others := p.w.environments - 1
	reads, writes := p.keyedUnits(queries)
	keyed := p.list.Cost(pricing.KeyValueReads, reads) + p.list.Cost(pricing.KeyValueWrites, writes) + p.list.Cost(pricing.KeyValueStorage, gb)
	return keyed < relational*p.stores*hoursPerMonth+p.list.Cost(pricing.DatabaseStorage, gb*(p.storeCopies()+others*p.a.nonproduction))
}

// keyedUnits are the monthly reads and writes of a key-value store; where both
// are sold in one unit, all are reads. Half a read unit each: eventually
// consistent reads of up to 4 KB on DynamoDB.
func (p *plan) keyedUnits(queries float64) (reads, writes float64) {
	all := p.w.mean * secondsPerMonth * queries * (1 + p.testing())
	reads, writes = all*p.a.readShare, all*(1-p.a.readShare)
	reads *= p.c.unitsOfRead
	if !p.list.Charges(pricing.KeyValueWrites) {
		reads, writes = reads+writes*p.a.writeUnits, 0
	}
	return reads, writes
}

func (p *plan) chargeKeyed(queries float64) {
	reads, writes := p.keyedUnits(queries)
	p.charge(pricing.KeyValueReads, reads)
	p.charge(pricing.KeyValueWrites, writes)
}
