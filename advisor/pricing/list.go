package pricing

import "strings"

// maxItems bounds the meters of one list, sizes included; maxLines the lines of one bill.
const (
	maxItems = 96
	maxLines = 32
)

// List is what one cloud charges for, ready to be multiplied. It is immutable.
type List struct {
	tariffs    [maxItems]Tariff
	Machines   []Size // virtual machines and nodes, cheapest first
	Servers    []Size // small servers with disk and traffic included, cheapest first; Machines where none are sold
	Platforms  []Size // instances that a vendor sells on top of the cloud, disk and traffic included, cheapest first
	GPUs       []Size // machines with a GPU
	Containers []Size // sizes of a managed container, smallest first
	Databases  []Size // managed relational databases, smallest first
}

// Quantities is a bill in the making: what is used, without an allocation.
type Quantities struct {
	lines [maxLines]quantity
	n     int
	line  [maxItems]uint8 // of a meter, counted from 1; 0: none
}

type quantity struct {
	meter  Meter
	amount float64
}

// Add puts a monthly amount of a meter on the bill; nothing is no line. A second
// amount of a meter joins the first, because tiers and grants go by the total.
func (q *Quantities) Add(m Meter, amount float64) {
	if amount <= 0 {
		return
	}
	if i := q.line[m]; i > 0 {
		q.lines[i-1].amount += amount
		return
	}
	q.lines[q.n] = quantity{m, amount}
	q.n++
	q.line[m] = uint8(q.n)
}

// Amount is what the bill has of a meter.
func (q *Quantities) Amount(m Meter) float64 {
	if i := q.line[m]; i > 0 {
		return q.lines[i-1].amount
	}
	return 0
}

// InEach is the bill of a system that stands in so many regions at once: what it has
// counts in each, what its load uses once.
func (q *Quantities) InEach(regions float64) {
	for i := range q.lines[:q.n] {
		if l := &q.lines[i]; l.meter < BusyVCPU || l.meter >= numMeters { // it does not count the load
			l.amount *= regions
		}
	}
}

// Join puts all amounts of another bill on this one.
func (q *Quantities) Join(o *Quantities) {
	for _, l := range o.lines[:o.n] {
		q.Add(l.meter, l.amount)
	}
}

// Charges says that this cloud charges for a meter.
func (l *List) Charges(m Meter) bool { return l.tariffs[m].tiers[0].of != nil }

// Cost is what a monthly amount costs, grants and tiers included.
func (l *List) Cost(m Meter, amount float64) float64 { return l.tariffs[m].Cost(amount) }

// First is what an amount costs at the price of the first tier, without a grant.
func (l *List) First(m Meter, amount float64) float64 { return l.tariffs[m].tiers[0].price * amount }

// Total is the sum of the lines in their order: Lines adds the same numbers in
// the same order, so that it agrees to the last bit.
func (l *List) Total(q *Quantities) float64 {
	sum := 0.0
	for i := 0; i < q.n; i++ {
		sum += l.tariffs[q.lines[i].meter].Cost(q.lines[i].amount)
	}
	return sum
}

// Lines itemises a bill.
func (l *List) Lines(q *Quantities) []Line {
	out := make([]Line, 0, q.n)
	for i := 0; i < q.n; i++ {
		out = append(out, l.tariffs[q.lines[i].meter].Line(q.lines[i].amount))
	}
	return out
}

// PerServer is the amount of a meter that each server brings along, 0 where the grant is for the account.
func (l *List) PerServer(m Meter) float64 {
	if t := &l.tariffs[m]; t.perServer {
		return t.free
	}
	return 0
}

// Counted is how many of n are charged: one for as many as the price covers, and
// no more than cost anything. ok is false where the tariff has no such rule.
func (l *List) Counted(m Meter, n float64) (counted float64, ok bool) { return l.tariffs[m].counted(n) }

// Units is the number of capacity units of a load at this cloud's balancer.
func (l *List) Units(load Traffic) float64 { return l.tariffs[BalancerUnit].capacity.Units(load) }

// ByVolume says that a meter is charged by data and not by the piece.
func (l *List) ByVolume(m Meter) bool {
	return l.Charges(m) && quantityUnit(l.tariffs[m].tiers[0].of.Unit) == "GiB"
}

// PerHour is how many units of a meter one hour has: 3,600 where it is billed by the second.
func (l *List) PerHour(m Meter) float64 {
	if l.Charges(m) && strings.HasSuffix(l.tariffs[m].tiers[0].of.Unit, "-s") {
		return 3600
	}
	return 1
}

// hourly is the price of a meter that runs, per hour, whatever its own unit.
func (l *List) hourly(m Meter) float64 { return l.tariffs[m].tiers[0].price * l.PerHour(m) }

// List resolves everything that a cloud charges for.
func (c *Catalogue) List(cloud string) *List {
	l := &List{}
	for _, owner := range []string{cloud, "shared"} {
		for _, row := range c.books[owner].Tariffs {
			l.tariffs[row.Meter] = c.tariff(owner, row)
		}
	}
	l.addSizes(c, cloud)
	return l
}

func (c *Catalogue) tariff(cloud string, row tariffRow) Tariff {
	t := c.resolve(cloud, row.Service, row.Price).perHour()
	t.ID, t.Name, t.perServer = TariffID(cloud+"/"+meterNames[row.Meter]), row.Name, row.PerServer
	if row.Free != "" && !(c.ungranted && !row.PerServer) { // what comes with a server is no grant
		t.free = c.find(key{price, cloud, row.Service, row.Free}).Value
	}
	named := func(rule string) float64 { // 0 where the row names none
		if rule == "" {
			return 0
		}
		return c.find(key{billingRule, cloud, row.Service, rule}).Value
	}
	t.covers, t.most = named(row.Covers), named(row.Most)
	u := &row.Unit
	t.capacity = Capacity{named(u.Connections), named(u.Active), named(u.GBPerHour), named(u.FunctionGB), named(u.Mbps), named(u.Rules), named(u.FreeRules)}
	return t
}
