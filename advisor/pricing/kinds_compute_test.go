package pricing

import (
	"math"
	"strings"
)

// machineHour is the price of a machine: given under one of the names, or that of
// the size in the list, or of the type in the book.
func (b *billing) machineHour(cloud string, names ...string) Tariff {
	in := b.in
	word := in.word("instance_type", "machine_type", "node")
	l := b.c.List(cloud)
	t := l.tariffs[l.Machines[0].Meter]
	for _, size := range l.Machines {
		if l.tariffs[size.Meter].tiers[0].of.Item == word {
			t = l.tariffs[size.Meter]
		}
	}
	given := false
	for _, name := range names {
		given = given || in.has(name)
	}
	if t.tiers[0].of.Item != word && !given {
		t = b.at(t, cloud, t.tiers[0].of.Service, word).perHour()
	}
	return b.given(t, 1, names...)
}

// diskKinds are the inputs that add disks to machines, with their prices; those
// without an item are what the program bills.
var diskKinds = []struct{ input, cloud, service, item string }{
	{"gp2_gb", "aws", "ebs", "gp2"}, {"gp3_gb", "aws", "", ""}, {"ebs_gb", "aws", "", ""},
	{"pd_standard_gb", "gcp", "pd", "standard"}, {"pd_balanced_gb", "gcp", "", ""}, {"pd_ssd_gb", "gcp", "pd", "ssd"},
	{"premium_ssd_gb", "azure", "disk", "premium_ssd"}, {"standard_ssd_gb", "azure", "", ""}, {"volume_gb", "self-hosted", "", ""},
}

func (b *billing) disks() {
	for _, k := range diskKinds {
		if !b.in.has(k.input) {
			continue
		}
		t := b.tariff(k.cloud, Disk)
		if k.item != "" {
			t = b.at(t, k.cloud, k.service, k.item)
		}
		b.charge(t, "disks, "+k.input, b.in.number(k.input, 0))
	}
}

func machineKind(b *billing) {
	in := b.in
	hour := b.machineHour(in.text("cloud", "aws"), "usd_h").times(b.savings(""))
	b.charge(hour, "machines", in.number("instances", 1)*in.hours())
	b.disks()
	in.context("arch")
}

// fleetKind bills a number of machines; what led to the number is context.
func fleetKind(b *billing) {
	b.in.need("instances")
	b.in.context("requests", "duration_ms", "memory_mb")
	b.in.context(sizingWords...)
	machineKind(b)
}

// fleetBalancerKind bills the machines that a measured rate asks for, at least
// a minimum, behind one load balancer whose capacity units follow the rate: one
// request is taken as one new connection.
func fleetBalancerKind(b *billing) {
	in := b.in
	hour := b.machineHour(in.text("cloud", "aws"), "usd_h").times(b.savings(""))
	rps, hours := in.need("rps"), in.hours()
	count := in.number("min_instances", 1)
	if in.has("measured_rps_per_instance") {
		count = math.Max(count, math.Ceil(rps/math.Max(in.number("measured_rps_per_instance", 1), 1e-9)))
	}
	count = math.Max(count, in.number("instances", 0))
	b.charge(hour, "machines", count*hours)
	b.charge(b.given(b.tariff("aws", BalancerHour), 1, "alb_usd_h"), "load balancer hours", hours)
	unit := b.given(b.tariff("aws", BalancerUnit), 1, "lcu_usd")
	units := unit.capacity.Units(Traffic{Connections: rps, GBPerHour: in.number("gb_per_hour", 0)})
	b.charge(unit, "load balancer capacity units", units*hours)
}

// fargateKind bills tasks: so many seconds a day on so many days, at least a
// minute each, or hours that are run through.
func fargateKind(b *billing) {
	in := b.in
	cpu, memory := b.tariff("aws", ContainerVCPU), b.tariff("aws", ContainerMemory)
	if !b.arm() {
		cpu, memory = b.at(cpu, "aws", "fargate", "x86_vcpu_hour"), b.at(memory, "aws", "fargate", "x86_gb_hour")
	}
	cpu = b.given(b.given(cpu, 3600, "usd_vcpu_s"), 1, "usd_vcpu_h")
	memory = b.given(b.given(memory, 3600, "usd_gb_s"), 1, "usd_gb_h")
	left := 1 - in.number("discount_pct", 0)/100
	seconds, runs, days := in.hours()*3600, 1.0, in.number("days", 30)
	switch {
	case in.has("seconds_per_day"):
		seconds, runs = in.number("seconds_per_day", 0), days
	case in.has("hours_per_day"):
		seconds, runs = in.number("hours_per_day", 0)*3600, days
	case in.has("seconds"):
		seconds = in.number("seconds", 0)
	case in.has("days") && !in.has("hours"):
		seconds = days * 86400
	}
	hours := in.first(1, "tasks", "pods") * runs * math.Max(60, seconds) / 3600
	b.charge(cpu.times(left), "container CPU", hours*in.need("vcpu"))
	b.charge(memory.times(left), "container memory", hours*in.need("memory_gb"))
	if in.has("ephemeral_gb") {
		disk := b.given(b.beside("aws", "fargate", "ephemeral_gb_hour_above_20"), 3600, "usd_ephemeral_gb_s")
		b.charge(disk, "container disk", hours*(in.number("ephemeral_gb", 0)-20))
	}
	in.context("usd_ephemeral_gb_s")
}

// clusterKind bills control planes and the nodes that the inputs name. The credit
// of Google's free tier pays for one cluster.
func clusterKind(b *billing) {
	in, cloud := b.in, b.in.text("cloud", "aws")
	plane := b.tariff(cloud, ControlPlane)
	switch tier := strings.ToLower(in.word("tier", "sku")); {
	case cloud == "aws" && in.flag("extended_support", false):
		plane = b.at(plane, "aws", "eks", "extended_support")
	case cloud == "azure" && tier == "free":
		plane = plane.times(0)
	case cloud == "azure" && tier == "premium":
		plane = b.at(plane, "azure", "aks", "premium_lts")
	case cloud == "azure" && tier != "" && tier != "standard":
		panic("no price for azure aks " + tier)
	}
	hours := in.number("clusters", 1) * in.hours()
	if in.flag("free_tier", false) {
		plane.free = 744 // a credit of 74.40 USD
	}
	b.charge(b.given(plane, 1, "usd_h"), "Kubernetes control plane", hours)
	if in.has("node") || in.has("instance_type") || in.has("machine_type") {
		nodes := in.first(in.number("nodes", 1)*in.hours(), "node_hours")
		b.charge(b.machineHour(cloud, "node_usd_h"), "machines", nodes)
	}
	b.disks()
}

// eksFargateKind bills a cluster whose pods run on Fargate.
func eksFargateKind(b *billing) {
	clusterKind(b)
	fargateKind(b)
}
