package pricing

import "math"

// machineHour is the price of a machine: given under one of the names, or that
// of the instance type in the book.
func machineHour(c *Catalogue, in *inputs, cloud string, names ...string) (Tariff, error) {
	machineType := in.word("instance_type", "machine_type", "node")
	for _, name := range names {
		if in.has(name) {
			t := Tariff{Per: 1, Price: &Price{Cloud: cloud, Service: "machine", Item: machineType, Unit: "USD/h"}}
			in.context(names...)
			return t.At(in.number(name, 0), "given with the inputs: "+name), nil
		}
	}
	r, err := c.Machine(cloud, machineType)
	return r.Hour, err
}

// word is the first of several words that is given, "" if none is.
func (in *inputs) word(names ...string) string {
	found := ""
	for _, name := range names {
		if word := in.text(name, ""); found == "" {
			found = word
		}
	}
	return found
}

// diskKinds are the inputs that add disks to machines, with their prices.
var diskKinds = []struct{ input, cloud, service, item string }{
	{"gp2_gb", "aws", "ebs", "gp2"},
	{"gp3_gb", "aws", "ebs", "gp3"},
	{"ebs_gb", "aws", "ebs", "gp3"},
	{"pd_standard_gb", "gcp", "pd", "standard"},
	{"pd_balanced_gb", "gcp", "pd", "balanced"},
	{"pd_ssd_gb", "gcp", "pd", "ssd"},
	{"premium_ssd_gb", "azure", "disk", "premium_ssd"},
	{"standard_ssd_gb", "azure", "disk", "standard_ssd"},
	{"volume_gb", "self-hosted", "volume", "gb"},
}

// disks bills the disks that the inputs name.
func disks(c *Catalogue, in *inputs) (Bill, error) {
	m := meter{record: true}
	for _, k := range diskKinds {
		if !in.has(k.input) {
			continue
		}
		t, err := c.Tariff(k.cloud, k.service, k.item)
		if err != nil {
			return Bill{}, err
		}
		m.add(&t, "disks, "+k.item, in.number(k.input, 0))
	}
	return Bill{Lines: m.lines}, nil
}

func machineKind(c *Catalogue, in *inputs) (Bill, error) {
	hour, err := machineHour(c, in, in.text("cloud", "aws"), "usd_h")
	if err != nil {
		return Bill{}, err
	}
	more, err := disks(c, in)
	if err != nil {
		return Bill{}, err
	}
	r := machines(hour.Times(savings(c, in, "")), Tariff{})
	in.context("arch")
	return join(r.Bill(MachineUse{Machines: in.number("instances", 1), Hours: in.hours(c)}), more), nil
}

// fleetKind bills a number of machines; what led to the number is context.
func fleetKind(c *Catalogue, in *inputs) (Bill, error) {
	in.need("instances")
	in.context("requests", "duration_ms", "memory_mb")
	in.context(sizingWords...)
	return machineKind(c, in)
}

// fleetBalancerKind bills the machines that a measured rate asks for, at least
// a minimum, behind one load balancer whose capacity units follow the rate: one
// request is taken as one new connection.
func fleetBalancerKind(c *Catalogue, in *inputs) (Bill, error) {
	hour, err := machineHour(c, in, in.text("cloud", "aws"), "usd_h")
	if err != nil {
		return Bill{}, err
	}
	alb, err := c.ALB()
	if err != nil {
		return Bill{}, err
	}
	in.rate(&alb.Hour, "alb_usd_h", 1)
	in.rate(&alb.LCUHour, "lcu_usd", 1)
	rps, hours := in.need("rps"), in.hours(c)
	count := in.number("min_instances", 1)
	if in.has("measured_rps_per_instance") {
		count = math.Max(count, math.Ceil(rps/math.Max(in.number("measured_rps_per_instance", 1), 1e-9)))
	}
	if in.has("instances") {
		count = math.Max(count, in.number("instances", 0))
	}
	r := machines(hour.Times(savings(c, in, "")), Tariff{})
	return join(
		r.Bill(MachineUse{Machines: count, Hours: hours}),
		alb.Bill(BalancerUse{NewPerSecond: rps, GBPerHour: in.number("gb_per_hour", 0), Hours: hours}),
	), nil
}

// fargateRates reads the rates of tasks; prices are given by the hour or, as
// AWS's page has them, by the second.
func fargateRates(c *Catalogue, in *inputs) (FargateRates, error) {
	r, err := c.Fargate(architecture(in))
	if err != nil {
		return r, err
	}
	in.rate(&r.VCPUHour, "usd_vcpu_s", 3600)
	in.rate(&r.GBHour, "usd_gb_s", 3600)
	in.rate(&r.VCPUHour, "usd_vcpu_h", 1)
	in.rate(&r.GBHour, "usd_gb_h", 1)
	in.rate(&r.DiskGBHour, "usd_ephemeral_gb_s", 3600)
	left := 1 - in.number("discount_pct", 0)/100
	r.VCPUHour, r.GBHour = r.VCPUHour.Times(left), r.GBHour.Times(left)
	return r, nil
}

// fargateTasks reads the tasks of a month: so many seconds a day on so many
// days, or hours that are run through.
func fargateTasks(c *Catalogue, in *inputs) FargateUse {
	u := FargateUse{
		Tasks:    in.first(1, "tasks", "pods"),
		VCPU:     in.need("vcpu"),
		MemoryGB: in.need("memory_gb"),
		DiskGB:   in.number("ephemeral_gb", 0),
		Seconds:  in.hours(c) * 3600,
	}
	days := in.number("days", 30)
	switch {
	case in.has("seconds_per_day"):
		u.Seconds, u.Runs = in.number("seconds_per_day", 0), days
	case in.has("hours_per_day"):
		u.Seconds, u.Runs = in.number("hours_per_day", 0)*3600, days
	case in.has("seconds"):
		u.Seconds = in.number("seconds", 0)
	case in.has("days") && !in.has("hours"):
		u.Seconds = days * 86400
	}
	return u
}

func fargateKind(c *Catalogue, in *inputs) (Bill, error) {
	r, err := fargateRates(c, in)
	if err != nil {
		return Bill{}, err
	}
	return r.Bill(fargateTasks(c, in)), nil
}

// fargateMonthKind bills tasks that run all month.
func fargateMonthKind(c *Catalogue, in *inputs) (Bill, error) { return fargateKind(c, in) }

func fargateWindowsKind(c *Catalogue, in *inputs) (Bill, error) {
	r, err := c.FargateWindows()
	if err != nil {
		return Bill{}, err
	}
	in.rate(&r.VCPUSecond, "usd_vcpu_s", 1)
	in.rate(&r.OSVCPUSecond, "usd_os_vcpu_s", 1)
	in.rate(&r.GBSecond, "usd_gb_s", 1)
	in.context("arch")
	return r.Bill(fargateTasks(c, in)), nil
}
