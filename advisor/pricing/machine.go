package pricing

import "strings"

// MachineRates are the prices of virtual machines of one type. Rented servers
// are priced by the month; their hour is a share of it.
type MachineRates struct {
	Hour Tariff // per machine-hour, discounts taken off
	Disk Tariff // per GB-month

	item string // what the machine is called on a bill
}

// Machine resolves a machine type of a cloud with the usual network disk:
// gp3, pd-balanced, standard SSD or a volume.
func (c *Catalogue) Machine(cloud, machineType string) (MachineRates, error) {
	r := resolver{c: c}
	var hour, disk Tariff
	switch cloud {
	case "gcp":
		hour, disk = r.tariff(cloud, "gce", machineType), r.tariff(cloud, "pd", "balanced")
	case "azure":
		hour, disk = r.tariff(cloud, "vm", machineType), r.tariff(cloud, "disk", "standard_ssd")
	case "self-hosted":
		hour, disk = r.hourly(cloud, "server", machineType), r.tariff(cloud, "volume", "gb")
	default:
		hour, disk = r.tariff(cloud, "ec2", machineType), r.tariff(cloud, "ebs", "gp3")
	}
	return machines(hour, disk), r.err
}

// hourly is a price by the month as one by the hour.
func (r *resolver) hourly(cloud, service, item string) Tariff {
	month := r.tariff(cloud, service, item)
	hours, err := r.c.Assumption("hours_per_month")
	if err != nil {
		r.keep(err)
		return month
	}
	p := *month.Price
	p.Value /= hours.Value
	p.Unit = "USD/h"
	return Tariff{Tiers: Flat(p.Value), Per: 1, Price: &p}
}

// machines are the rates of machines at a price by the hour.
func machines(hour, disk Tariff) MachineRates {
	return MachineRates{Hour: hour, Disk: disk, item: machineItem(hour.Price)}
}

// MachineUse is a month of machines of one type.
type MachineUse struct {
	Machines float64
	Hours    float64 // of each
	DiskGB   float64 // of each
}

// Cost is the monthly price in USD.
func (r *MachineRates) Cost(u MachineUse) float64 {
	var m meter
	r.charge(u, &m)
	return m.usd
}

// Bill is Cost in line items.
func (r *MachineRates) Bill(u MachineUse) Bill {
	m := meter{record: true}
	r.charge(u, &m)
	return Bill{Lines: m.lines}
}

func (r *MachineRates) charge(u MachineUse, m *meter) {
	m.add(&r.Hour, r.item, u.Machines*u.Hours)
	m.add(&r.Disk, "disks", u.Machines*u.DiskGB)
}

// machineItem is what a machine is called on a bill.
func machineItem(p *Price) string {
	if p.Cloud == "self-hosted" {
		return "servers, " + strings.ReplaceAll(p.Item, "_", " ")
	}
	return "machines, " + p.Item
}
