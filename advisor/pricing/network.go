package pricing

import (
	"math"
)

// EgressRates are the prices of traffic that leaves a cloud, and of traffic
// between its zones.
type EgressRates struct {
	Internet  Tariff  // per GB
	CrossZone Tariff  // per GB and direction
	FreeGB    float64 // to the internet, per month
}

// Egress resolves aws, gcp, azure or self-hosted. On rented servers FreeGB is
// what comes with one server.
func (c *Catalogue) Egress(cloud string) (EgressRates, error) {
	r := resolver{c: c}
	switch cloud {
	case "gcp":
		return EgressRates{
			Internet:  r.tariff(cloud, "egress_premium", "internet_gib"),
			CrossZone: r.tariff(cloud, "egress", "cross_zone"),
			FreeGB:    r.value(cloud, "egress_premium", "free_gib"),
		}, r.err
	case "azure":
		return EgressRates{
			Internet:  r.tariff(cloud, "egress", "internet_gb"),
			CrossZone: r.tariff(cloud, "egress", "cross_zone"),
			FreeGB:    r.value(cloud, "egress", "free_gb"),
		}, r.err
	case "self-hosted":
		gb := r.tariff(cloud, "egress", "gb")
		return EgressRates{
			Internet:  gb,
			CrossZone: gb.Times(0),
			FreeGB:    r.value(cloud, "egress", "free_gb_per_server"),
		}, r.err
	}
	return EgressRates{
		Internet:  r.tariff(cloud, "egress", "internet_gb"),
		CrossZone: r.tariff(cloud, "egress", "cross_az_each_way"),
		FreeGB:    r.value(cloud, "egress", "free_gb_month"),
	}, r.err
}

// EgressUse is a month of traffic.
type EgressUse struct {
	InternetGB  float64
	CrossZoneGB float64 // counted once for each direction that is billed
	FreeGB      float64 // what is taken of the grant
}

// Cost is the monthly price in USD.
func (r *EgressRates) Cost(u EgressUse) float64 {
	var m meter
	r.charge(u, &m)
	return m.usd
}

// Bill is Cost in line items.
func (r *EgressRates) Bill(u EgressUse) Bill {
	m := meter{record: true}
	r.charge(u, &m)
	return Bill{Lines: m.lines}
}

func (r *EgressRates) charge(u EgressUse, m *meter) {
	m.add(&r.Internet, "traffic to the internet", above(u.InternetGB, u.FreeGB))
	m.add(&r.CrossZone, "traffic between zones", u.CrossZoneGB)
}

// NATRates are the prices of address translation for private networks. AWS and
// Azure charge each gateway by the hour; Google charges by virtual machine, up
// to a cap beyond which a gateway costs a flat price.
type NATRates struct {
	Hour  Tariff  // per gateway-hour, or per VM-hour on Google
	GB    Tariff  // per GB processed
	VMCap float64 // on Google: machines beyond this many are free; else +Inf
}

// NAT resolves aws, azure or gcp.
func (c *Catalogue) NAT(cloud string) (NATRates, error) {
	r := resolver{c: c}
	if cloud == "gcp" {
		return NATRates{
			Hour:  r.tariff("gcp", "nat", "vm_hour"),
			GB:    r.tariff("gcp", "nat", "gb"),
			VMCap: r.quirk("gcp", "nat", "vm_cap"),
		}, r.err
	}
	return NATRates{
		Hour:  r.tariff(cloud, "nat", "hour"),
		GB:    r.tariff(cloud, "nat", "gb"),
		VMCap: math.Inf(1),
	}, r.err
}

// NATUse is a month of address translation.
type NATUse struct {
	Gateways float64 // one per zone; on Google, virtual machines served
	Hours    float64
	GB       float64
}

// Cost is the monthly price in USD.
func (r *NATRates) Cost(u NATUse) float64 {
	var m meter
	r.charge(u, &m)
	return m.usd
}

// Bill is Cost in line items.
func (r *NATRates) Bill(u NATUse) Bill {
	m := meter{record: true}
	r.charge(u, &m)
	return Bill{Lines: m.lines}
}

func (r *NATRates) charge(u NATUse, m *meter) {
	m.add(&r.Hour, "NAT hours", math.Min(u.Gateways, r.VMCap)*u.Hours)
	m.add(&r.GB, "NAT data", u.GB)
}
