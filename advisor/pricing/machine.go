package pricing

import "strings"

// MachineRates are the prices of virtual machines of one type. Rented servers
// are priced by the month; their hour is a share of it.
type MachineRates struct {
	Hour Tariff // per machine-hour, discounts taken off
	Disk Tariff // per GB-month
}

// Machine resolves a machine type of a cloud with the usual network disk:
// gp3, pd-balanced, standard SSD or a volume.
func (c *Catalogue) Machine(cloud, machineType string) (MachineRates, error) {
	r := resolver{c: c}
	switch cloud {
	case "gcp":
		return MachineRates{r.tariff(cloud, "gce", machineType), r.tariff(cloud, "pd", "balanced")}, r.err
	case "azure":
		return MachineRates{r.tariff(cloud, "vm", machineType), r.tariff(cloud, "disk", "standard_ssd")}, r.err
	case "self-hosted":
		hours, err := c.Assumption("hours_per_month")
		if err != nil {
			return MachineRates{}, err
		}
		month := r.tariff(cloud, "server", machineType)
		hour := *month.Price
		hour.Value /= hours.Value
		hour.Unit = "USD/h"
		return MachineRates{Tariff{Flat(hour.Value), 1, &hour}, r.tariff(cloud, "volume", "gb")}, r.err
	}
	return MachineRates{r.tariff(cloud, "ec2", machineType), r.tariff(cloud, "ebs", "gp3")}, r.err
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
	m.add(&r.Hour, machineItem(r.Hour.Price), u.Machines*u.Hours)
	m.add(&r.Disk, "disks", u.Machines*u.DiskGB)
}

// machineItem is what a machine is called on a bill.
func machineItem(p *Price) string {
	if p.Cloud == "self-hosted" {
		return "servers, " + strings.ReplaceAll(p.Item, "_", " ")
	}
	return "machines, " + p.Item
}
