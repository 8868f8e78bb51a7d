package pricing

import (
	"cmp"
	"fmt"
)

// Size is a size that can be rented: a virtual machine, a node, a container or a database.
type Size struct {
	Label     string // "c7g.large"
	VCPU, GB  float64
	Baseline  float64 // share of the vCPU that may be used all day (burstable: below 1)
	MostGB    float64 // containers choose between GB and MostGB
	DiskGB    float64 // local disk that comes with it
	TrafficGB float64 // to users that comes with it a month, beyond what the tariff grants a server
	Alone     bool    // a database that can have no standby, or whose standby the provider answers for nothing
	Meter     Meter   // what its hours are counted by
	hour      float64 // USD; of a container the least
	Container *ContainerRates
}

// Hourly is what n of a size cost per hour, each with a volume of so many GB beside it.
func (l *List) Hourly(size *Size, n, diskGB float64) float64 {
	return n * (size.hour + diskGB*l.tariffs[Disk].tiers[0].price/HoursPerMonth)
}

// sizeRow is a size in a book.
type sizeRow struct {
	Service  string  `toml:"service"`
	Item     string  `toml:"item"`   // the price of one; with per_gb, of one vCPU
	PerGB    string  `toml:"per_gb"` // where vCPU and memory are sold apart
	Label    string  `toml:"label"`  // default: the item
	VCPU     float64 `toml:"vcpu"`
	GB       float64 `toml:"gb"`
	MostGB   float64 `toml:"most_gb"`
	Baseline float64 `toml:"baseline"` // default: 1
	DiskGB   float64 `toml:"disk_gb"`  // included in the price
	Traffic  float64 `toml:"traffic_gb"`
	Alone    bool    `toml:"alone"`
}

// addSizes resolves machines and databases, each with a meter and a tariff of its own, and names the containers.
func (l *List) addSizes(c *Catalogue, cloud string) {
	next, sold := numMeters, c.books[cloud]
	for _, list := range []struct {
		kind string
		rows []sizeRow
		out  *[]Size
	}{{"machine", sold.Machines, &l.Machines}, {"server", sold.Servers, &l.Servers},
		{"platform", sold.Platforms, &l.Platforms}, {"gpu", sold.GPUs, &l.GPUs}, {"database", sold.Databases, &l.Databases}} {
		for _, row := range list.rows {
			t := c.sizeTariff(cloud, row)
			t.ID, t.Name = TariffID(cloud+"/"+list.kind), cmp.Or(row.Label, row.Item)
			l.tariffs[next] = t
			*list.out = append(*list.out, Size{Label: t.Name, VCPU: row.VCPU, GB: row.GB, MostGB: row.GB, Baseline: cmp.Or(row.Baseline, 1),
				DiskGB: row.DiskGB, TrafficGB: row.Traffic, Alone: row.Alone, Meter: next, hour: t.tiers[0].price})
			next++
		}
	}
	if len(l.Servers) == 0 {
		l.Servers = l.Machines
	}
	l.addContainers(sold.Containers)
}

// sizeTariff is the price of a size: of one, or of its vCPUs and its memory.
func (c *Catalogue) sizeTariff(cloud string, row sizeRow) Tariff {
	t := c.resolve(cloud, row.Service, row.Item)
	if row.PerGB == "" {
		return t.perHour()
	}
	p := *t.tiers[0].of
	p.Value = row.VCPU*p.Value + row.GB*c.find(key{price, cloud, row.Service, row.PerGB}).Value
	return flat(&p)
}

// ContainerRates are the prices of managed containers per hour: by the instance,
// whatever it does, or metered, with a lower price while it waits.
type ContainerRates struct {
	Metered            bool
	instance           bool
	vcpu, gb           float64
	busy, idle, busyGB float64
}

// Cost is what so many vCPU and GB cost per hour, busy vCPUs among them, and whether metering, with what its calls
// cost, is the cheaper way; a plan by the instance may have a fee of its own.
func (r *ContainerRates) Cost(vcpu, gb, busy, calls, plan float64) (usd float64, metered bool) {
	usd = vcpu*r.vcpu + gb*r.gb + plan
	if r.Metered {
		if byUse := busy*r.busy + (vcpu-busy)*r.idle + gb*r.busyGB + calls; !r.instance || byUse < usd {
			return byUse, true
		}
	}
	return usd, false
}

// addContainers reads the rates and names the sizes. Grants are left out of
// always-on capacity: they are below five dollars.
func (l *List) addContainers(rows []sizeRow) {
	rates := &ContainerRates{
		instance: l.Charges(ContainerVCPU), Metered: l.Charges(BusyVCPU),
		vcpu: l.hourly(ContainerVCPU), gb: l.hourly(ContainerMemory),
		busy: l.hourly(BusyVCPU), idle: l.hourly(IdleVCPU), busyGB: l.hourly(BusyMemory),
	}
	for _, row := range rows {
		usd, _ := rates.Cost(row.VCPU, row.GB, 0, 0, 0)
		l.Containers = append(l.Containers, Size{Label: fmt.Sprint(row.VCPU) + " vCPU", VCPU: row.VCPU, GB: row.GB, MostGB: row.MostGB,
			Baseline: cmp.Or(row.Baseline, 1), hour: usd, Container: rates})
	}
}
